/// The characters that EDTF is written in.
extension UInt8 {
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let dot = UInt8(ascii: ".")
  static let comma = UInt8(ascii: ",")
  static let colon = UInt8(ascii: ":")
  static let space = UInt8(ascii: " ")
  static let unspecifiedDigit = UInt8(ascii: "X")

  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// The value of an ASCII digit.
  var digitValue: Int { Int(self &- UInt8(ascii: "0")) }
}

extension [UInt8] {
  /// Writes a number in decimal with zeros before it up to `width` digits.
  mutating func append(_ number: UInt, width: Int) {
    let digits = Array(String(number).utf8)
    for _ in 0..<Swift.max(0, width - digits.count) { append(UInt8(ascii: "0")) }
    append(contentsOf: digits)
  }
}

/// 10 to the power of `exponent`, 0 to 18.
func powerOfTen(_ exponent: Int) -> Int {
  var power = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}
