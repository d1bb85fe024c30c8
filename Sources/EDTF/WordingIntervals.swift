/// Intervals and sets, with what their dates share said once.
extension Wording {
  func interval(_ start: IntervalEnd, _ end: IntervalEnd) -> String {
    switch (start, end) {
    case (.date(let first), .date(let last)): between(first, last)
    case (.date(let first), .open): words.ongoing.filled([.start: marked(first)])
    case (.date(let first), .unknown): words.fromUnknownEnd.filled([.start: marked(first)])
    case (.open, .date(let last)): words.until.filled([.end: marked(last)])
    case (.unknown, .date(let last)): words.untilUnknownStart.filled([.end: marked(last)])
    case (.open, .open): words.withoutStartOrEnd
    case (.open, .unknown): words.onlyEndUnknown
    case (.unknown, .open): words.onlyStartUnknown
    case (.unknown, .unknown): words.startAndEndUnknown
    }
  }

  private func between(_ first: CalendarDate, _ last: CalendarDate) -> String {
    first == last ? marked(first) : pair(first, last, words.fromTo, .start, .end)
  }

  /// The year, and of days the month, are said once where both dates have the same.
  private func pair(
    _ first: CalendarDate, _ last: CalendarDate, _ pattern: Pattern, _ firstSlot: Pattern.Slot,
    _ lastSlot: Pattern.Slot
  ) -> String {
    let (a, b) = unitedParts(first, last) ?? (marked(first), marked(last))
    return pattern.filled([firstSlot: a, lastSlot: b])
  }

  /// What to say of two plain dates of one year: the first without the year, or only its day, where the
  /// table puts that last and first.
  private func unitedParts(_ first: CalendarDate, _ last: CalendarDate) -> (String, String)? {
    guard first.isPlain, last.isPlain, first.precision == last.precision, first.precision != .year,
      first.earliest.year == last.earliest.year, words.dateOfYear.begins(with: .date),
      let part = withoutYear(first)
    else { return nil }
    let isOneMonth = first.precision == .day && first.earliest.month == last.earliest.month
    return (
      isOneMonth && words.dayOfMonth.begins(with: .day) ? figures(first.earliest.day) : part,
      marked(last)
    )
  }

  // MARK: Sets

  func set(_ set: DateSet) -> String {
    if let days = daysOfOneMonth(set) { return days }
    if let parts = datesOfOneYear(set) { return parts }
    let text = list(set.members.map { member($0, set.choice) }, set.choice)
    guard set.members.count == 1, case .range = set.members[0] else { return text }
    return (set.choice == .one ? words.oneOf : words.allOf).filled([.list: text])
  }

  private func member(_ member: DateSet.Member, _ choice: DateSet.Choice) -> String {
    switch member {
    case .date(let date): marked(date)
    case .range(let first, let last): pair(first, last, words.range, .first, .last)
    case .upTo(let date):
      (choice == .one ? words.orEarlier : words.andEarlier).filled([.date: marked(date)])
    case .from(let date):
      (choice == .one ? words.orLater : words.andLater).filled([.date: marked(date)])
    }
  }

  /// `2 or 3 March 2025`
  private func daysOfOneMonth(_ set: DateSet) -> String? {
    guard let dates = plainDates(set), dates.allSatisfy({ $0.precision == .day }) else { return nil }
    let (year, month) = (dates[0].earliest.year, dates[0].earliest.month)
    guard dates.allSatisfy({ $0.earliest.year == year && $0.earliest.month == month }) else { return nil }
    let days = list(dates.map { figures($0.earliest.day) }, set.choice)
    let date = words.dayOfMonth.filled([.day: days, .month: words.monthsOfDays[month - 1]])
    return words.dateOfYear.filled([.date: date, .year: exact(year)])
  }

  /// `January or March 2025`
  private func datesOfOneYear(_ set: DateSet) -> String? {
    guard let dates = plainDates(set) else { return nil }
    let year = dates[0].earliest.year
    let parts = dates.compactMap(withoutYear)
    guard parts.count == dates.count, dates.allSatisfy({ $0.earliest.year == year }) else { return nil }
    return words.dateOfYear.filled([.date: list(parts, set.choice), .year: exact(year)])
  }

  /// The members, when all are plain dates.
  private func plainDates(_ set: DateSet) -> [CalendarDate]? {
    let dates = set.members.compactMap { member -> CalendarDate? in
      if case .date(let date) = member, date.isPlain { date } else { nil }
    }
    return dates.count == set.members.count ? dates : nil
  }
}
