/// `T`, hours, minutes, seconds, and what they are counted from.
extension Reader {
  mutating func readTime() throws(Refusal) -> TimeOfDay {
    take(UInt8(ascii: "T"))
    let place = offset
    let hour = try readClock("hour", upTo: 24)
    try expectColon("a time has minutes and seconds")
    let minute = try readClock("minute", upTo: 59)
    try expectColon("a time has seconds")
    let second = try readClock("second", upTo: 59)
    let fraction = try readFraction()
    if hour == 24 && (minute, second, fraction) != (0, 0, []) {
      throw Refusal(offset: place, message: "the last time of a day is 24:00:00", kind: .impossible)
    }
    let offset = try readOffset()
    return TimeOfDay(hour: hour, minute: minute, second: second, fraction: fraction, offset: offset)
  }

  private mutating func readClock(_ name: String, upTo greatest: Int) throws(Refusal) -> Int {
    let start = offset
    let digits = takeRun(\.isDigit)
    guard digits.count == 2 else {
      throw Refusal(
        offset: digits.count > 2 ? start + 2 : offset, message: "the \(name) has two digits")
    }
    let number = MaskedNumber(digits: digits).least
    guard number <= greatest else {
      throw Refusal(offset: start, message: "there is no \(name) \(number)", kind: .impossible)
    }
    return number
  }

  private mutating func expectColon(_ message: String) throws(Refusal) {
    guard take(.colon) else { throw Refusal(offset: offset, message: message + ", each after a colon") }
  }

  private mutating func readFraction() throws(Refusal) -> [UInt8] {
    guard take(.dot) else { return [] }
    let digits = takeRun(\.isDigit)
    guard !digits.isEmpty else {
      throw Refusal(offset: offset - 1, message: "digits follow the decimal point")
    }
    return Array(digits)
  }

  private mutating func readOffset() throws(Refusal) -> TimeOfDay.Offset {
    if take(UInt8(ascii: "Z")) { return .utc }
    let place = offset
    let isWest = peek == .hyphen
    guard take(.hyphen) || take(UInt8(ascii: "+")) else { return .local }
    let minutes = try readOffsetMinutes()
    guard minutes <= (isWest ? 720 : 840) else {
      throw Refusal(offset: place, message: "offsets reach from -12:00 to +14:00", kind: .impossible)
    }
    guard !isWest || minutes > 0 else {
      throw Refusal(offset: place, message: "an offset of zero is written Z or +00:00")
    }
    return .minutes(isWest ? -minutes : minutes)
  }

  private mutating func readOffsetMinutes() throws(Refusal) -> Int {
    guard bytes.count - offset != 4 || !bytes[offset...].allSatisfy(\.isDigit) else {
      throw Refusal(offset: offset + 2, message: "a colon stands between the offset's hours and minutes")
    }
    let hours = try readClock("hour", upTo: 14)
    return take(.colon) ? hours * 60 + (try readClock("minute", upTo: 59)) : hours * 60
  }
}
