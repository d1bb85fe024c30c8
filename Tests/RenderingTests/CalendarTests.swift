import EDTF
import Foundation
import Linking
import Testing

@testable import Rendering

/// `timeline.ics`, by the words of RFC 5545 and read back by libraries of others.
struct CalendarTests {
  private static let hostile = "Talks; in \\ Ankara, “late”\u{2028}🇺🇦🕊️ \u{1}über Größe\tund é̂ 停戦の提案"

  /// What a calendar holds, and what it leaves out.
  private static let held = [
    "2025-03-04", "2025-03-02?", "2025-03~", "2024-02", "[2025-03-02,2025-03-03]", "{2025-03-02,2025-03-09}",
    "2025-03-02/2025-03-04", "2025-03-04T10:20:30Z", "2025-03-04T23:30:00-05:00", "2025-03-04T00:10:00+02:00",
    "2025-03-04T24:00:00", "9999-12-31", "9999-12-30/9999-12-31", "0001-01-01", "2025-03-1X",
  ]
  private static let leftOut = [
    "2024-22", "2024", "2025-03-01/2025-04-01", "2022/..", "2022/", "/2006-05", "0000-12-31", "-0043-03-15",
    "Y10000", "9999-12-31T23:30:00-05:00", "0001-01-01T00:10:00+02:00",
  ]

  private static func site(_ dates: [String], more: String = "") throws -> SampleSite {
    let events = dates.enumerated().map { number, date in
      "  - {id: e\(number), date: \"\(date)\", title: \"Event \(number)\"}\n"
    }.joined()
    return try SampleSite([
      "site.yaml": "title: \"Desk; one, two\"\nbase-url: https://example.org/base/\n",
      "briefings/a.md": MadeUpSiteTests.briefing("A", "updated: 2025-04-01\n\(more)events:\n\(events)"),
    ])
  }

  private static func calendar(_ dates: [String]) throws -> String {
    try #require(try site(dates).outputFile("timeline.ics"))
  }

  @Test(arguments: held)
  func `a date of at most 31 days is in the calendar`(_ date: String) throws {
    #expect(try Self.calendar([date]).contains("BEGIN:VEVENT\r\n"))
  }

  @Test(arguments: leftOut)
  func `a longer span, an unknown end and a year of other than four digits are left out`(_ date: String)
    throws
  {
    let text = try Self.calendar([date])
    #expect(!text.contains("BEGIN:VEVENT\r\n"))
    // A calendar without any component is none (3.4).
    #expect(text.contains("BEGIN:VTIMEZONE\r\n"))
  }

  @Test(arguments: [
    ("2025-03-04", ["DTSTART;VALUE=DATE:20250304", "DTEND;VALUE=DATE:20250305"], false),
    ("2024-02", ["DTSTART;VALUE=DATE:20240201", "DTEND;VALUE=DATE:20240301"], true),
    ("2025-03-02/2025-03-04", ["DTSTART;VALUE=DATE:20250302", "DTEND;VALUE=DATE:20250305"], false),
    ("2025-03-04?", ["DTSTART;VALUE=DATE:20250304", "DTEND;VALUE=DATE:20250305"], true),
    ("9999-12-31", ["DTSTART;VALUE=DATE:99991231", "DURATION:P1D"], false),
    ("2025-03-04T10:20:30Z", ["DTSTART:20250304T102030Z"], false),
    ("2025-03-04T10:20:30", ["DTSTART:20250304T102030"], false),
    ("2025-03-04T23:30:00-05:00", ["DTSTART:20250305T043000Z"], false),
    ("2025-03-04T00:10:00+02:00", ["DTSTART:20250303T221000Z"], false),
    ("2025-03-04T24:00:00", ["DTSTART:20250305T000000"], false),
  ])
  func `days end before the day after, and what is not exact says so`(
    _ date: String, _ lines: [String], _ isApproximate: Bool
  ) throws {
    let all = try Self.calendar([date]).components(separatedBy: "\r\n")
    #expect(all.filter { ["DTSTART", "DTEND", "DURATIO"].contains(where: $0.hasPrefix) } == lines)
    #expect(all.contains(isApproximate ? "SUMMARY:approx.: Event 0" : "SUMMARY:Event 0"))
  }

