/// What stands beside a date in words: about, or, to, before.
extension EverydayWords {
  var sayUnknown: Bool {
    let text = words.joined()
    return numbers.isEmpty
      && ["unknown", "nd", "nodate", "undated", "none", "tba", "tbd", "na", "unbekannt", "невідомо"].contains(
        text)
  }

  /// `c. 1970`, `about January 2025`.
  var approximate: Meaning? {
    guard case .word(let word) = parts.first,
      ["c", "ca", "circa", "cca", "about", "approximately", "approx", "around", "etwa", "um"].contains(word)
    else { return nil }
    var rest = bytes.dropFirst(word.utf8.count)
    while let first = rest.first, first == .dot || first == .space { rest.removeFirst() }
    guard let words = EverydayWords(Array(rest)), let date = EverydayDate.single(words) else { return nil }
    return ("'about' is written as ~ behind the date", [date + "~"])
  }

  /// `2025 or 2026`, `2025 and 2026`.
  var several: Meaning? {
    if let (left, right) = dates(beside: ["or", "oder", "або"]) {
      return ("one of several dates stands in [ ]", ["[\(left),\(right)]"])
    }
    guard words.first != "between", let (left, right) = dates(beside: ["and", "&", "und", "та"]) else {
      return nil
    }
    return ("several dates stand in { }", ["{\(left),\(right)}"])
  }

  /// `2025-2026`, `from 2025 to 2026`.
  var span: Meaning? {
    let reason = "a slash stands between the two ends of an interval"
    let ends = numbers.filter { $0.digits == 4 }
    if parts.count == 3, ends.count == 2, ends[0].value < ends[1].value,
      [.sign(.hyphen), .word("–"), .word("—")].contains(parts[1])
    {
      return (reason, ["\(figures(ends[0].value, 4))/\(figures(ends[1].value, 4))"])
    }
    let text = without(first: "from")
    guard let (left, right) = text.dates(beside: ["to", "until", "till", "through", "bis", "–", "—", "-"])
    else { return nil }
    return (reason, ["\(left)/\(right)"])
  }

  /// `before 1990`, `since 1990`. What is before or after a year lies in another one.
  var open: Meaning? {
    guard parts.count == 2, case .word(let word) = parts[0], case .number(let year, 4) = parts[1] else {
      return nil
    }
    switch word {
    case "before", "vor": return ("what is before a year is one of a set", ["[..\(figures(year - 1, 4))]"])
    case "after", "nach": return ("what is after a year is one of a set", ["[\(figures(year + 1, 4))..]"])
    case "by": return ("what is up to a year is one of a set", ["[..\(figures(year, 4))]"])
    case "since", "from", "seit": return ("an open end is written '..'", ["\(figures(year, 4))/.."])
    case "until", "till", "bis": return ("an open start is written '..'", ["../\(figures(year, 4))"])
    default: return nil
    }
  }

  private func dates(beside words: Set<String>) -> (String, String)? {
    guard let (left, right) = sides(of: words), let first = EverydayDate.single(left),
      let second = EverydayDate.single(right)
    else { return nil }
    return (first, second)
  }

  private func without(first word: String) -> EverydayWords {
    guard words.first == word, parts.first == .word(word) else { return self }
    return EverydayWords(Array(bytes.dropFirst(word.utf8.count + 1))) ?? self
  }
}

/// Names of months and seasons, decades, quarters, and numbers in the order of a country.
extension EverydayWords {
  private static let reason = "a date is written year, month, day"

