/// The days a date may begin and end on; strict, qualifiers do not move them.
public struct DateBounds: Hashable, Sendable {
  public enum Bound: Hashable, Sendable {
    case day(CivilDay)
    /// `..`: goes on without end.
    case open
    /// An empty interval end: nobody knows.
    case unknown

    public var day: CivilDay? {
      if case .day(let day) = self { day } else { nil }
    }
  }

  public let lower: Bound
  public let upper: Bound

  public init(lower: Bound, upper: Bound) {
    self.lower = lower
    self.upper = upper
  }

  /// Whether every day of this lies before every day of `other`.
  public func isCertainlyBefore(_ other: DateBounds) -> Bool {
    guard case .day(let end) = upper, case .day(let start) = other.lower else { return false }
    return end < start
  }

  /// How many days lie between the bounds, both counted; nil unless both are days.
  public var dayCount: Int? {
    guard let first = lower.day, let last = upper.day else { return nil }
    return last.number - first.number + 1
  }
}

/// The order of a timeline. It is total, and says nothing about what happened first: for that there is
/// ``isCertainlyBefore(_:)``.
///
/// By lower bound (the upper if the lower is unknown), then the narrower, then the upper bound. An open
/// start comes first of all; dates of which nothing is known come last.
extension DateBounds: Comparable {
  public static func < (a: DateBounds, b: DateBounds) -> Bool {
    a.rank < b.rank
  }

  /// Different for different bounds, so that no two of them tie.
  private var rank: (Int, Int, Int, Int) {
    let position: Int
    switch (lower, upper) {
    case (.day(let day), _), (.unknown, .day(let day)): position = day.number
    case (.open, _): position = .min
    case (.unknown, .open): position = .max - 1
    case (.unknown, .unknown): position = .max
    }
    return (position, width, end, lower == .unknown ? 1 : 0)
  }

  /// Days between the bounds; an unknown bound counts as wider than any days, an open one as wider still.
  private var width: Int {
    if let dayCount { return dayCount }
    return lower == .open || upper == .open ? .max : .max - 1
  }

  private var end: Int {
    switch upper {
    case .day(let day): day.number
    case .unknown: .max - 1
    case .open: .max
    }
  }
}
