/// The stand-in for a stretch of source that libcmark must carry unharmed: U+1BC9F, private-use digits, U+1BC9F.
///
/// libcmark counts U+1BC9F as punctuation, like the characters a mark stands for, so emphasis beside a
/// mark opens and closes as it would have done.
enum Mark {
  /// U+1BC9F DUPLOYAN PUNCTUATION CHINOOK FULL STOP.
  static let edge: [UInt8] = [0xF0, 0x9B, 0xB2, 0x9F]
  static let firstByte: UInt8 = 0xF0

  /// A mark's bytes: digits are U+E000…U+E03F, base 64, most significant first.
  static func append(_ number: Int, to output: inout [UInt8]) {
    output.append(contentsOf: edge)
    var shift = 0
    while number >> (shift + 6) != 0 { shift += 6 }
    while shift >= 0 {
      output.append(0xEE)
      output.append(0x80)
      output.append(0x80 | UInt8(truncatingIfNeeded: number >> shift) & 0x3F)
      shift -= 6
    }
    output.append(contentsOf: edge)
  }

  /// Whether U+1BC9F begins at `offset`.
  @inline(__always)
  static func isEdge(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    offset + 4 <= bytes.count && bytes[offset] == 0xF0 && bytes[offset + 1] == 0x9B
      && bytes[offset + 2] == 0xB2 && bytes[offset + 3] == 0x9F
  }

  /// The number and the end of the mark that begins at `offset`, nil when none does.
  static func read(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (number: Int, end: Int)? {
    guard isEdge(bytes, at: offset) else { return nil }
    var position = offset + 4
    var number = 0
    while position + 3 <= bytes.count, bytes[position] == 0xEE, bytes[position + 1] == 0x80 {
      number = number << 6 | Int(bytes[position + 2] & 0x3F)
      position += 3
    }
    guard position > offset + 4, isEdge(bytes, at: position) else { return nil }
    return (number, position + 4)
  }
}
