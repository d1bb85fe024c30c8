import Diagnostics

/// Links, notes and headings that one character keeps from being any.
extension Reader {
  /// Only the survey speaks. O(tokens), and at brackets over the words behind them up to the next bracket.
  mutating func adviseOnBroken(_ list: TokenList, _ kind: TextBlock.Kind) {
    for index in list.tokens.indices where list.tokens[index].role == .plain {
      let token = list.tokens[index]
      guard token.marked >= 0 else { continue }
      switch token.kind {
      case .text where kind == .paragraph: adviseOnHashes(index, list)
      case .open where token.partner < 0: adviseOnOpenedLink(index, list)
      case .noteOpen where token.partner < 0:
        report(
          .unsupportedSyntax, place(of: token),
          "this note is never closed; write ']' at its end, or a backslash before the '^'")
      case .close where token.partner >= 0: adviseBehindBracket(index, list)
      default: break
      }
    }
  }

  /// `##Heading` at a line's start. One `#` begins a keyword of other sites.
  private mutating func adviseOnHashes(_ index: Int, _ list: TokenList) {
    let token = list.tokens[index]
    guard index == 0 || list.tokens[index - 1].isLineBreak, token.isAsTyped else { return }
    let words = token.words
    let count = words.prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard (2...6).contains(count), count < words.count, Reader.isLetter(words[count]) else { return }
    let hashes = String(repeating: "#", count: count)
    report(
      .unsupportedSyntax, source(token.marked..<token.marked + count),
      "no heading without a blank behind its signs; write '\(hashes) ', or a backslash before the first")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  // MARK: `[[x|words]` and `[x|words]]`

  private mutating func adviseOnOpenedLink(_ index: Int, _ list: TokenList) {
    guard index + 3 < list.tokens.count, touch(index, index + 1, list) else { return }
    adviseOnWikiLink(open: index + 1, from: index, to: index + 3, list, "ends with ']]'")
  }

  private mutating func adviseOnClosedLink(_ close: Int, _ list: TokenList) {
    guard close + 1 < list.tokens.count, list.tokens[close + 1].kind == .close,
      list.tokens[close + 1].partner < 0,
      touch(close, close + 1, list)
    else { return }
    let open = list.tokens[close].partner
    let start = place(of: list.tokens[open]).lowerBound
    guard start == body.start || !CitationKey.isLetterOrDigit(body.bytes[start - 1]) else { return }
    adviseOnWikiLink(open: open, from: open, to: close + 1, list, "begins with '[['")
  }

  private mutating func adviseOnWikiLink(
    open: Int, from first: Int, to last: Int, _ list: TokenList, _ rule: String
  ) {
    guard let words = plainWords(in: open, list), Reader.isTarget(words.prefix { $0 != UInt8(ascii: "|") })
    else { return }
    report(
      .unsupportedSyntax, place(from: list.tokens[first], to: list.tokens[last]),
      "a link to a page \(rule); write '[[\(String(decoding: words, as: UTF8.self))]]', or escape the bracket"
    )
  }

  /// An identifier or a path: no words of prose, no number of a note.
  private static func isTarget(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.contains(where: isLetter)
      && bytes.allSatisfy { isLetter($0) || CitationKey.isLetterOrDigit($0) || "-_./#".utf8.contains($0) }
  }

  /// What a pair of brackets holds, when that is words as typed and nothing else.
  private func plainWords(in open: Int, _ list: TokenList) -> UnsafeBufferPointer<UInt8>? {
    guard list.tokens[open].kind == .open, list.tokens[open].role == .plain,
      list.tokens[open].partner == open + 2,
      list.tokens[open + 1].kind == .text, list.tokens[open + 1].isAsTyped
    else { return nil }
    return list.tokens[open + 1].words
  }

  /// Whether nothing stands between two tokens in the file.
  private func touch(_ first: Int, _ second: Int, _ list: TokenList) -> Bool {
    let (first, second) = (list.tokens[first], list.tokens[second])
    return first.marked >= 0 && first.marked + first.markedCount == second.marked
  }

  // MARK: `[words](an address)` and `[words][label]`

  private mutating func adviseBehindBracket(_ close: Int, _ list: TokenList) {
    let open = list.tokens[close].partner
    guard list.tokens[open].kind == .open, list.tokens[open].role == .plain, list.tokens[open].marked >= 0,
      !list.tokens[close].isInLink
    else { return }
    adviseOnClosedLink(close, list)
    adviseOnAddress(open, close, list)
    adviseOnLabel(open, close, list)
  }

  private mutating func adviseOnAddress(_ open: Int, _ close: Int, _ list: TokenList) {
    let start = place(of: list.tokens[close]).upperBound
    guard start < body.bytes.count, body.bytes[start] == UInt8(ascii: "("),
      let end = body.bytes[(start + 1)...].firstIndex(where: Reader.endsAddress),
      body.bytes[end] == UInt8(ascii: ")")
    else { return }
    let address = body.bytes[start + 1..<end]
    var first = place(of: list.tokens[open]).lowerBound
    let isImage = first > body.start && body.bytes[first - 1] == UInt8(ascii: "!")
    guard address.contains(0x20), address.first != 0x20, Reader.isAddress(address) else { return }
    if isImage { first -= 1 }
    report(
      .unsupportedSyntax, first..<end + 1,
      "a blank ends an address; write '<' before and '>' behind it, or %20 for each blank")
  }

  /// Stops at the next bracket, so that many in a row are not read again and again.
  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte < 0x20 || "()[]<>`\"\\".utf8.contains(byte)
  }

  private static func isAddress(_ bytes: ArraySlice<UInt8>) -> Bool {
    if ["./", "../", "/", "http://", "https://"].contains(where: { bytes.starts(with: $0.utf8) }) {
      return true
    }
    let path = bytes.prefix { $0 != UInt8(ascii: "#") }
    return [".md", ".html", ".png", ".jpg", ".jpeg", ".svg", ".webp", ".pdf"].contains {
      path.suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  private mutating func adviseOnLabel(_ open: Int, _ close: Int, _ list: TokenList) {
    let second = close + 1
    guard second + 2 < list.tokens.count, touch(close, second, list),
      let label = plainWords(in: second, list),
      let words = plainWords(in: open, list), words.contains(where: Reader.isLetter),
      label.contains(where: CitationKey.isLetterOrDigit), list.tokens[second + 2].role == .plain
    else { return }
    let start = place(of: list.tokens[open]).lowerBound
    let isBehindWord =
      start > body.start
      && (CitationKey.isLetterOrDigit(body.bytes[start - 1]) || body.bytes[start - 1] == UInt8(ascii: "]"))
    guard !isBehindWord else { return }
    report(
      .unsupportedSyntax, place(from: list.tokens[second], to: list.tokens[second + 2]),
      "no line '[\(String(decoding: label, as: UTF8.self))]: address' defines this link; add one, or escape the '['"
    )
  }
}
