import Briefings
import Diagnostics
import Mustache
import TestSupport
import Testing

@testable import Rendering

/// Filling the form of a shape gives what swift-mustache gives for the values themselves.
struct FormTests {
  /// None ends a line: swift-mustache would indent what follows it in an indented partial, where the
  /// specification indents lines of the partial, not of values.
  private static let texts = ["", "a", "<b>&\"'", "\"\u{301}é", "two\nlines", "{{title}}"]

  private static func person(_ dice: inout Dice) -> SamplePerson {
    SamplePerson(name: texts.randomElement(using: &dice) ?? "", summary: texts.randomElement(using: &dice))
  }

  private static func view(_ dice: inout Dice) -> SampleView {
    var view = SampleView(title: texts.randomElement(using: &dice) ?? "")
    view.body = texts.randomElement(using: &dice) ?? ""
    view.isDraft = Bool.random(using: &dice)
    view.missing = Bool.random(using: &dice) ? nil : "there"
    view.authors = (0..<Int.random(in: 0...3, using: &dice)).map { _ in
      texts.randomElement(using: &dice) ?? ""
    }
    view.person = Bool.random(using: &dice) ? nil : person(&dice)
    view.people = (0..<Int.random(in: 0...3, using: &dice)).map { _ in person(&dice) }
    view.extra = .map([
      .init(key: "x", value: .text(texts.randomElement(using: &dice) ?? "")),
      .init(key: "list", value: .list(view.authors.map { .text($0) })),
      .init(key: "map", value: .map([.init(key: "x", value: .text("deep"))])),
    ])
    return view
  }

  /// A template that the validator accepts.
  private static func template(_ dice: inout Dice, depth: Int = 0) -> String {
    let leaves = [
      "{{title}}", "{{{body}}}", "{{body}}", "{{summary}}", "{{missing}}", "{{count}}", "{{extra.x}}",
      "{{extra.map.x}}", "{{extra.none}}", "text\n", " <p title=\"{{title}}\">", "{{>part}}\n",
      "  {{>part}}\n",
      "{{uppercased(title)}}", "{{reversed(capitalized(title))}}", "{{person.name}}", "{{plusone(count)}}",
      "{{#authors}}{{.}}{{^last()}}, {{/last()}}{{/authors}}", "{{#extra.list}}{{.}};{{/extra.list}}",
      "{{#people}}{{index()}}{{name}}{{#summary}}{{summary}}{{title}}{{/summary}}{{/people}}",
      "{{#person}}{{name}}{{^friends}}{{title}}{{/friends}}{{/person}}", "{{count(people)}}",
    ]
    guard depth < 3, Int.random(in: 0..<3, using: &dice) > 0 else {
      return leaves.randomElement(using: &dice) ?? ""
    }
    let inner = (0..<3).map { _ in template(&dice, depth: depth + 1) }
    let wraps = [
      ("{{#draft}}", "{{/draft}}"), ("{{^draft}}\n", "\n{{/draft}}\n"), ("{{#title}}", "{{/title}}"),
      ("{{^missing}}", "{{/missing}}"), ("{{#authors}}", "{{/authors}}"), ("{{^people}}", "{{/people}}"),
      ("{{#people}}", "{{/people}}"), ("{{#person}}", "{{/person}}"),
      ("{{#even(count)}}", "{{/even(count)}}"),
      ("{{<base}}{{$main}}", "{{/main}}{{/base}}\n"), ("", ""),
    ]
    let wrap = wraps.randomElement(using: &dice) ?? ("", "")
    return wrap.0 + inner.joined() + wrap.1
  }

  private static let others: KeyValuePairs = [
    "part": "[{{title}}]\n{{{body}}}\n", "base": "<main>{{$main}}nothing{{/main}}</main>\n",
  ]

  /// What swift-mustache makes of the values.
  private static func expected(_ template: String, _ view: SampleView) throws -> String? {
    var library = MustacheLibrary()
    for (name, text) in [("page", template)] + others.map({ ($0.key, $0.value) }) {
      try library.register("{{% CONTENT_TYPE: HTML}}\n" + text, named: name)
    }
    return library.render(values(of: view), withTemplate: "page")
  }

  private static func text(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return Absent.value }
    return text
  }

  private static func values(of person: SamplePerson) -> [String: Any] {
    ["name": text(person.name), "summary": text(person.summary), "friends": [Any]()]
  }

  private static func values(of view: SampleView) -> [String: Any] {
    [
      "title": text(view.title), "body": text(view.body), "draft": view.isDraft,
      "summary": "The page's summary",
      "missing": text(view.missing), "count": view.people.count, "authors": view.authors.map { text($0) },
      "person": view.person.map { values(of: $0) } ?? Absent.value as Any, "people": view.people.map(values),
      "extra": values(of: view.extra),
    ]
  }

  private static func values(of extra: ExtraValue) -> Any {
    switch extra {
    case .text(let text): self.text(text)
    case .list(let items): items.map(values)
    case .map(let entries):
      Dictionary(uniqueKeysWithValues: entries.map { ($0.key, values(of: $0.value)) })
        .merging(["none": Absent.value]) { own, _ in own }
    }
  }

  @Test(arguments: 1...20)
  func `a template filled by its forms is what swift-mustache makes of the values`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    for _ in 0..<20 {
      let template = Self.template(&dice)
      let library = TemplateLibrary(page: template, Self.others)
      guard library.findings.isEmpty else { continue }
      var forms = Forms()
      for _ in 0..<10 {
        let view = Self.view(&dice)
        let filled = library.render(view, with: "page", &forms).map { String(decoding: $0, as: UTF8.self) }
        #expect(filled == (try Self.expected(template, view)), "\(template)")
      }
    }
  }

  @Test func `a template that holds NUL is refused`() {
    #expect(TemplateLibrary(page: "a\0b").findings.map(\.message).contains { $0.contains("NUL") })
  }

  @Test func `pages do not depend on the pages before them`() throws {
    let sample = try SampleSite()
    var forms = Forms()
    for job in sample.renderer.jobs {
      let kept = try sample.renderer.render(job, &forms, read: sample.reader.bytes)
      #expect(kept.bytes == (try sample.renderer.render(job, read: sample.reader.bytes)).bytes)
    }
  }
}
