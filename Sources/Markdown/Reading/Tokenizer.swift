import CMark

/// Flattens the inlines below one block, so that brackets can be matched across emphasis.
struct Tokenizer: ~Copyable {
  private let table: MarkTable
  private let features: DialectFeatures
  private var list = TokenList()
  private var aligner: Aligner?
  /// Where the current text stands in the marked text.
  private var runs = AlignedRuns()
  /// Ordinals of the inline containers around the current node.
  private var parents: [Int] = []
  private var nextParent = 1
  private var linkDepth = 0

  /// - Parameter aligner: finds each token's place in the marked text; nil when nobody asks.
  mutating func tokens(of block: Node, aligner: consuming Aligner?) -> TokenList {
    self.aligner = aligner
    nextParent = 1
    walk(block)
    var tokens = TokenList()
    swap(&tokens, &list)
    tokens.match()
    tokens.markedEnd = self.aligner?.cursor ?? 0
    // It shares what the reader adds to: kept, each addition would copy all.
    self.aligner = nil
    return tokens
  }

  init(table: MarkTable, features: DialectFeatures) {
    self.table = table
    self.features = features
  }

  /// Takes back the room of a list that is done with.
  mutating func reuse(_ tokens: inout TokenList) {
    swap(&tokens, &list)
    list.removeAll()
  }

  private mutating func walk(_ block: Node) {
    var current = block.firstChild
    while let node = current {
      if enter(node), let child = node.firstChild {
        current = child
        continue
      }
      current = leave(node, in: block)
    }
  }

  /// The node after `node`, with an `exit` for each container left on the way.
  private mutating func leave(_ node: Node, in block: Node) -> Node? {
    var node = node
    if isContainer(node.kind) { exit(node) }
    while true {
      if let next = node.next { return next }
      guard let parent = node.parent, parent != block else { return nil }
      exit(parent)
      node = parent
    }
  }

  private func isContainer(_ kind: cmark_node_type) -> Bool {
    kind == CMARK_NODE_EMPH || kind == CMARK_NODE_STRONG || kind == CMARK_NODE_LINK
      || kind == CMARK_NODE_CUSTOM_INLINE
  }

  /// Whether to go into the node's children.
  private mutating func enter(_ node: Node) -> Bool {
    switch node.kind {
    case CMARK_NODE_TEXT: text(node)
    case CMARK_NODE_SOFTBREAK: add(.softBreak, node, place: aligner?.lineBreak())
    case CMARK_NODE_LINEBREAK: add(.hardBreak, node, place: aligner?.lineBreak())
    case CMARK_NODE_CODE: add(.code, node, place: aligner?.code())
    case CMARK_NODE_HTML_INLINE: add(.html, node, place: aligner?.html(node.literal))
    case CMARK_NODE_IMAGE: add(.image, node, place: aligner?.image(node))
    default:
      guard isContainer(node.kind) else { return false }
      add(.enter, node, place: aligner?.enter(node))
      parents.append(nextParent)
      nextParent += 1
      if node.kind == CMARK_NODE_LINK { linkDepth += 1 }
      if node.firstChild == nil { return false }
      return true
    }
    return false
  }

  private mutating func exit(_ node: Node) {
    parents.removeLast()
    if node.kind == CMARK_NODE_LINK { linkDepth -= 1 }
    add(.exit, node, place: aligner?.exit(node))
  }

  private mutating func add(
    _ kind: Token.Kind, _ node: Node, _ range: Range<Int> = 0..<0, place: Range<Int>?, number: Int = -1
  ) {
    var token = Token(
      kind: kind, node: node, lower: range.lowerBound, upper: range.upperBound,
      parent: parents.last ?? 0, isInLink: linkDepth > 0)
    if let place {
      token.marked = place.lowerBound
      token.markedCount = place.count
    }
    token.number = number
    if list.firstTooDeep == nil, parents.count > Marker.maximumContainers {
      list.firstTooDeep = list.tokens.count
    }
    if kind == .noteOpen { list.hasInlineNote = true }
    if kind == .strike { list.hasStrike = true }
    list.tokens.append(token)
  }

