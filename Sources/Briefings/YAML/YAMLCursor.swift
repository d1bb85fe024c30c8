/// Turns the parser's marks (line and column from 1, columns in Unicode scalars) into UTF-8 offsets.
///
/// Marks that come in the order of the text cost one pass over it all together.
struct YAMLCursor {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var line = 1
  private var column = 1
  private var offset: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    self.offset = range.lowerBound
  }

  /// The offset of a mark; the end of the text for a mark behind it.
  mutating func offset(line targetLine: Int, column targetColumn: Int) -> Int {
    if (targetLine, targetColumn) < (line, column) {
      (line, column, offset) = (1, 1, range.lowerBound)
    }
    while line < targetLine, offset < range.upperBound { advanceLine() }
    while line == targetLine, column < targetColumn, offset < range.upperBound {
      guard Self.lineBreak(bytes, at: offset, before: range.upperBound) == 0 else { break }
      advanceScalar()
    }
    return offset
  }

  private mutating func advanceLine() {
    while offset < range.upperBound {
      let width = Self.lineBreak(bytes, at: offset, before: range.upperBound)
      offset += max(width, 1)
      if width > 0 {
        line += 1
        column = 1
        return
      }
    }
  }

  private mutating func advanceScalar() {
    offset += 1
    while offset < range.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    column += 1
  }

  /// The width of the line break at `offset`, 0 for none. YAML 1.1 breaks lines at CR LF, LF, CR, NEL, LS and PS.
  private static func lineBreak(_ bytes: [UInt8], at offset: Int, before end: Int) -> Int {
    switch bytes[offset] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0x85 ? 2 : 0
    case 0xE2:
      let isSeparator =
        offset + 2 < end && bytes[offset + 1] == 0x80
        && (bytes[offset + 2] == 0xA8 || bytes[offset + 2] == 0xA9)
      return isSeparator ? 3 : 0
    default: return 0
    }
  }
}
