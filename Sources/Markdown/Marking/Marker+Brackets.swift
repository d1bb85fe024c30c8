import Diagnostics

/// What begins or ends with a square bracket: wiki links, notes, and groups of attributes.
extension Marker {
  mutating func openBracket(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    if features.contains(.wikiLinks), let end = wikiLinkEnd(at: position, end: range.upperBound) {
      return replace(position..<end, .wikiLink, copiedTo: copied)
    }
    if features.contains(.notes), let end = noteReferenceEnd(at: position, end: range.upperBound) {
      return replace(position..<end, .noteReference, copiedTo: copied)
    }
    countOpenBracket(at: position)
    return .plain(position + 1)
  }

  private mutating func countOpenBracket(at position: Int) {
    openBrackets += 1
    guard openBrackets > Marker.maximumOpenBrackets else { return }
    refuse(
      .tooDeep, position..<position + 1,
      "more than \(Marker.maximumOpenBrackets) brackets are open in one paragraph; close or escape them")
  }

  /// One past `[[…]]` on this line whose content has no bracket, backtick or angle bracket.
  private func wikiLinkEnd(at position: Int, end: Int) -> Int? {
    guard position + 4 < end, bytes[position + 1] == UInt8(ascii: "[") else { return nil }
    var offset = position + 2
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "["), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0: return nil
      case Mark.firstByte where Mark.isEdge(bytes, at: offset): return nil
      case UInt8(ascii: "]"):
        let isClosed = offset > position + 2 && offset + 1 < end && bytes[offset + 1] == UInt8(ascii: "]")
        return isClosed ? offset + 2 : nil
      default: offset += 1
      }
    }
    return nil
  }

  /// One past `[^id]`: no blank, bracket, caret, backtick or escape in the label.
  func noteReferenceEnd(at position: Int, end: Int) -> Int? {
    guard position + 3 < end, bytes[position] == UInt8(ascii: "["), bytes[position + 1] == UInt8(ascii: "^")
    else { return nil }
    var offset = position + 2
    while offset < end {
      switch bytes[offset] {
      case 0...0x20, UInt8(ascii: "["), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
        UInt8(ascii: "<"), UInt8(ascii: "&"):
        return nil
      case UInt8(ascii: "]"):
        return offset > position + 2 ? offset + 1 : nil
      default:
        if Mark.isEdge(bytes, at: offset) { return nil }
        offset += 1
      }
    }
    return nil
  }

  mutating func inlineNote(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard features.contains(.notes), position + 1 < range.upperBound,
      bytes[position + 1] == UInt8(ascii: "["),
      wikiLinkEnd(at: position + 1, end: range.upperBound) == nil
    else { return .plain(position + 1) }
    countOpenBracket(at: position + 1)
    copy(copied..<position + 2)
    appendGuardian(at: position + 2)
    return Step(offset: position + 2, isCopied: true)
  }

  mutating func closeBracket(
    at position: Int, in range: Range<Int>, copiedTo copied: Int, line: Int
  ) -> Step {
    openBrackets = max(0, openBrackets - 1)
    let start = position + 1
    guard features.contains(.spans), start < range.upperBound, bytes[start] == UInt8(ascii: "{"),
      let group = group(at: start, line: line, end: range.upperBound),
      !endsReferenceLink(at: position, from: range.lowerBound)
    else { return .plain(start) }
    copy(copied..<position)
    appendGuardian(at: position)
    copy(position..<start)
    return appendGroups(first: group, line: line, end: range.upperBound)
  }

  /// Whether the bracket that `position` closes is the label of `[words][label]`: a link takes no attributes.
  private mutating func endsReferenceLink(at position: Int, from lowest: Int) -> Bool {
    var open = position - 1
    while open > lowest, bytes[open] != UInt8(ascii: "["), bytes[open] != UInt8(ascii: "]"),
      position - open < 1_000
    {
      open -= 1
    }
    guard open > lowest, bytes[open] == UInt8(ascii: "["), bytes[open - 1] == UInt8(ascii: "]") else {
      return false
    }
    if definedLabels == nil {
      definedLabels = Set(
        lines.compactMap { LinkLabel.defined(bytes, LinePrefix(bytes, $0).contentStart..<$0.upperBound) })
    }
    return definedLabels?.contains(LinkLabel.normalized(bytes[open + 1..<position])) ?? false
  }

  /// `{.a}{.b}` adds up.
  private mutating func appendGroups(first: Group, line: Int, end: Int) -> Step {
    appendGroup(first, line: line)
    var position = first.lineEnd
    while first.isWhole, position < end, bytes[position] == UInt8(ascii: "{"),
      let next = group(at: position, line: line, end: end), next.isWhole
    {
      appendGroup(next, line: line)
      position = next.lineEnd
    }
    return Step(offset: position, isCopied: true)
  }
}
