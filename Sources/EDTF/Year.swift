/// A year as EDTF writes it; 0 is 1 BC.
public struct Year: Hashable, Sendable {
  enum Notation: Hashable {
    /// `1985`, `-0044`, `19XX`.
    case fourDigits
    /// `Y170000002`: five digits or more.
    case prefixed
    /// `Y17E7`: 17 times 10 to the 7th.
    case exponential(mantissa: Int, exponent: Int)
  }

  let notation: Notation
  let isNegative: Bool
  /// The year without its sign.
  let magnitude: MaskedNumber
  /// `S`: how many leading digits are meant; the rest is an estimate.
  public let significantDigits: Int?

  /// The smallest year it may mean.
  public var least: Int { isNegative ? -magnitudes.upperBound : magnitudes.lowerBound }

  /// The largest year it may mean.
  public var greatest: Int { isNegative ? -magnitudes.lowerBound : magnitudes.upperBound }

  /// The year written, where no digit is unspecified.
  public var written: Int? {
    guard magnitude.isKnown else { return nil }
    return isNegative ? -magnitude.least : magnitude.least
  }

  /// Whether exactly one year is meant.
  public var isExact: Bool { magnitude.isKnown && significantDigits == nil }

  func admits(_ year: Int) -> Bool {
    if year == 0 && isNegative || year != 0 && isNegative != (year < 0) { return false }
    if significantDigits != nil { return magnitudes.contains(abs(year)) }
    return magnitude.admits(abs(year))
  }

  /// The years it may mean, without sign. There is no year minus zero.
  private var magnitudes: ClosedRange<Int> {
    guard let significantDigits else {
      let least = isNegative ? max(1, magnitude.least) : magnitude.least
      return least...max(least, magnitude.greatest)
    }
    let block = powerOfTen(max(0, Year.digitCount(magnitude.least) - significantDigits))
    let first = magnitude.least / block * block
    return first...(first + block - 1)
  }

  /// How many years the written form leaves open: 1, or 10 for `196X`, 100 for `19XX`.
  var unit: Int { powerOfTen(magnitude.unspecifiedFromRight ?? 0) }

  /// Digits of a number that is not negative, without leading zeros; 0 has one.
  static func digitCount(_ number: Int) -> Int {
    var (rest, count) = (number / 10, 1)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
