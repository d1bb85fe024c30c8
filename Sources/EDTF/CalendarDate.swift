/// How finely a date is given.
public enum Precision: Int, Hashable, Sendable, Comparable {
  case year, season, month, day, second

  public static func < (a: Precision, b: Precision) -> Bool { a.rawValue < b.rawValue }
}

/// One date: a year, or with a month or a season, or with a month and a day; each with its marks.
public struct CalendarDate: Hashable, Sendable {
  /// What stands after the year.
  public enum Part: Hashable, Sendable {
    case month(MaskedNumber)
    case season(Season)
  }

  public let year: Marked<Year>
  public let part: Marked<Part>?
  public let day: Marked<MaskedNumber>?
  /// The first day it may mean; of a season, the first day of the earliest year.
  let earliest: CivilDay
  /// The last day it may mean; of a season, the last day of the latest year.
  let latest: CivilDay

  /// Nil when no completion of the unspecified digits is a real date.
  init?(year: Marked<Year>, part: Marked<Part>? = nil, day: Marked<MaskedNumber>? = nil) {
    guard
      let earliest = Completion(year: year.value, month: part?.value.month, day: day?.value).earliest,
      let latest = Completion(year: year.value, month: part?.value.month, day: day?.value).latest
    else { return nil }
    self.year = year
    self.part = part
    self.day = day
    self.earliest = earliest
    self.latest = latest
  }

  init?(_ day: CivilDay) {
    self.init(
      year: Marked(
        Year(
          notation: .fourDigits, isNegative: day.year < 0,
          magnitude: MaskedNumber(abs(day.year), width: 4), significantDigits: nil)),
      part: Marked(.month(MaskedNumber(day.month, width: 2))),
      day: Marked(MaskedNumber(day.day, width: 2)))
  }

  public var precision: Precision {
    if day != nil { return .day }
    switch part?.value {
    case nil: return .year
    case .month: return .month
    case .season: return .season
    }
  }

  public var season: Season? { part?.value.season }
  public var month: MaskedNumber? { part?.value.month }

  /// The day, when exactly one is meant and nothing is marked.
  public var plainDay: CivilDay? {
    precision == .day && isPlain ? earliest : nil
  }

  /// No mark, no unspecified digit, no estimate.
  public var isPlain: Bool { !isMarked && !hasUnspecifiedDigits && year.value.isExact }

  var isMarked: Bool {
    year.isMarked || (part?.isMarked ?? false) || (day?.isMarked ?? false)
  }

  var hasUnspecifiedDigits: Bool {
    !year.value.magnitude.isKnown || !(month?.isKnown ?? true) || !(day?.value.isKnown ?? true)
  }

  func firstDay(in hemisphere: Hemisphere) -> CivilDay {
    season?.firstDay(in: year.value.least, hemisphere) ?? earliest
  }

  func lastDay(in hemisphere: Hemisphere) -> CivilDay {
    season?.lastDay(in: year.value.greatest, hemisphere) ?? latest
  }

  /// The latest day the date can be said to begin on: the first day of its last year, month or season.
  var latestBeginning: CivilDay {
    switch precision {
    case .year: CivilDay(known: latest.year, 1, 1)
    case .season: season?.firstDay(in: year.value.greatest, .north) ?? latest
    case .month: CivilDay(known: latest.year, latest.month, 1)
    case .day, .second: latest
    }
  }
}

extension CalendarDate.Part {
  public var month: MaskedNumber? {
    if case .month(let month) = self { month } else { nil }
  }

  public var season: Season? {
    if case .season(let season) = self { season } else { nil }
  }
}
