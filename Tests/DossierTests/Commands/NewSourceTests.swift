import Foundation
import TestSupport
import Testing

@testable import dossier

/// `dossier new source`: what is read from an article, and what is refused.
struct NewSourceTests {
  private static let page = """
    <!doctype html><html lang="en-GB"><head><title>Page | Post</title>
    <meta property="og:site_name" content="The Post"><link rel="canonical" href="https://e.org/a?b=1&amp;c=2">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge closes",
    "datePublished": "2025-03-04T10:00:00Z", "author": [{"name": "Mara Lindqvist"}]}</script></head>
    <body><nav><a href="/">Home</a></nav><article><p>First <b>para</b>graph &mdash; one.</p><p>Second.</p></article>
    <footer>Imprint</footer></body></html>
    """

  @Test func `a saved page fills the record, and its text is kept without navigation`() throws {
    let site = try TestSite(["Content/site.yaml": "title: T\n", "a.html": Self.page])
    let outcome = try site.dossier("new", "source", "--from", "a.html")
    try #require(outcome.status == 0, "\(outcome)")
    #expect(outcome.output == "Content/sources/bridge-closes.md\nContent/sources/text/bridge-closes.txt\n")
    #expect(outcome.errors == "2 lines left out: navigation and other parts of the page\n")
    let record = try String(contentsOfFile: site.root + "/Content/sources/bridge-closes.md", encoding: .utf8)
    for line in [
      "title: Bridge closes", "publisher: The Post", "authors: [Mara Lindqvist]", "published: 2025-03-04",
      "language: \"en-GB\"", "url: \"https://e.org/a?b=1&c=2\"",
    ] {
      #expect(record.contains(line + "\n"), "\(record)")
    }
    let text = try String(
      contentsOfFile: site.root + "/Content/sources/text/bridge-closes.txt", encoding: .utf8)
    #expect(text == "First paragraph — one.\n\nSecond.\n")
    // Nothing is replaced.
    #expect(try site.dossier("new", "source", "--from", "a.html").status == 2)
    #expect(try site.dossier("check").status == 0)
  }

  @Test func `a plain text gives title, byline, date without a year and no notices`() throws {
    let paragraph =
      String(repeating: "the bridge of the town was closed and it is the end ", count: 6) + "today."
    let text = """
      Bridge closes

      March 14
      The harbour bridge seen from the north
      The harbour bridge seen from the north. Photo: A. Body
      Mara Lindqvist

      \(paragraph)

      Sign up for our weekly newsletter

      More information
      """
    let article = try Article(Array(text.utf8))
    #expect(article.title == "Bridge closes" && article.authors == ["Mara Lindqvist"])
    #expect(article.published == "XXXX-03-14" && article.language == "en" && article.publisher == nil)
    #expect(article.lines.count == 5 && article.lines.last == paragraph)
    #expect(article.removed.map(\.count) == [2, 1])
  }

  @Test(arguments: [
    ("is UTF-16", [0xFF, 0xFE, 0x41, 0x00]), ("is no text", [0x41, 0x00, 0x42]),
    ("is neither UTF-8", [0x41, 0xE9, 0x42]), ("holds no text", [0x0A, 0x5F, 0x0A]), ("holds no text", []),
  ])
  func `what cannot be read is refused, and nothing is written`(_ reason: String, _ bytes: [UInt8]) throws {
    let site = try TestSite(["Content/site.yaml": "title: T\n"])
    try site.write(bytes, to: "a.txt")
    let outcome = try site.dossier("new", "source", "T", "--from", "a.txt")
    #expect(outcome.status == 2 && outcome.errors.contains(reason), "\(outcome)")
    #expect(!FileManager.default.fileExists(atPath: site.root + "/Content/sources"))
  }

  @Test func `a Latin page is read as it says`() throws {
    let page =
      Array("<html><meta charset=\"iso-8859-1\"><title>Caf".utf8) + [0xE9] + Array("</title><p>Text.".utf8)
    #expect(try Article(page).title == "Café")
  }

  @Test(arguments: 0..<40)
  func `any bytes are read or refused`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let pieces = [
      "<html>", "<", ">", "</", "<p", "<!--", "-->", "<script type=\"application/ld+json\">",
      "{\"@type\":\"Article\"",
      "[", "</script", "<nav>", "</nav>", "<article>", "&", "&#x110000;", "&#", ";", "&amp;",
      "<meta name=\"author\" content=",
      "\"", "'", "=", "é", "March 14", "\n", " ", "<title>", "By X Y", "charset=latin1",
      "<link rel=canonical href=",
    ]
    for _ in 0..<100 {
      var bytes: [UInt8] = dice.oneIn(4) ? [] : Array("<html>".utf8)
      for _ in 0..<dice.below(60) {
        if dice.oneIn(12) { bytes.append(UInt8(dice.below(256))) } else { bytes += dice.pick(pieces).utf8 }
      }
      // A trap would end the tests; a refusal has its words.
      do throws(ArticleError) { #expect(try !Article(bytes).lines.isEmpty) } catch {
        #expect(!error.words.isEmpty)
      }
    }
  }
}
