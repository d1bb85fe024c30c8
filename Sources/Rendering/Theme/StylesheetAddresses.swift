/// Finds what a style sheet loads: `url(…)` and the text of `@import "…"`, outside comments and other texts.
///
/// Follows the tokens of CSS Syntax Module Level 3 as far as addresses need it; escapes inside an address
/// are not undone.
struct StylesheetAddresses {
  /// UTF-8 ranges of the addresses without quotation marks and brackets, in order. O(length).
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var scan = StylesheetAddresses(bytes: bytes)
    scan.run()
    return scan.ranges
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var ranges: [Range<Int>] = []

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() {
    while offset < bytes.count {
      if matches("/*") {
        skipComment()
      } else if matches("url("), !followsName() {
        offset += 4
        readAddress()
      } else if matches("@import") {
        offset += 7
        skipSpace()
        if let text = readText() { ranges.append(text) }
      } else if bytes[offset] == UInt8(ascii: "\\") {
        offset += 2
      } else if readText() == nil {
        offset += 1
      }
    }
  }

  private mutating func readAddress() {
    skipSpace()
    if let text = readText() { return ranges.append(text) }
    let start = offset
    while offset < bytes.count, bytes[offset] != UInt8(ascii: ")"),
      !StylesheetAddresses.isSpace(bytes[offset])
    {
      offset += 1
    }
    if offset > start { ranges.append(start..<offset) }
  }

  /// Reads a quoted text and returns what stands between the marks; nil when there is none here.
  private mutating func readText() -> Range<Int>? {
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") || bytes[offset] == UInt8(ascii: "'")
    else {
      return nil
    }
    let mark = bytes[offset]
    let start = offset + 1
    offset = start
    while offset < bytes.count, bytes[offset] != mark, bytes[offset] != UInt8(ascii: "\n") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    let end = min(offset, bytes.count)
    offset = end + 1
    return start..<end
  }

  private mutating func skipComment() {
    offset += 2
    while offset < bytes.count, !matches("*/") { offset += 1 }
    offset += 2
  }

  private mutating func skipSpace() {
    while offset < bytes.count, StylesheetAddresses.isSpace(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// Whether the name at the offset is only the end of a longer one, as in `my-url(`.
  private func followsName() -> Bool {
    guard offset > 0 else { return false }
    switch bytes[offset - 1] | 0x20 {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"): return true
    default: return false
    }
  }

  /// ASCII letters in either case.
  private func matches(_ pattern: StaticString) -> Bool {
    let count = pattern.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return pattern.withUTF8Buffer { pattern in
      pattern.indices.allSatisfy { index in
        let byte = bytes[offset + index]
        let isUpper = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        return (isUpper ? byte | 0x20 : byte) == pattern[index]
      }
    }
  }
}
