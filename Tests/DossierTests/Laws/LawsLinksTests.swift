import Foundation
import Testing

/// The fourth law.
@Suite("Laws: every link leads somewhere")
struct LawsLinksTests {
  private func expectNoProblems(
    _ tree: Tree, base: String, atLeast count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let links = LeadsSomewhere(tree, base: base)
    #expect(links.problems == [], sourceLocation: sourceLocation)
    #expect(links.count >= count, sourceLocation: sourceLocation)
  }

  @Test(arguments: [[], ["--drafts", "--future"], ["--base-url", "https://example.net/deep/down"]])
  func `in a small site`(arguments: [String]) throws {
    let files = SampleSite.with([
      "Content/briefings/draft.md": SampleSite.briefing("A draft", "See [[ferry]] and [@harbour-notice].")
        .replacing("summary:", with: "draft: true\nsummary:"),
      "Content/briefings/pictures/index.md": SampleSite.briefing(
        "Pictures",
        "![A ship](ship.svg) and [a file](data.csv), [above](../ferry.md#what).\n\n## Ünïcode & more"),
      "Content/briefings/pictures/ship.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
      "Content/briefings/pictures/data.csv": "a,b\n",
    ])
    let base =
      arguments.contains("--base-url") ? "https://example.net/deep/down/" : "https://example.org/desk/"
    let tree = try TestSite(files).publish(arguments)
    #expect(
      tree.bytes("briefings/pictures/ship.svg") != nil && tree.bytes("briefings/pictures/data.csv") != nil)
    expectNoProblems(tree, base: base, atLeast: 100)
  }

  @Test func `in a site without an address of its own`() throws {
    let files = SampleSite.with([SampleSite.configuration: "title: Harbour Desk\n"])
    let tree = try TestSite(files).publish()
    #expect(tree.bytes("feed.xml") == nil && tree.bytes("sitemap.xml") == nil)
    expectNoProblems(tree, base: "https://nowhere.invalid/", atLeast: 100)
  }

  @Test func `in a site with lists of several pages`() throws {
    let site = try TestSite(Newsroom(seed: 4, briefings: 120).files)
    expectNoProblems(try site.publish(["--drafts"]), base: "https://example.org/", atLeast: 1000)
    #expect(site.published.pages.contains("briefings/page/2/index.html"))
  }

  @Test(.enabled(if: Project.hasContent, "needs the project's own Content/"))
  func `in the project's own site`() throws {
    expectNoProblems(try Project.published(), base: Project.baseURL, atLeast: 1000)
  }

  /// What a page may not link to, because nothing is there or may not be.
  static let leadingNowhere = [
    ("unknown-link", "[x](/feed.json)"), ("unknown-link", "[x](/bibliography.ris)"),
    ("unknown-link", "[x](/ferry/)"),
    ("unknown-link", "[x](../static/nothing.txt)"), ("unknown-link", "[x](/briefings/fery/index.html)"),
    ("unknown-anchor", "[x](/entities/#nowhere)"), ("unknown-anchor", "[x](ferry.md#nowhere)"),
    ("unsafe-link", "[x](javascript:alert)"), ("missing-image", "![x](nothing.png)"),
    ("remote-image", "![x](https://example.com/x.png)"), ("remote-image", "![x](//example.com/x.png)"),
  ]

  @Test(arguments: leadingNowhere)
  func `a link that would lead nowhere is refused`(code: String, text: String) throws {
    let site = try TestSite(
      SampleSite.with(["Content/briefings/third.md": SampleSite.briefing("Third", text)]))
    let outcome = try site.dossier("build")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("Content/briefings/third.md:6:1: error: "))
    #expect(outcome.output.contains("[\(code)]"), "\(outcome)")
  }

  @Test(arguments: ["/feed.xml", "/sitemap.xml"])
  func `without an address of the site there is no feed to link to`(link: String) throws {
    let third = ["Content/briefings/third.md": SampleSite.briefing("Third", "See [it](\(link)).")]
    var files = SampleSite.with(third)
    expectNoProblems(try TestSite(files).publish(), base: "https://example.org/desk/", atLeast: 100)
    files[SampleSite.configuration] = "title: Harbour Desk\n"
    #expect(try TestSite(files).dossier("build").output.contains("[unknown-link]"))
  }

  private static func configuration(navigation link: String) -> [String: String] {
    SampleSite.with([
      SampleSite.configuration: "title: Harbour Desk\nnavigation:\n  - text: Yonder\n    link: \(link)\n",
      "Content/briefings/draft.md": SampleSite.briefing("A draft", "Text.")
        .replacing("summary:", with: "draft: true\nsummary:"),
    ])
  }

  @Test(arguments: [
    "/about/", "/about", "about", "/pages/about.md", "/briefings/ferry/#hull", "/claims/", "/notes.txt",
    "https://example.com/", "mailto:desk@example.com",
  ])
  func `navigation leads from every page to the same place`(link: String) throws {
    let tree = try TestSite(LawsLinksTests.configuration(navigation: link)).publish()
    expectNoProblems(tree, base: "https://nowhere.invalid/", atLeast: 100)
    for page in tree.pages where page != "404.html" {
      let pieces = Markup(tree.bytes(page) ?? []).pieces
      let count = zip(pieces, pieces.dropFirst()).count { piece, next in
        guard case .tag(let tag) = piece, case .text("Yonder") = next else { return false }
        return tag.name == "a" && tag["href"] != "./"
      }
      #expect(count == 1, "\(page)")
    }
  }

  @Test(arguments: [
    ("/nowhere/", "unknown-link"), ("/briefings/ferry/#nowhere", "unknown-anchor"),
    ("/entities/#nowhere", "unknown-anchor"), ("javascript:alert(1)", "unsafe-link"),
  ])
  func `navigation that would lead nowhere is refused`(link: String, code: String) throws {
    let outcome = try TestSite(LawsLinksTests.configuration(navigation: link)).dossier("build")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("\nContent/site.yaml:4:11: error: ") && outcome.output.contains("[\(code)]"))
  }

  @Test func `navigation leaves out what is withheld`() throws {
    let site = try TestSite(LawsLinksTests.configuration(navigation: "/briefings/draft/"))
    let tree = try site.publish()
    expectNoProblems(tree, base: "https://nowhere.invalid/", atLeast: 50)
    #expect(tree.places(of: "Yonder") == [])
    #expect(try site.dossier("build").output.contains("Content/site.yaml:4:11: note: "))
    #expect(try site.publish(["--drafts"]).places(of: "Yonder").count >= 5)
  }

  @Test func `a file beside a withheld page is not linked to`() throws {
    var files = SampleSite.with([
      "Content/briefings/draft/index.md": SampleSite.briefing(
        "A draft", "![A ship](ship.svg) [File](data.csv)."
      )
      .replacing("summary:", with: "draft: true\nsummary:"),
      "Content/briefings/draft/data.csv": "a,b\n",
      "Content/briefings/draft/ship.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    ])
    files["Content/briefings/third.md"] = SampleSite.briefing(
      "Third", "See [the file](draft/data.csv) and ![the ship](draft/ship.svg)."
    )
    .replacing("summary:", with: "image: draft/ship.svg\nsummary:")
    let site = try TestSite(files)
    let tree = try site.publish()
    expectNoProblems(tree, base: "https://example.org/desk/", atLeast: 50)
    #expect(tree.places(of: "data.csv") == [] && tree.places(of: "ship.svg") == [])
    expectNoProblems(try site.publish(["--drafts"]), base: "https://example.org/desk/", atLeast: 50)
  }

  @Test func `a scan sees what is wrong`() throws {
    let scratch = try TestSite([
      "index.html":
        "<p id=a><p id='a'><a href=\"#b\">x</a><a href='c/#d'>x</a><a href=../up>x</a><img src=\"e.png\">",
      "c/index.html": "<a href=\"../#a\">good</a><!-- <a href=\"no\"> --><script>\"<a href='no'>\"</script>",
    ])
    let links = LeadsSomewhere(Tree(scratch.root), base: "https://example.org/")
    #expect(links.problems.count == 5)
  }
}
