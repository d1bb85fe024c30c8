import Briefings
import EDTF
import Foundation
import Linking
import TestSupport
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Rendering

/// The drawing above a timeline, measured from its SVG as a browser lays it out.
struct TimelinePlotTests {
  private static func site(_ dates: [String]) throws -> SampleSite {
    let events = dates.enumerated().map { number, date in
      "  - {id: e\(number), date: \"\(date)\", title: \"Event \(number)\"}\n"
    }.joined()
    return try SampleSite([
      "site.yaml": "title: T\n", "briefings/a.md": MadeUpSiteTests.briefing("A", "events:\n\(events)"),
    ])
  }

  private static func drawing(_ dates: [String], rowLimit: Int = 20) throws -> Drawing? {
    let sample = try site(dates)
    let context = PageContext(sample.site, Catalog(sample.site), at: .timeline, language: "en")
    guard let plot = context.plot(sample.site.timeline.events.indices, rowLimit: rowLimit) else { return nil }
    var markup = Rendering.Markup()
    plot.write(&markup)
    return try Drawing(String(decoding: markup.bytes, as: UTF8.self))
  }

  /// Dates of every form: some crowded, some far apart, all on one day.
  static let seeds = Array(1...24)

  private static func dates(_ seed: Int) -> [String] {
    var dice = Dice(seed: UInt64(seed))
    let count = [2, 5, 12, 40, 100, 200][seed % 6]
    let days = [1, 3, 40, 365, 4000, 90_000][seed / 4 % 6]
    return (0..<count).map { _ in
      let day = CivilDay(number: 18_000 - Int(dice.next() % UInt64(days)))
      let later = day.adding(days: Int(dice.next() % 300)).isoText
      let (iso, month, year) = (day.isoText, String(day.isoText.prefix(7)), String(day.isoText.prefix(4)))
      let forms = [
        iso, iso, iso, iso, iso, "\(iso)?", "\(iso)~", "\(month)%", month, year, "\(year)~",
        "\(iso)/\(later)",
        "\(month)?/..", "\(iso)/", "/\(month)", "../\(iso)", "[\(iso),\(later)..]", "\(year)-22",
      ]
      return forms[Int(dice.next() % UInt64(forms.count))]
    }
  }

  @Test(arguments: seeds)
  func `no sign touches another at any width`(_ seed: Int) throws {
    guard let drawing = try Self.drawing(Self.dates(seed)) else { return }
    for width in [TimelinePlot.narrowWidth, 320, 480, 599, TimelinePlot.wideWidth, 740, 1100] {
      let boxes = drawing.signs.map { $0.box(width: Double(width)) }
      let touching = boxes.enumerated().count { index, box in
        boxes[(index + 1)...].contains(where: box.overlaps)
      }
      #expect(touching == 0, "\(width)")
      let height = Double(drawing.height(width: width) + 4)
      let isInside = boxes.allSatisfy { box in
        box.left >= -26 && box.right <= Double(width) + 26 && box.top >= -height && box.bottom <= -1
      }
      #expect(isInside, "\(width)")
    }
  }

  @Test(arguments: seeds)
  func `no name of a day touches another`(_ seed: Int) throws {
    guard let drawing = try Self.drawing(Self.dates(seed)) else { return }
    for width in [TimelinePlot.narrowWidth, TimelinePlot.wideWidth] {
      let ticks = drawing.ticks.filter { width >= TimelinePlot.wideWidth || !$0.isMinor }
      let spans = ticks.map { $0.span(width: Double(width)) }
      #expect(zip(spans, spans.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound }, "\(width)")
    }
    #expect(drawing.ticks.count <= 8)
  }

  @Test(arguments: seeds)
  func `each event has a sign or is counted in one, in the order of the list`(_ seed: Int) throws {
    let dates = Self.dates(seed)
    guard let drawing = try Self.drawing(dates) else { return }
    let counted = drawing.signs.compactMap(\.count).reduce(0, +)
    #expect(drawing.signs.count { $0.count == nil } + counted == dates.count)
    #expect(drawing.signs.allSatisfy { !$0.title.isEmpty && !$0.url.isEmpty })
  }

