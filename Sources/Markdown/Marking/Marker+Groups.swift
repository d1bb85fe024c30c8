import Diagnostics

/// Attribute groups: `{#id .class key=value}`.
extension Marker {
  struct Group {
    let attributes: Attributes
    let range: Range<Int>
    /// Where the group ends on its first line.
    let lineEnd: Int
    var isWhole: Bool { lineEnd == range.upperBound }
    let lines: Int
  }

  /// The group at `start`, which may go on over the next lines of its paragraph.
  mutating func group(at start: Int, line: Int, end: Int) -> Group? {
    guard let close = closingBrace(from: start), close - start < Marker.maximumGroupLength else { return nil }
    if close < end,
      let (attributes, groupEnd) = AttributeParser.parse(
        UnsafeBufferPointer(rebasing: bytes[..<min(end, start + Marker.maximumGroupLength)]), at: start)
    {
      return Group(attributes: attributes, range: start..<groupEnd, lineEnd: groupEnd, lines: 1)
    }
    return close < end ? nil : groupOverLines(at: start, close: close, line: line, end: end)
  }

  /// The next closing brace of the file. Most of what may begin a group asks for the one that was found before.
  private mutating func closingBrace(from start: Int) -> Int? {
    if nextBrace.from <= start, start <= nextBrace.found {
      return nextBrace.found < bytes.count ? nextBrace.found : nil
    }
    let found = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
    nextBrace = (start, found)
    return found < bytes.count ? found : nil
  }

  /// In bytes: a quotation mark that is never closed is not looked for to the end of a long line, again and again.
  static let maximumGroupLength = 4_096

  /// At most this many lines make one group.
  static let maximumGroupLines = 8

  private func groupOverLines(at start: Int, close: Int, line: Int, end: Int) -> Group? {
    // Most of what looks like a group is none on its first line already.
    guard AttributeParser.stop(UnsafeBufferPointer(rebasing: bytes[..<end]), at: start)?.position == end
    else {
      return nil
    }
    var text = GroupText(bytes, start..<end)
    let quotes = LinePrefix(bytes, lines[line]).quotes
    for last in line + 1..<min(lines.count, line + Marker.maximumGroupLines) {
      let upTo = min(lines[last].upperBound, start + Marker.maximumGroupLength)
      guard upTo > lines[last].lowerBound,
        text.append(
          bytes, line: lines[last].lowerBound..<upTo, after: lines[last - 1].upperBound, quotes: quotes)
      else { return nil }
      guard close < lines[last].upperBound else { continue }
      guard
        let (attributes, groupEnd) = text.bytes.withUnsafeBufferPointer({ AttributeParser.parse($0, at: 0) })
      else { return nil }
      return Group(
        attributes: attributes.placed(text.source), range: text.source(0..<groupEnd), lineEnd: end,
        lines: last - line + 1)
    }
    return nil
  }

  mutating func appendGroup(_ group: Group, line: Int) {
    appendMark(
      .attributes, source: group.range.lowerBound..<group.lineEnd,
      value: group.isWhole ? [] : Array(bytes[group.range]), attributes: group.attributes)
    guard !group.isWhole else { return }
    for next in line + 1..<line + group.lines {
      let start = LinePrefix(bytes, lines[next]).contentStart
      continuations.append(
        Continuation(line: next, range: start..<min(lines[next].upperBound, group.range.upperBound)))
    }
  }

  /// A group at the end of an ATX heading, of a line that a setext underline follows, or of a table's caption.
  mutating func headingGroup(
    at position: Int, in range: Range<Int>, copiedTo copied: Int, line: Int
  ) -> Step {
    guard features.contains(.headingAttributes), position > range.lowerBound, bytes[position - 1] == 0x20,
      let (attributes, end) = AttributeParser.parse(
        UnsafeBufferPointer(rebasing: bytes[..<range.upperBound]), at: position),
      bytes[end..<range.upperBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
      isHeading(line, from: range.lowerBound) || isCaption(line)
    else { return .plain(position + 1) }
    copy(copied..<position)
    appendMark(.attributes, source: position..<end, attributes: attributes)
    return Step(offset: end, isCopied: true)
  }

  /// Whether the line, or one above it in its paragraph, begins with `: `.
  private func isCaption(_ line: Int) -> Bool {
    guard features.contains(.tables) else { return false }
    for above in stride(from: line, to: max(-1, line - Marker.maximumGroupLines), by: -1) {
      let start = LinePrefix(bytes, lines[above]).contentStart
      guard start < lines[above].upperBound else { return false }
      if bytes[start] == UInt8(ascii: ":") {
        return start + 1 < lines[above].upperBound && bytes[start + 1] <= 0x20
      }
    }
    return false
  }

  /// - Parameter inlines: behind a note's label, where that stands first in the line.
  private func isHeading(_ line: Int, from inlines: Int) -> Bool {
    let range = lines[line]
    let first = LinePrefix(bytes, range).contentStart
    let start = inlines > first ? LinePrefix(bytes, inlines..<range.upperBound).contentStart : first
    if start < range.upperBound, bytes[start] == UInt8(ascii: "#") { return true }
    guard line + 1 < lines.count else { return false }
    let under = lines[line + 1]
    let prefix = LinePrefix(bytes, under)
    var position = prefix.contentStart
    guard position < under.upperBound,
      bytes[position] == UInt8(ascii: "=") || bytes[position] == UInt8(ascii: "-")
    else { return under.count == 1 && bytes[under.lowerBound] == UInt8(ascii: "-") }
    let mark = bytes[position]
    while position < under.upperBound, bytes[position] == mark { position += 1 }
    return bytes[position..<under.upperBound].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