  // MARK: Text

  private mutating func text(_ node: Node) {
    let literal = node.literal
    list.utf8Count += literal.count
    aligner?.text(literal, into: &runs)
    var position = 0
    var plain = 0
    while true {
      position = Tokenizer.special.first(in: literal, from: position, to: literal.count)
      guard position < literal.count else { break }
      guard let (kind, start, end, number) = special(literal, position, after: plain) else {
        position += 1
        continue
      }
      addText(node, plain..<start)
      add(kind, node, start..<end, place: aligner == nil ? nil : runs.place(of: start..<end), number: number)
      position = end
      plain = end
    }
    addText(node, plain..<literal.count)
  }

  /// Plain words, split where the author wrote an escape or entity.
  private mutating func addText(_ node: Node, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    guard aligner != nil else { return add(.text, node, range, place: nil) }
    var index = runs.firstRun(after: range.lowerBound)
    while let run = runs.piece(of: range, run: index) {
      add(.text, node, run.literal, place: run.marked)
      index += 1
    }
  }

  private static let special = ByteSet(Array("[]@^~:{=$%".utf8) + [Mark.firstByte])

  /// - Parameter plain: where the plain words before `position` begin.
  private mutating func special(
    _ literal: UnsafeBufferPointer<UInt8>, _ position: Int, after plain: Int
  ) -> (Token.Kind, start: Int, end: Int, number: Int)? {
    switch literal[position] {
    case UInt8(ascii: "["): return (.open, position, position + 1, -1)
    case UInt8(ascii: "]"): return (.close, position, position + 1, -1)
    case UInt8(ascii: "^"):
      guard position + 1 < literal.count, literal[position + 1] == UInt8(ascii: "[") else { return nil }
      return (.noteOpen, position, position + 2, -1)
    case UInt8(ascii: "~"):
      if position == 0 { list.holdsForeign = true }
      guard position == 0 || literal[position - 1] != UInt8(ascii: "~"),
        literal[position...].prefix(3).prefix(while: { $0 == UInt8(ascii: "~") }).count == 2
      else { return nil }
      return (.strike, position, position + 2, -1)
    case UInt8(ascii: "{"), UInt8(ascii: "="), UInt8(ascii: "$"), UInt8(ascii: "%"):
      list.holdsForeign = true
      return nil
    case UInt8(ascii: ":"):
      if position == 0 { list.holdsForeign = true }
      guard linkDepth == 0, features.contains(.autolinks),
        let url = BareURL(literal, colon: position, from: plain, to: literal.count, table: table)
      else { return nil }
      return (.url, url.range.lowerBound, url.range.upperBound, -1)
    case UInt8(ascii: "@"):
      guard linkDepth == 0, let end = CitationKey.end(literal, at: position) else { return nil }
      let isSuppressed = position > plain && CitationKey.isSuppressed(literal, at: position)
      return (.at, isSuppressed ? position - 1 : position, end, -1)
    default:
      return Mark.read(literal, at: position).map { (.mark, position, $0.end, $0.number) }
    }
  }
}

extension TokenList {
  /// Pairs brackets whose halves stand in the same container. O(tokens).
  mutating func match() {
    for index in tokens.indices {
      switch tokens[index].kind {
      case .open, .noteOpen: open.append(index)
      case .close:
        guard let last = open.last, tokens[last].parent == tokens[index].parent else { continue }
        open.removeLast()
        tokens[last].partner = index
        tokens[index].partner = last
      case .exit:
        // What was opened inside and not closed there can never be matched.
        while let last = open.last, tokens[last].parent > tokens[index].parent {
          open.removeLast()
          firstLoneOpen = min(firstLoneOpen, last)
        }
      default: break
      }
    }
    firstLoneOpen = min(firstLoneOpen, open.first ?? .max)
  }
}
