/// A file's front matter: YAML between two `---` lines, the first at the file's first byte.
struct FrontMatter: Equatable {
  /// The first `---`.
  let opening: Range<Int>
  /// Between the two lines.
  let yaml: Range<Int>
  /// UTF-8 offset of the body's first byte.
  let bodyStart: Int

  enum Split: Equatable {
    case found(FrontMatter)
    /// No `---` line at byte 0; the body begins at the offset.
    case none(bodyStart: Int)
    /// No second `---` line, but perhaps one that was meant to be it.
    case unterminated(opening: Range<Int>, lookalike: Range<Int>?)
  }

  /// A byte order mark is skipped; a line ends at LF, CR LF or CR; blanks may follow the `---`.
  static func split(_ bytes: [UInt8]) -> Split {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = endOfFence(bytes, at: start) else { return .none(bodyStart: start) }
    var line = first
    while line < bytes.count {
      if let end = endOfFence(bytes, at: line) {
        return .found(FrontMatter(opening: start..<start + 3, yaml: first..<line, bodyStart: end))
      }
      line = startOfNextLine(bytes, after: line)
    }
    return .unterminated(opening: start..<start + 3, lookalike: lookalike(bytes, from: first))
  }

  /// A `---` line before which only white space stands, or a byte order mark too much.
  static func lateFence(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    var offset = start
    while offset < bytes.count {
      let isMark = bytes[offset...].starts(with: [0xEF, 0xBB, 0xBF])
      guard isMark || bytes[offset] == UInt8(ascii: " ") || (0x09...0x0D).contains(bytes[offset]) else {
        break
      }
      offset += isMark ? 3 : 1
    }
    return endOfFence(bytes, at: offset) == nil ? nil : offset..<offset + 3
  }

  /// A line of dashes or `...` among the keys, above the first empty line.
  private static func lookalike(_ bytes: [UInt8], from start: Int) -> Range<Int>? {
    let text = YAMLText(bytes: bytes, range: start..<bytes.count)
    let line = text.firstLine { line in
      let scalars = text.string(line).unicodeScalars.filter { $0 != " " && $0 != "\t" }
      return scalars.isEmpty || text.starts(line, with: "...") && line.count == 3
        || scalars.allSatisfy({ $0 == "-" || $0 == "–" || $0 == "—" }) && line.count > 1
    }
    return line?.isEmpty == true ? nil : line
  }

  /// The start of the line after a `---` line; nil when the line at `start` is none.
  private static func endOfFence(_ bytes: [UInt8], at start: Int) -> Int? {
    guard start + 3 <= bytes.count, bytes[start] == UInt8(ascii: "-"), bytes[start + 1] == UInt8(ascii: "-"),
      bytes[start + 2] == UInt8(ascii: "-")
    else { return nil }
    var offset = start + 3
    while offset < bytes.count, bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t") {
      offset += 1
    }
    guard offset < bytes.count else { return offset }
    guard bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r") else { return nil }
    return startOfNextLine(bytes, after: offset)
  }

  private static func startOfNextLine(_ bytes: [UInt8], after start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      if bytes[offset] == UInt8(ascii: "\n") { return offset + 1 }
      if bytes[offset] == UInt8(ascii: "\r") {
        let isPair = offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n")
        return offset + (isPair ? 2 : 1)
      }
      offset += 1
    }
    return offset
  }
}
