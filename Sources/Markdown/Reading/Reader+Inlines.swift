import CMark
import Diagnostics

/// One paragraph, heading or cell: tokens, then constructs, then its words.
extension Reader {
  /// Returns what stands in the block's place.
  mutating func readInlines(of node: Node, kind: TextBlock.Kind) -> Node {
    var list = tokens(of: node)
    if list.hasInlineNote, note == nil, options.features.contains(.notes) {
      extractInlineNotes(list)
      list = tokens(of: node)
    }
    let groups = classify(&list)
    if list.hasStrike, options.features.contains(.strikethrough) { list.matchStrikes() }
    let index = annotations.textBlocks.count
    let id = takeHeading(kind, &list)
    var words = Words()
    swap(&words, &spareWords)
    words.start(index, groups, list)
    annotations.textBlocks.append(emptyBlock(kind))
    for position in list.tokens.indices { readToken(position, &list, &words) }
    finish(&words)
    advise(list, node, kind)
    let heading = finishHeading(kind, id, index)
    if kind == .caption { finishCaption(node, id) }
    reportDepth(list)
    if restoresText || list.firstTooDeep != nil {
      writer?.restoreText(list)
      return node
    }
    let written = writer?.writeInlines(of: node, heading: heading, list, annotations) ?? node
    tokenizer.reuse(&list)
    if writer != nil { reuseText(of: index) }
    return written
  }

  /// libcmark's inserts cost as much as their place is deep: such a block is shown as it stands.
  private mutating func reportDepth(_ list: TokenList) {
    guard let index = list.firstTooDeep else { return }
    report(
      .tooDeep, place(of: list.tokens[index]),
      "more than \(Marker.maximumContainers) emphases and links inside each other; flatten them")
  }

  /// What is printed is not read again: the next block's words take its room.
  private mutating func reuseText(of block: Int) {
    swap(&annotations.textBlocks[block].text, &spareWords.text)
    swap(&annotations.textBlocks[block].pieces, &spareWords.pieces)
  }

  private mutating func tokens(of node: Node) -> TokenList {
    // The renderer does not ask for places, except to cut inline notes out alike.
    guard writer == nil else { return tokenizer.tokens(of: node, aligner: nil) }
    return marked.bytes.withUnsafeBufferPointer { text in
      tokenizer.tokens(of: node, aligner: aligner(for: node, text))
    }
  }

  private func aligner(for node: Node, _ text: UnsafeBufferPointer<UInt8>) -> Aligner {
    if let inlineStart { return Aligner(text: text, from: inlineStart, to: text.count, jumps: jumps) }
    if node.kind == CMARK_NODE_CUSTOM_BLOCK, let place = inlinePlaces[node] {
      return Aligner(text: text, from: place.lowerBound, to: place.upperBound, jumps: jumps)
    }
    if let start = structure.strayFences[node] {
      return Aligner(text: text, from: start, to: text.count, jumps: jumps)
    }
    let line = max(1, node.startLine + (isBelowCalloutType(node) ? 1 : 0))
    let column = line == node.startLine ? max(1, node.startColumn) : 1
    let start = marked.lineStarts[min(line, marked.lineStarts.count) - 1] + column - 1
    let last = node.endLine
    let end = last >= line && last < marked.lineStarts.count ? marked.lineStarts[last] : text.count
    return Aligner(text: text, from: start, to: end, jumps: jumps)
  }

  /// Whether the paragraph's first line was a callout's `[!TYPE]`.
  func isBelowCalloutType(_ node: Node) -> Bool {
    guard let quote = node.parent, quote.kind == CMARK_NODE_BLOCK_QUOTE, let tag = quote.tag,
      quote.firstChild == node
    else { return false }
    return structure.regions[tag].typeLine == node.startLine
  }

  private var jumps: Aligner.Jumps {
    .init(firstNumber: marked.table.entries.count, ends: inlineNoteEnds)
  }

  private func emptyBlock(_ kind: TextBlock.Kind) -> TextBlock {
    TextBlock(
      kind: kind, text: [], pieces: [], heading: isHeading(kind) ? annotations.headings.count : heading,
      region: region, note: note, isQuoted: quoteDepth > 0, source: 0..<0)
  }

