import Briefings
import Foundation
import Linking
import Testing

@testable import Rendering

/// The timeline's pages: what each lists, and how it can be narrowed.
struct TimelinePageTests {
  private static func site(_ events: [String], more: KeyValuePairs<String, String> = [:]) throws -> SampleSite
  {
    let list = events.enumerated().map { "  - {id: e\($0), title: \"Event \($0)\", \($1)}\n" }.joined()
    let files = [
      ("site.yaml", "title: T\n"), ("entities/kyiv.md", "---\nname: Kyiv\ntype: place\n---\n"),
      ("entities/zoe.md", "---\nname: Zoe\ntype: person\n---\n"),
      ("entities/union.md", "---\nname: Union\ntype: organization\n---\n"),
      ("briefings/a.md", MadeUpSiteTests.briefing("A", "events:\n\(list)")),
    ]
    return try SampleSite(root: SampleSite.folder(files + more.map { ($0.key, $0.value) }))
  }

  private static let some = [
    "date: 2025-03-01, place: kyiv, who: [zoe]", "date: 2025-03-02, who: [zoe, union]",
    "date: 2025-03-03, status: disputed", "date: 2025-03-04, place: kyiv, status: scheduled",
  ]

  @Test func `every page of a timeline leads to its parts by type, entity, place and status`() throws {
    let sample = try Self.site(Self.some)
    for job in [PageJob.timeline(page: 1), .year(2025), .selection(.status(.disputed), page: 1)] {
      let page = try sample.page(job)
      let root = job.address.root
      for (url, count) in [
        ("timeline/type/person/", 2), ("timeline/type/place/", 2), ("timeline/type/organization/", 1),
        ("timeline/status/occurred/", 2), ("timeline/status/disputed/", 1), ("timeline/status/scheduled/", 1),
        ("entities/zoe/#site-events", 2), ("entities/kyiv/#site-events", 2),
        ("entities/union/#site-events", 1),
      ] {
        let found = page.ranges(of: "<li><a href=\"\(root)\(url)\" data-").map { start in
          page[start.upperBound...].prefix { $0 != "\n" }
        }
        #expect(
          found.count == 1 && found[0].hasSuffix("<span class=\"num\">\(count)</span></a></li>"), "\(url)")
      }
    }
  }

  @Test(arguments: [
    (TimelineSelection.type(.person), [0, 1]), (.type(.place), [0, 3]), (.type(.organization), [1]),
    (.status(.disputed), [2]), (.status(.occurred), [0, 1]),
  ])
  func `a part of the timeline lists its events in order`(_ selection: TimelineSelection, _ events: [Int])
    throws
  {
    let sample = try Self.site(Self.some)
    let page = try sample.page(.selection(selection, page: 1))
    let listed = page.split(separator: "\">Event ").dropFirst().compactMap {
      $0.first.flatMap { Int(String($0)) }
    }
    #expect(listed == events)
    #expect(page.contains("aria-current=\"page\">"))
    #expect(sample.renderer.jobs.contains(.selection(selection, page: 1)))
  }

  @Test func `what would narrow nothing is not offered`() throws {
    let sample = try Self.site(["date: 2025-03-01, who: [zoe]", "date: 2025-03-02, who: [zoe]"])
    let page = try sample.page(.timeline(page: 1))
    #expect(!page.contains("timeline/type/") && !page.contains("timeline/status/"))
    #expect(!sample.renderer.jobs.contains { if case .selection = $0 { true } else { false } })
    #expect(try !Self.site([]).page(.timeline(page: 1)).contains("Narrow"))
  }

  @Test func `an event says to a script what narrows it`() throws {
    let page = try Self.site(Self.some).page(.year(2025))
    #expect(page.contains("<li id=\"a-e1\" data-types=\"person organization\" data-status=\"occurred\">"))
    #expect(page.contains("<li id=\"a-e2\" data-status=\"disputed\">"))
    #expect(page.contains("<script type=\"module\" src=\"../../assets/timeline."))
  }

  @Test(arguments: [(200, false), (201, true)])
  func `a year of more than 200 events is cut into months of a hundred a page`(_ count: Int, _ isSplit: Bool)
    throws
  {
    let sample = try Self.site((0..<count).map { "date: 2025-0\($0 < 5 ? 1 : 3)-0\(1 + $0 % 9)" })
    let year = try sample.page(.year(2025))
    #expect(year.contains("id=\"a-e7\"") == !isSplit)
    #expect(year.contains("href=\"../../timeline/2025/03/\"") == isSplit)
    let months = sample.renderer.jobs.filter { if case .month = $0 { true } else { false } }
    #expect(
      months.map(\.address.path)
        == (isSplit
          ? ["", "", "page/2/"].enumerated().map { "timeline/2025/0\($0 == 0 ? 1 : 3)/\($1)" } : []))
    guard isSplit else { return }
    let pages = try months.map { try sample.page($0) }
    #expect(pages.map { $0.ranges(of: "<li id=\"a-e").count } == [5, 100, 96])
  }

  @Test func `a briefing draws its events in a strip that leads into its text`() throws {
    let body = "[One]{.event #one date=2025-03-01}. [Two]{.event #two date=2025-03-02/..}.\n"
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "briefings/b.md": MadeUpSiteTests.briefing("B", body: body),
      "briefings/c.md": MadeUpSiteTests.briefing("C", body: "[One]{.event #one date=2025-03-01}.\n"),
    ])
    let page = try sample.page(.briefing(try #require(Slug("b"))))
    let strip = try #require(page.components(separatedBy: "<div class=\"plot\"").dropFirst().first)
    #expect(strip.contains("href=\"#one\"") && strip.contains("href=\"#two\""))
    #expect(try !sample.page(.briefing(try #require(Slug("c")))).contains("class=\"plot\""))
  }

  @Test func `an entity's page draws the events it lists`() throws {
    let sample = try Self.site(Self.some)
    let page = try sample.page(.entity(try #require(Slug("zoe")), page: 1))
    let drawing = try #require(page.components(separatedBy: "<div class=\"plot\"").dropFirst().first)
    #expect(drawing.contains("href=\"../../timeline/2025/#a-e0\"") && !drawing.contains("#a-e3"))
  }
}
