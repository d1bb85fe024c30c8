/// The lowest level of the Library of Congress profile that has the form.
extension DateForm {
  var level: Int {
    switch self {
    case .date(let date), .dateTime(let date, _): date.level
    case .interval(let start, let end): max(start.level, end.level)
    case .set: 2
    }
  }
}

extension IntervalEnd {
  /// Unspecified digits inside an interval are a feature of level 2.
  fileprivate var level: Int {
    guard case .date(let date) = self else { return 1 }
    return date.hasUnspecifiedDigits ? 2 : date.level
  }
}

extension CalendarDate {
  /// One extension of level 1 at a time; two on one date, or a mark inside it, are level 2. A minus sign
  /// joins with any.
  fileprivate var level: Int {
    var extensions: [Int] = []
    if let level = year.value.level { extensions.append(level) }
    if let season { extensions.append(season.code <= 24 ? 1 : 2) }
    if hasUnspecifiedDigits { extensions.append(unspecifiedLevel) }
    if isMarked { extensions.append(isMarkedAsAWhole ? 1 : 2) }
    if extensions.count > 1 { return 2 }
    return max(extensions.first ?? 0, year.value.isNegative ? 1 : 0)
  }

  /// One mark, at the end.
  private var isMarkedAsAWhole: Bool {
    if day != nil { return !year.isMarked && !(part?.isMarked ?? false) && day?.before == nil }
    if part != nil { return !year.isMarked && part?.before == nil }
    return year.before == nil
  }

  /// 1 for `198X`, `19XX`, `2004-XX`, `1985-04-XX` and `1985-XX-XX`.
  private var unspecifiedLevel: Int {
    let yearCount = year.value.magnitude.unspecifiedFromRight
    if precision == .year { return yearCount.map { $0 <= 2 } == true ? 1 : 2 }
    let isMonthWhole = month.map { $0.isKnown || $0.isWhollyUnspecified } ?? true
    guard yearCount == 0, isMonthWhole else { return 2 }
    guard let day = day?.value else { return 1 }
    return day.isWhollyUnspecified ? 1 : 2
  }
}

extension Year {
  /// Nil for a year of four digits, which every level has.
  fileprivate var level: Int? {
    if significantDigits != nil { return 2 }
    switch notation {
    case .fourDigits: return nil
    case .prefixed: return 1
    case .exponential: return 2
    }
  }
}
