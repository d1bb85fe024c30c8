import CMark

/// Finds each inline in the marked text, walking both side by side: libcmark's own inline columns are wrong
/// inside containers, and even its lines are after link definitions.
///
/// The inlines come in the order of the text, so the cursor only moves forward. Where the two do not fit
/// (an escape, an entity, a stripped blank), the cursor goes on to the next place where they do.
struct Aligner {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private(set) var cursor: Int
  private let jumps: Jumps

  /// Where the text goes on after an inline note that was moved out, by the number of the mark in its place.
  struct Jumps {
    let firstNumber: Int
    let ends: [Int]
  }

  init(text: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, jumps: Jumps) {
    self.text = text
    self.jumps = jumps
    self.cursor = min(start, end)
    self.end = end
  }

  // MARK: Text

  mutating func text(_ literal: UnsafeBufferPointer<UInt8>, into runs: inout AlignedRuns) {
    runs.removeAll()
    if copyWhole(literal, &runs) { return }
    var offset = 0
    seek(literal, 0)
    if copyWhole(literal, &runs) { return }
    while offset < literal.count {
      let before = offset
      copyRun(literal, &offset, &runs)
      if offset < literal.count, jump(literal, &offset, &runs) { continue }
      if offset < literal.count, !unescape(literal, &offset, &runs), offset == before || cursor < end {
        // What looks like an escape or entity here is none, and would be found again.
        if offset == before, fits(literal, offset) { cursor += 1 }
        seek(literal, offset)
        if cursor >= end || !fits(literal, offset) {
          runs.append(literal: offset..<literal.count, marked: cursor..<cursor)
          return
        }
      }
    }
  }

  /// Most texts stand in the marked text as they are. An ampersand may be an entity's.
  private mutating func copyWhole(
    _ literal: UnsafeBufferPointer<UInt8>, _ runs: inout AlignedRuns
  ) -> Bool {
    guard let words = literal.baseAddress, let here = text.baseAddress, !literal.isEmpty,
      literal.count <= end - cursor, memcmp(words, here + cursor, literal.count) == 0,
      memchr(words, Int32(UInt8(ascii: "&")), literal.count) == nil
    else { return false }
    runs.append(literal: 0..<literal.count, marked: cursor..<cursor + literal.count)
    cursor += literal.count
    return true
  }

  /// Over an inline note that stands elsewhere now.
  private mutating func jump(
    _ literal: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ runs: inout AlignedRuns
  ) -> Bool {
    guard literal[offset] == Mark.firstByte, let mark = Mark.read(literal, at: offset) else { return false }
    let number = mark.number - jumps.firstNumber
    guard jumps.ends.indices.contains(number) else { return false }
    let target = min(end, max(cursor, jumps.ends[number]))
    runs.append(literal: offset..<mark.end, marked: cursor..<target)
    cursor = target
    offset = mark.end
    return true
  }

  private mutating func copyRun(
    _ literal: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ runs: inout AlignedRuns
  ) {
    let (start, first) = (cursor, offset)
    while offset < literal.count, cursor < end, text[cursor] == literal[offset] {
      if text[cursor] == UInt8(ascii: "&"), entityEnd() != nil, !fits(literal, offset, count: 4) { break }
      cursor += 1
      offset += 1
    }
    if offset > first { runs.append(literal: first..<offset, marked: start..<cursor) }
  }

  /// An escape or entity at the cursor.
  private mutating func unescape(
    _ literal: UnsafeBufferPointer<UInt8>, _ offset: inout Int, _ runs: inout AlignedRuns
  ) -> Bool {
    guard cursor < end else { return false }
    if text[cursor] == UInt8(ascii: "\\"), cursor + 1 < end, text[cursor + 1] == literal[offset] {
      runs.append(literal: offset..<offset + 1, marked: cursor..<cursor + 2)
      cursor += 2
      offset += 1
      return true
    }
    guard text[cursor] == UInt8(ascii: "&"), let after = entityEnd() else { return false }
    // No entity's value is longer than 8 bytes; the character that holds the ninth ends three bytes on at most.
    for count in 1...11 where offset + count <= literal.count {
      let rest = offset + count
      let isBoundary = rest == literal.count || literal[rest] & 0xC0 != 0x80
      guard isBoundary, rest == literal.count || (after < end && text[after] == literal[rest]) || count >= 8
      else { continue }
      runs.append(literal: offset..<rest, marked: cursor..<after)
      cursor = after
      offset = rest
      return true
    }
    return false
  }

  /// One past `&…;` at the cursor.
  private func entityEnd() -> Int? {
    var position = cursor + 1
    while position < end, position - cursor < 34 {
      let byte = text[position]
      if byte == UInt8(ascii: ";") { return position > cursor + 1 ? position + 1 : nil }
      guard CitationKey.isLetterOrDigit(byte) || byte == UInt8(ascii: "#") else { return nil }
      position += 1
    }
    return nil
  }

  /// Moves the cursor to where `literal[offset…]` goes on, if that is anywhere ahead.
  private mutating func seek(_ literal: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    let start = cursor
    let limit = min(end, cursor + Aligner.maximumSeek)
    while cursor < limit {
      if fits(literal, offset) { return }
      cursor += 1
    }
    cursor = start
  }

  /// How far the cursor looks ahead, in bytes: keeps a text that cannot be found from costing quadratic time.
  private static let maximumSeek = 4_096

