extension EDTFDate {
  /// The date as a reader says it, in `language` (BCP 47; English where no table is known).
  public func words(language: String) -> String {
    Wording.table(for: language).words(form)
  }
}

extension CivilDay {
  /// `4 March 2025` in `language` (BCP 47; English where no table is known).
  public func words(language: String) -> String {
    Wording.table(for: language).words(self)
  }
}

extension CivilDay {
  /// `March` in `language` (BCP 47; English where no table is known).
  public func monthWords(language: String) -> String { Wording.table(for: language).words.months[month - 1] }

  /// `4 March` in `language`, for where the year is said elsewhere.
  public func wordsWithoutYear(language: String) -> String {
    Wording.table(for: language).wordsWithoutYear(self)
  }
}

/// Puts dates into the words of one table. A class, because the table is large and is passed with every date.
final class Wording: Sendable {
  let words: DateWords

  init(_ words: DateWords) { self.words = words }

  private static let tables = [DateWords.english, .german, .ukrainian].map { Wording($0) }

  /// The table for a BCP 47 tag, by its primary subtag without regard to case; English where there is none.
  static func table(for language: String) -> Wording {
    if let table = tables.first(where: { $0.words.language == language }) { return table }
    let primary = language.utf8.prefix { $0 != .hyphen }.lazy.map { $0 | 0x20 }
    return tables.first { $0.words.language.utf8.elementsEqual(primary) } ?? tables[0]
  }

  func words(_ form: DateForm) -> String {
    switch form {
    case .date(let date): marked(date)
    case .dateTime(let date, let time): words.dateWithTime.filled([.date: marked(date), .time: clock(time)])
    case .interval(let start, let end): interval(start, end)
    case .set(let set): self.set(set)
    }
  }

  func words(_ day: CivilDay) -> String {
    words.dateOfYear.filled([.date: wordsWithoutYear(day), .year: exact(day.year)])
  }

  func wordsWithoutYear(_ day: CivilDay) -> String {
    words.dayOfMonth.filled([.day: figures(day.day), .month: words.monthsOfDays[day.month - 1]])
  }

  /// Seconds are said when there are any.
  private func clock(_ time: TimeOfDay) -> String {
    var text: [UInt8] = []
    time.writeClock(to: &text)
    let hasSeconds = time.second > 0 || !time.fraction.isEmpty
    let clock = String(decoding: text.prefix(hasSeconds ? text.count : 5), as: UTF8.self)
    switch time.offset {
    case .local: return clock
    case .utc: return words.utc.filled([.time: clock])
    case .minutes:
      var offset: [UInt8] = []
      time.writeOffset(to: &offset)
      return words.utcOffset.filled([.time: clock, .offset: String(decoding: offset, as: UTF8.self)])
    }
  }

  // MARK: Marks

  func marked(_ date: CalendarDate) -> String {
    let plain = unmarked(date)
    guard date.isMarked else { return plain }
    if let qualifier = date.qualifier { return pattern(of: qualifier).filled([.date: plain]) }
    return words.remarked.filled([.date: plain, .remarks: remarks(date).joined(separator: "; ")])
  }

  private func pattern(of qualifier: Qualifier) -> Pattern {
    switch qualifier {
    case .uncertain: words.uncertain
    case .approximate: words.approximate
    case .uncertainAndApproximate: words.uncertainAndApproximate
    }
  }

  private func remarks(_ date: CalendarDate) -> [String] {
    let names = [words.components[0], words.components[date.season == nil ? 2 : 1], words.components[3]]
    return zip(names, date.qualifiers).compactMap { name, qualifier in
      guard let qualifier else { return nil }
      return words.remark.filled([.component: name, .remark: words.remarks[Int(qualifier.rawValue)]])
    }
  }

  // MARK: Lists

  /// `a, b or c`
  func list(_ items: [String], _ choice: DateSet.Choice = .one) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: words.comma) + (choice == .one ? words.or : words.and) + last
  }
}
