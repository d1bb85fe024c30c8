/// A date, season, interval or set in the Extended Date/Time Format (ISO 8601-2:2019, Library of
/// Congress profile, levels 0 to 2).
public struct EDTFDate: Hashable, Sendable {
  /// The canonical spelling.
  public let text: String
  /// The lowest level that accepts it: 0, 1 or 2.
  public let level: Int

  /// Reads one EDTF string.
  public init(parsing text: String) throws(EDTFError) {
    throw EDTFError(column: 1, message: "not written yet")
  }

  /// The first and the last day it may mean, seasons read in `hemisphere`.
  public func bounds(hemisphere: Hemisphere) -> DateBounds {
    DateBounds(lower: .unknown, upper: .unknown)
  }

  /// The date as a reader says it, in `language` (BCP 47; English where no table is known).
  public func words(language: String) -> String { text }
}

/// Why a string is no EDTF date, and what to write instead.
public struct EDTFError: Error, Hashable, Sendable {
  /// The place of what is wrong, counted from 1 in Unicode scalars.
  public let column: Int
  public let message: String
}

/// Decides which months the seasons 21 to 24 name.
public enum Hemisphere: String, Sendable {
  case north, south
}

/// The days a date may begin and end on; strict, qualifiers do not move them.
public struct DateBounds: Hashable, Sendable {
  public enum Bound: Hashable, Sendable {
    case day(CivilDay)
    /// `..`: goes on without end.
    case open
    /// An empty interval end: nobody knows.
    case unknown
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
}
