/// A `:::` line: an opening fence with attributes or a word, or a closing one.
struct FenceLine {
  enum Meaning {
    case opening(Attributes)
    case closing
  }

  let meaning: Meaning

  /// Nil when the line is no fence (Pandoc: attributes or one word, then colons at will).
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, base: Int = 0) {
    var position = line.lowerBound
    while position < line.upperBound, bytes[position] == UInt8(ascii: ":") { position += 1 }
    guard position - line.lowerBound >= 3 else { return nil }
    FenceLine.skip(bytes, &position, line.upperBound, also: 0x20)
    guard position < line.upperBound else {
      meaning = .closing
      return
    }
    guard let (attributes, end) = FenceLine.attributes(bytes, position..<line.upperBound, base: base)
    else { return nil }
    position = end
    FenceLine.skip(bytes, &position, line.upperBound, also: 0x20)
    FenceLine.skip(bytes, &position, line.upperBound, also: UInt8(ascii: ":"))
    guard position == line.upperBound else { return nil }
    meaning = .opening(attributes)
  }

  private static func attributes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, base: Int
  ) -> (Attributes, Int)? {
    if bytes[range.lowerBound] == UInt8(ascii: "{") {
      return AttributeParser.parse(
        UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), at: range.lowerBound, base: base
      ).map { ($0.attributes, $0.end) }
    }
    var end = range.lowerBound
    while end < range.upperBound, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ":") {
      // Code that begins or ends beside the colons is no role, nor is the reserved character.
      guard bytes[end] != UInt8(ascii: "`"), !Mark.isEdge(bytes, at: end) else { return nil }
      end += 1
    }
    guard end > range.lowerBound else { return nil }
    var attributes = Attributes(source: base + range.lowerBound..<base + end)
    attributes.classes = [String(decoding: bytes[range.lowerBound..<end], as: UTF8.self)]
    attributes.classSources = [attributes.source]
    return (attributes, end)
  }

  private static func skip(
    _ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ end: Int, also byte: UInt8
  ) {
    while position < end, bytes[position] == byte || bytes[position] == 0x20 || bytes[position] == 0x09 {
      position += 1
    }
  }

  // MARK: What is none

  /// Whether the line begins like an opening fence and is none.
  static func isMalformed(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    guard line.count > 3, bytes[line.prefix(3)].allSatisfy({ $0 == UInt8(ascii: ":") }) else { return false }
    return FenceLine(bytes, line) == nil && !MarkTable.holdsMark(UnsafeBufferPointer(rebasing: bytes[line]))
  }

  /// What is wrong with a line that is malformed.
  static func fault(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> AttributeFault {
    let text = UnsafeBufferPointer(rebasing: bytes[..<line.upperBound])
    var position = text[line].firstIndex { $0 != UInt8(ascii: ":") } ?? line.upperBound
    skip(text, &position, line.upperBound, also: 0x20)
    if position < line.upperBound, text[position] == UInt8(ascii: "{"),
      let fault = AttributeFault(text, at: position)
    {
      return fault
    }
    guard position < line.upperBound,
      let (attributes, end) = attributes(text, position..<line.upperBound, base: 0)
    else {
      return AttributeFault(line, "write one role behind ':::', or attributes in braces")
    }
    return surplus(text, attributes, end..<line.upperBound)
  }

  /// What stands behind the role or the group.
  private static func surplus(
    _ bytes: UnsafeBufferPointer<UInt8>, _ attributes: Attributes, _ rest: Range<Int>
  ) -> AttributeFault {
    var start = rest.lowerBound
    skip(bytes, &start, rest.upperBound, also: UInt8(ascii: ":"))
    var end = rest.upperBound
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    if start < end, bytes[start] == UInt8(ascii: "{"), let role = attributes.classes.first {
      return AttributeFault(
        start..<end, "a role and attributes stand in the same braces; write '::: {.\(role) …}'")
    }
    return AttributeFault(
      start..<end,
      "nothing stands behind the role or its braces; move these words to the next line, or remove them")
  }
}
