import Diagnostics
import Testing

@testable import Rendering

/// A built-in partial in the wrong place: its file is not in the site, and the call is what is wrong.
struct MisplacedPartialTests {
  private func findings(_ files: (String, String)...) -> [Finding] {
    Theme(siteFiles: files.map { .text($0.0, $0.1) }).findings
  }

  @Test func `a built-in partial that asks for what is not offered is told once, at the call`() throws {
    let marked = Marked("{{<layout}}{{$main}}{{title}}{{>⟦partials/date⟧}}{{/main}}{{/layout}}")
    let found = findings(("page.mustache", marked.text))
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.code == .templateUnknownName)
    #expect(finding.place.path.string == "Templates/page.mustache" && finding.place.range == marked.range)
    #expect(
      finding.message == "'partials/date' asks for 'datetime', 'edtf' and 'words', not offered here:"
        + " put it into a section that offers this")
  }

  @Test func `the innermost call in the site's files is told`() {
    let marked = Marked("{{>⟦partials/date⟧}}")
    let found = findings(
      ("page.mustache", "{{title}}{{>partials/mine}}"), ("partials/mine.mustache", marked.text))
    #expect(found.map(\.place.path.string) == ["Templates/partials/mine.mustache"])
    #expect(found.first?.place.range == marked.range)
  }

  @Test func `each call is told, also of the same partial on the same page`() {
    #expect(findings(("page.mustache", "{{title}}{{>partials/date}}{{>partials/date}}")).count == 2)
  }

  @Test func `a call in a frame is told once for all kinds of pages`() {
    let frame = "<html lang=\"en\">{{>partials/date}}{{$main}}{{/main}}</html>"
    #expect(findings(("layout.mustache", frame)).map(\.place.path.string) == ["Templates/layout.mustache"])
  }

  @Test func `whatever else a built-in template cannot do there is told at the call`() {
    let theme = Theme(
      siteFiles: [.text("page.mustache", "{{title}}{{<frame}}{{/frame}}")],
      builtIn: EmbeddedTheme.files + [.text("frame.mustache", "{{nothing}}{{{root}}}")])
    #expect(theme.findings.map(\.place.path.string) == ["Templates/page.mustache"])
    #expect(theme.findings.first?.message.hasPrefix("'frame' cannot stand here: 'root' is text") == true)
  }

  @Test func `the same partial where it belongs has no finding`() {
    #expect(findings(("briefing.mustache", "{{title}}{{#published}}{{>partials/date}}{{/published}}")) == [])
  }
}
