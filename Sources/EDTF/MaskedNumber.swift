/// A number with a fixed count of digits, any of which may be unspecified (`X`).
public struct MaskedNumber: Hashable, Sendable {
  /// The smallest completion: every `X` is a 0.
  public let least: Int
  /// Digits written, leading zeros included.
  let width: Int
  /// Bit i is set when the digit worth 10 to the i is an `X`.
  let unspecified: UInt32

  /// A number without unspecified digits.
  init(_ number: Int, width: Int) {
    self.least = number
    self.width = width
    self.unspecified = 0
  }

  /// Digits and `X` only, at most 18.
  init(digits: ArraySlice<UInt8>) {
    var least = 0
    var unspecified: UInt32 = 0
    for byte in digits {
      least = least * 10 + (byte.isDigit ? byte.digitValue : 0)
      unspecified = unspecified << 1 | (byte.isDigit ? 0 : 1)
    }
    self.least = least
    self.width = digits.count
    self.unspecified = unspecified
  }

  /// Whether every digit is specified.
  public var isKnown: Bool { unspecified == 0 }

  /// Whether no digit is specified.
  var isWhollyUnspecified: Bool { unspecifiedFromRight == width }

  /// The largest completion: every `X` is a 9.
  public var greatest: Int {
    var (sum, power) = (least, 1)
    for position in 0..<width {
      if isUnspecified(position) { sum += 9 * power }
      power *= 10
    }
    return sum
  }

  /// Whether `number` is one of the completions.
  public func admits(_ number: Int) -> Bool {
    if isKnown { return number == least }
    var (rest, pattern) = (number, least)
    for position in 0..<width {
      if !isUnspecified(position), rest % 10 != pattern % 10 { return false }
      rest /= 10
      pattern /= 10
    }
    return rest == 0
  }

  /// How many digits at the end are unspecified, when no other digit is; nil otherwise.
  var unspecifiedFromRight: Int? {
    let count = unspecified.trailingZeroBitCount == 0 ? (~unspecified).trailingZeroBitCount : 0
    return unspecified == (1 << UInt32(count)) - 1 ? count : nil
  }

  /// `position` counts from the right: 0 is the last digit.
  func isUnspecified(_ position: Int) -> Bool { unspecified >> UInt32(position) & 1 == 1 }
}
