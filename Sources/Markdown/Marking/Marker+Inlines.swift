import Diagnostics

/// The constructs inside a line.
extension Marker {
  /// Copies `range` with its constructs replaced by marks.
  mutating func markInlines(_ range: Range<Int>, line: Int) {
    var position = max(range.lowerBound, 0)
    var copied = position
    while true {
      position = Marker.special.first(in: bytes, from: position, to: range.upperBound)
      guard position < range.upperBound else { break }
      let end = construct(bytes[position], at: position, in: range, copiedTo: copied, line: line)
      if end.isCopied { copied = end.offset }
      position = end.offset
    }
    copy(copied..<range.upperBound)
  }

  struct Step {
    let offset: Int
    /// Whether everything before `offset` is in the output.
    let isCopied: Bool

    /// Nothing special: goes on after `offset`, which is copied later.
    static func plain(_ offset: Int) -> Step { Step(offset: offset, isCopied: false) }
  }

  private mutating func construct(
    _ byte: UInt8, at position: Int, in range: Range<Int>, copiedTo copied: Int, line: Int
  ) -> Step {
    switch byte {
    case UInt8(ascii: "\\"): return escape(at: position, in: range, copiedTo: copied)
    case UInt8(ascii: "&"): return entity(at: position, in: range, copiedTo: copied)
    case UInt8(ascii: "<"): return .plain(autolinkEnd(at: position, end: range.upperBound) ?? position + 1)
    case UInt8(ascii: "["): return openBracket(at: position, in: range, copiedTo: copied)
    case UInt8(ascii: "]"): return closeBracket(at: position, in: range, copiedTo: copied, line: line)
    case UInt8(ascii: "^"): return inlineNote(at: position, in: range, copiedTo: copied)
    case UInt8(ascii: "{"): return headingGroup(at: position, in: range, copiedTo: copied, line: line)
    case UInt8(ascii: "@"): return bracedKey(at: position, in: range, copiedTo: copied)
    case UInt8(ascii: ":"): return bareURL(at: position, in: range, copiedTo: copied, line: line)
    case Mark.firstByte: return reserved(at: position, copiedTo: copied)
    default: return nul(at: position, copiedTo: copied)
    }
  }

  private static let special = ByteSet(Array("\0&<[\\]^{:@".utf8) + [Mark.firstByte])

  /// Writes what is pending, then the mark.
  mutating func replace(
    _ range: Range<Int>, _ kind: MarkTable.Kind, value: [UInt8] = [], copiedTo copied: Int
  ) -> Step {
    copy(copied..<range.lowerBound)
    appendMark(kind, source: range, value: value)
    return Step(offset: range.upperBound, isCopied: true)
  }

  // MARK: Literals

  private mutating func escape(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard position + 1 < range.upperBound else { return .plain(position + 1) }
    let escaped = bytes[position + 1]
    if Marker.isTypographic(escaped) {
      // The mark stands before the escape: in an HTML attribute `\"` ends the value, and must be seen to.
      copy(copied..<position)
      appendMark(.verbatim, source: position..<position)
      copy(position..<position + 2)
      return Step(offset: position + 2, isCopied: true)
    }
    guard Marker.isEscapable(escaped) else {
      return .plain(escaped == Mark.firstByte ? position + 1 : position + 2)
    }
    return replace(position..<position + 2, .literal, value: [escaped], copiedTo: copied)
  }

