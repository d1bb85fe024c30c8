/// The anchor and the tag before a YAML value: `&name`, `!tag`.
struct NodeProperties {
  private(set) var anchor: String?
  /// UTF-8 offset of its `&`.
  private(set) var anchorStart: Int?
  /// UTF-8 offset of a tag that YAML itself does not define. It would mean nothing here, and is most often a text
  /// whose first word would be lost.
  private(set) var foreignTag: Int?
  /// UTF-8 offset of the value itself.
  private(set) var end: Int
  /// UTF-8 offset behind the last of them.
  private(set) var wordsEnd: Int

  private static let knownTags: Set<String> = [
    "!!str", "!!int", "!!float", "!!bool", "!!null", "!!timestamp", "!!binary", "!!seq", "!!map",
  ]

  init(_ bytes: [UInt8], from start: Int, before limit: Int) {
    (end, wordsEnd) = (start, start)
    // One of each: a second one belongs to the first value inside this one.
    var seen: [UInt8] = []
    while end < limit, bytes[end] == UInt8(ascii: "&") || bytes[end] == UInt8(ascii: "!"),
      !seen.contains(bytes[end])
    {
      let wordStart = end
      seen.append(bytes[end])
      while end < limit, !Self.isBlank(bytes[end]), !Self.endsWord(bytes[end]) { end += 1 }
      if bytes[wordStart] == UInt8(ascii: "&") {
        anchorStart = wordStart
        anchor = String(decoding: bytes[wordStart + 1..<end], as: UTF8.self)
      } else if !Self.knownTags.contains(String(decoding: bytes[wordStart..<end], as: UTF8.self)) {
        foreignTag = wordStart
      }
      wordsEnd = end
      end = Self.skipBlanks(bytes, from: end, before: limit)
    }
  }

  /// White space, line ends and comments.
  static func skipBlanks(_ bytes: [UInt8], from start: Int, before limit: Int) -> Int {
    var offset = start
    while offset < limit {
      if bytes[offset] == UInt8(ascii: "#"), offset > start {
        while offset < limit, bytes[offset] != UInt8(ascii: "\n"), bytes[offset] != UInt8(ascii: "\r") {
          offset += 1
        }
      } else if isBlank(bytes[offset]) {
        offset += 1
      } else {
        break
      }
    }
    return offset
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }
}
