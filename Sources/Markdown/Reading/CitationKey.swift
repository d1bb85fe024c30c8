/// Pandoc's citation keys: `@` and a letter, digit or `_`, then also single `:.#$%&-+?<>~/` inside; or `@{…}`.
enum CitationKey {
  /// One past the key whose `@` stands at `position`, nil when it is no citation.
  static func end(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    guard mayStand(after: position, bytes) else { return nil }
    var offset = position + 1
    guard offset < bytes.count else { return nil }
    if bytes[offset] == UInt8(ascii: "{") { return bracedEnd(bytes, at: offset) }
    guard isKeyStart(bytes, offset) else { return nil }
    while offset < bytes.count {
      if isKeyStart(bytes, offset) {
        offset += 1
      } else if isInner(bytes[offset]), offset + 1 < bytes.count, isKeyStart(bytes, offset + 1) {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }

  /// A key follows a blank, an opening bracket or quote, a dash or a separator: `a+@b.org` is an address.
  private static func mayStand(after position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard position > 0 else { return true }
    switch bytes[position - 1] {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""),
      UInt8(ascii: "'"),
      UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: "]"), UInt8(ascii: "~"):
      return true
    case 0x80...0xBF:
      // General punctuation, U+2000 to U+203F: dashes and quotation marks. A mark ends likewise.
      return position > 2 && (bytes[position - 3] == 0xE2 && bytes[position - 2] == 0x80)
        || position > 3 && Mark.isEdge(bytes, at: position - 4)
    default: return false
    }
  }

  /// In bytes, of a key in braces: a brace that nothing closes is not looked for again and again.
  static let maximumLength = 1_000

  private static func bracedEnd(_ bytes: UnsafeBufferPointer<UInt8>, at brace: Int) -> Int? {
    var offset = brace + 1
    let limit = min(bytes.count, brace + maximumLength)
    var isBlank = true
    while offset < limit, bytes[offset] >= 0x20, !"{}".utf8.contains(bytes[offset]) {
      if bytes[offset] > 0x20 { isBlank = false }
      offset += 1
    }
    guard offset < limit, !isBlank, bytes[offset] == UInt8(ascii: "}") else { return nil }
    return offset + 1
  }

  private static func isKeyStart(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    let byte = bytes[offset]
    if byte == Mark.firstByte, Mark.isEdge(bytes, at: offset) { return false }
    // Beyond ASCII: letters, as far as a byte can tell; general punctuation (U+2000…) is none.
    if byte == 0xE2, offset + 1 < bytes.count, bytes[offset + 1] == 0x80 { return false }
    return isLetterOrDigit(byte) || byte == UInt8(ascii: "_")
  }

  static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  private static func isInner(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      return true
    default: return false
    }
  }

  /// Whether the `-` of `-@key` stands before the `@` at `position`, and at a word's start.
  static func isSuppressed(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    guard position > 0, bytes[position - 1] == UInt8(ascii: "-") else { return false }
    return position == 1 || bytes[position - 2] <= 0x20 || "([;".utf8.contains(bytes[position - 2])
  }

  /// The key without `-`, `@` and braces.
  static func name(_ bytes: [UInt8]) -> String {
    let name = bytes.drop { $0 == UInt8(ascii: "-") }.dropFirst()
    let isBraced = name.first == UInt8(ascii: "{")
    return String(decoding: isBraced ? name.dropFirst().dropLast() : name, as: UTF8.self)
  }
}
