import EDTF
import Linking

/// When an event stands in a calendar: whole days, or one instant.
struct CalendarSpan: Equatable {
  enum Extent: Equatable {
    /// The first day and the day after the last.
    case days(CivilDay, end: CivilDay)
    /// A day and what a clock shows on it: in UTC, or wherever the reader is.
    case instant(CivilDay, secondOfDay: Int, isUTC: Bool)
  }

  let extent: Extent
  /// Whether it happened some time in those days, or perhaps not in them.
  let isApproximate: Bool

  /// Longer ones would fill a calendar and say nothing of any of its days.
  static let dayLimit = 31

  /// Nil for what a calendar cannot hold: more than 31 days, an end that is open or that nobody knows, years
  /// outside 1 to 9999 (RFC 5545, 3.3.4: a year has four digits).
  init?(_ date: EDTFDate, _ bounds: DateBounds) {
    guard let first = bounds.lower.day, let last = bounds.upper.day, let count = bounds.dayCount,
      count <= CalendarSpan.dayLimit, CalendarSpan.holds(first), CalendarSpan.holds(last)
    else { return nil }
    isApproximate = !date.isExact
    if case .dateTime(_, let time) = date.form {
      guard let extent = CalendarSpan.instant(first, time) else { return nil }
      self.extent = extent
    } else {
      extent = .days(first, end: last.adding(days: 1))
    }
  }

  private static func holds(_ day: CivilDay) -> Bool { (1...9999).contains(day.year) }

  private static func instant(_ day: CivilDay, _ time: TimeOfDay) -> Extent? {
    var second = (time.hour * 60 + time.minute) * 60 + time.second
    if case .minutes(let offset) = time.offset { second -= offset * 60 }
    let shift = second < 0 ? -1 : second / 86_400
    let shifted = day.adding(days: shift)
    guard holds(shifted) else { return nil }
    return .instant(shifted, secondOfDay: second - shift * 86_400, isUTC: time.offset != .local)
  }

  /// `DTSTART`, and `DTEND`, which is the day after the last (3.6.1).
  func write(to text: inout CalendarText) {
    switch extent {
    case .days(let first, let end):
      text.line("DTSTART;VALUE=DATE", CalendarSpan.basic(first))
      if CalendarSpan.holds(end) {
        text.line("DTEND;VALUE=DATE", CalendarSpan.basic(end))
      } else {
        text.line("DURATION", "P\(end.number - first.number)D")
      }
    case .instant(let day, let second, let isUTC):
      let clock = [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      text.line("DTSTART", "\(CalendarSpan.basic(day))T\(clock.joined())\(isUTC ? "Z" : "")")
    }
  }

  /// `20250304` (3.3.4).
  static func basic(_ day: CivilDay) -> String {
    String(decoding: day.isoText.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }
}

extension EDTFDate {
  /// A day, a day with a time, or all days from one to another, and no doubt about any.
  fileprivate var isExact: Bool {
    switch form {
    case .date(let date), .dateTime(let date, _): date.plainDay != nil
    case .interval(let start, let end): start.date?.plainDay != nil && end.date?.plainDay != nil
    case .set: false
    }
  }
}
