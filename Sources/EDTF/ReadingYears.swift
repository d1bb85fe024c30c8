/// The three ways to write a year.
extension Reader {
  /// Digits of the longest year, so that counting days never overflows.
  private static let longest = 15

  mutating func readYear() throws(Refusal) -> Year {
    let place = offset
    if take(UInt8(ascii: "Y")) { return try readLongYear(from: place) }
    let isNegative = take(.hyphen)
    let start = offset
    let digits = takeRun { $0.isDigit || $0 == .unspecifiedDigit }
    guard digits.count == 4 else { throw wrongLength(digits, from: start) }
    let magnitude = MaskedNumber(digits: digits)
    if isNegative && magnitude.greatest == 0 {
      throw Refusal(offset: place, message: "the year 0000 has no sign", kind: .impossible)
    }
    return Year(
      notation: .fourDigits, isNegative: isNegative, magnitude: magnitude,
      significantDigits: try readSignificantDigits(of: magnitude))
  }

  /// `Y`, then five digits or more, or an exponential form.
  private mutating func readLongYear(from place: Int) throws(Refusal) -> Year {
    let isNegative = take(.hyphen)
    let start = offset
    let digits = try readPositive("a year after Y")
    if peek == UInt8(ascii: "e") {
      throw Refusal(offset: offset, message: "the E of an exponent is uppercase", kind: .draftForm)
    }
    var notation = Year.Notation.prefixed
    var exponent = 0
    if take(UInt8(ascii: "E")) {
      let written = try readPositive("an exponent")
      exponent = written.count > 2 ? 99 : MaskedNumber(digits: written).least
    }
    guard digits.count + exponent <= Reader.longest else {
      throw Refusal(
        offset: start, message: "a year has at most \(Reader.longest) digits", kind: .impossible)
    }
    guard digits.count + exponent > 4 else {
      throw Refusal(offset: place, message: "a year of four digits or fewer is written without Y")
    }
    let mantissa = MaskedNumber(digits: digits).least
    if exponent > 0 { notation = .exponential(mantissa: mantissa, exponent: exponent) }
    let magnitude = MaskedNumber(mantissa * powerOfTen(exponent), width: digits.count + exponent)
    return Year(
      notation: notation, isNegative: isNegative, magnitude: magnitude,
      significantDigits: try readSignificantDigits(of: magnitude))
  }

  private mutating func readSignificantDigits(of magnitude: MaskedNumber) throws(Refusal) -> Int? {
    if peek == UInt8(ascii: "p") {
      throw Refusal(
        offset: offset, message: "the S before significant digits is uppercase", kind: .draftForm)
    }
    guard peek == UInt8(ascii: "S") else { return nil }
    guard magnitude.isKnown else {
      throw Refusal(offset: offset, message: "a year has unspecified digits or S, not both")
    }
    take(UInt8(ascii: "S"))
    let place = offset
    let digits = try readPositive("a count of significant digits")
    let available = Year.digitCount(magnitude.least)
    guard digits.count <= 2, MaskedNumber(digits: digits).least <= available else {
      throw Refusal(
        offset: place, message: "this year has only \(available) significant digits", kind: .impossible)
    }
    return MaskedNumber(digits: digits).least
  }

  /// Digits of a number above 0, without leading zeros.
  private mutating func readPositive(_ name: String) throws(Refusal) -> ArraySlice<UInt8> {
    let start = offset
    let digits = takeRun(\.isDigit)
    guard let first = digits.first else {
      if let draft = draftDigit { throw draft }
      throw Refusal(offset: start, message: "\(name) is missing here")
    }
    guard first != UInt8(ascii: "0") else {
      throw Refusal(offset: start, message: "\(name) has no leading zeros")
    }
    return digits
  }

  private func wrongLength(_ digits: ArraySlice<UInt8>, from start: Int) -> Refusal {
    if let draft = draftDigit { return draft }
    if digits.count > 4 {
      return digits.count == 8
        ? Refusal(offset: start + 4, message: "hyphens stand between year, month and day")
        : Refusal(offset: start + 4, message: "a year of more than four digits begins with Y")
    }
    if digits.isEmpty, let byte = peek { return unexpected(byte) }
    if start > 0, bytes[start - 1] == .slash {
      return Refusal(offset: start, message: "the end of an interval is written in full, with its year")
    }
    let advice = [2: "; a century ends with XX", 3: "; a decade ends with X"][digits.count] ?? ""
    return Refusal(offset: start, message: "a year has four digits" + advice)
  }
}
