import EDTF

/// Dates that hang on another: on publication, on an event, on the date before.
extension DateReading {
  /// A number of units at `index`: `two days`, `a week`, `several months`; the count nil for a few.
  private func quantity(at index: Int) -> (count: Int?, unit: EnglishCalendar.Unit, end: Int)? {
    var place = index
    var count: Int?
    if stands("a", "few", at: place) {
      place += 2
    } else if stands("a", "couple", "of", at: place) {
      (place, count) = (place + 3, 2)
    } else if EnglishCalendar.vagueNumbers.contains(word(place)) {
      place += 1
    } else if word(place) == "the", EnglishCalendar.units[word(place + 1)] != nil {
      (place, count) = (place + 1, 1)
    } else if words.indices.contains(place),
      let number = words[place].number ?? EnglishCalendar.numbers[word(place)]
    {
      (place, count) = (place + 1, number)
    } else {
      return nil
    }
    guard let unit = EnglishCalendar.units[word(place)], follows(place) else { return nil }
    return (count, unit, place + 1)
  }

  // MARK: Ago

  /// `three days ago` is a day, weeks are about a day, months and years about a month and a year.
  func ago(at index: Int) -> Match? {
    guard let (count, unit, end) = quantity(at: index), follows(end), word(end) == "ago" else { return nil }
    let date: EDTFDate?
    if let count {
      date = edtf(shifted(published, by: -count, unit))
    } else {
      date = edtf("[..\(published.isoText)]")
    }
    guard let date else { return nil }
    return Match(
      start: index, end: end + 1, rule: .ago, date: date,
      reason: count == nil
        ? "nobody knows how many: some day up to publication on \(publishedWords)"
        : "counted back from publication on \(publishedWords)")
  }

  /// Days exactly, anything coarser as finely as it was said.
  private func shifted(_ day: CivilDay, by count: Int, _ unit: EnglishCalendar.Unit) -> String {
    let month = day.year * 12 + day.month - 1
    switch unit {
    case .hour: return day.adding(days: count < 0 ? -((-count + 23) / 24) : (count + 23) / 24).isoText + "~"
    case .day: return day.adding(days: count).isoText
    case .week: return day.adding(days: 7 * count).isoText + "~"
    case .month: return DateReading.month(max(0, month + count)) + "~"
    case .year: return DateReading.year4(max(0, day.year + count)) + "~"
    }
  }

  // MARK: After and before an event

  /// `two days after X`, `the day before X`, `two days later`.
  func anchored(at index: Int) -> Match? {
    guard let (count, unit, end) = quantity(at: index), follows(end) else { return nil }
    let sign: Int
    switch word(end) {
    case "after": sign = 1
    case "before": sign = -1
    case "later": return later(index, count, unit, end + 1, 1)
    case "earlier": return later(index, count, unit, end + 1, -1)
    default: return nil
    }
    if ["yesterday", "tomorrow"].contains(word(end + 1)) { return nil }
    let anchor = anchorWords(from: end + 1)
    guard !anchor.isEmpty else { return nil }
    let name = words[anchor].map(\.text).joined(separator: " ")
    let direction = sign > 0 ? "after" : "before"
    guard let known = date(of: anchor, name) else {
      return unanchored(index, anchor, isAhead: isAhead(index), direction)
    }
    let day = known.precision == .day ? known.bounds(hemisphere: hemisphere).lower.day : nil
    let result = count.flatMap { count in day.map { shifted($0, by: sign * count, unit) } }
    return Match(
      start: index, end: anchor.upperBound, rule: .anchored, date: result.flatMap { edtf($0) },
      reason: "counted from '\(written(anchor))', of \(known.text)")
  }

  /// What has happened is of some day up to publication, whatever it hangs on.
  private func unanchored(_ start: Int, _ anchor: Range<Int>, isAhead: Bool, _ direction: String) -> Match {
    Match(
      start: start, end: anchor.upperBound, rule: .anchored,
      date: isAhead ? nil : edtf("[..\(published.isoText)]"),
      reason: "\(direction) '\(written(anchor))', whose date is not known: date that event and count from it")
  }

