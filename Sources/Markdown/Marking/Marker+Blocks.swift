import Diagnostics

/// The constructs that begin a line.
extension Marker {
  /// `+   ` unless the file has such lists itself, then `7)  `.
  mutating func chooseNoteMarker() {
    guard lines.contains(where: { mayBeginWithPlus($0) }) else { return }
    var plus = false
    var paren: Int?
    for (line, range) in lines.enumerated() {
      let prefix = LinePrefix(bytes, range)
      if prefix.holdsPlusMarker { plus = true }
      if prefix.holdsParenMarker, paren == nil { paren = line }
    }
    guard plus else { return }
    output.noteMarker = Array("7)  ".utf8)
    if let paren, holdsNoteDefinition() {
      report(
        .unsupportedSyntax, lines[paren],
        "a page with notes may use '+' lists or 'n)' lists, not both; write this list with '-' or 'n.'")
    }
  }

  /// Behind blanks and the markers of other containers, which begin with none of the letters of most lines.
  private func mayBeginWithPlus(_ line: Range<Int>) -> Bool {
    guard let first = line.first else { return false }
    let byte = bytes[first]
    return byte < UInt8(ascii: "@") && byte != UInt8(ascii: "<") && LinePrefix(bytes, line).holdsPlusMarker
  }

  private func holdsNoteDefinition() -> Bool {
    lines.contains { noteLabel(at: $0.lowerBound, end: $0.upperBound) != nil }
  }

  /// A comment that spans lines hides what looks like a fence in it.
  mutating func noteComment(_ line: Int, _ content: Range<Int>) {
    guard line >= commentEnd, starts("<!--", at: content.lowerBound, end: content.upperBound),
      find("-->", from: content.lowerBound + 4, to: content.upperBound) == nil
    else { return }
    var last = line + 1
    while last < lines.count {
      if find("-->", from: lines[last].lowerBound, to: lines[last].upperBound) != nil {
        commentEnd = last + 1
        return
      }
      last += 1
    }
    // Never closed: libcmark takes the rest of the container as a comment, and so do we.
    commentEnd = lines.count
  }

  /// What Git writes around two texts that it could not merge, each of the three at a line's start.
  mutating func noteConflict(_ line: Int, _ range: Range<Int>) {
    guard let first = range.first, range.count >= 7 else { return }
    switch bytes[first] {
    case UInt8(ascii: "<") where starts("<<<<<<< ", at: first, end: range.upperBound):
      conflict = (line, false)
    case UInt8(ascii: "=") where range.count == 7 && starts("=======", at: first, end: range.upperBound):
      conflict?.isHalf = true
    case UInt8(ascii: ">") where starts(">>>>>>> ", at: first, end: range.upperBound):
      if let conflict, conflict.isHalf { output.conflicts.append(conflict.line) }
      conflict = nil
    default: break
    }
  }

  /// `:::` and what may follow it becomes a comment line, which ends paragraphs and lists.
  mutating func markFence(_ line: Int, _ content: Range<Int>, lineStart: Int) -> Int? {
    guard FenceLine(bytes, content) != nil else {
      if FenceLine.isMalformed(bytes, content) { output.malformedFences.append(line) }
      return nil
    }
    var end = content.upperBound
    while end > content.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    copy(lineStart..<content.lowerBound)
    let comment = output.bytes.count
    output.bytes.append(contentsOf: "<!--".utf8)
    appendMark(.fence, source: content.lowerBound..<end)
    output.bytes.append(contentsOf: "-->".utf8)
    // The comment's own characters belong to the fence.
    let inner = output.segments.removeLast()
    output.segments.append(
      .init(
        marked: comment, markedCount: output.bytes.count - comment, source: inner.source,
        sourceCount: inner.sourceCount))
    return end
  }

  /// `[^id]:`, `[!X]:`, `[@k]:` at a line's start.
  mutating func markDefinition(_ line: Int, _ range: Range<Int>, _ prefix: LinePrefix) -> Int? {
    let start = prefix.contentStart
    if features.contains(.notes), let label = noteLabel(at: start, end: range.upperBound) {
      return markNoteDefinition(line, range, prefix, label: label)
    }
    if let label = LinkLabel.defined(bytes, start..<range.upperBound) { output.linkLabels.insert(label) }
    guard start + 1 < range.upperBound,
      bytes[start + 1] == UInt8(ascii: "!") && features.contains(.callouts)
        || bytes[start + 1] == UInt8(ascii: "@") && features.contains(.citations),
      find("]:", from: start, to: range.upperBound) != nil
    else { return nil }
    copy(range.lowerBound..<start)
    appendMark(.labelDefinition, source: start..<start)
    return start
  }

