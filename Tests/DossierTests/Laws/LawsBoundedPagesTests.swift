import Foundation
import Testing

/// The seventh law: every list is cut into pages, so that no page holds the site.
@Suite("Laws: no page grows with the site")
struct LawsBoundedPagesTests {
  private static let few = 50

  /// The first briefings have an entity and a source of their own. All others name one entity, cite one source and
  /// tell of one month: the worst case for every list.
  private static func files(briefings: Range<Int>) -> [String: String] {
    var files: [String: String] = [
      SampleSite.configuration: "title: Newsroom\nbase-url: https://example.org/\nlanguage: en\n"
    ]
    for name in ["alone", "crowd"] {
      files["Content/entities/\(name).md"] =
        "---\nname: The \(name)\ntype: organization\nsummary: One.\n---\n"
      files["Content/sources/\(name)-report.md"] =
        "---\ntitle: Report\npublisher: \(name)\ntype: report\npublished: 2024-01-31\nurl: unknown\n---\nText.\n"
    }
    for number in briefings {
      let name = number < few ? "alone" : "crowd"
      let day = number % 28 + 1
      let days = (day < 10 ? "0" : "") + String(day)
      files["Content/briefings/issue-\(number).md"] = SampleSite.briefing(
        "Issue \(number)",
        """
        [The \(name) opened gate \(number)]{.event #gate date=\(number < few ? 2025 : 2024)-01-\(days) who=\(name)} [@\(name)-report].

        [It has \(number) gates]{.claim #gates by=\(name)} [@\(name)-report, p. \(number + 1)].
        """,
        // The first are the newest, so that the others come after them in the archive.
        published: "\(number < few ? 2025 : 2024)-03-\(days)")
    }
    return files
  }

  private let small: Tree
  private let large: Tree

  init() throws {
    small = try TestSite(LawsBoundedPagesTests.files(briefings: 0..<LawsBoundedPagesTests.few)).publish()
    large = try TestSite(LawsBoundedPagesTests.files(briefings: 0..<260)).publish()
  }

  @Test func `with five times the briefings no page is five times as long`() throws {
    let longest = small.pages.compactMap { small.bytes($0)?.count }.max() ?? 0
    for page in large.pages {
      // A page of a list shows 100 items: at most twice the 50 there were.
      let size = large.bytes(page)?.count ?? 0
      #expect(size <= longest * 9 / 4, "\(page): \(size) bytes, the longest of the small site is \(longest)")
      if !page.contains("crowd"), let before = small.bytes(page)?.count {
        #expect(size <= before * 9 / 4 + 1000, "\(page): \(before) → \(size) bytes")
      }
    }
    for list in ["briefings", "entities/crowd", "sources/crowd-report", "claims", "timeline/2024/01"] {
      #expect(large.pages.contains("\(list)/index.html"), "\(list)")
      #expect(large.pages.contains("\(list)/page/2/index.html"), "\(list)")
      #expect(!small.pages.contains("\(list)/page/2/index.html"), "\(list)")
    }
  }

  @Test func `no list on any page has more than a hundred items`() throws {
    for page in large.pages {
      var open: [Int] = []
      var longest = 0
      for tag in Markup(large.bytes(page) ?? []).tags {
        switch (tag.name, tag.isClosing) {
        case ("ol", false), ("ul", false): open.append(0)
        case ("ol", true), ("ul", true): longest = max(longest, open.popLast() ?? 0)
        case ("li", false): open[open.count - 1] += 1
        default: break
        }
      }
      #expect(longest <= 100, "\(page)")
    }
  }

  /// Each of 120 briefings shows one event, and would name all the others.
  @Test func `an event that many briefings tell names a few of them, and how many more there are`() throws {
    var files = [SampleSite.configuration: "title: Newsroom\nlanguage: en\n"]
    files["Content/entities/closing.md"] = "---\nname: The closing\ntype: event\ndate: 2024-02-02\n---\n"
    files["Content/sources/report.md"] = "---\ntitle: Report\npublisher: P\nurl: unknown\n---\n"
    for number in 0..<120 {
      files["Content/briefings/issue-\(number).md"] = SampleSite.briefing(
        "Issue \(number)", "[It closed]{.event date=2024-02-02 event=closing} [@report].")
    }
    let tree = try TestSite(files).publish()
    #expect(tree.text("briefings/issue-7/index.html")?.contains(">and 113 more<") == true)
    let timeline = try #require(tree.text("timeline/2024/index.html"))
    #expect(timeline.contains(">and 70 more<"))
    #expect(tree.text("timeline.ics")?.contains("Issue 119") == true)
  }

  @Test func `the page of a briefing is the same whatever else there is`() {
    let pages = small.pages.filter { $0.hasPrefix("briefings/issue-") }
    let changed = pages.filter { large.bytes($0) != small.bytes($0) }
    #expect(pages.count == LawsBoundedPagesTests.few)
    // The oldest of the first gets a neighbour.
    #expect(changed.count <= 1, "\(changed)")
  }
}
