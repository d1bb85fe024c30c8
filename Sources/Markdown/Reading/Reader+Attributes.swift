import CMark
import Diagnostics

/// Groups of attributes that mean nothing: those that do not parse, and those that stand where none can.
extension Reader {
  /// What a group would be about, by what stands before it.
  private enum Holder {
    /// A bracket directly before it, and whether another one opens it.
    case bracket(isMatched: Bool)
    case bracketBehindBlank
    /// A link, code, a picture, emphasis, a quotation mark: what takes no attributes.
    case other
    /// A heading or a table that it ends the words of.
    case heading(String)
    case block
  }

  /// Over one token's words. The group itself may go on over many tokens, and is read from the source.
  mutating func adviseOnGroups(_ index: Int, _ list: TokenList, _ kind: TextBlock.Kind) {
    let token = list.tokens[index]
    let words = token.words
    var position = 0
    while let brace = words[position...].firstIndex(of: UInt8(ascii: "{")) {
      position = brace + 1
      if let holder = holder(of: brace, index, list, kind) {
        adviseOnGroup(at: marked.sourceOffset(token.marked + brace), holder)
      }
    }
  }

  // MARK: What stands before

  private func holder(of brace: Int, _ index: Int, _ list: TokenList, _ kind: TextBlock.Kind) -> Holder? {
    let before = list.tokens[index].words[..<brace]
    if index == 0, brace == 0 { return ending(kind) ?? .block }
    if index > 0, before.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
      let last = list.tokens[index - 1]
      if brace == 0, let holder = holder(behind: last) { return holder }
      let isNextLine = last.kind == .softBreak && index > 1
      if isBracket(isNextLine ? list.tokens[index - 2] : last), brace > 0 || isNextLine {
        return .bracketBehindBlank
      }
    }
    let isBehindMarkup = index > 0 && list.tokens[index - 1].kind == .exit
    return Reader.endsQuotation(before, isBehindMarkup: isBehindMarkup) ? .other : ending(kind)
  }

  /// Directly behind a token.
  private func holder(behind last: Token) -> Holder? {
    switch last.kind {
    case .close: .bracket(isMatched: last.partner >= 0)
    case .mark where last.role == .hidden: .bracket(isMatched: true)
    case .code, .image, .url, .exit: .other
    case .mark where last.role == .wikiLink || last.role == .noteReference: .other
    case .strike where last.role == .strikeClose: .other
    default: nil
    }
  }

  private func isBracket(_ token: Token) -> Bool {
    token.kind == .close || (token.kind == .mark && token.role == .hidden)
  }

  /// Whether a quotation mark is the last, and ends something.
  private static func endsQuotation(_ words: Slice<UnsafeBufferPointer<UInt8>>, isBehindMarkup: Bool) -> Bool
  {
    guard let last = words.last else { return false }
    var count = last == UInt8(ascii: "\"") || last == UInt8(ascii: "'") ? 1 : 0
    // ‘ ’ “ ” and « ».
    if [0x98, 0x99, 0x9C, 0x9D].contains(last), words.dropLast().suffix(2).elementsEqual([0xE2, 0x80]) {
      count = 3
    }
    if last == 0xAB || last == 0xBB, words.dropLast().last == 0xC2 { count = 2 }
    guard count > 0 else { return false }
    guard let quoted = words.dropLast(count).last else { return isBehindMarkup }
    return quoted > 0x20 && !"([{-/=".utf8.contains(quoted)
  }

  private func ending(_ kind: TextBlock.Kind) -> Holder? {
    switch kind {
    case .heading: .heading("a heading")
    case .caption: .heading("a table")
    case .paragraph, .tableCell: nil
    }
  }

  // MARK: What is wrong

  private mutating func adviseOnGroup(at start: Int, _ holder: Holder) {
    guard let sign = body.bytes.withUnsafeBufferPointer({ GroupSign($0, at: start) }), isMeant(sign, holder)
    else {
      return
    }
    let (group, fault) = reading(at: start)
    if let fault {
      reportMalformed(fault, from: start, holder)
    } else if let group {
      reportMisplaced(group, holder)
    }
  }

  /// Braces are many things; only behind a bracket do key and value, or a role without its dot, tell enough.
  private func isMeant(_ sign: GroupSign, _ holder: Holder) -> Bool {
    if case .bracket(isMatched: true) = holder { true } else { sign == .name }
  }

  /// Where the group stands in the file, or what is wrong with it.
  private mutating func reading(at start: Int) -> (group: Range<Int>?, fault: AttributeFault?) {
    if !adviceLine.contains(start) {
      adviceLine = start..<body.bytes.withUnsafeBufferPointer { SourceLines.lineEnd(in: $0, from: start) }
    }
    let end = min(adviceLine.upperBound, start + Marker.maximumGroupLength)
    return body.bytes.withUnsafeBufferPointer { bytes in
      let line = UnsafeBufferPointer(rebasing: bytes[..<end])
      if let group = AttributeParser.parse(line, at: start) { return (start..<group.end, nil) }
      let fault = AttributeFault(line, at: start)
      guard let fault, fault.isOpenEnded else { return (nil, fault) }
      let text = GroupText(bytes, from: start, to: end)
      return text.bytes.withUnsafeBufferPointer { joined in
        if let group = AttributeParser.parse(joined, at: 0) { return (text.source(0..<group.end), nil) }
        return (nil, AttributeFault(joined, at: 0)?.placed(text.source))
      }
    }
  }

  private mutating func reportMisplaced(_ group: Range<Int>, _ holder: Holder) {
    switch holder {
    case .bracketBehindBlank:
      report(.unsupportedSyntax, group, "attributes stand right behind their ']'; remove the blank between")
    case .heading(let name):
      guard endsLine(group.upperBound), group.lowerBound > body.start,
        body.bytes[group.lowerBound - 1] > 0x20
      else { return }
      report(
        .unsupportedSyntax, group, "a blank stands before the identifier of \(name); write one before the '{'"
      )
    case .block:
      report(
        .unsupportedSyntax, group,
        "attributes before a block are text; put the block between ':::' lines, the first with these attributes"
      )
    case .bracket, .other: reportUntaken(group)
    }
  }

  private mutating func reportUntaken(_ group: Range<Int>) {
    report(
      .unsupportedSyntax, group,
      "attributes belong to spans only; write [ before and ] behind what they are about")
  }

  private mutating func reportMalformed(_ fault: AttributeFault, from start: Int, _ holder: Holder) {
    switch holder {
    case .other: reportUntaken(start..<max(start, fault.range.upperBound))
    case .heading(let name):
      guard fault.isUnclosed || endsLine(closingBrace(behind: fault.range.upperBound)) else { return }
      let id = String(decoding: body.bytes[fault.last], as: UTF8.self)
      report(
        .unsupportedSyntax, fault.range,
        fault.isUnclosed || !id.hasPrefix("#")
          ? fault.advice : "\(name) takes one identifier and nothing else; write {\(id)}")
    case .block where fault.isUnclosed: break
    case .block, .bracket, .bracketBehindBlank: report(.unsupportedSyntax, fault.range, fault.advice)
    }
  }

  private func closingBrace(behind start: Int) -> Int {
    let rest = body.bytes[start..<max(start, adviceLine.upperBound)]
    return rest.firstIndex(of: UInt8(ascii: "}")).map { $0 + 1 } ?? rest.endIndex
  }

  /// Whether nothing but blanks and a closing row of `#` stands behind.
  private func endsLine(_ start: Int) -> Bool {
    body.bytes[start..<max(start, adviceLine.upperBound)].allSatisfy { $0 <= 0x20 || $0 == UInt8(ascii: "#") }
  }
}

