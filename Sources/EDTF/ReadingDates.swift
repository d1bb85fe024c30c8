/// Year, month or season, day.
extension Reader {
  mutating func readDate() throws(Refusal) -> CalendarDate {
    let beforeYear = try takeQualifier()
    let bareYear = try readYear()
    let year = Marked(bareYear, before: beforeYear, after: try takeQualifier())
    guard peek == .hyphen else { return try date(CalendarDate(year: year), at: 0) }
    guard bareYear.notation == .fourDigits, bareYear.significantDigits == nil else {
      throw Refusal(offset: offset, message: "only a year of four digits has a month")
    }
    take(.hyphen)
    let part = try readPart()
    guard peek == .hyphen else { return try date(CalendarDate(year: year, part: part), at: offset) }
    guard let month = part.value.month else {
      throw Refusal(offset: offset, message: "a season has no day")
    }
    take(.hyphen)
    let place = offset
    let day = try readDay()
    guard let date = CalendarDate(year: year, part: part, day: day) else {
      throw Refusal(
        offset: place, message: noSuchDay(bareYear, month, day.value), kind: .impossible)
    }
    return date
  }

  private func date(_ date: CalendarDate?, at place: Int) throws(Refusal) -> CalendarDate {
    guard let date else {
      throw Refusal(offset: place, message: "no month fits these digits", kind: .impossible)
    }
    return date
  }

  private mutating func readPart() throws(Refusal) -> Marked<CalendarDate.Part> {
    let before = try takeQualifier()
    let place = offset
    let number = try readPair("a month")
    let part = try part(number, at: place)
    return Marked(part, before: before, after: try takeQualifier())
  }

  private func part(_ number: MaskedNumber, at place: Int) throws(Refusal) -> CalendarDate.Part {
    if (1...12).contains(where: number.admits) { return .month(number) }
    if number.isKnown, let season = Season(code: number.least) { return .season(season) }
    let message =
      number.isKnown
      ? "there is no month \(number.text); months are 01 to 12, seasons 21 to 41"
      : "no month fits \(number.text)"
    throw Refusal(offset: place, message: message, kind: .impossible)
  }

  private mutating func readDay() throws(Refusal) -> Marked<MaskedNumber> {
    let before = try takeQualifier()
    let number = try readPair("a day")
    return Marked(number, before: before, after: try takeQualifier())
  }

  /// Two digits or `X`.
  private mutating func readPair(_ name: String) throws(Refusal) -> MaskedNumber {
    let start = offset
    let digits = takeRun { $0.isDigit || $0 == .unspecifiedDigit }
    guard digits.count != 2 else { return MaskedNumber(digits: digits) }
    if let draft = draftDigit { throw draft }
    if digits.isEmpty, let byte = peek, byte != .hyphen { throw unexpected(byte) }
    let place = digits.count > 2 ? start + 2 : start
    throw Refusal(offset: place, message: "\(name) has two digits")
  }

  private func noSuchDay(_ year: Year, _ month: MaskedNumber, _ day: MaskedNumber) -> String {
    if !(1...31).contains(where: day.admits) { return "there is no day \(day.text)" }
    guard let year = year.written, month.isKnown, day.isKnown else {
      return "no real day fits these digits"
    }
    let name = DateWords.english.months[month.least - 1]
    return "\(name) \(year) has \(CivilDay.daysIn(month: month.least, year: year)) days"
  }
}

extension MaskedNumber {
  /// As written.
  var text: String {
    var text: [UInt8] = []
    write(to: &text)
    return String(decoding: text, as: UTF8.self)
  }
}
