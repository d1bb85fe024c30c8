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
    case UInt8(ascii: "<"): return autolink(at: position, in: range, copiedTo: copied)
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
      return .plain(escaped == Mark.firstByte || escaped == 0 ? position + 1 : position + 2)
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
      guard isQuote(at: position, end: range.upperBound) else { return .plain(position + 1) }
      copy(copied..<position)
      appendMark(.verbatim, source: position..<position)
      copy(position..<position + 1)
      return Step(offset: position + 1, isCopied: true)
    }
    return replace(position..<end, .literal, value: value, copiedTo: copied)
  }

  /// Whether the entity stands for a straight quote, which typography then leaves alone.
  private func isQuote(at position: Int, end: Int) -> Bool {
    starts("&quot;", at: position, end: end) || starts("&apos;", at: position, end: end)
      || starts("&#34;", at: position, end: end) || starts("&#39;", at: position, end: end)
  }

  private mutating func autolink(at position: Int, in range: Range<Int>, copiedTo copied: Int) -> Step {
    guard let end = autolinkEnd(at: position, end: range.upperBound) else { return .plain(position + 1) }
    var step = Step(offset: copied, isCopied: false)
    for offset in position..<end where bytes[offset] == 0 { step = nul(at: offset, copiedTo: step.offset) }
    if step.isCopied { copy(step.offset..<end) }
    return Step(offset: end, isCopied: step.isCopied)
  }

  /// One past an absolute URI in angle brackets (CommonMark 6.5), in which nothing is marked.
  private func autolinkEnd(at position: Int, end: Int) -> Int? {
    var offset = position + 1
    while offset < end, Marker.isSchemeByte(bytes[offset]) { offset += 1 }
    guard (2...32).contains(offset - position - 1), offset < end, bytes[offset] == UInt8(ascii: ":"),
      Marker.isLetter(bytes[position + 1])
    else { return nil }
    // NUL is shown as a character that an address may hold.
    while offset < end, bytes[offset] > 0x20 || bytes[offset] == 0, bytes[offset] != UInt8(ascii: "<"),
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
      let close = bytes[position + 2..<min(range.upperBound, position + CitationKey.maximumLength)]
        .firstIndex(of: UInt8(ascii: "}")),
      !bytes[position..<close].contains(where: { "\0<>`\\&\"".utf8.contains($0) || $0 == Mark.firstByte })
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
}