  /// The words of the event, up to the end of its clause, at most twelve.
  private func anchorWords(from start: Int) -> Range<Int> {
    var end = start
    while end < words.count, end < start + 12 {
      if end > start, words[end].gap != .space && words[end].gap != .hyphen { break }
      if end > start, ["that", "and", "but", "which", "while", "when"].contains(word(end)) { break }
      end += 1
    }
    return start..<end
  }

  /// A date that stands in the event's words, or that of an event of the site by that name.
  private func date(of anchor: Range<Int>, _ name: String) -> EDTFDate? {
    for place in anchor {
      let match = plainDate(at: place) ?? season(at: place) ?? weekday(at: place) ?? day(at: place)
      if let date = match?.date { return date }
    }
    let padded = " \(name) "
    return anchors.first { padded.contains(" \($0.name) ") }?.date
  }

  private func later(
    _ start: Int, _ count: Int?, _ unit: EnglishCalendar.Unit, _ end: Int, _ sign: Int
  ) -> Match? {
    let known = nearest.flatMap { $0.precision == .day ? $0.bounds(hemisphere: hemisphere).lower.day : nil }
    guard let known, let count, let date = edtf(shifted(known, by: sign * count, unit)) else {
      return Match(
        start: start, end: end, rule: .later, date: nil, reason: "no day stands before it to count from")
    }
    return Match(
      start: start, end: end, rule: .later, date: date,
      reason: "counted from \(known.isoText), the date before")
  }

  // MARK: That year

  /// `August of that year`, `that summer`, `later that year`, `the same day`.
  func thatPeriod(at index: Int) -> Match? {
    let named = EnglishCalendar.months[word(index)] ?? EnglishCalendar.seasons[word(index)]
    let isMonth = named != nil && words[index].isCapitalized
    if named != nil, isMonth || named ?? 0 > 12 {
      let place = word(index + 1) == "of" ? index + 2 : index + 1
      if isThat(place), stands("year", at: place + 1) || stands("same", "year", at: place + 1) {
        return inThatYear(named, index, place + (word(place + 1) == "same" ? 3 : 2))
      }
    }
    guard isThat(index), follows(index + 1) else { return nil }
    let place = word(index + 1) == "same" ? index + 2 : index + 1
    guard word(index) != "the" || word(index + 1) == "same" else { return nil }
    if let month = EnglishCalendar.months[word(place)], words[place].isCapitalized {
      return inThatYear(month, index, place + 1)
    }
    if let season = EnglishCalendar.seasons[word(place)] { return inThatYear(season, index, place + 1) }
    switch word(place) {
    case "year": return inThatYear(nil, index, place + 1)
    case "month": return nearestCut(to: 7, .month, index, place + 1)
    case "day": return nearestCut(to: 10, .day, index, place + 1)
    default: return nil
    }
  }

  private func isThat(_ index: Int) -> Bool {
    word(index) == "that" || word(index) == "the" && word(index + 1) == "same"
  }

  private func inThatYear(_ part: Int?, _ start: Int, _ end: Int) -> Match? {
    guard let nearest, let year = nearest.bounds(hemisphere: hemisphere).lower.day?.year,
      (0...9999).contains(year)
    else { return nil }
    let suffix = part.map { "-\($0 < 10 ? "0" : "")\($0)" } ?? ""
    return edtf(DateReading.year4(year) + suffix).map {
      Match(
        start: start, end: end, rule: .thatPeriod, date: $0,
        reason: "the year of \(nearest.text), the nearest date before it")
    }
  }

  /// The date before, as finely as it is spoken of: `2025-03` of `2025-03-04`.
  private func nearestCut(to length: Int, _ precision: Precision, _ start: Int, _ end: Int) -> Match? {
    guard let nearest, let known = nearest.precision, known >= precision, case .date(let date) = nearest.form,
      date.isPlain, date.season == nil
    else { return nil }
    return edtf(String(nearest.text.prefix(length))).map {
      Match(
        start: start, end: end, rule: .thatPeriod, date: $0,
        reason: "that of \(nearest.text), the nearest date before it")
    }
  }
}
