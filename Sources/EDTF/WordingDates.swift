/// Single dates, without their marks.
extension Wording {
  func unmarked(_ date: CalendarDate) -> String {
    let year = year(date.year.value)
    guard let part = withoutYear(date) else { return year }
    if date.isWhollyUnknownDay { return words.unknownDay }
    let isVague = !date.year.value.isExact || date.month?.isWhollyUnspecified == true
    return (isVague ? words.dateInYear : words.dateOfYear).filled([.date: part, .year: year])
  }

  /// `4 March`, `March`, `summer`; nil for a year.
  func withoutYear(_ date: CalendarDate) -> String? {
    if let season = date.season { return self.season(season) }
    guard let month = date.month else { return nil }
    guard let day = date.day?.value else { return self.month(month, names: words.months) }
    return self.day(day, of: month)
  }

  private func season(_ season: Season) -> String {
    switch season.kind {
    case .season(let place): words.seasons[place]
    case .northern(let place): words.northern.filled([.season: words.seasons[place]])
    case .southern(let place): words.southern.filled([.season: words.seasons[place]])
    case .quarter(let place): words.quarters[place]
    case .third(let place): words.thirds[place]
    case .half(let place): words.halves[place]
    }
  }

  private func month(_ month: MaskedNumber, names: [String]) -> String {
    if month.isKnown { return names[month.least - 1] }
    if month.isWhollyUnspecified { return words.someMonth }
    let possible = (1...12).filter(month.admits).map { names[$0 - 1] }
    if possible.count <= 3 { return list(possible) }
    return words.monthBetween.filled([.first: possible[0], .last: possible[possible.count - 1]])
  }

  private func day(_ day: MaskedNumber, of month: MaskedNumber) -> String {
    if day.isWhollyUnspecified {
      if month.isWhollyUnspecified { return words.someDay }
      return words.someDayIn.filled([.month: self.month(month, names: words.months)])
    }
    let (days, isBetween) = self.days(day, of: month)
    if month.isKnown {
      return words.dayOfMonth.filled([.day: days, .month: words.monthsOfDays[month.least - 1]])
    }
    return (isBetween ? words.daysOfSomeMonth : words.dayOfSomeMonth).filled([
      .days: days, .month: self.month(month, names: words.months),
    ])
  }

  /// `4, 14 or 24`, or the first and the last of more.
  private func days(_ day: MaskedNumber, of month: MaskedNumber) -> (text: String, isBetween: Bool) {
    if day.isKnown { return (figures(day.least), false) }
    // A leap year, so that no day is missing.
    let longest = (1...12).filter(month.admits).map { CivilDay.daysIn(month: $0, year: 2000) }.max() ?? 31
    let possible = (1...longest).filter(day.admits).map(figures)
    if possible.count <= 4 { return (list(possible), false) }
    return (words.dayBetween.filled([.first: possible[0], .last: possible[possible.count - 1]]), true)
  }

  func figures(_ day: Int) -> String { words.dayNumber.filled([.day: String(day)]) }

  // MARK: Years

  func year(_ year: Year) -> String {
    if let written = year.written {
      guard year.significantDigits != nil else { return exact(written) }
      return words.estimatedYear.filled([
        .first: exact(year.least), .last: exact(year.greatest), .year: exact(written),
      ])
    }
    let unspecified = year.magnitude.unspecifiedFromRight
    if unspecified == 4 && !year.isNegative { return words.unknownYear }
    if let unspecified, unspecified <= 2, year.least >= 1000 {
      return words.years.filled([.year: String(year.least)])
    }
    return (unspecified == nil ? words.someYearLike : words.someYear).filled([
      .first: exact(year.least), .last: exact(year.greatest), .pattern: year.text,
    ])
  }

  /// The year before 1 is 1 BC.
  func exact(_ year: Int) -> String {
    if year <= 0 { return words.beforeChrist.filled([.year: grouped(1 - year)]) }
    if year < 1000 { return words.earlyYear.filled([.year: String(year)]) }
    if year > 9999 { return words.longYear.filled([.year: grouped(year)]) }
    return String(year)
  }

  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    guard digits.count > 4 else { return String(digits) }
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += words.digitGroups }
      text.append(digit)
    }
    return text
  }
}

extension CalendarDate {
  /// `XXXX-XX-XX`
  fileprivate var isWhollyUnknownDay: Bool {
    day?.value.isWhollyUnspecified == true && month?.isWhollyUnspecified == true
      && year.value.magnitude.isWhollyUnspecified && !year.value.isNegative
  }
}
