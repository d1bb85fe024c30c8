/// A bare `http://…` or `https://…` (GFM 6.9, extended URL autolinks).
///
/// It ends at a blank, a bracket of any kind but a round one, a backtick or typographic punctuation; of what stands
/// last, punctuation and a parenthesis that nothing opened belong to the sentence.
struct BareURL {
  /// From the scheme's first byte to one past the last of the address.
  let range: Range<Int>

  /// Nil unless the colon at `colon` stands behind a scheme that is a word of its own.
  ///
  /// - Parameter table: in marked text, what the marks stand for; nil in source.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int, from lowest: Int, to end: Int, table: MarkTable?) {
    guard colon + 3 < end, bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/"),
      let start = BareURL.schemeStart(bytes, colon: colon, from: lowest)
    else { return nil }
    // Before anything else: what is no address is not read to its end.
    guard let first = BareURL.next(bytes, at: colon + 3, end: end, table),
      CitationKey.isLetterOrDigit(first.byte)
    else { return nil }
    var address = Address(ends: [], bytes: [])
    var position = colon + 3
    while position < end, let next = BareURL.next(bytes, at: position, end: end, table) {
      address.append(next.byte, endingAt: next.end)
      position = next.end
    }
    address.trim()
    range = start..<(address.ends.last ?? colon + 3)
  }

  private static func schemeStart(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int, from lowest: Int) -> Int? {
    for scheme in ["https", "http"] {
      let start = colon - scheme.utf8.count
      guard start >= lowest, zip(bytes[start..<colon], scheme.utf8).allSatisfy({ $0 | 0x20 == $1 }) else {
        continue
      }
      guard start > lowest else { return start }
      let before = bytes[start - 1]
      return before < 0x80 && CitationKey.isLetterOrDigit(before) ? nil : start
    }
    return nil
  }

  /// One byte of the address and where it ends; nil where the address does.
  private static func next(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int, _ table: MarkTable?
  ) -> (byte: UInt8, end: Int)? {
    let byte = bytes[position]
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      return nil
    case Mark.firstByte where Mark.isEdge(bytes, at: position):
      guard let table, let mark = Mark.read(bytes, at: position), mark.number < table.entries.count,
        table.entries[mark.number].kind == .literal, let value = table.entries[mark.number].value.first
      else { return nil }
      return (value, mark.end)
    // « » and U+2000 to U+203F: quotation marks, dashes, ellipsis.
    case 0xC2 where position + 1 < end && [0xA0, 0xAB, 0xBB].contains(bytes[position + 1]): return nil
    case 0xE2 where position + 1 < end && bytes[position + 1] == 0x80: return nil
    default: return (byte, position + 1)
    }
  }

  /// What was read of an address: each byte, and where it ends.
  private struct Address {
    var ends: [Int]
    var bytes: [UInt8]

    mutating func append(_ byte: UInt8, endingAt end: Int) {
      bytes.append(byte)
      ends.append(end)
    }

    /// Takes off what belongs to the sentence. O(length): parentheses are counted once.
    mutating func trim() {
      var unopened = bytes.count { $0 == UInt8(ascii: ")") } - bytes.count { $0 == UInt8(ascii: "(") }
      while let last = bytes.last {
        switch last {
        case UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"),
          UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "'"), UInt8(ascii: "\""):
          removeLast(1)
        case UInt8(ascii: ";"): removeLast(entityCount)
        case UInt8(ascii: ")") where unopened > 0:
          unopened -= 1
          removeLast(1)
        default: return
        }
      }
    }

    /// `&word;` at the end is an entity as a whole.
    private var entityCount: Int {
      var start = bytes.count - 1
      while start > 0, bytes[start - 1] < 0x80, CitationKey.isLetterOrDigit(bytes[start - 1]) { start -= 1 }
      return start > 0 && start < bytes.count - 1 && bytes[start - 1] == UInt8(ascii: "&")
        ? bytes.count - start + 1 : 1
    }

    private mutating func removeLast(_ count: Int) {
      bytes.removeLast(count)
      ends.removeLast(count)
    }
  }
}
