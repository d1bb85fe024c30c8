/// Days as numbers: counting, adding, and the day of the week.
///
/// A year is taken to begin on 1 March, so that a leap day is its last; then months and years have closed
/// formulas. 400 years are 146,097 days.
extension CivilDay {
  /// Days since 1 January 1970, which is 0.
  public var number: Int {
    let shifted = month > 2 ? year : year - 1
    let cycle = floored(shifted, by: 400)
    let yearOfCycle = shifted - cycle * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * 146_097 + dayOfCycle - 719_468
  }

  /// The day with this ``number``; beyond ``years`` the first or the last day there is.
  public init(number: Int) {
    let first = CivilDay(known: CivilDay.years.lowerBound, 1, 1)
    let last = CivilDay(known: CivilDay.years.upperBound, 12, 31)
    if number <= first.number {
      self = first
    } else if number >= last.number {
      self = last
    } else {
      self.init(inRange: number)
    }
  }

  private init(inRange number: Int) {
    let days = number + 719_468
    let cycle = floored(days, by: 146_097)
    let dayOfCycle = days - cycle * 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    self.init(known: year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The day `days` later, or earlier when negative; beyond ``years`` the first or the last day there is.
  public func adding(days: Int) -> CivilDay {
    let (sum, overflowed) = number.addingReportingOverflow(days)
    if overflowed { return CivilDay(number: days < 0 ? .min : .max) }
    return CivilDay(number: sum)
  }

  public var weekday: Weekday {
    // 1 January 1970 was a Thursday.
    let fromMonday = (number + 3) - floored(number + 3, by: 7) * 7
    return Weekday.allCases[fromMonday]
  }
}

/// A day of the week, numbered from Monday as 1 (ISO 8601).
public enum Weekday: Int, Hashable, Sendable, CaseIterable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday
}

/// The quotient rounded toward minus infinity, which days before year 0 and before 1970 need.
private func floored(_ number: Int, by divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}
