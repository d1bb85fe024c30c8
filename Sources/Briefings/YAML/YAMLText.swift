/// YAML that its parser refused, read line by line to find where the mistake began. Every question takes one pass.
struct YAMLText {
  let bytes: [UInt8]
  let range: Range<Int>

  /// Whether it stands between two `---` lines, not in a file of its own.
  var isFrontMatter: Bool { range.lowerBound > 3 }

  /// The byte at an offset; a line end for one outside.
  func byte(_ offset: Int) -> UInt8 { range.contains(offset) ? bytes[offset] : UInt8(ascii: "\n") }

  func isBlank(_ offset: Int) -> Bool {
    byte(offset) == UInt8(ascii: " ") || byte(offset) == UInt8(ascii: "\t")
  }

  func isLineEnd(_ offset: Int) -> Bool {
    byte(offset) == UInt8(ascii: "\n") || byte(offset) == UInt8(ascii: "\r")
  }

  /// Whether a `:` or `-` before this offset is a sign and not a letter of a text.
  func endsSign(_ offset: Int) -> Bool { isBlank(offset) || isLineEnd(offset) }

  // MARK: Lines

  func lineStart(of offset: Int) -> Int {
    var start = min(offset, range.upperBound)
    while start > range.lowerBound, !isLineEnd(start - 1) { start -= 1 }
    return start
  }

  /// What stands on a line from `offset` on, without the blanks around it.
  func content(from offset: Int) -> Range<Int> {
    var start = min(offset, range.upperBound)
    while start < range.upperBound, isBlank(start) { start += 1 }
    var end = start
    while end < range.upperBound, !isLineEnd(end) { end += 1 }
    while end > start, isBlank(end - 1) { end -= 1 }
    return start..<end
  }

  /// What stands on the line of `offset`, without the blanks around it.
  func line(of offset: Int) -> Range<Int> { content(from: lineStart(of: offset)) }

  /// The line that ends before this one; nil at the top.
  func line(above line: Range<Int>) -> Range<Int>? {
    let start = lineStart(of: line.lowerBound)
    guard start > range.lowerBound else { return nil }
    let isPair = start - 1 > range.lowerBound && bytes[start - 1] == UInt8(ascii: "\n")
    return self.line(of: isPair && bytes[start - 2] == UInt8(ascii: "\r") ? start - 2 : start - 1)
  }

  /// The first line that fulfils a condition.
  func firstLine(where condition: (Range<Int>) -> Bool) -> Range<Int>? {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let line = content(from: offset)
      if condition(line) { return line }
      offset = line.upperBound
      while offset < range.upperBound, !isLineEnd(offset) { offset += 1 }
      offset += 1
    }
    return nil
  }

  func column(_ offset: Int) -> Int { offset - lineStart(of: offset) }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func starts(_ line: Range<Int>, with word: StaticString) -> Bool {
    word.withUTF8Buffer { bytes[line].starts(with: $0) }
  }

  /// Whether a line holds a `: `, or ends in a colon.
  func holdsPair(_ part: Range<Int>) -> Bool {
    part.contains { bytes[$0] == UInt8(ascii: ":") && endsSign($0 + 1) }
  }

  /// A line without the `- ` before its entry.
  func entry(_ line: Range<Int>) -> Range<Int> {
    var line = line
    while !line.isEmpty, bytes[line.lowerBound] == UInt8(ascii: "-"), endsSign(line.lowerBound + 1) {
      line = content(from: line.lowerBound + 1)
    }
    return line
  }

  /// The line on which the text begins that goes on to this one, from the text's first byte; nil when it begins
  /// behind its key.
  func beginning(ofTextTo line: Range<Int>) -> Range<Int>? {
    var first = line
    while let above = self.line(above: first), !above.isEmpty, !starts(above, with: "#") {
      if holdsPair(above) { return bytes[above.upperBound - 1] == UInt8(ascii: ":") ? first : nil }
      let entry = entry(above)
      if entry.lowerBound > above.lowerBound { return entry }
      first = above
    }
    return first
  }

  /// The nearest byte up to an offset that can be seen: the parser's mark may stand behind the last line.
  func visible(_ offset: Int) -> Range<Int> {
    var start = min(offset, range.upperBound)
    if start == range.upperBound || isLineEnd(start) {
      while start > range.lowerBound, endsSign(start - 1) { start -= 1 }
      start = max(start - 1, range.lowerBound)
    }
    while start > range.lowerBound, byte(start) & 0xC0 == 0x80 { start -= 1 }
    var end = min(start + 1, range.upperBound)
    while end < range.upperBound, byte(end) & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }
}
