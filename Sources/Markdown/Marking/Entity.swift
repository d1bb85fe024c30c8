/// The HTML entities that stand for a dialect character, and those that libcmark 0.30 turns into invalid UTF-8.
enum Entity {
  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// The value and the end of such an entity at `position`; nil for every other one.
  static func read(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
  ) -> (value: [UInt8], end: Int)? {
    guard position + 3 < end else { return nil }
    if bytes[position + 1] == UInt8(ascii: "#") { return readNumeric(bytes, at: position, end: end) }
    var offset = position + 1
    while offset < end, offset - position <= 13, bytes[offset] != UInt8(ascii: ";") { offset += 1 }
    guard offset < end, bytes[offset] == UInt8(ascii: ";") else { return nil }
    let name = bytes[position + 1..<offset]
    for (candidate, value) in named where name.elementsEqual(candidate.utf8) { return ([value], offset + 1) }
    return nil
  }

  /// HTML 5's names for `[ ] { } @ ^ | : #`.
  private static let named: [(String, UInt8)] = [
    ("lsqb", 0x5B), ("lbrack", 0x5B), ("rsqb", 0x5D), ("rbrack", 0x5D), ("lcub", 0x7B), ("lbrace", 0x7B),
    ("rcub", 0x7D), ("rbrace", 0x7D), ("commat", 0x40), ("Hat", 0x5E), ("verbar", 0x7C), ("vert", 0x7C),
    ("VerticalLine", 0x7C), ("colon", 0x3A), ("num", 0x23),
  ]

  /// CommonMark 6.2: 1 to 7 decimal or 1 to 6 hexadecimal digits.
  private static func readNumeric(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int
  ) -> (value: [UInt8], end: Int)? {
    var offset = position + 2
    let isHex = bytes[offset] | 0x20 == UInt8(ascii: "x")
    if isHex { offset += 1 }
    let digits = offset
    var value = 0
    while offset < end, offset - digits < 7, let digit = digit(bytes[offset], isHex: isHex) {
      value = value * (isHex ? 16 : 10) + digit
      offset += 1
    }
    guard offset > digits, offset < end, bytes[offset] == UInt8(ascii: ";"), !isHex || offset - digits <= 6
    else { return nil }
    switch value {
    case 0xFFFE, 0xFFFF: return (replacement, offset + 1)
    case 0x5B, 0x5D, 0x7B, 0x7D, 0x40, 0x5E, 0x7C, 0x3A, 0x23, 0x7E: return ([UInt8(value)], offset + 1)
    default: return nil
    }
  }

  private static func digit(_ byte: UInt8, isHex: Bool) -> Int? {
    switch byte {
    case 0x30...0x39: return Int(byte) - 0x30
    case 0x41...0x46 where isHex: return Int(byte) - 0x41 + 10
    case 0x61...0x66 where isHex: return Int(byte) - 0x61 + 10
    default: return nil
    }
  }
}
