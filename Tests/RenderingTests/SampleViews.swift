import Briefings
import Diagnostics
import Mustache
import Testing

@testable import Rendering

/// A view of every kind of name, for templates made up in tests.
struct SampleView: View {
  var title = "Title"
  var body = "<p>Body</p>"
  var isDraft = true
  var missing: String?
  var authors = ["A", "B"]
  var person: SamplePerson? = SamplePerson(name: "One")
  var people = [SamplePerson(name: "One"), SamplePerson(name: "Two", summary: "Second")]
  var extra = ExtraValue.map([])

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .html("body") { $1.bytes += $0.body.utf8 },
    .flag("draft") { $0.isDraft },
    .text("summary") { _ in "The page's summary" },
    .text("missing") { $0.missing },
    .number("count") { $0.people.count },
    .texts("authors") { $0.authors },
    .view("person") { $0.person },
    .list("people") { $0.people },
    .open("extra") { $0.extra },
  ]
}

struct SamplePerson: View {
  var name: String
  var summary: String?

  static let names: NameTable<Self> = [
    .text("name") { $0.name },
    .text("summary") { $0.summary },
    .list("friends") { _ in [SamplePerson]() },
  ]
}

extension ThemeFile {
  static func text(_ path: String, _ text: String) -> ThemeFile {
    guard let path = RelativePath(path) else { preconditionFailure("a test names a relative path") }
    return ThemeFile(path: path, bytes: Array(text.utf8))
  }
}

extension TemplateLibrary {
  /// Templates by name without `.mustache`, `page` among them, validated with `SampleView`.
  init(page: String, _ others: KeyValuePairs<String, String> = [:]) {
    self.init([.text("page.mustache", page)] + others.map { .text("\($0.key).mustache", $0.value) })
    validate([TemplateUse(template: "page", declaration: SampleView.declaration)])
  }
}

extension TemplateLibrary {
  /// The page's text, by forms made for it alone.
  func render(_ view: some Answering, with template: String) -> String? {
    var forms = Forms()
    return render(view, with: template, &forms).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Renderer {
  /// A page, by forms made for it alone.
  func render<Failure: Error>(
    _ job: PageJob, read: (ContentFile) throws(Failure) -> [UInt8]
  ) throws(Failure) -> RenderedPage {
    var forms = Forms()
    return try render(job, &forms, read: read)
  }
}

/// A template in which `⟦` and `⟧` mark where a finding is expected.
struct Marked: CustomTestStringConvertible, Sendable {
  let text: String
  let range: Range<Int>

  init(_ marked: String) {
    let bytes = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: open) } ?? 0
    let end = bytes.indices.first { bytes[$0...].starts(with: close) } ?? 0
    text = String(
      decoding: bytes[..<start] + bytes[(start + open.count)..<end] + bytes[(end + close.count)...],
      as: UTF8.self)
    range = start..<(end - open.count)
  }

  var testDescription: String { text }
}
