import EDTF

/// Days of the week, and days named from today.
extension DateReading {
  func weekday(at index: Int) -> Match? {
    guard let weekday = EnglishCalendar.weekdays[word(index)], words[index].isCapitalized,
      !isName(index)
    else { return nil }
    let before = follows(index) ? word(index - 1) : ""
    let name = EnglishCalendar.weekdayNames[weekday.rawValue - 1]
    var start = index
    var rule = DateProposal.Rule.weekday
    switch before {
    case "last", "past", "previous": rule = .lastWeekday
    case "next", "coming", "following": rule = .nextWeekday
    case "this": rule = .thisWeekday
    case "on": start = index - 1
    default: break
    }
    if rule == .weekday, isAhead(index) { rule = .weekdayAhead }
    if ![.weekday, .weekdayAhead].contains(rule) { start = index - 1 }
    let day = day(of: weekday, rule)
    return Match(
      start: start, end: index + 1, rule: rule, date: EDTFDate(day), reason: reason(rule, name))
  }

  private func day(of weekday: Weekday, _ rule: DateProposal.Rule) -> CivilDay {
    let today = published.weekday.rawValue
    let back = (today - weekday.rawValue + 7) % 7
    let forward = (weekday.rawValue - today + 7) % 7
    let shift =
      switch rule {
      case .lastWeekday: back == 0 ? -7 : -back
      case .nextWeekday: forward == 0 ? 7 : forward
      case .thisWeekday: weekday.rawValue - today
      case .weekdayAhead: forward
      default: -back
      }
    return published.adding(days: shift)
  }

  private func reason(_ rule: DateProposal.Rule, _ name: String) -> String {
    switch rule {
    case .lastWeekday: "the latest \(name) before publication on \(publishedWords)"
    case .nextWeekday: "the first \(name) after publication on \(publishedWords)"
    case .thisWeekday: "the \(name) in the week of publication on \(publishedWords)"
    case .weekdayAhead:
      "the first \(name) from publication on \(publishedWords) on: the sentence speaks of what will be"
    default: "the latest \(name) up to publication on \(publishedWords)"
    }
  }

  /// `Black Friday`, `the Sunday Times`.
  private func isName(_ index: Int) -> Bool {
    if follows(index), words[index - 1].isCapitalized, EnglishCalendar.namesBefore.contains(word(index - 1)) {
      return true
    }
    return follows(index + 1) && !words[index].isPossessive && words[index + 1].isCapitalized
      && EnglishCalendar.namesAfter.contains(word(index + 1))
  }

  // MARK: From today

  func day(at index: Int) -> Match? {
    let (end, shift): (Int, Int)
    if stands("the", "day", "before", "yesterday", at: index) {
      (end, shift) = (index + 4, -2)
    } else if stands("the", "day", "after", "tomorrow", at: index) {
      (end, shift) = (index + 4, 2)
    } else if stands("last", "night", at: index) {
      (end, shift) = (index + 2, -1)
    } else if let known = ["yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1][word(index)] {
      (end, shift) = (index + 1, known)
    } else {
      return nil
    }
    return Match(
      start: index, end: end, rule: .day, date: EDTFDate(published.adding(days: shift)),
      reason: "counted from publication on \(publishedWords)")
  }
}
