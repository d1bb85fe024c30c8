import Briefings
import Testing

@testable import Rendering

/// How a value can reach the page.
enum Slot: String, CaseIterable, Sendable {
  case page, partial, inheritedBlock, replacedBlock, loop, partialInLoop, nestedPartial, extra, listOfTexts

  /// A library whose page prints the hostile value of `view` in a title attribute and in text.
  var library: TemplateLibrary {
    let print = #"<p title="{{title}}">{{title}}</p>"#
    let item = #"<p title="{{name}}">{{name}}</p>"#
    return switch self {
    case .page: TemplateLibrary(page: print)
    case .partial: TemplateLibrary(page: "{{>part}}", ["part": print])
    case .nestedPartial: TemplateLibrary(page: "{{>a}}", ["a": "{{>b}}", "b": print])
    case .inheritedBlock: TemplateLibrary(page: "{{<base}}{{/base}}", ["base": "{{$main}}\(print){{/main}}"])
    case .replacedBlock:
      TemplateLibrary(page: "{{<base}}{{$main}}\(print){{/main}}{{/base}}", ["base": "{{$main}}{{/main}}"])
    case .loop: TemplateLibrary(page: "{{#people}}\(item){{/people}}")
    case .partialInLoop: TemplateLibrary(page: "{{#people}}{{>part}}{{/people}}", ["part": item])
    case .extra: TemplateLibrary(page: #"<p title="{{extra.x}}">{{extra.x}}</p>"#)
    case .listOfTexts: TemplateLibrary(page: #"{{#authors}}<p title="{{.}}">{{.}}</p>{{/authors}}"#)
    }
  }

  func render(_ value: String) -> String? {
    var view = SampleView(title: value, authors: [value], people: [SamplePerson(name: value)])
    view.extra = .map([.init(key: "x", value: .text(value))])
    return library.render(view, with: "page")
  }
}

struct EscapingTests {
  static let references = ["\"": "&quot;", "'": "&#39;", "<": "&lt;", ">": "&gt;", "&": "&amp;"]

  @Test(arguments: Slot.allCases, ["\"", "'", "<", ">", "&"])
  func `a special character with a combining mark behind it is escaped in every slot`(
    slot: Slot, special: String
  ) throws {
    let accented = special + "\u{301}"
    let text = try #require(slot.render("a\(accented) onmouseover=x"))
    let escaped = "a\(Self.references[special] ?? "")\u{301} onmouseover=x"
    #expect(Array(text.utf8) == Array("<p title=\"\(escaped)\">\(escaped)</p>".utf8))
  }

  @Test(arguments: Slot.allCases)
  func `plain text reaches the page as it is`(slot: Slot) {
    #expect(slot.render("Kyïv 5 ‰") == "<p title=\"Kyïv 5 ‰\">Kyïv 5 ‰</p>")
  }

  @Test func `markup declared as such is printed as it is`() {
    #expect(
      TemplateLibrary(page: "{{{body}}}{{&body}}").render(SampleView(), with: "page")
        == "<p>Body</p><p>Body</p>")
  }

  @Test func `a template that begins with a line end keeps it`() {
    #expect(TemplateLibrary(page: "\n{{title}}\n").render(SampleView(), with: "page") == "\nTitle\n")
  }
}