  @Test func `the stamp is the day the briefing changed, the rest where it was told`() throws {
    let lines = try Self.calendar(["2025-03-04"]).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dossier//Timeline//EN",
        "X-WR-CALNAME:Desk\\; one\\, two",
        "BEGIN:VEVENT", "UID:briefings/a/#e0@example.org/base", "DTSTAMP:20250401T000000Z",
        "DTSTART;VALUE=DATE:20250304", "DTEND;VALUE=DATE:20250305", "SUMMARY:Event 0",
        "DESCRIPTION:4 March 2025\\nTold in: A", "URL:https://example.org/base/timeline/2025/#a-e0",
        "STATUS:CONFIRMED", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", "",
      ])
  }

  @Test func `an event keeps its identifier when a later briefing tells it too`() throws {
    func identifiers(_ more: [(String, String)]) throws -> [String] {
      let first = MadeUpSiteTests.briefing("First", body: "[They met]{.event #met date=2025-03}.\n")
      let files = [("site.yaml", "title: T\nbase-url: https://example.org/\n"), ("briefings/m.md", first)]
      let text = try #require(
        try SampleSite(root: SampleSite.folder(files + more)).outputFile("timeline.ics"))
      return text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
    }
    // Earlier in the alphabet, and narrower.
    let later = MadeUpSiteTests.briefing("Later", body: "[Met]{.event date=2025-03-02 same-as=m#met}.\n")
      .replacing("2025-03-05", with: "2025-03-06")
    #expect(try identifiers([]) == ["UID:briefings/m/#met@example.org"])
    #expect(try identifiers([("briefings/a.md", later)]) == ["UID:briefings/m/#met@example.org"])
  }

  @Test func `the page leads to the calendar and says how many events it leaves out`() throws {
    let page = try Self.site(Self.held + Self.leftOut).page(.timeline(page: 1))
    #expect(page.contains("<a href=\"../timeline.ics\" type=\"text/calendar\">"))
    #expect(page.contains("\(Self.held.count) events"))
    #expect(page.contains("\(Self.leftOut.count) events are left out"))
    #expect(try !Self.site(["2024"]).page(.timeline(page: 1)).contains("timeline.ics"))
    #expect(try !Self.site(["2025-03-04"]).page(.timeline(page: 1)).contains("left out"))
  }

  static let lines = (0..<120).map { length in String(repeating: "é", count: length) + "🕊️;停戦" }

  @Test(arguments: lines)
  func `a line is folded at 75 octets, outside of characters, and unfolds to itself`(_ value: String) throws {
    var text = CalendarText()
    text.text("SUMMARY", value)
    let folded = text.bytes.split(separator: UInt8(ascii: "\n"))
    #expect(!Data(text.bytes).contains(Data("\r\n \u{FE0F}".utf8)))
    for line in folded {
      #expect(line.last == UInt8(ascii: "\r") && line.count <= 76)
      #expect(String(validating: Array(line), as: UTF8.self) != nil)
    }
    let whole = Data(text.bytes).split(separator: Data("\r\n ".utf8)).joined()
    #expect(
      String(decoding: Array(whole), as: UTF8.self) == "SUMMARY:\(value.replacing(";", with: "\\;"))\r\n")
  }

  // MARK: Read back

  @Test(
    .enabled(
      if: CalendarPeers.areHere,
      "no icalendar and vobject; '.ci/install venv:icalendar venv:vobject' puts them into .venv"))
  func `two libraries of others read each event as it was told`() throws {
    let quoted = Self.hostile.replacing("\\", with: "\\\\").replacing("\u{1}", with: "\\x01")
    let events = "  - {id: h, date: 2025-03-07, title: \"\(quoted) and once more: \(quoted)\"}\n"
    let sample = try SampleSite([
      "site.yaml": "title: T\nbase-url: https://example.org/\ntypography: false\n",
      "briefings/a.md": MadeUpSiteTests.briefing(
        "A",
        "events:\n" + events
          + (Self.held + Self.leftOut).enumerated().map {
            "  - {id: e\($0), date: \"\($1)\", title: E\($0)}\n"
          }
          .joined()),
    ])
    let expected = sample.site.timeline.events.compactMap { event -> CalendarPeers.Event? in
      guard CalendarSpan(event.date, event.bounds) != nil else { return nil }
      return CalendarPeers.Event(event)
    }
    let answers = try CalendarPeers.read(try #require(sample.outputFile("timeline.ics")))
    #expect(answers.map(\.library) == ["icalendar", "vobject"])
    for answer in answers {
      #expect(answer.errors == [])
      #expect(answer.events.map(\.uid) == expected.map(\.uid))
      #expect(answer.events.map(\.summary) == expected.map(\.summary))
      let days = zip(answer.events, expected).filter {
        !$0.0.start.contains("T") && $0.0.end?.contains("-") == true
      }
      #expect(days.count == Self.held.count - 6 + 1)
      for (event, told) in days { #expect((event.start, event.end) == (told.start, told.end)) }
      #expect(answer.events.allSatisfy { $0.stamp == "2025-03-05T00:00:00+00:00" })
    }
  }
}

/// The libraries, in the repository's own Python.
private enum CalendarPeers {
  struct Answer: Decodable {
    let library: String
    let errors: [String]
    let events: [Event]
  }

  struct Event: Decodable {
    let uid: String
    let start: String
    let end: String?
    let summary: String
    let stamp: String?

    /// As the timeline has it, by the calendar of Foundation.
    init(_ event: TimelineEvent) {
      uid = "briefings/a/#\(event.shown.id ?? "")@example.org"
      let exact = ["2025-03-04", "2025-03-07", "9999-12-31", "0001-01-01"].contains(event.date.text)
      let isPair = event.date.isInterval && !event.date.text.utf8.contains(UInt8(ascii: "?"))
      let told = event.shown.text.replacing("\u{2028}", with: "\n").replacing("\u{1}", with: "")
      summary = (exact || isPair || event.date.time != nil ? "" : "approx.: ") + told
      start = event.bounds.lower.day?.isoText ?? ""
      end = event.bounds.upper.day?.adding(days: 1).isoText
      stamp = nil
    }
  }

  private static let python = SampleSite.root.appending(path: ".venv/bin/python")
  private static let script = SampleSite.root.appending(path: "Tests/Calendar/read_back.py")

  static let areHere: Bool = {
    let process = Process()
    process.executableURL = python
    process.arguments = ["-c", "import icalendar, vobject"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  static func read(_ calendar: String) throws -> [Answer] {
    let folder = try SampleSite.folder([("timeline.ics", calendar)])
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = python
    process.arguments = [script.path(), folder.appending(path: "Content/timeline.ics").path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try data.split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Answer.self, from: $0)
    }
  }
}
