/// The types of callouts (GitHub's alerts).
extension Structure {
  static let calloutTypes = ["note", "tip", "important", "warning", "caution"]

  /// What stands between `[!` and `]`; nil where the words are no callout's type.
  static func calloutType(_ literal: UnsafeBufferPointer<UInt8>) -> String? {
    guard literal.count > 3, literal[0] == UInt8(ascii: "["), literal[1] == UInt8(ascii: "!"),
      literal[literal.count - 1] == UInt8(ascii: "]")
    else { return nil }
    let type = literal[2..<literal.count - 1]
    let isWord = type.allSatisfy {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") || $0 == UInt8(ascii: "-")
    }
    return isWord ? String(decoding: type, as: UTF8.self) : nil
  }
}
