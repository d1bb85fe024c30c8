/// A day of the proleptic Gregorian calendar; year 0 is 1 BC, as in ISO 8601.
public struct CivilDay: Hashable, Sendable, Comparable {
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int

  /// The years a day can lie in: 15 digits, so that counting days never overflows.
  public static let years = -999_999_999_999_999...999_999_999_999_999

  /// Nil when there is no such day, or its year is outside ``years``.
  public init?(year: Int, month: Int, day: Int) {
    guard CivilDay.years.contains(year), (1...12).contains(month),
      (1...CivilDay.daysIn(month: month, year: year)).contains(day)
    else { return nil }
    self.init(known: year, month, day)
  }

  /// For days that the caller has built by a rule of the calendar.
  init(known year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  public static func daysIn(month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The last day of a month.
  static func end(of month: Int, in year: Int) -> CivilDay {
    CivilDay(known: year, month, daysIn(month: month, year: year))
  }

  public static func < (a: CivilDay, b: CivilDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