/// By what a brace tells that attributes were meant.
private enum GroupSign {
  /// `.x` or `#x`.
  case name
  /// `key=`
  case pair
  /// A role without its dot.
  case role

  /// Nil where the brace may be anything.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at brace: Int) {
    func skipBlanks(_ position: Int) -> Int {
      var position = position
      while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
      return position
    }
    /// A space behind the end: one look fewer at each place.
    func byte(_ position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0x0A }
    func isLetter(_ byte: UInt8) -> Bool {
      CitationKey.isLetterOrDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    // `{: .x}` is kramdown's.
    let start = skipBlanks(byte(brace + 1) == UInt8(ascii: ":") ? brace + 2 : brace + 1)
    switch byte(start) {
    case UInt8(ascii: "."):
      guard isLetter(byte(skipBlanks(start + 1))) else { return nil }
      self = .name
    case UInt8(ascii: "#"):
      let next = byte(skipBlanks(start + 1))
      guard isLetter(next) || next == UInt8(ascii: "}") else { return nil }
      self = .name
    default:
      var end = start
      while isLetter(byte(end)), end - start < 40 { end += 1 }
      guard end > start else { return nil }
      let next = skipBlanks(end)
      if byte(next) == UInt8(ascii: "="), byte(next + 1) != UInt8(ascii: "=") {
        self = .pair
      } else {
        guard next > end || byte(end) == UInt8(ascii: "}"),
          AttributeFault.roles.contains(String(decoding: bytes[start..<end], as: UTF8.self))
        else { return nil }
        self = .role
      }
    }
  }
}