  /// Whether the next few bytes agree, or an escape or entity stands at the cursor.
  private func fits(_ literal: UnsafeBufferPointer<UInt8>, _ offset: Int, count: Int = 12) -> Bool {
    var (position, index) = (cursor, offset)
    while index < literal.count, index - offset < count {
      guard position < end else { return false }
      if text[position] != literal[index] {
        if isInlineNote(literal, index) { return text[position] == UInt8(ascii: "^") }
        let isEscape =
          text[position] == UInt8(ascii: "\\") && position + 1 < end && text[position + 1] == literal[index]
        return isEscape || (text[position] == UInt8(ascii: "&") && literal[index] != UInt8(ascii: " "))
      }
      position += 1
      index += 1
    }
    return true
  }

  /// Whether the mark of a note that was moved out stands there.
  private func isInlineNote(_ literal: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard literal[index] == Mark.firstByte, let mark = Mark.read(literal, at: index) else { return false }
    return jumps.ends.indices.contains(mark.number - jumps.firstNumber)
  }

  // MARK: Everything else

  /// To the next line's first byte that is no blank and no quotation mark.
  mutating func lineBreak() -> Range<Int> {
    let start = cursor
    while cursor < end, text[cursor] != UInt8(ascii: "\n") { cursor += 1 }
    if cursor < end { cursor += 1 }
    while cursor < end, isBlank(text[cursor]) || text[cursor] == UInt8(ascii: ">") { cursor += 1 }
    return start..<start
  }

  /// Over a code span: as many backticks as open it close it.
  mutating func code() -> Range<Int> {
    skip(to: UInt8(ascii: "`"))
    let start = cursor
    let count = backticks()
    while cursor < end {
      skip(to: UInt8(ascii: "`"))
      if cursor >= end || backticks() == count { break }
    }
    return start..<cursor
  }

  private mutating func backticks() -> Int {
    let start = cursor
    while cursor < end, text[cursor] == UInt8(ascii: "`") { cursor += 1 }
    return cursor - start
  }

  mutating func html(_ literal: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    skip(to: UInt8(ascii: "<"))
    let start = cursor
    // A line's prefix may stand inside: count what closes it.
    var closings = literal.count { $0 == UInt8(ascii: ">") }
    while cursor < end, closings > 0 {
      if text[cursor] == UInt8(ascii: ">") { closings -= 1 }
      cursor += 1
    }
    return start..<cursor
  }

  mutating func enter(_ node: Node) -> Range<Int> {
    if node.kind == CMARK_NODE_LINK {
      skip(to: UInt8(ascii: "["), or: UInt8(ascii: "<"))
    } else {
      skip(to: UInt8(ascii: "*"), or: UInt8(ascii: "_"))
      skipEmphasis(node)
    }
    return cursor..<cursor
  }

  /// To whichever comes first; the cursor stays when neither does.
  private mutating func skip(to first: UInt8, or second: UInt8) {
    let limit = min(end, cursor + Aligner.maximumSeek)
    var position = cursor
    while position < limit {
      if text[position] == first || text[position] == second {
        cursor = position
        return
      }
      position += text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
  }

  mutating func exit(_ node: Node) -> Range<Int> {
    let start = cursor
    if node.kind == CMARK_NODE_LINK { skipLinkTail() } else { skipEmphasis(node) }
    return start..<cursor
  }

  mutating func image(_ node: Node) -> Range<Int> {
    skip(to: UInt8(ascii: "!"))
    let start = cursor
    if cursor + 1 < end, text[cursor + 1] == UInt8(ascii: "[") { cursor += 2 }
    var runs = AlignedRuns()
    var child = successor(of: node, below: node)
    while let current = child {
      if current.kind == CMARK_NODE_TEXT { text(current.literal, into: &runs) }
      child = successor(of: current, below: node)
    }
    skipLinkTail()
    return start..<cursor
  }

  private mutating func skipEmphasis(_ node: Node) {
    let count = node.kind == CMARK_NODE_STRONG ? 2 : 1
    for _ in 0..<count
    where cursor < end && (text[cursor] == UInt8(ascii: "*") || text[cursor] == UInt8(ascii: "_")) {
      cursor += 1
    }
  }

  /// `](destination "title")`, `][label]`, `]` or `>`.
  private mutating func skipLinkTail() {
    while cursor < end, text[cursor] != UInt8(ascii: "]"), text[cursor] != UInt8(ascii: ">") {
      guard
        text[cursor] == UInt8(ascii: "*") || text[cursor] == UInt8(ascii: "_") || isBlank(text[cursor])
          || text[cursor] == Mark.firstByte || text[cursor] == UInt8(ascii: "[")
      else { return }
      cursor += 1
    }
    guard cursor < end else { return }
    let isBracket = text[cursor] == UInt8(ascii: "]")
    cursor += 1
    guard isBracket, cursor < end else { return }
    if text[cursor] == UInt8(ascii: "(") {
      skipDestination()
    } else if text[cursor] == UInt8(ascii: "[") {
      skipLabel()
    }
  }

  private mutating func skipDestination() {
    var depth = 0
    var quote: UInt8?
    while cursor < end {
      let byte = text[cursor]
      cursor += 1
      if byte == UInt8(ascii: "\\") {
        cursor = min(end, cursor + 1)
      } else if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "<") {
        quote = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : byte
      } else if byte == UInt8(ascii: "'"), isBlank(text[cursor - 2]) {
        quote = byte
      } else if byte == UInt8(ascii: "(") {
        depth += 1
      } else if byte == UInt8(ascii: ")") {
        depth -= 1
        if depth == 0 { return }
      }
    }
  }

  private mutating func skipLabel() {
    while cursor < end, text[cursor] != UInt8(ascii: "]") {
      cursor += text[cursor] == UInt8(ascii: "\\") ? 2 : 1
    }
    cursor = min(end, cursor + 1)
  }

  private mutating func skip(to byte: UInt8) {
    while cursor < end, text[cursor] != byte { cursor += text[cursor] == UInt8(ascii: "\\") ? 2 : 1 }
    cursor = min(cursor, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
}