  /// `1970s`, `2025-Q1`, `spring 2025`.
  var partOfYear: Meaning? {
    guard let year else { return nil }
    let signs: [Part] = [.sign(.hyphen), .sign(.slash), .sign(.comma), .sign(UInt8(ascii: "'"))]
    let rest = parts.filter { $0 != .number(year, digits: 4) && $0 != .word("of") && !signs.contains($0) }
    guard case .word(let word) = rest.first else { return nil }
    let start = figures(year, 4)
    if rest.count == 2, case .number(let part, digits: 1) = rest[1] {
      switch (word, part) {
      case ("q", 1...4): return ("the quarters of a year are 33 to 36", ["\(start)-\(32 + part)"])
      case ("h", 1...2): return ("the halves of a year are 40 and 41", ["\(start)-\(39 + part)"])
      default: return nil
      }
    }
    guard rest.count == 1 else { return nil }
    if word == "s", year % 10 == 0 { return Self.decade(year) }
    guard let season = Self.season(word) else { return nil }
    return ("the seasons are 21 (spring) to 24 (winter)", ["\(start)-\(season)"])
  }

  private static func decade(_ year: Int) -> Meaning {
    let decade = figures(year / 10, 3) + "X"
    guard year % 100 == 0 else { return ("a decade ends with X", [decade]) }
    return ("a decade ends with X, a century with XX", [figures(year / 100, 2) + "XX", decade])
  }

  private static func season(_ word: String) -> Int? {
    if word == "fall" { return 23 }
    for table in [DateWords.english, .german, .ukrainian] {
      if let index = table.seasons.firstIndex(where: { $0.lowercased() == word }) { return 21 + index }
    }
    return nil
  }

  /// `17 January 2025`, `Jan 17, 2025`, `January 2025`.
  var named: Meaning? {
    let ordinals: Set<String> = ["st", "nd", "rd", "th", "of", "the"]
    let names = words.filter { !ordinals.contains($0) }
    guard names.count == 1, let month = Self.month(names[0]), let year else { return nil }
    let others = numbers.filter { $0.digits < 3 }
    let text = "\(figures(year, 4))-\(figures(month, 2))"
    switch (numbers.count, others.count) {
    case (1, 0): return (Self.reason, [text])
    case (2, 1): return (Self.reason, ["\(text)-\(figures(others[0].value, 2))"])
    default: return nil
    }
  }

  /// By its name, or the first three letters of its English one.
  private static func month(_ word: String) -> Int? {
    for table in [DateWords.english, .german, .ukrainian] {
      for names in [table.months, table.monthsOfDays] {
        if let index = names.firstIndex(where: { $0.lowercased() == word }) { return index + 1 }
      }
    }
    let short = word == "sept" ? "sep" : word
    guard short.utf8.count == 3 else { return nil }
    return DateWords.english.months.firstIndex { $0.lowercased().hasPrefix(short) }.map { $0 + 1 }
  }

  /// `17.1.2025`, `01/17/2025`, `2025/01/17`, `01/2025`.
  var numbered: Meaning? {
    let numbers = numbers
    guard words.isEmpty, let year, numbers.count * 2 - 1 == parts.count || parts.count == numbers.count else {
      return nil
    }
    let signs = parts.filter { if case .sign = $0 { true } else { false } }
    guard let sign = signs.first, signs.allSatisfy({ $0 == sign }),
      [.sign(.dot), .sign(.slash), .sign(.hyphen)].contains(sign)
    else { return nil }
    let others = numbers.filter { $0.digits < 3 }.map { figures($0.value, 2) }
    guard others.count == numbers.count - 1 else { return nil }
    let start = figures(year, 4)
    switch (others.count, numbers[0].digits) {
    // With hyphens zeros are missing, or such a day.
    case (_, 4) where sign == .sign(.hyphen): return nil
    case (2, 4): return (Self.reason, ["\(start)-\(others[0])-\(others[1])"])
    case (1, 4) where sign != .sign(.slash): return (Self.reason, ["\(start)-\(others[0])"])
    case (1, 1...2): return (Self.reason, ["\(start)-\(others[0])"])
    // With points the day comes first everywhere.
    case (2, 1...2) where sign == .sign(.dot): return (Self.reason, ["\(start)-\(others[1])-\(others[0])"])
    case (2, 1...2):
      return (Self.reason, ["\(start)-\(others[1])-\(others[0])", "\(start)-\(others[0])-\(others[1])"])
    default: return nil
    }
  }
}
