extension EDTFDate {
  /// The date as a reader says it, in `language` (BCP 47; English where no table is known).
  public func words(language: String) -> String {
    Wording(words: DateWords.table(for: language)).words(form)
  }
}

extension CivilDay {
  /// `4 March 2025` in `language` (BCP 47; English where no table is known).
  public func words(language: String) -> String {
    Wording(words: DateWords.table(for: language)).words(self)
  }
}

/// Puts dates into the words of one table.
struct Wording {
  let words: DateWords

  func words(_ form: DateForm) -> String {
    switch form {
    case .date(let date): marked(date)
    case .dateTime(let date, let time): fill(words.dateWithTime, ["date": marked(date), "time": clock(time)])
    case .interval(let start, let end): interval(start, end)
    case .set(let set): self.set(set)
    }
  }

  func words(_ day: CivilDay) -> String {
    let month = words.monthsOfDays[day.month - 1]
    let date = fill(words.dayOfMonth, ["day": figures(day.day), "month": month])
    return fill(words.dateOfYear, ["date": date, "year": exact(day.year)])
  }

  /// Seconds are said when there are any.
  private func clock(_ time: TimeOfDay) -> String {
    var text: [UInt8] = []
    time.writeClock(to: &text)
    let hasSeconds = time.second > 0 || !time.fraction.isEmpty
    let clock = String(decoding: text.prefix(hasSeconds ? text.count : 5), as: UTF8.self)
    switch time.offset {
    case .local: return clock
    case .utc: return fill(words.utc, ["time": clock])
    case .minutes:
      var offset: [UInt8] = []
      time.writeOffset(to: &offset)
      return fill(words.utcOffset, ["time": clock, "offset": String(decoding: offset, as: UTF8.self)])
    }
  }

  // MARK: Marks

  func marked(_ date: CalendarDate) -> String {
    let plain = unmarked(date)
    guard date.isMarked else { return plain }
    if let qualifier = date.qualifier { return fill(pattern(of: qualifier), ["date": plain]) }
    return fill(words.remarked, ["date": plain, "remarks": remarks(date).joined(separator: "; ")])
  }

  private func pattern(of qualifier: Qualifier) -> String {
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
      return fill(words.remark, ["component": name, "remark": words.remarks[Int(qualifier.rawValue)]])
    }
  }

  // MARK: Lists

  /// `a, b or c`
  func list(_ items: [String], _ choice: DateSet.Choice = .one) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: words.comma) + (choice == .one ? words.or : words.and) + last
  }
}
