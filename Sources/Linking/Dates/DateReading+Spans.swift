import EDTF

/// Stretches of time that end at publication or lie beside it.
extension DateReading {
  /// `in recent weeks`, `over the past week`, `the last two years`: an approximate interval up to publication.
  func recent(at index: Int) -> Match? {
    if word(index) == "recent", let unit = EnglishCalendar.units[word(index + 1)], follows(index + 1) {
      return interval(unit, nil, start: index, end: index + 2)
    }
    guard ["past", "last"].contains(word(index)), index > 0, follows(index),
      ["the", "these"].contains(word(index - 1)), follows(index + 1)
    else { return nil }
    var place = index + 1
    var count: Int? = 1
    if let number = words[place].number ?? EnglishCalendar.numbers[word(place)] {
      count = number
      place += 1
    } else if EnglishCalendar.vagueNumbers.contains(word(place)) {
      count = nil
      place += stands("couple", "of", at: place) ? 2 : 1
    }
    guard let unit = EnglishCalendar.units[word(place)], follows(place) else { return nil }
    return interval(unit, count, start: index - 1, end: place + 1)
  }

  /// - Parameter count: nil for a few.
  private func interval(_ unit: EnglishCalendar.Unit, _ count: Int?, start: Int, end: Int) -> Match? {
    let text: String
    switch unit {
    case .hour: text = days(max(1, ((count ?? 24) + 23) / 24))
    case .day: text = days(count ?? 7)
    case .week: text = days(7 * (count ?? 4))
    case .month:
      let first = publishedMonth - (count ?? 6)
      text = "\(DateReading.month(first))~/\(DateReading.month(publishedMonth))"
    case .year:
      text = "\(DateReading.year4(published.year - (count ?? 5)))~/\(DateReading.year4(published.year))"
    }
    guard let date = edtf(text) else { return nil }
    // The preposition belongs to it.
    let hasPreposition =
      start > 0 && follows(start) && ["in", "over", "during", "for", "within"].contains(word(start - 1))
    return Match(
      start: hasPreposition ? start - 1 : start, end: end, rule: .recent, date: date,
      reason: "an approximate interval up to publication on \(publishedWords)")
  }

  private func days(_ count: Int) -> String {
    "\(published.adding(days: -count).isoText)~/\(published.isoText)"
  }

  // MARK: Weeks, months, years beside publication

  /// `last week`, `this month`, `next year`, `the weekend`.
  func period(at index: Int) -> Match? {
    let shifts = ["last": -1, "this": 0, "next": 1, "previous": -1, "coming": 1]
    if stands("the", "weekend", at: index) || stands("at", "weekend", at: index) {
      return weekend(-1, index, index + 2)
    }
    guard let shift = shifts[word(index)], follows(index + 1) else { return nil }
    let end = index + 2
    let text: String
    switch word(index + 1) {
    case "week": text = week(shift)
    case "month": text = DateReading.month(publishedMonth + shift)
    case "year": text = DateReading.year4(published.year + shift)
    case "weekend": return weekend(shift, index, end)
    default: return nil
    }
    guard let date = edtf(text) else { return nil }
    let words = ["the one before", "the one of", "the one after"][shift + 1]
    return Match(
      start: index, end: end, rule: .period, date: date, reason: "\(words) publication on \(publishedWords)")
  }

  /// One of its days, Monday to Sunday; of this week, up to publication unless it speaks of what will be.
  private func week(_ shift: Int) -> String {
    let monday = published.adding(days: 1 - published.weekday.rawValue + 7 * shift)
    return "[\(monday.isoText)..\(monday.adding(days: 6).isoText)]"
  }

  private func weekend(_ shift: Int, _ index: Int, _ end: Int) -> Match? {
    // That of the week of publication is the last one only when it has begun.
    let saturday = published.adding(days: 6 - published.weekday.rawValue)
    let hasBegun = saturday <= published
    let weeks = shift < 0 ? (hasBegun && word(index) == "the" ? 0 : -1) : shift
    let first = saturday.adding(days: 7 * weeks)
    return edtf("[\(first.isoText),\(first.adding(days: 1).isoText)]").map {
      Match(
        start: index, end: end, rule: .period, date: $0,
        reason: "one of its two days, beside publication on \(publishedWords)")
    }
  }
}
