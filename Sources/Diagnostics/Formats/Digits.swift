/// Numbers as digits of a fixed count.
enum Digits {
  /// Small letters, zeros in front.
  static func hexadecimal(_ number: some BinaryInteger, count: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
