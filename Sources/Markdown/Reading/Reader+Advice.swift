import CMark
import Diagnostics

/// What writers bring from other tools and Dossier does not read: said once, with what to write instead.
extension Reader {
  /// Only the survey speaks. O(tokens), and over the words only where one of the characters stands.
  mutating func advise(_ list: TokenList, _ block: Node, _ kind: TextBlock.Kind) {
    guard writer == nil, !options.features.isEmpty else { return }
    adviseOnTask(list, block)
    adviseOnBroken(list, kind)
    guard list.holdsForeign else { return }
    var pairs = ForeignPairs()
    for index in list.tokens.indices {
      let token = list.tokens[index]
      guard token.kind == .text, token.role == .plain, token.isAsTyped else { continue }
      adviseOnGroups(index, list, kind)
      if kind == .paragraph { adviseOnDefinition(index, list) }
      let before = index == 0 || list.tokens[index - 1].isLineBreak ? 0x20 : UInt8(ascii: "x")
      let isLast = index + 1 == list.tokens.count
      let after = isLast || list.tokens[index + 1].isLineBreak ? 0x20 : UInt8(ascii: "x")
      pairs.read(token.words, from: token.marked, before: before, after: after)
    }
    for pair in pairs.found { report(.unsupportedSyntax, source(pair.range), pair.delimiter.advice) }
  }

  // MARK: Lists

  /// `- [ ] words`
  private mutating func adviseOnTask(_ list: TokenList, _ paragraph: Node) {
    guard paragraph.parent?.kind == CMARK_NODE_ITEM, paragraph.parent?.firstChild == paragraph,
      list.tokens.count > 3, list.tokens[0].kind == .open, list.tokens[2].kind == .close,
      list.tokens[1].kind == .text,
      [" ", "x", "X"].contains(String(decoding: list.tokens[1].words, as: UTF8.self)),
      list.tokens[3].kind == .text, list.tokens[3].words.first == 0x20
    else { return }
    report(
      .unsupportedSyntax, place(from: list.tokens[0], to: list.tokens[2]),
      "boxes of task lists are not drawn; say in words what is done, or escape the '['")
  }

  /// `: words` at a line's start, behind anything but a table.
  private mutating func adviseOnDefinition(_ index: Int, _ list: TokenList) {
    let token = list.tokens[index]
    let words = token.words
    guard index == 0 || list.tokens[index - 1].kind == .softBreak, words.count > 1, words[1] <= 0x20,
      words[0] == UInt8(ascii: ":") || (words[0] == UInt8(ascii: "~") && index > 0)
    else { return }
    report(
      .unsupportedSyntax, source(token.marked..<token.marked + 1),
      "there are no definition lists; write '- **term**: words' (a table's caption stands right behind its table)"
    )
  }

  // MARK: Other constructs

  /// A code block's info string is its language.
  mutating func adviseOnInfo(_ code: Node) {
    guard writer == nil, !options.features.isEmpty, code.fenceInfo.first == UInt8(ascii: "{") else { return }
    let line = marked.lineStarts[code.startLine - 1]..<marked.lineEnd(code.startLine)
    let brace = marked.bytes[line].firstIndex(of: UInt8(ascii: "{")) ?? line.lowerBound
    report(
      .unsupportedSyntax, source(brace..<line.upperBound),
      "code takes no attributes; write the language's name alone, or put the code between ':::' lines")
  }

  /// `![[x]]` at a wiki link's token.
  mutating func adviseOnEmbedding(_ position: Int, _ list: TokenList) {
    guard writer == nil, position > 0 else { return }
    let before = list.tokens[position - 1]
    guard before.kind == .text, before.isAsTyped, before.words.last == UInt8(ascii: "!"),
      before.node == list.tokens[position].node
    else { return }
    let start = before.marked + before.markedCount - 1
    let end = list.tokens[position].marked + list.tokens[position].markedCount
    report(
      .unsupportedSyntax, source(start..<end),
      "nothing is embedded; write ![words](path) for a picture, and [[…]] without '!' for a link")
  }
}

extension Token {
  /// Whether its words stand in the source as they are: an escape or an entity does not.
  var isAsTyped: Bool { markedCount == upper - lower }
}
