import EDTF

/// Seasons, quarters and halves of a year.
extension DateReading {
  /// `the summer of 2024`, `winter 2024–25`, `last summer`, `the first half of 2024`.
  func season(at index: Int) -> Match? {
    if let match = partOfYear(at: index) { return match }
    guard let code = EnglishCalendar.seasons[word(index)] else { return nil }
    let place = word(index + 1) == "of" ? index + 2 : index + 1
    if let year = yearNumber(place, afterComma: false) { return season(code, of: year, index, place + 1) }
    guard index > 0, follows(index), let shift = ["last": -1, "this": 0, "next": 1][word(index - 1)]
    else { return nil }
    return named(code, shift, index)
  }

  private func season(_ code: Int, of year: Int, _ start: Int, _ end: Int) -> Match? {
    // `winter 2024–25`
    if words.indices.contains(end), words[end].gap == .hyphen, let second = Int(word(end)),
      second == (year + 1) % 100 || second == year + 1,
      let season = Season(code: code), season.crossesNewYear(in: hemisphere)
    {
      let text = "\(DateReading.month(year * 12 + 11))/\(DateReading.month((year + 1) * 12 + 1))"
      return edtf(text).map {
        Match(start: start, end: end + 1, rule: .season, date: $0, reason: "from December to February")
      }
    }
    guard let date = edtf("\(DateReading.year4(year))-\(code)") else { return nil }
    return Match(
      start: start, end: end, rule: .season, date: date, reason: "a season of \(year)\(doubt(date))")
  }

  private func doubt(_ date: EDTFDate) -> String {
    date.seasonCrossesNewYear(in: hemisphere)
      ? "; it crosses New Year, so an interval of months says it more clearly" : ""
  }

  /// `last summer` has begun before publication, and is not the one that goes on; `this summer` is that of its year.
  private func named(_ code: Int, _ shift: Int, _ index: Int) -> Match? {
    let candidates = (-2...2).compactMap { edtf("\(DateReading.year4(published.year + $0))-\(code)") }
    let chosen: EDTFDate?
    switch shift {
    case -1: chosen = candidates.last { end(of: $0).map { $0 < published } ?? false }
    case 1: chosen = candidates.first { start(of: $0).map { $0 > published } ?? false }
    default: chosen = candidates.first { end(of: $0).map { $0 >= published } ?? false }
    }
    guard let chosen else { return nil }
    let words = ["the latest that ended before", "the one of", "the first that begins after"][shift + 1]
    return Match(
      start: index - 1, end: index + 1, rule: .season, date: chosen,
      reason: "\(words) publication on \(publishedWords)\(doubt(chosen))")
  }

  private func start(of date: EDTFDate) -> CivilDay? { date.bounds(hemisphere: hemisphere).lower.day }
  private func end(of date: EDTFDate) -> CivilDay? { date.bounds(hemisphere: hemisphere).upper.day }

  private func partOfYear(at index: Int) -> Match? {
    guard let number = EnglishCalendar.ordinals[word(index)], follows(index + 1), word(index + 2) == "of",
      let year = yearNumber(index + 3, afterComma: false)
    else { return nil }
    let code: Int
    switch word(index + 1) {
    case "quarter": code = 32 + number
    case "half" where number <= 2: code = 39 + number
    default: return nil
    }
    return edtf("\(year)-\(code)").map {
      Match(start: index, end: index + 4, rule: .season, date: $0, reason: "a part of \(year)")
    }
  }
}