  @Test func `four rows are not exceeded in a strip`() throws {
    let drawing = try #require(try Self.drawing(Array(repeating: "2025-03-04", count: 50), rowLimit: 4))
    #expect(drawing.signs.count { $0.count == nil } == 4)
    #expect(drawing.signs.compactMap(\.count) == [46])
  }

  @Test(arguments: [
    ("2025-03-04", ["dot"], ""), ("2025-03-04?", ["bar unsure", "doubt"], "?"), ("2025-01~", ["bar"], ""),
    ("2025-01/..", ["bar", "tip"], ""), ("2025-01/", ["lead", "open", "bar"], ""),
    ("/2025-03", ["lead", "open", "bar"], ""), ("../2025-03", ["bar", "tip"], ""), ("2025-02", ["bar"], ""),
    ("2025-02%", ["bar unsure", "doubt"], "?"),
  ])
  func `a date has the sign that says how sure it is`(_ date: String, _ classes: [String], _ text: String)
    throws
  {
    let drawing = try #require(try Self.drawing(["2024-12-01", date, "2025-12-01"]))
    let sign = try #require(drawing.signs.first { $0.title.contains("Event 1") })
    #expect(sign.classes == classes)
    #expect(sign.text == text)
    let isFaded = date.contains("~") || date.contains("%")
    #expect(sign.isFaded == isFaded)
  }

  @Test func `a sign's title is the date in words and the event`() throws {
    let drawing = try #require(try Self.drawing(["2024-06~", "2025-03-04"]))
    #expect(drawing.signs.map(\.title) == ["about June 2024: Event 0", "4 March 2025: Event 1"])
    #expect(drawing.signs.map(\.url) == ["2024/#a-e0", "2025/#a-e1"].map { "../timeline/" + $0 })
  }

  @Test func `one event alone, or none with a day, is not drawn`() throws {
    #expect(try Self.drawing(["2025-03-04"]) == nil)
    #expect(try Self.drawing(["2025-03-04", "/", "/.."]) == nil)
  }

  @Test(arguments: [
    (["2025-03-02", "2025-03-06"], ["2 March", "3 March", "4 March", "5 March", "6 March"]),
    (["2025-01-10", "2025-12-06"], ["March", "May", "July", "September", "November"]),
    (["2023-05-10", "2025-02-06"], ["July 2023", "January 2024", "July", "January 2025"]),
    (["2024-03-10", "2025-02-06"], ["May 2024", "July", "September", "November", "January 2025"]),
    (["-0043-03-15", "2025-02-06"], ["0", "500", "1000", "1500", "2000"]),
  ])
  func `the axis names days, months or years`(_ dates: [String], _ labels: [String]) throws {
    #expect(try #require(try Self.drawing(dates)).ticks.map(\.label) == labels)
  }

  // MARK: Columns

  @Test func `columns do not touch, the highest stands for most, and each leads to its month`() throws {
    let dates = (0..<260).map { CivilDay(number: 20_000 + $0 * $0 % 900).isoText }
    let sample = try Self.site(dates)
    let page = try sample.page(.timeline(page: 1))
    let start = try #require(page.range(of: "<div class=\"plot columns\""))
    let end = try #require(page.range(of: "</div>", range: start.lowerBound..<page.endIndex))
    let drawing = try Drawing(String(page[start.lowerBound..<end.upperBound]))
    let boxes = drawing.signs.map { $0.box(width: 1000) }
    for (first, next) in zip(boxes, boxes.dropFirst()) { #expect(first.right <= next.left) }
    #expect(boxes.map(\.height).max() == Double(TimelineColumns.height))
    let months = sample.site.timeline.years.flatMap(\.months)
    #expect(drawing.signs.count == months.count)
    #expect(
      zip(drawing.signs, months).allSatisfy {
        $0.title.hasSuffix(": \($1.events.count) events") || $1.events.count == 1
      })
  }
}
