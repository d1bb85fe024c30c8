import Diagnostics
import Testing

@testable import Rendering

/// A page in which nothing of it stands is not published.
struct EmptyTemplateTests {
  private func findings(_ files: (String, String)...) -> [Finding] {
    Theme(siteFiles: files.map { .text($0.0, $0.1) }).findings
  }

  @Test(arguments: PageKind.allCases, ["", " \n", "{{! later }}", "{{<layout}}{{/layout}}"])
  func `a template that prints nothing of its page is found`(kind: PageKind, text: String) {
    let found = findings(("\(kind.template).mustache", text))
    #expect(found.map(\.code) == [.templateError])
    #expect(found.first?.place.path.string == "Templates/\(kind.template).mustache")
    #expect(found.first?.place.range == 0..<0)
  }

  @Test(arguments: [
    "", "<!doctype html>\n<html lang=\"{{page.language}}\"", "<html lang=\"en\"><body>{{>partials/masthead}}",
    "<html lang=\"en\"><head>{{>partials/head}}{{$head}}{{/head}}</head>",
  ])
  func `a frame that is empty or cut off is found once, at the frame`(text: String) {
    let found = findings(("layout.mustache", text))
    #expect(found.map(\.place.path.string) == ["Templates/layout.mustache"])
    #expect(
      found.first?.message
        == "nothing of a page is printed in this frame: write {{$main}}{{/main}} where it goes")
  }

  @Test func `a block that the built-in frame does not have is told with those that it has`() {
    let found = findings(("page.mustache", "{{<layout}}{{$mian}}{{title}}{{/mian}}{{/layout}}"))
    #expect(found.map(\.suggestions) == [["main"]])
    #expect(found.first?.place.range == 11..<20)
  }

  @Test(arguments: [
    ("briefing", "{{site.title}}{{{navigation}}}"), ("source", "Words alone."),
    ("entity", "{{page.language}}"), ("page", "{{#page}}{{description}}{{/page}}"), ("redirect", "{{title}}"),
    ("name", "{{#owners}}x{{/owners}}"), ("404", "<img alt=\"x\" src=\"{{root}}\">"),
  ])
  func `what the site says on every page is nothing of one page`(kind: String, text: String) {
    #expect(findings(("\(kind).mustache", text)).map(\.code) == [.templateError])
  }

  @Test(arguments: [
    ("briefing", "{{title}}"), ("briefing", "{{{body}}}"), ("entity", "{{#extra}}{{motto}}{{/extra}}"),
    ("briefing", "{{#published}}{{words}}{{/published}}"), ("name", "{{#owners}}{{text}}{{/owners}}"),
    ("source", "{{uppercased(title)}}"), ("home", "Welcome"), ("home", "<h1>{{site.title}}</h1>"),
    ("404", "{{<layout}}{{$main}}Gone{{/main}}{{/layout}}"), ("404", "{{>partials/foot}}"),
    ("claims", "We make none."), ("redirect", "<a href=\"{{target}}\">x</a>"),
    ("page", "{{^summary}}{{title}}{{/summary}}"),
  ])
  func `a page that shows something of its own has no finding`(kind: String, text: String) {
    #expect(findings(("\(kind).mustache", text)) == [])
  }

  @Test func `a frame in a frame is looked through`() {
    let page = "{{<base}}{{$text}}{{title}}{{/text}}{{/base}}"
    let base = "{{<layout}}{{$main}}{{$text}}{{/text}}{{/main}}{{/layout}}"
    #expect(findings(("page.mustache", page), ("base.mustache", base)) == [])
    let without = "{{<layout}}{{$main}}x{{/main}}{{/layout}}"
    let found = findings(("page.mustache", page), ("base.mustache", without))
    #expect(found.map(\.place.path.string) == ["Templates/base.mustache"])
    #expect(found.first?.message.contains("{{$text}}{{/text}}") == true)
  }

  @Test func `where something else is wrong nobody knows what would be printed`() {
    #expect(findings(("page.mustache", "{{titel}}")).map(\.code) == [.templateUnknownName])
    #expect(findings(("page.mustache", "{{>nothing}}")).count == 1)
    #expect(findings(("layout.mustache", "{{#site}}")).count == 1)
  }

  @Test func `an empty template that front matter chooses is found, too`() throws {
    var sample = try SampleSite([
      "site.yaml": "title: T\n",
      "briefings/a.md": "---\ntitle: A\npublished: 2025-01-01\nsummary: S.\ntemplate: long\n---\nText.\n",
    ])
    sample.theme = Theme(siteFiles: [.text("long.mustache", "")])
    #expect(sample.renderer.findings.map(\.place.path.string) == ["Templates/long.mustache"])
  }
}
