import CMark

/// Finds each inline in the marked text, walking both side by side: libcmark's own inline columns are wrong
/// inside containers, and even its lines are after link definitions.
///
/// The inlines come in the order of the text, so the cursor only moves forward. Where the two do not fit
/// (an escape, an entity, a stripped blank), the cursor goes on to the next place where they do.
struct Aligner {
  let text: UnsafeBufferPointer<UInt8>
  let end: Int
  var cursor: Int
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
      guard isBoundary, rest == literal.count || mayStand(literal[rest], at: after) || count >= 8
      else { continue }
      runs.append(literal: offset..<rest, marked: cursor..<after)
      cursor = after
      offset = rest
      return true
    }
    return false
  }

  /// Whether a byte may stand there as it is, as an escape or as an entity's first.
  private func mayStand(_ byte: UInt8, at position: Int) -> Bool {
    guard position < end else { return false }
    return text[position] == byte || text[position] == UInt8(ascii: "&")
      || (text[position] == UInt8(ascii: "\\") && position + 1 < end && text[position + 1] == byte)
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
  static let maximumSeek = 4_096

  /// Whether the next few bytes agree, or an escape or entity stands at the cursor.
  func fits(_ literal: UnsafeBufferPointer<UInt8>, _ offset: Int, count: Int = 12) -> Bool {
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
}
