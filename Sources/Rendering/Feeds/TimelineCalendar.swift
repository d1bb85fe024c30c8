import Briefings
import EDTF
import Linking

/// The timeline as iCalendar (RFC 5545), for the programs in which readers keep their days.
///
/// A date that is not exact is a span of whole days and says so. An event is known for ever by where it was first
/// told, so that a calendar that follows the file sees it change and not come twice.
struct TimelineCalendar {
  private let context: PageContext

  init(_ site: Site, _ catalog: Catalog) {
    context = PageContext(site, catalog, at: .calendar, language: site.configuration.language)
  }

  private var site: Site { context.site }

  /// How many events a calendar can hold.
  static func count(in timeline: Timeline) -> Int {
    timeline.events.count { CalendarSpan($0.date, $0.bounds) != nil }
  }

  /// No METHOD: that belongs to messages between people who plan a meeting.
  var bytes: [UInt8] {
    var text = CalendarText()
    text.open("VCALENDAR")
    text.line("VERSION", "2.0")
    text.line("PRODID", "-//Dossier//Timeline//EN")
    text.text("X-WR-CALNAME", site.configuration.title)
    var isEmpty = true
    for (index, event) in site.timeline.events.enumerated() {
      guard let span = CalendarSpan(event.date, event.bounds) else { continue }
      isEmpty = false
      write(event, at: index, span, to: &text)
    }
    if isEmpty { TimelineCalendar.writeTimeZone(to: &text) }
    text.close("VCALENDAR")
    return text.bytes
  }

  /// A calendar has one component at least (3.4).
  private static func writeTimeZone(to text: inout CalendarText) {
    text.open("VTIMEZONE")
    text.line("TZID", "Etc/UTC")
    text.open("STANDARD")
    text.line("DTSTART", "19700101T000000")
    text.line("TZOFFSETFROM", "+0000")
    text.line("TZOFFSETTO", "+0000")
    text.close("STANDARD")
    text.close("VTIMEZONE")
  }

  private func write(_ event: TimelineEvent, at index: Int, _ span: CalendarSpan, to text: inout CalendarText)
  {
    let mark = span.isApproximate ? "approx.: " : ""
    text.open("VEVENT")
    text.text("UID", identifier(of: event))
    text.line("DTSTAMP", CalendarSpan.basic(changed(event)) + "T000000Z")
    span.write(to: &text)
    text.text("SUMMARY", mark + context.typeset(event.shown.text))
    text.text("DESCRIPTION", description(of: event, context.catalog.accounts[index]))
    let places = context.catalog.accounts[index].places.compactMap { site.title(of: .entity($0)) }
    if !places.isEmpty { text.text("LOCATION", places.joined(separator: "; ")) }
    if let url = url(ofEvent: index, event) { text.line("URL", url) }
    text.line("STATUS", event.shown.status == .occurred ? "CONFIRMED" : "TENTATIVE")
    // Nobody is busy because of it.
    text.line("TRANSP", "TRANSPARENT")
    text.close("VEVENT")
  }

  // MARK: Properties

  /// Where it was told first, at the site's address: what comes later does not change it (3.8.4.7). Without a base
  /// URL it is unique on the site only.
  private func identifier(of event: TimelineEvent) -> String {
    let owner = site.configuration.baseURL.map(TimelineCalendar.withoutScheme) ?? "dossier.invalid"
    if let entity = event.entity { return "\(PageID.entity(entity).address.path)@\(owner)" }
    let first = event.tellings.min { a, b in
      let (aDay, bDay) = (site.published(a.page), site.published(b.page))
      if aDay != bDay { return bDay.map { day in aDay.map { $0 < day } ?? false } ?? true }
      return (a.page, a.id ?? "") < (b.page, b.id ?? "")
    }
    return "\((first ?? event.shown).page.address.path)#\((first ?? event.shown).id ?? "")@\(owner)"
  }

  /// `example.org/base`
  private static func withoutScheme(_ url: String) -> String {
    var rest = url.utf8[...]
    if let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[rest.index(after: colon)...].drop { $0 == UInt8(ascii: "/") }
    }
    while rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
    return String(decoding: Array(rest), as: UTF8.self)
  }

  /// The last day on which one of its briefings changed: of those that tell it, or else that name it.
  private func changed(_ event: TimelineEvent) -> CivilDay {
    let told = event.tellings.compactMap { changed($0.page) }.max()
    let named = { event.entity.flatMap { site.entity($0) }?.mentions.compactMap { changed($0.page) }.max() }
    return told ?? named() ?? CivilDay(number: 0)
  }

  private func changed(_ page: PageID) -> CivilDay? {
    guard case .briefing = page, let position = site.position(of: page) else { return nil }
    let record = site.briefings[position].record
    return [record.published, record.updated].compactMap { $0 }.max()
  }

  /// The date in words, when it was reported, how it stands, sources and briefings: a line each.
  private func description(of event: TimelineEvent, _ accounts: EventAccounts) -> String {
    let shown = event.shown
    var lines = [context.date(event.date).words.capitalizedFirst]
    if shown.showsReported, let reported = shown.reported {
      lines.append("Reported \(context.date(reported).words)")
    }
    if shown.status != .occurred { lines.append(shown.status.rawValue.capitalizedFirst) }
    func add(_ label: String, _ names: [String]) {
      if !names.isEmpty { lines.append("\(label): \(names.joined(separator: "; "))") }
    }
    add("Who", accounts.people.compactMap { site.title(of: .entity($0)) })
    add("Sources", context.publishers(accounts.sources).map(\.text))
    add("Told in", accounts.briefings.compactMap { context.link(to: $0.page)?.text })
    return lines.joined(separator: "\n")
  }

  private func url(ofEvent index: Int, _ event: TimelineEvent) -> String? {
    site.absolute(context.address(ofEvent: index)).map { $0 + "#" + SiteAddress.encoded(event.anchor) }
  }
}
