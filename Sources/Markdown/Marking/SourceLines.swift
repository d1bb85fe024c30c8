import CMark

/// The lines of a body as offsets in its file; line ends (LF, CRLF, lone CR) excluded.
struct SourceLines {
  private(set) var ranges: [Range<Int>] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    ranges.reserveCapacity((bytes.count - start) / 40 + 1)
    var lineStart = start
    // Bodies without a CR are most: then the C library looks for LF, many bytes at a time.
    let holdsReturn = SourceLines.end(of: UInt8(ascii: "\r"), in: bytes, from: start) < bytes.count
    while lineStart < bytes.count {
      let end =
        holdsReturn
        ? SourceLines.ends.first(in: bytes, from: lineStart, to: bytes.count)
        : SourceLines.end(of: UInt8(ascii: "\n"), in: bytes, from: lineStart)
      ranges.append(lineStart..<end)
      lineStart = SourceLines.nextLine(in: bytes, after: end)
    }
  }

  /// Where the line goes on to that holds `start`. O(its length).
  static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    ends.first(in: bytes, from: min(start, bytes.count), to: bytes.count)
  }

  /// Where the line begins that follows a line's end.
  static func nextLine(in bytes: UnsafeBufferPointer<UInt8>, after end: Int) -> Int {
    guard end < bytes.count else { return bytes.count }
    let isPair =
      end + 1 < bytes.count && bytes[end] == UInt8(ascii: "\r") && bytes[end + 1] == UInt8(ascii: "\n")
    return end + (isPair ? 2 : 1)
  }

  private static let ends = ByteSet(Array("\r\n".utf8))

  /// Where `byte` stands next, else the end.
  private static func end(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress, start < bytes.count,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// What stands before a line's own text: quote marks and indentation, or list markers too.
struct LinePrefix {
  /// Offset of the first byte of the line's own text.
  let contentStart: Int
  /// Blanks directly before it.
  let indent: Int
  /// Blanks before the first container it names, or before its text.
  let leadingIndent: Int
  /// How many containers it names.
  let containers: Int
  /// How many of them are quotations.
  let quotes: Int
  let holdsPlusMarker: Bool
  let holdsParenMarker: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    var position = line.lowerBound
    var indent = 0
    var leading = 0
    var containers = 0
    var quotes = 0
    var plus = false
    var paren = false
    while position < line.upperBound {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        indent += byte == 0x20 ? 1 : 4
        position += 1
        continue
      }
      // However far it is indented: the pre-pass does not know the containers that a line continues.
      guard let end = LinePrefix.marker(bytes, position, line.upperBound) else { break }
      if byte == UInt8(ascii: "+") { plus = true }
      if byte == UInt8(ascii: ">") { quotes += 1 }
      if bytes[end - 1] == UInt8(ascii: ")") { paren = true }
      if containers == 0 { leading = indent }
      containers += 1
      indent = 0
      position = end
    }
    contentStart = position
    self.indent = indent
    leadingIndent = containers == 0 ? indent : leading
    self.containers = containers
    self.quotes = quotes
    holdsPlusMarker = plus
    holdsParenMarker = paren
  }

  /// One past a container marker at `position`: `>`, `-`, `+`, `*`, `1.`, `1)`.
  static func marker(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ end: Int) -> Int? {
    var after = position + 1
    switch bytes[position] {
    case UInt8(ascii: ">"): return after
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while after < end, after - position < 10, (0x30...0x39).contains(bytes[after]) { after += 1 }
      guard after < end, bytes[after] == UInt8(ascii: ".") || bytes[after] == UInt8(ascii: ")") else {
        return nil
      }
      after += 1
    default: return nil
    }
    return after == end || bytes[after] == 0x20 || bytes[after] == 0x09 ? after : nil
  }
}