  private func isHeading(_ kind: TextBlock.Kind) -> Bool {
    if case .heading = kind { true } else { false }
  }

  // MARK: Headings

  /// Takes `{#id}` off the end of a heading or caption.
  private func takeHeading(_ kind: TextBlock.Kind, _ list: inout TokenList) -> Attributes? {
    guard isHeading(kind) || kind == .caption, let last = list.tokens.indices.last,
      list.tokens[last].kind == .mark,
      let attributes = attributes(of: list.tokens[last]), list.tokens[last].role == .plain
    else { return nil }
    list.tokens[last].role = .hidden
    if last > 0, list.tokens[last - 1].kind == .text {
      list.trimEnd(of: last - 1, closing: isHeading(kind))
    }
    return attributes
  }

  /// Automatic identifiers keep clear of those that the author gives, wherever they stand.
  mutating func reserveWrittenIDs() {
    for region in structure.regions { if let id = region.attributes.id { headingIDs.reserve(id) } }
    for group in marked.table.groups { if let id = group.id { headingIDs.reserve(id) } }
  }

  private mutating func finishHeading(_ kind: TextBlock.Kind, _ attributes: Attributes?, _ block: Int)
    -> Heading?
  {
    guard case .heading(let level) = kind else { return nil }
    if let attributes { reportSurplus(of: attributes, "a heading") }
    let text = annotations.textBlocks[block].plainText
    var id = attributes?.id ?? ""
    if attributes?.id == nil, options.headingIdentifiers {
      id = headingIDs.automatic(for: text)
    }
    let heading = Heading(
      level: level, text: text, id: id, isExplicit: attributes?.id != nil,
      source: annotations.textBlocks[block].source, idSource: attributes?.idSource)
    annotations.headings.append(heading)
    self.heading = annotations.headings.count - 1
    return heading
  }

  /// An attribute group's parts, with their places in the file.
  func attributes(of token: Token) -> Attributes? {
    guard token.kind == .mark, token.number < marked.table.entries.count,
      let group = marked.table.entries[token.number].group
    else { return nil }
    let attributes = marked.table.groups[group]
    guard token.marked >= 0 else { return attributes }
    // A group that is not found in the marked text stays in the file nevertheless.
    let last = max(body.start, body.bytes.count - attributes.source.count)
    return attributes.moved(to: min(last, marked.sourceOffset(token.marked)))
  }

  // MARK: Words

  /// What is gathered while a block's tokens are read.
  struct Words {
    private(set) var block = 0
    private(set) var groups: [CitationDraft] = []
    var text: [UInt8] = []
    var pieces: [TextPiece] = []
    /// Ordinals of what stands around the current token: inline containers and spans.
    var parents: [Int] = []
    var nextParent = 1
    var openSpans: [Int] = []
    var openLinks: [OpenLink] = []
    var linkDepth = 0

    struct OpenLink {
      let start: Int
      let fate: LinkFate
    }

    /// What becomes of a link.
    enum LinkFate {
      /// Its index in `Annotations.links`.
      case counted(Int)
      /// Its address, the beginning.
      case refused(String)
      case inCitation
      case uncounted
    }

    mutating func start(_ block: Int, _ groups: [CitationDraft], _ list: TokenList) {
      self.block = block
      self.groups = groups
      text.removeAll(keepingCapacity: true)
      pieces.removeAll(keepingCapacity: true)
      text.reserveCapacity(list.utf8Count)
      pieces.reserveCapacity(list.tokens.count)
      parents.removeAll(keepingCapacity: true)
      nextParent = 1
      openSpans.removeAll(keepingCapacity: true)
      openLinks.removeAll(keepingCapacity: true)
      linkDepth = 0
    }

    mutating func enter() {
      parents.append(nextParent)
      nextParent += 1
    }

    mutating func leave() { _ = parents.popLast() }
  }

  private mutating func finish(_ words: inout Words) {
    if let first = words.pieces.first, let last = words.pieces.last {
      let end = max(first.sourceOffset, last.sourceOffset + last.sourceCount)
      annotations.textBlocks[words.block].source = first.sourceOffset..<end
    }
    swap(&annotations.textBlocks[words.block].text, &words.text)
    swap(&annotations.textBlocks[words.block].pieces, &words.pieces)
    swap(&words, &spareWords)
  }