  /// The dialect's characters. `=` is not among them: `\=` and a mark differ in an HTML attribute.
  private static func isEscapable(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "@"),
      UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "#"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }

  /// What typography would replace.
  private static func isTypographic(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  private mutating func entity(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard let (value, end) = Entity.read(bytes, at: position, end: range.upperBound) else {
      return .plain(position + 1)
    }
    if value == Entity.replacement {
      report(
        .repairedCharacter, position..<end,
        "'\(string(position..<end))' is no character; U+FFFD is shown in its place, remove it")
    }
    return replace(position..<end, .literal, value: value, copiedTo: copied)
  }

  /// One past an absolute URI in angle brackets (CommonMark 6.5), in which nothing is marked.
  private func autolinkEnd(at position: Int, end: Int) -> Int? {
    var offset = position + 1
    while offset < end, Marker.isSchemeByte(bytes[offset]) { offset += 1 }
    guard (2...32).contains(offset - position - 1), offset < end, bytes[offset] == UInt8(ascii: ":"),
      Marker.isLetter(bytes[position + 1])
    else { return nil }
    while offset < end, bytes[offset] > 0x20, bytes[offset] != UInt8(ascii: "<"),
      bytes[offset] != UInt8(ascii: ">")
    {
      if Mark.isEdge(bytes, at: offset) { return nil }
      offset += 1
    }
    return offset < end && bytes[offset] == UInt8(ascii: ">") ? offset + 1 : nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
      || byte == UInt8(ascii: "-")
  }

  /// `@{a key_of any_kind}`: what would be markup in it is marked.
  private mutating func bracedKey(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard features.contains(.citations), position + 1 < range.upperBound,
      bytes[position + 1] == UInt8(ascii: "{"),
      let close = bytes[position + 2..<range.upperBound].firstIndex(of: UInt8(ascii: "}")),
      !bytes[position..<close].contains(where: { "<>`\\&\"".utf8.contains($0) || $0 == Mark.firstByte })
    else { return .plain(position + 1) }
    var copied = copied
    var isCopied = false
    for offset in position + 2..<close where "*_[]~^:".utf8.contains(bytes[offset]) {
      copied = replace(offset..<offset + 1, .literal, value: [bytes[offset]], copiedTo: copied).offset
      isCopied = true
    }
    if isCopied { copy(copied..<close) }
    return Step(offset: close, isCopied: isCopied)
  }

  /// A bare address: `*` and `_` in it are marked, so that no emphasis takes it apart.
  private mutating func bareURL(
    at colon: Int, in range: Range<Int>, copiedTo copied: Int, line: Int
  ) -> Step {
    guard features.contains(.autolinks),
      let url = BareURL(bytes, colon: colon, from: range.lowerBound, to: range.upperBound, table: nil)
    else { return .plain(colon + 1) }
    var step = Step.plain(colon + 3)
    var copied = copied
    var isCopied = false
    while step.offset < url.range.upperBound {
      let byte = bytes[step.offset]
      if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") {
        step = replace(step.offset..<step.offset + 1, .literal, value: [byte], copiedTo: copied)
      } else if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "&") {
        step = construct(byte, at: step.offset, in: range, copiedTo: copied, line: line)
      } else {
        step = .plain(step.offset + 1)
      }
      if step.isCopied {
        copied = step.offset
        isCopied = true
      }
    }
    if isCopied, copied < step.offset { copy(copied..<step.offset) }
    return Step(offset: step.offset, isCopied: isCopied)
  }

  /// NUL becomes U+FFFD, as CommonMark 2.3 asks.
  private mutating func nul(at position: Int, copiedTo copied: Int) -> Step {
    copy(copied..<position)
    output.segments.append(
      .init(
        marked: output.bytes.count, markedCount: Entity.replacement.count, source: position, sourceCount: 1))
    output.bytes.append(contentsOf: Entity.replacement)
    return Step(offset: position + 1, isCopied: true)
  }

  private mutating func reserved(at position: Int, copiedTo copied: Int) -> Step {
    guard Mark.isEdge(bytes, at: position) else { return .plain(position + 1) }
    report(
      .reservedCharacter, position..<position + 4,
      "U+1BC9F is reserved for Dossier's own use; remove this character")
    return replace(position..<position + 4, .literal, value: Entity.replacement, copiedTo: copied)
  }

  // MARK: Brackets

  private mutating func openBracket(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    if features.contains(.wikiLinks), let end = wikiLinkEnd(at: position, end: range.upperBound) {
      return replace(position..<end, .wikiLink, copiedTo: copied)
    }
    if features.contains(.notes), let end = noteReferenceEnd(at: position, end: range.upperBound) {
      return replace(position..<end, .noteReference, copiedTo: copied)
    }
    openBrackets += 1
    if openBrackets > Marker.maximumOpenBrackets {
      refuse(
        .tooDeep, position..<position + 1,
        "more than \(Marker.maximumOpenBrackets) brackets are open in one paragraph; close or escape them")
    }
    return .plain(position + 1)
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

  private mutating func inlineNote(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard features.contains(.notes), position + 1 < range.upperBound,
      bytes[position + 1] == UInt8(ascii: "["),
      wikiLinkEnd(at: position + 1, end: range.upperBound) == nil
    else { return .plain(position + 1) }
    openBrackets += 1
    copy(copied..<position + 2)
    appendGuardian(at: position + 2)
    return Step(offset: position + 2, isCopied: true)
  }

  private mutating func closeBracket(
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
