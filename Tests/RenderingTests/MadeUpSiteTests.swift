import Briefings
import Diagnostics
import EDTF
import Foundation
import Linking
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Rendering

struct MadeUpSiteTests {
  static let hostile = "a\"\u{301} '\u{301} <\u{301}b>\u{301} &\u{301} onload=x"

  static func briefing(_ title: String, _ more: String = "", body: String = "Text.\n") -> String {
    "---\ntitle: \(title)\npublished: 2025-03-05\nsummary: Summary.\n\(more)---\n\n\(body)"
  }

  @Test func `a hostile title is escaped on every page, in the feed and in the sitemap`() throws {
    let doubled = Self.hostile.utf8.flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0] }
    let quoted = "'\(String(decoding: doubled, as: UTF8.self))'"
    let sample = try SampleSite([
      "site.yaml": "title: \(quoted)\nbase-url: https://example.org/\ntypography: false\n",
      "briefings/a.md": Self.briefing(quoted, "authors: [\(quoted)]\ntopics: [b]\n"),
      "entities/b.md": "---\nname: \(quoted)\ntype: topic\nsummary: \(quoted)\n---\n",
    ])
    let bytes = Array(Self.hostile.utf8)
    for job in sample.renderer.jobs {
      let page = Array(try sample.page(job).utf8)
      #expect(!page.indices.contains { page[$0...].starts(with: bytes.prefix(5)) }, "\(job)")
    }
    for path in ["feed.xml", "sitemap.xml"] {
      let text = try #require(sample.outputFile(path))
      let parser = XMLParser(data: Data(text.utf8))
      #expect(parser.parse(), "\(path)")
    }
    let escaped = Data("a&quot;\u{301} &#39;\u{301} &lt;\u{301}b&gt;\u{301} &amp;\u{301}".utf8)
    #expect(Data(try #require(sample.outputFile("feed.xml")).utf8).range(of: escaped) != nil)
  }

  @Test func `a list of more than a hundred items goes on on further pages, each item on one`() throws {
    var files: [(String, String)] = [("site.yaml", "title: T\n")]
    for number in 1...205 { files.append(("briefings/b\(number).md", Self.briefing("Briefing \(number)"))) }
    let folder = try SampleSite.folder(files)
    let sample = try SampleSite(root: folder)
    let jobs = sample.renderer.jobs
    #expect(
      jobs.filter { if case .archive = $0 { true } else { false } }.map(\.address.path) == [
        "briefings/", "briefings/page/2/", "briefings/page/3/",
      ])
    let counts = try (1...3).map { page in
      try sample.page(.archive(page: page)).components(separatedBy: "<article").count - 1
    }
    #expect(counts == [100, 100, 5])
    let second = try sample.page(.archive(page: 2))
    #expect(second.contains("rel=\"prev\" href=\"../../../briefings/\""))
    #expect(second.contains("rel=\"next\" href=\"../../../briefings/page/3/\""))
  }

  @Test func `mentions go on on further pages of the entity, none lost and none twice`() throws {
    var files: [(String, String)] = [
      ("site.yaml", "title: T\n"),
      ("entities/x.md", "---\nname: Xenon\ntype: topic\nsummary: Gas.\n---\n\nBody.\n"),
    ]
    for number in 1...70 {
      let body = "First of \(number) [[x]].\n\nSecond of \(number) [[x]].\n\nThird of \(number) [[x]].\n"
      files.append(("briefings/b\(number).md", Self.briefing("B\(number)", body: body)))
    }
    let sample = try SampleSite(root: SampleSite.folder(files))
    let slug = try #require(Slug("x"))
    let pages = try (1...3).map { try sample.page(.entity(slug, page: $0)) }
    #expect(pages.map { $0.components(separatedBy: "<mark>").count - 1 } == [100, 100, 10])
    for number in 1...70 {
      for word in ["First", "Second", "Third"] {
        #expect(pages.joined().components(separatedBy: "\(word) of \(number) <mark>").count == 2)
      }
    }
    #expect(pages[0].contains("Body.") && !pages[1].contains("Body."))
    #expect(sample.renderer.jobs.filter { if case .entity = $0 { true } else { false } }.count == 3)
  }

  @Test func `an old path leads to the page, and is in no list`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\nbase-url: https://example.org/base/\n",
      "briefings/a.md": Self.briefing("A", "redirects: [/old/place]\n"),
    ])
    let job = try #require(sample.renderer.jobs.first { if case .redirect = $0 { true } else { false } })
    #expect(job.address.file == "old/place/index.html")
    let page = try sample.page(job)
    #expect(page.contains("content=\"0; url=../../briefings/a/\""))
    #expect(page.contains("<link rel=\"canonical\" href=\"https://example.org/base/briefings/a/\">"))
    #expect(try #require(sample.outputFile("sitemap.xml")).contains("old/place") == false)
  }

  @Test func `the page for unknown addresses leads on from anywhere`() throws {
    let sample = try SampleSite(["site.yaml": "title: T\nbase-url: https://example.org/base/\n"])
    let page = try sample.page(.notFound)
    #expect(page.contains("href=\"/base/assets/style."))
    #expect(page.contains("href=\"/base/timeline/\""))
    #expect(page.contains("<a href=\"/base/\">The home page</a>"))
  }

  @Test func `without a base URL there is no feed, no sitemap and no canonical link`() throws {
    let sample = try SampleSite(["site.yaml": "title: T\n", "briefings/a.md": Self.briefing("A")])
    #expect(sample.outputFile("feed.xml") == nil)
    #expect(sample.outputFile("sitemap.xml") == nil)
    #expect(sample.outputFile("robots.txt") == "User-agent: *\nAllow: /\n")
    let page = try sample.page(.home)
    #expect(!page.contains("canonical") && !page.contains("atom+xml") && !page.contains("og:url"))
  }

  @Test func `a run that shows drafts says so and is closed to search engines`() throws {
    let files: KeyValuePairs = [
      "site.yaml": "title: T\nbase-url: https://example.org/\n",
      "briefings/a.md": Self.briefing("A", "draft: true\n"), "briefings/b.md": Self.briefing("B"),
    ]
    let sample = try SampleSite(files, drafts: true)
    let draft = try sample.page(.briefing(try #require(Slug("a"))))
    #expect(draft.contains("name=\"robots\" content=\"noindex\"") && draft.contains("class=\"unpublished\""))
    let other = try sample.page(.briefing(try #require(Slug("b"))))
    #expect(other.contains("noindex") && !other.contains("class=\"unpublished\""))
    #expect(sample.outputFile("robots.txt") == "User-agent: *\nDisallow: /\n")
    #expect(try #require(sample.outputFile("sitemap.xml")).contains("briefings/a/") == false)
    #expect(try SampleSite(files).page(.home).contains("noindex") == false)
  }

  @Test func `front matter chooses another template, and a page's extra values reach it`() throws {
    var sample = try SampleSite([
      "site.yaml": "title: T\n",
      "briefings/a.md": Self.briefing("A", "template: long\nextra: {mood: calm}\n"),
    ])
    sample.theme = Theme(siteFiles: [.text("long.mustache", "{{title}} {{extra.mood}}")])
    #expect(try sample.page(.briefing(try #require(Slug("a")))) == "A calm")
    sample.theme = Theme(siteFiles: [.text("long.mustache", "{{titel}}")])
    #expect(sample.renderer.findings.map(\.code) == [.templateUnknownName])
    sample.theme = Theme(siteFiles: [.text("lang.mustache", "")])
    #expect(sample.renderer.findings.map(\.suggestions) == [["lang"]])
  }

  @Test(arguments: [("ar", "rtl"), ("fa-IR", "rtl"), ("uk", "ltr"), ("az-Arab", "rtl"), ("ku-Latn", "ltr")])
  func `a page is written in its language's direction`(language: String, direction: String) throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "briefings/a.md": Self.briefing("A", "language: \(language)\n"),
    ])
    let page = try sample.page(.briefing(try #require(Slug("a"))))
    #expect(page.contains("<html lang=\"\(language)\" dir=\"\(direction)\">"))
  }

  @Test func `an address that a reader may not be sent to is shown and not linked`() {
    #expect(PageContext.outward("x", "javascript:alert(1)").url == nil)
    #expect(PageContext.outward("x", "https://example.org/").url == "https://example.org/")
  }
}
