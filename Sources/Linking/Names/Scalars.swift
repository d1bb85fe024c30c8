/// One scalar of a UTF-8 text: its value and the number of bytes it takes up.
struct ScalarStep {
  let value: UInt32
  let utf8Count: Int

  /// What an ill-formed byte reads as: U+FFFD, one byte long, so that a walk always moves on.
  static let illFormed = ScalarStep(value: 0xFFFD, utf8Count: 1)
}

/// Walking UTF-8 by scalars without building a `String`.
extension Span<UInt8> {
  /// The scalar whose first byte stands at `offset`.
  @inline(__always)
  func scalar(at offset: Int) -> ScalarStep {
    let lead = self[offset]
    return lead < 0x80 ? ScalarStep(value: UInt32(lead), utf8Count: 1) : wideScalar(at: offset)
  }

  private func wideScalar(at offset: Int) -> ScalarStep {
    let lead = self[offset]
    let length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
    guard length > 0, offset + length <= count else { return .illFormed }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for position in offset + 1..<offset + length {
      guard self[position] & 0xC0 == 0x80 else { return .illFormed }
      value = value << 6 | UInt32(self[position] & 0x3F)
    }
    // Overlong forms, surrogates and what lies beyond Unicode (Unicode 15, table 3-7).
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000), Unicode.Scalar(value) != nil else {
      return .illFormed
    }
    return ScalarStep(value: value, utf8Count: length)
  }

  /// The scalar whose last byte stands before `offset`, which is above 0.
  func scalar(before offset: Int) -> ScalarStep {
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let step = scalar(at: start)
    return start + step.utf8Count == offset ? step : .illFormed
  }
}
