import Briefings
import Diagnostics
import EDTF
import Testing

@testable import Linking

struct TimelineTests {
  private func timeline(_ body: String, matter: String = "") -> Timeline {
    TestSite.briefing(body, matter: matter).linked().site.timeline
  }

  @Test func `events come in order, undated ones last`() {
    let events = timeline(
      """
      [Year]{.event date=2024 #year} [Day]{.event date=2024-01-01 #day} [Month]{.event date=2024-01 #month}
      [Ended]{.event date=/2023-05 #ended} [Unknown]{.event date=XXXX #never} [Now]{.event date=2025-01-01/.. #now}
      """)
    let anchors = events.events.map(\.anchor).filter { $0 != "offer" }
    #expect(anchors.suffix(5) == ["truce-ended", "truce-day", "truce-month", "truce-year", "truce-now"])
  }

  @Test func `an event is told in its sentence`() {
    let events = timeline("Snow fell. In March [troops left]{.event date=2024-03}, they say [@paper]. Rain.")
    #expect(events.events.first?.shown.text == "In March troops left, they say.")
  }

  @Test func `tellings that name each other are one event`() throws {
    var site = TestSite.briefing(
      "[A]{.event date=2025-03 event=offer} [B]{.event date=2025-03-04 #b same-as=other#x}")
    site.add(
      "briefings/other",
      "---\ntitle: O\npublished: 2025-04-01\nsummary: S\nevents: [{id: x, date: 2025-03, title: X, who: [kyiv]}]\n---\n"
    )
    let linked = site.linked()
    #expect(linked.site.timeline.events.map(\.anchor) == ["truce-b", "offer"])
    #expect(linked.site.timeline.events.map(\.tellings.count) == [2, 2])
    #expect(linked.site.timeline.events[0].entities == ["kyiv"])
    #expect(linked.site.entity("kyiv")?.events == [0])
    #expect(linked.site.briefing("other")?.events == [0])
    #expect(linked.site.entity("offer")?.events == [1])
  }

  @Test(arguments: [
    ("[A]{.event date=‹contradicting-dates|2025-03-06› event=offer}", Severity.error),
    ("[A]{.event date=‹contradicting-dates|2025-03-06› event=offer status=disputed}", Severity.note),
    ("[A]{.event date=2025-03 event=offer}", Severity.error),
    ("[A]{.event date=2025-03-06}", Severity.error),
  ])
  func `tellings that exclude each other are reported`(body: String, severity: Severity) {
    let site = TestSite.briefing(body)
    let found = site.linked().findings.filter { $0.code == .contradictingDates }
    #expect(site.found(found, [severity]) == site.expected)
  }

  @Test(arguments: [
    ("[A ‹x|›]{.event date=2025-03-07} [@paper].", 1), ("[A]{.event date=2025-03-05} [@paper].", 0),
    ("[A]{.event date=2025-03-07 status=scheduled} [@paper].", 0),
    ("[A]{.event date=2025-03-07} [@wire].", 0),
    ("[A]{.event date=2025-03} [@paper].", 0),
  ])
  func `an event after everything that reports it is reported`(body: String, count: Int) {
    let linked = TestSite.briefing(body).linked()
    #expect(linked.findings.count { $0.code == .eventAfterSource } == count)
  }

  @Test(arguments: [
    ("born: 1950-01-01\ndied: ‹end-before-start|1949›", "person"), ("born: 1950-01-01\ndied: 1950", "person"),
    ("founded: 2000\ndissolved: ‹end-before-start|1999›", "organization"),
    ("relations: [{to: kyiv, kind: in, from: 2020, until: ‹end-before-start|2019›}]", "person"),
    ("aliases: [{text: Z, from: 2020, to: ‹end-before-start|2019›}]", "person"),
  ])
  func `an end before its start is reported`(matter: String, type: String) {
    var site = TestSite.briefing("Kyiv.")
    site.add("entities/x", "---\nname: X\ntype: \(type)\n\(matter)\n---\n")
    #expect(site.found(site.linked().findings) == site.expected)
  }

  @Test func `a year of many events is cut into months`() {
    let entry = { (day: Int, month: Int) in "[E]{.event date=2020-0\(month)-\(day < 10 ? "0" : "")\(day)}\n\n"
    }
    let body = (0..<201).map { entry($0 % 28 + 1, $0 % 3 + 1) }.joined()
    let timeline = timeline(body)
    let year = timeline.years.first { $0.year == 2020 }
    #expect(year?.isSplit == true)
    #expect(year?.months.map(\.month) == [1, 2, 3])
    #expect(timeline.address(of: timeline.events[0]).path == "timeline/2020/01/")
    #expect(Set(timeline.events.map(\.anchor)).count == timeline.events.count)
  }

  @Test(arguments: [("2025-03-04", false), ("2025-03-05", false), ("2025-03-06", true), ("2025-03-02", true)])
  func `happened and reported are both shown when days lie between`(reported: String, isShown: Bool) {
    let events = timeline("[A]{.event #a date=2025-03-04 reported=\(reported)}").events
    #expect(events.first { $0.anchor == "truce-a" }?.shown.showsReported == isShown)
  }
}
