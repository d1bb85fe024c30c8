/// A short name for a text. Not cryptographic.
enum ShortDigest {
  /// 8 hexadecimal digits over the words, white space collapsed (FNV-1a, 32 bits).
  static func hexadecimal(of text: String) -> String {
    var hash: UInt32 = 0x811C_9DC5
    var isPending = false
    var hasBegun = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        isPending = hasBegun
        continue
      }
      if isPending { hash = (hash ^ 0x20) &* 0x0100_0193 }
      hash = (hash ^ UInt32(byte)) &* 0x0100_0193
      isPending = false
      hasBegun = true
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}
