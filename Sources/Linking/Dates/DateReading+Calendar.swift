import EDTF

/// Dates by their names: days, months, seasons, years.
extension DateReading {
  /// `2 March 2025`, `March 2, 2025`, `March 2025`, `2025-03-02`, `in 2022`, with the day of the week before it.
  func plainDate(at index: Int) -> Match? {
    if var match = named(at: index) {
      let isSince = follows(index) && word(index - 1) == "since"
      if isSince, let date = match.date, let open = edtf("\(date.text)/..") {
        match = Match(
          start: index - 1, end: match.end, rule: match.rule, date: open, reason: "\(match.reason), and since"
        )
      }
      return match
    }
    // `Friday, 28 February`: the day of the week belongs to the date.
    guard let weekday = EnglishCalendar.weekdays[word(index)], words.indices.contains(index + 1),
      [.space, .comma].contains(words[index + 1].gap), let match = named(at: index + 1),
      case .date(let date)? = match.date?.form, let day = date.plainDay
    else { return nil }
    let differs = day.weekday == weekday ? "" : ", but that was a \(spelled(day).prefix { $0 != "," })"
    return Match(
      start: index, end: match.end, rule: match.rule, date: match.date, reason: match.reason + differs)
  }

  private func named(at index: Int) -> Match? {
    if let iso = iso(at: index) { return iso }
    if let match = dayAndMonth(at: index) ?? monthAndYear(at: index) { return match }
    return year(at: index)
  }

  private func plain(_ start: Int, _ end: Int, _ text: String) -> Match? {
    edtf(text).map { Match(start: start, end: end, rule: .plain, date: $0, reason: "it says all itself") }
  }

  private func iso(at index: Int) -> Match? {
    guard words.indices.contains(index + 2), words[index].text.utf8.count == 4,
      words[index + 1].gap == .hyphen, words[index + 2].gap == .hyphen
    else { return nil }
    let text = "\(word(index))-\(word(index + 1))-\(word(index + 2))"
    return text.utf8.count == 10 ? plain(index, index + 3, text) : nil
  }

  private func monthNumber(_ index: Int) -> Int? {
    guard words.indices.contains(index), words[index].isCapitalized else { return nil }
    return EnglishCalendar.months[word(index)]
  }

  /// A year of four digits at `index`, which may stand behind a comma.
  func yearNumber(_ index: Int, afterComma: Bool) -> Int? {
    guard words.indices.contains(index), words[index].text.utf8.count == 4, let year = words[index].number,
      words[index].gap == .space || afterComma && words[index].gap == .comma, (1000...2199).contains(year)
    else { return nil }
    return year
  }

  private func dayAndMonth(at index: Int) -> Match? {
    let (day, month, end): (Int, Int, Int)
    if let named = monthNumber(index), follows(index + 1), let number = dayNumber(index + 1) {
      (day, month, end) = (number, named, index + 2)
    } else if let number = dayNumber(index), follows(index + 1) {
      let place = word(index + 1) == "of" && words[index].hasOrdinalEnding ? index + 2 : index + 1
      guard let named = monthNumber(place) else { return nil }
      (day, month, end) = (number, named, place + 1)
    } else {
      return nil
    }
    if let year = yearNumber(end, afterComma: true) {
      guard let day = CivilDay(year: year, month: month, day: day) else { return nil }
      return plain(index, end + 1, day.isoText)
    }
    return dayOfSomeYear(day, month, index, end)
  }

  private func dayNumber(_ index: Int) -> Int? {
    guard words.indices.contains(index), let number = words[index].number, (1...31).contains(number),
      words[index].text.utf8.count <= 4
    else { return nil }
    return number
  }

  /// The latest such day up to publication, or the next one of what will be.
  private func dayOfSomeYear(_ day: Int, _ month: Int, _ start: Int, _ end: Int) -> Match? {
    let isAhead = isAhead(start)
    let years = isAhead ? published.year...published.year + 8 : published.year - 8...published.year
    let days = years.compactMap { CivilDay(year: $0, month: month, day: day) }
    let chosen = isAhead ? days.first { $0 >= published } : days.last { $0 <= published }
    guard let chosen, let date = EDTFDate(chosen) else { return nil }
    let words =
      isAhead ? "the first such day from publication on" : "the latest such day up to publication on"
    return Match(start: start, end: end, rule: .plain, date: date, reason: "\(words) \(publishedWords)")
  }

  private func monthAndYear(at index: Int) -> Match? {
    guard let month = monthNumber(index) else { return nil }
    let place = word(index + 1) == "of" ? index + 2 : index + 1
    guard let year = yearNumber(place, afterComma: true) else { return nil }
    return plain(index, place + 1, DateReading.month(year * 12 + month - 1))
  }

  private func year(at index: Int) -> Match? {
    guard index > 0, EnglishCalendar.prepositions.contains(word(index - 1)) || word(index - 1) == "the"
    else { return nil }
    if word(index).utf8.count == 5, word(index).hasSuffix("0s"), let decade = Int(word(index).prefix(4)) {
      return plain(index, index + 1, "\(decade / 10)X")
    }
    guard word(index - 1) != "the", word(index - 1) != "to", word(index - 1) != "for",
      let year = yearNumber(index, afterComma: false), !isCounted(index)
    else { return nil }
    return plain(index, index + 1, String(year))
  }

  /// `in 2000 villages`, `by 1,500`: a number of things is no year.
  private func isCounted(_ index: Int) -> Bool {
    guard words.indices.contains(index + 1) else { return false }
    let next = words[index + 1]
    guard next.gap == .space, !next.isCapitalized else { return false }
    return next.text.hasSuffix("s") && !["was", "is", "has", "as", "its", "this"].contains(next.text)
  }

  // MARK: Months

  /// `in February`, `last August`: the latest up to publication.
  func month(at index: Int) -> Match? {
    guard let month = monthNumber(index), index > 0, follows(index) || words[index].gap == .hyphen else {
      return nil
    }
    let before = word(index - 1)
    let isNamed = ["last", "next", "this"].contains(before)
    guard isNamed || EnglishCalendar.prepositions.contains(before) else { return nil }
    let back = (publishedMonth - (month - 1) + 12) % 12
    let number: Int
    let reason: String
    switch before {
    case "last":
      (number, reason) = (publishedMonth - (back == 0 ? 12 : back), "the latest before the month of")
    case "next": (number, reason) = (publishedMonth + (12 - back), "the first after the month of")
    case "this": (number, reason) = (published.year * 12 + month - 1, "in the year of")
    default:
      let isAhead = isAhead(index)
      number = publishedMonth - back + (isAhead && back > 0 ? 12 : 0)
      reason = isAhead ? "the first from the month of" : "the latest up to the month of"
    }
    let start = isNamed || ["in", "early", "late", "mid"].contains(before) ? index - 1 : index
    let text = DateReading.month(number)
    guard let date = edtf(before == "since" ? "\(text)/.." : text) else { return nil }
    return Match(
      start: before == "since" ? index - 1 : start, end: index + 1, rule: .month, date: date,
      reason: "\(reason) publication on \(publishedWords)")
  }
}
