import Diagnostics
import Testing

@testable import Rendering

/// Files of the site's `Templates/` that nothing uses.
struct StrayThemeFileTests {
  private func findings(_ files: [(String, String)], matter: String = "") throws -> [Finding] {
    var sample = try SampleSite([
      "site.yaml": "title: T\n",
      "briefings/a.md": "---\ntitle: A\npublished: 2025-01-01\nsummary: S.\n\(matter)---\nText.\n",
    ])
    sample.theme = Theme(siteFiles: files.map { .text($0.0, $0.1) })
    return sample.renderer.findings
  }

  @Test(arguments: [
    ("pge.mustache", ["page.mustache"]), ("Page.mustache", ["page.mustache"]),
    ("page.html", ["page.mustache"]), ("partials/haed.mustache", ["partials/head.mustache"]),
    ("style.css", ["assets/style.css"]), ("notes-of-mine.txt", []),
    ("partials/quite-another-one.mustache", []),
    ("page.mustache.bak", ["page.mustache"]), ("mustache", []),
  ])
  func `a file that nothing uses is told with the nearest name`(path: String, suggestions: [String]) throws {
    let found = try findings([(path, "{{title}}")])
    #expect(found.map(\.code) == [.strayFile])
    #expect(found.first?.place.path.string == "Templates/" + path)
    #expect(found.first?.suggestions == suggestions)
  }

  @Test(arguments: [
    "README", "README.md", "partials/README.txt", "assets/x.html", "assets/x.mustache", "page.mustache",
  ])
  func `what is used, an asset or read by people has no finding`(path: String) throws {
    #expect(try findings([(path, "{{title}}")]) == [])
  }

  @Test func `what a used template includes is used, even in a block that is always replaced`() throws {
    let frame = "<html lang=\"en\">{{$main}}{{>partials/a}}{{/main}}{{#site}}{{>partials/b}}{{/site}}</html>"
    let parts = [("partials/a.mustache", "{{<c}}{{/c}}"), ("partials/b.mustache", ""), ("c.mustache", "x")]
    #expect(try findings([("layout.mustache", frame)] + parts) == [])
    #expect(try findings([("other-one.mustache", "{{>partials/a}}")] + parts).count == 4)
  }

  @Test func `what a template with a syntax error includes is used`() throws {
    let found = try findings([("page.mustache", "{{>partials/a}}{{#title}}"), ("partials/a.mustache", "x")])
    #expect(found.map(\.code) == [.templateError])
  }

  @Test func `a template that front matter chooses is used, also where its page is withheld`() throws {
    let files = [("long.mustache", "{{title}}")]
    #expect(try findings(files, matter: "template: long\n") == [])
    #expect(try findings(files, matter: "template: long\ndraft: true\n") == [])
    #expect(try findings(files).count == 1)
  }

  @Test func `a file that a mistyped name already suggests is not told again`() throws {
    let found = try findings([("page.mustache", "{{title}}{{>foto}}"), ("foot.mustache", "x")])
    #expect(found.map(\.code) == [.templateError])
    #expect(found.first?.suggestions == ["foot"])
  }
}
