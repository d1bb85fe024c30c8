import Foundation
import Testing

/// Drafts and pages whose day has not come: named in the report, and nowhere in the output.
@Suite
struct WithheldTests {
  private let site: TestSite

  /// Words that stand in withheld pages only.
  static let secrets = [
    "zeppelin", "Quicksilver", "moonshot", "Obelisk", "Wintergreen", "tangerine", "picture-of-it",
    "old-place",
  ]

  init() throws {
    site = try TestSite(
      SampleSite.with([
        "Content/briefings/zeppelin/index.md": """
        ---
        title: Quicksilver rising
        draft: true
        published: 2025-03-03
        summary: A moonshot.
        topics: [obelisk, island-line]
        redirects: [/old-place/]
        corrections:
          - date: 2025-03-04
            kind: correction
            text: The moonshot was misspelled.
        events:
          - id: launched
            date: 2025-03-02
            title: The moonshot was launched
            sources: [wintergreen]
        ---
        ![A picture](picture-of-it.svg) [The moonshot failed]{.claim #failed by=obelisk} [@wintergreen].
        Island Line saw it [@harbour-notice].

        """,
        "Content/briefings/zeppelin/picture-of-it.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
        "Content/briefings/tangerine.md": SampleSite.briefing(
          "Tangerine days", "[A tangerine fell]{.event #fell date=2025-05-30} [@harbour-notice].",
          published: "2025-06-02"),
        "Content/entities/obelisk.md":
          "---\nname: Obelisk\ntype: organization\nsummary: Behind the moonshot.\n---\nText.\n",
        "Content/sources/wintergreen.md":
          "---\ntitle: Wintergreen papers\npublisher: obelisk\ntype: report\npublished: 2025-03-01\nurl: unknown\n---\nText.\n",
        "Content/pages/secret.md": "---\ntitle: The moonshot page\ndraft: true\n---\nMore of the moonshot.\n",
      ]))
  }

  @Test func `nothing of a withheld page is in any file`() throws {
    let outcome = try site.dossier("build")
    #expect(outcome.status == 0, "\(outcome)")
    for file in ["zeppelin/index.md", "tangerine.md", "secret.md"] {
      #expect(
        outcome.output.split(separator: "\n").contains { $0.contains(file) && $0.contains("[withheld]") },
        "\(file) is not named in \(outcome)")
    }
    for secret in WithheldTests.secrets { #expect(site.published.places(of: secret) == [], "\(secret)") }
    #expect(!site.published.pages.contains("secret/index.html"))
  }

  @Test func `with withheld pages shown, every page asks not to be indexed`() throws {
    let tree = try site.publish(["--drafts", "--future"])
    for page in [
      "briefings/zeppelin/index.html", "briefings/tangerine/index.html", "entities/obelisk/index.html",
      "sources/wintergreen/index.html", "secret/index.html", "old-place/index.html",
    ] {
      #expect(tree.pages.contains(page), "\(page)")
    }
    #expect(tree.bytes("briefings/zeppelin/picture-of-it.svg") != nil)
    for page in tree.pages {
      let isClosed = Markup(tree.bytes(page) ?? []).tags.contains {
        $0.name == "meta" && $0["name"] == "robots" && $0["content"]?.contains("noindex") == true
      }
      #expect(isClosed, "\(page)")
    }
    #expect(tree.text("robots.txt")?.contains("Disallow: /\n") == true)
  }

  @Test func `drafts and future pages are shown apart from one another`() throws {
    let drafts = try site.publish(["--drafts"])
    #expect(drafts.places(of: "tangerine") == [])
    #expect(drafts.places(of: "Quicksilver") != [])
    let future = try site.publish(["--future"])
    #expect(future.places(of: "tangerine") != [])
    #expect(future.places(of: "Quicksilver") == [])
  }

  @Test func `mistakes in a withheld page are warnings until it is shown`() throws {
    try site.write(
      SampleSite.briefing("A draft", "See [[nowhere]].").replacing("summary:", with: "draft: true\nsummary:"),
      to: "Content/briefings/draft.md")
    let lenient = try site.dossier("build")
    #expect(lenient.status == 0)
    #expect(lenient.output.contains("Content/briefings/draft.md:7:5: warning: "))
    #expect(try site.dossier("build", "--strict").status == 1)
    #expect(try site.dossier("build", "--drafts").status == 1)
  }

  @Test func `shown once and withheld again leaves no trace`() throws {
    let expected = try site.publish()
    try site.publish(["--drafts", "--future"])
    #expect(try site.publish().differences(from: expected) == [])
    #expect(expected.pages.contains("briefings/ferry/index.html"))
  }

  @Test func `pages that are due do not ask anything of robots`() throws {
    let tree = try site.publish()
    let closed = tree.pages.filter { tree.text($0)?.contains("noindex") == true }
    #expect(closed.filter { $0 != "404.html" } == [])
  }

  @Test(arguments: [["--base-url", "https://example.net/x"], ["-u", "https://example.net/x/"]])
  func `the base URL of the command line wins over the configuration's`(arguments: [String]) throws {
    let tree = try site.publish(arguments, environment: ["DOSSIER_BASE_URL": "https://example.com/"])
    #expect(
      tree.text("briefings/ferry/index.html")?.contains("https://example.net/x/briefings/ferry/") == true)
    #expect(tree.places(of: "example.com/") == [] && tree.places(of: "example.org/desk") == [])
    let other = try site.publish([], environment: ["DOSSIER_BASE_URL": "https://example.com/"])
    #expect(other.text("sitemap.xml")?.contains("https://example.com/briefings/ferry/") == true)
  }

  @Test(arguments: [
    "foo", "example.org/desk", "ftp://example.org/", "https://", "https://a.org/?x", "https://a.org/#x",
  ])
  func `what is no address is refused as base URL`(url: String) throws {
    let refused = try site.dossier("build", "--base-url", url)
    #expect(refused.status == 64)
    #expect(refused.errors.contains("not '\(url)'"), "\(refused)")
    let surrounded = try site.dossier(["build"], environment: ["DOSSIER_BASE_URL": url])
    #expect(surrounded.status == 2)
    #expect(surrounded.errors.contains("not '\(url)'"), "\(surrounded)")
    #expect(site.published.pages == [])
  }
}