  private mutating func markNoteDefinition(
    _ line: Int, _ range: Range<Int>, _ prefix: LinePrefix, label: Range<Int>
  ) -> Int? {
    let start = prefix.contentStart
    guard mayDefineNote, prefix.containers == 0, prefix.indent < 4 else {
      copy(range.lowerBound..<start)
      let isInside = prefix.containers > 0 || prefix.indent >= 4
      appendMark(isInside ? .noteInside : .noteUnseparated, source: start..<start)
      return start
    }
    var contentStart = label.upperBound + 2
    while contentStart < range.upperBound, bytes[contentStart] == 0x20 || bytes[contentStart] == 0x09 {
      contentStart += 1
    }
    copy(range.lowerBound..<start)
    appendNoteMarker(start..<contentStart)
    output.noteDefinitions.append(
      .init(
        line: line, label: Array(bytes[label]), source: Array(bytes[start..<contentStart]),
        range: start..<label.upperBound + 2))
    isInDefinition = true
    output.mayHoldFencedCode = true
    if contentStart == range.upperBound {
      appendEmptyFirstLine(at: contentStart)
    } else if bytes[contentStart] == UInt8(ascii: ":"), features.contains(.regions) {
      return markFence(line, contentStart..<range.upperBound, lineStart: contentStart) ?? contentStart
    }
    return contentStart
  }

  private mutating func appendNoteMarker(_ source: Range<Int>) {
    let marked = output.bytes.count
    output.bytes.append(contentsOf: output.noteMarker)
    output.segments.append(
      .init(
        marked: marked, markedCount: output.noteMarker.count, source: source.lowerBound,
        sourceCount: source.count))
  }

  /// An item whose first line is empty may not begin with two blank lines: a comment stands in.
  private mutating func appendEmptyFirstLine(at source: Int) {
    output.bytes.append(contentsOf: "<!--".utf8)
    appendMark(.fence, source: source..<source)
    output.bytes.append(contentsOf: "-->".utf8)
  }

  /// The `^id`'s range without brackets when `[^id]:` stands at `start`.
  func noteLabel(at start: Int, end: Int) -> Range<Int>? {
    var start = start
    while start < end, bytes[start] == 0x20 { start += 1 }
    guard let close = noteReferenceEnd(at: start, end: end), close < end, bytes[close] == UInt8(ascii: ":")
    else { return nil }
    return start + 2..<close - 1
  }

  /// A definition starts after an empty line, at the start, after a definition, a fence, a heading or a comment.
  mutating func noteState(after line: Int, _ prefix: LinePrefix) {
    let range = lines[line]
    if prefix.contentStart == range.upperBound {
      mayDefineNote = true
      return
    }
    let first = bytes[range.lowerBound]
    let isIndented = prefix.leadingIndent >= 4
    if mayDefineNote, isInDefinition, !isIndented,
      output.noteDefinitions.last?.range.lowerBound ?? -1 < range.lowerBound,
      isAfterEmptyLine(range)
    {
      isInDefinition = false
    }
    mayDefineNote =
      isInDefinition || first == UInt8(ascii: "#") || first == UInt8(ascii: ":")
      || endsComment(line, prefix)
  }

  /// Whether a comment that stands in lines of its own ends here.
  private func endsComment(_ line: Int, _ prefix: LinePrefix) -> Bool {
    guard line >= commentEnd else { return line + 1 == commentEnd }
    return prefix.containers == 0 && prefix.indent < 4
      && starts("<!--", at: prefix.contentStart, end: lines[line].upperBound)
  }

  private func isAfterEmptyLine(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound - 1
    var lineEnds = 0
    while position >= body.start, bytes[position] <= 0x20 {
      if bytes[position] == UInt8(ascii: "\n") || bytes[position] == UInt8(ascii: "\r") { lineEnds += 1 }
      if lineEnds > 2 { return true }
      position -= 1
    }
    return lineEnds >= 2
  }

  func starts(_ text: StaticString, at offset: Int, end: Int) -> Bool {
    guard offset + text.utf8CodeUnitCount <= end else { return false }
    for index in 0..<text.utf8CodeUnitCount where bytes[offset + index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  func find(_ text: StaticString, from: Int, to end: Int) -> Int? {
    var offset = from
    while offset + text.utf8CodeUnitCount <= end {
      if starts(text, at: offset, end: end) { return offset }
      offset += 1
    }
    return nil
  }

  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