  private mutating func readToken(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    list.tokens[position].textOffset = words.text.count
    let token = list.tokens[position]
    switch (token.kind, token.role) {
    case (.enter, let role): enterInline(position, role, &list, &words)
    case (.exit, let role): exitInline(token, role, &words)
    case (_, .hidden): break
    case (_, .spanOpen): openSpan(position, &list, &words)
    case (_, .spanClose): closeSpan(token, &words)
    case (_, .strikeOpen): words.enter()
    case (_, .strikeClose): words.leave()
    case (_, .citation): addCitation(position, &list, &words)
    case (.text, _): addText(token, .plain, &words)
    case (.open, _), (.noteOpen, _), (.close, _), (.at, _), (.strike, _): addText(token, .plain, &words)
    case (.url, _): addURL(position, &list, &words)
    case (.mark, _): readMark(position, &list, &words)
    case (.code, _): addPiece(marked.table.undo(token.node.literal, as: .source), token, .opaque, &words)
    case (.html, _): readInlineHTML(token)
    case (.softBreak, _), (.hardBreak, _): addPiece([UInt8(ascii: "\n")], token, .plain, &words)
    case (.image, _): readImage(position, &list, &words)
    }
  }

  private func addText(_ token: Token, _ kind: TextPiece.Kind, _ words: inout Words) {
    addPiece(token.words, token, kind, &words)
  }

  func addPiece(_ bytes: [UInt8], _ token: Token, _ kind: TextPiece.Kind, _ words: inout Words) {
    bytes.withUnsafeBufferPointer { addPiece($0, token, kind, &words) }
  }

  /// Words, with their place in the file. Inside a link nothing is searched for names.
  func addPiece(
    _ bytes: UnsafeBufferPointer<UInt8>, _ token: Token, _ kind: TextPiece.Kind, _ words: inout Words
  ) {
    let place = token.marked < 0 ? 0..<0 : source(token.marked..<token.marked + token.markedCount)
    let kind = words.linkDepth > 0 && kind == .plain ? .link : kind
    words.pieces.append(
      TextPiece(
        kind: kind, textOffset: words.text.count, utf8Count: bytes.count, sourceOffset: place.lowerBound,
        sourceCount: place.count, parent: words.parents.last ?? 0))
    words.text.append(contentsOf: bytes)
  }

  /// U+FFFC OBJECT REPLACEMENT CHARACTER.
  static let standIn: [UInt8] = [0xEF, 0xBF, 0xBC]

  private mutating func readInlineHTML(_ token: Token) {
    guard !options.features.isEmpty else { return }
    guard !Reader.isComment(token.node.literal) else { return readInlineComment(token) }
    report(
      .rawHTML, source(token.marked..<max(token.marked, token.marked + token.markedCount)),
      "raw HTML is not published; write it in Markdown, or escape the '<'")
  }
}

extension TokenList {
  /// Blanks before a heading's attributes are no part of its words, nor is a closing row of `#` (CommonMark 4.2).
  mutating func trimEnd(of index: Int, closing: Bool) {
    let token = tokens[index]
    let literal = token.node.literal
    func isBlank(_ offset: Int) -> Bool { literal[offset] == 0x20 || literal[offset] == 0x09 }
    var end = token.upper
    while end > token.lower, isBlank(end - 1) { end -= 1 }
    var start = end
    while closing, start > token.lower, literal[start - 1] == UInt8(ascii: "#") { start -= 1 }
    if start < end, start > token.lower, isBlank(start - 1) {
      end = start
      while end > token.lower, isBlank(end - 1) { end -= 1 }
    }
    var trimmed = Token(
      kind: token.kind, node: token.node, lower: token.lower, upper: end, parent: token.parent,
      isInLink: token.isInLink)
    trimmed.marked = token.marked
    trimmed.markedCount = max(0, token.markedCount - (token.upper - end))
    trimmed.role = end > token.lower ? .plain : .hidden
    tokens[index] = trimmed
  }
}
