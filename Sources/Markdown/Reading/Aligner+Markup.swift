import CMark

/// The way over what is no text: line breaks, code, links and pictures.
extension Aligner {
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
    // In code a backslash is one (CommonMark 6.1).
    while cursor < end {
      while cursor < end, text[cursor] != UInt8(ascii: "`") { cursor += 1 }
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
    var offset = 0
    while offset < literal.count, cursor < end, text[cursor] == literal[offset] {
      cursor += 1
      offset += 1
      if literal[offset - 1] == UInt8(ascii: "\n") { skipPrefix(before: literal, offset) }
    }
    if offset == literal.count { return start..<cursor }
    cursor = start
    // Where the two do not fit, what closes it is counted.
    var closings = literal.count { $0 == UInt8(ascii: ">") }
    while cursor < end, closings > 0 {
      if text[cursor] == UInt8(ascii: ">") { closings -= 1 }
      cursor += 1
    }
    return start..<cursor
  }

  /// Over what stands before a line inside containers, up to where the literal's own line begins.
  private mutating func skipPrefix(before literal: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    while cursor < end, text[cursor] == 0x20 || text[cursor] == 0x09 || text[cursor] == UInt8(ascii: ">"),
      !fits(literal, offset)
    {
      cursor += 1
    }
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
