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
