import EDTF
import Foundation

/// Today: what `--clock` says, else `SOURCE_DATE_EPOCH`, else the site's time zone. It decides only whether a
/// page is due.
struct Clock {
  private let fixed: CivilDay?
  private let epoch: Int64?

  /// The last second of the year 9999.
  private static let lastSecond: Int64 = 253_402_300_799

  /// - Throws: for a `SOURCE_DATE_EPOCH` that is no number of seconds: another day would give another site.
  init(_ day: String?, _ environment: Environment) throws(Refusal) {
    fixed = day.flatMap { try? CivilDay(parsing: $0) }
    guard let written = environment["SOURCE_DATE_EPOCH"] else {
      epoch = nil
      return
    }
    guard written.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seconds = Int64(written),
      seconds <= Clock.lastSecond
    else {
      throw Refusal("SOURCE_DATE_EPOCH takes a number of seconds since 1970, not '\(written)'")
    }
    epoch = seconds
  }

  /// - Parameter timeZone: an IANA name; an unknown one counts as UTC.
  var today: @Sendable (_ timeZone: String) -> CivilDay {
    let (fixed, epoch) = (fixed, epoch)
    return { timeZone in
      if let fixed { return fixed }
      // A build with SOURCE_DATE_EPOCH gives the same site everywhere: the day is UTC's.
      if let epoch {
        return Clock.day(Date(timeIntervalSince1970: Double(epoch)), TimeZone(secondsFromGMT: 0))
      }
      return Clock.day(Date(), TimeZone(identifier: timeZone))
    }
  }

  /// The day that it really is, in UTC.
  static var calendarDay: CivilDay { day(Date(), .gmt) }

  private static func day(_ date: Date, _ zone: TimeZone?) -> CivilDay {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: date)
    guard let year = parts.year, let month = parts.month, let day = parts.day,
      let civil = CivilDay(year: year, month: month, day: day)
    else { preconditionFailure("the calendar gave no day") }
    return civil
  }
}
