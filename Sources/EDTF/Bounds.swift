/// From a date to the days it may mean.
extension EDTFDate {
  /// The first and the last day it may mean, seasons read in `hemisphere`.
  public func bounds(hemisphere: Hemisphere) -> DateBounds {
    form.bounds { date in
      .init(lower: .day(date.firstDay(in: hemisphere)), upper: .day(date.lastDay(in: hemisphere)))
    }
  }

  /// The bounds to draw: as ``bounds(hemisphere:)``, but a component marked `~` or `%` reaches one unit
  /// further both ways: a year, a month, a day, the length of a season, ten years for `196X~`. No rule may
  /// use them.
  public func drawnBounds(hemisphere: Hemisphere) -> DateBounds {
    form.bounds { $0.drawnBounds(in: hemisphere) }
  }
}

extension DateForm {
  /// The bounds of the whole, given those of each date in it.
  fileprivate func bounds(of date: (CalendarDate) -> DateBounds) -> DateBounds {
    switch self {
    case .date(let single), .dateTime(let single, _): date(single)
    case .interval(let start, let end): DateBounds(from: start, to: end, of: date)
    case .set(let set): set.bounds(of: date)
    }
  }
}

extension DateBounds {
  fileprivate init(from start: IntervalEnd, to end: IntervalEnd, of date: (CalendarDate) -> DateBounds) {
    let (first, last) = (start.date.map(date), end.date.map(date))
    if let first, let last {
      // A season may begin before the start of the interval in the other hemisphere; then both count.
      let isReversed = first.lower.day ?? .first > last.upper.day ?? .last
      self = isReversed ? DateBounds(joining: [first, last]) : .init(lower: first.lower, upper: last.upper)
    } else {
      self.init(
        lower: first?.lower ?? (start == .open ? .open : .unknown),
        upper: last?.upper ?? (end == .open ? .open : .unknown))
    }
  }

  /// From the first day of any to the last day of any; all bounds must be days.
  fileprivate init(joining bounds: [DateBounds]) {
    let days = bounds.flatMap { [$0.lower.day, $0.upper.day] }.compactMap { $0 }
    self.init(
      lower: days.min().map(Bound.day) ?? .unknown, upper: days.max().map(Bound.day) ?? .unknown)
  }
}

extension DateSet {
  fileprivate func bounds(of date: (CalendarDate) -> DateBounds) -> DateBounds {
    let joined = DateBounds(joining: members.flatMap(\.dates).map(date))
    var (lower, upper) = (joined.lower, joined.upper)
    if case .upTo = members.first { lower = .open }
    if case .from = members.last { upper = .open }
    return DateBounds(lower: lower, upper: upper)
  }
}

extension CivilDay {
  fileprivate static let first = CivilDay(known: years.lowerBound, 1, 1)
  fileprivate static let last = CivilDay(known: years.upperBound, 12, 31)
}
