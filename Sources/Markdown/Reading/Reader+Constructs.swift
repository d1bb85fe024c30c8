import CMark
import Diagnostics

/// Links, spans, citations, notes and pictures, as the tokens come.
extension Reader {
  // MARK: Links

  mutating func enterInline(
    _ position: Int, _ role: Token.Role, _ list: inout TokenList, _ words: inout Words
  ) {
    words.enter()
    let node = list.tokens[position].node
    guard node.kind == CMARK_NODE_LINK else { return }
    words.linkDepth += 1
    let target = marked.table.undo(node.url, as: .value)
    let start = list.tokens[position].marked
    let place = start < 0 ? 0..<0 : source(start..<start)
    guard options.checksURLs else {
      words.openLinks.append(.init(start: place.lowerBound))
      return
    }
    // A link inside a citation goes with the citation's words.
    guard let url = URLPolicy.cleaned(target) else {
      if role != .hidden { list.tokens[position].role = .dissolved }
      let shown = String(decoding: target.prefix(60), as: UTF8.self)
      words.openLinks.append(.init(start: place.lowerBound, refused: shown))
      return
    }
    if role != .hidden { list.tokens[position].role = .numbered }
    list.tokens[position].number = annotations.links.count
    words.openLinks.append(.init(start: place.lowerBound, index: annotations.links.count))
    annotations.links.append(
      LinkUse(
        form: .ordinary, target: String(decoding: url, as: UTF8.self), block: words.block,
        textRange: words.text.count..<words.text.count, source: place))
  }

  /// A bare address is a link to itself.
  mutating func addURL(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let token = list.tokens[position]
    let address = marked.table.undo(token.words, as: .value)
    list.tokens[position].role = .numbered
    list.tokens[position].number = annotations.links.count
    let start = words.text.count
    annotations.links.append(
      LinkUse(
        form: .ordinary, target: String(decoding: address, as: UTF8.self), block: words.block,
        textRange: start..<start + address.count, source: place(of: token)))
    words.linkDepth += 1
    addPiece(address, token, .plain, &words)
    words.linkDepth -= 1
  }

  mutating func exitInline(_ token: Token, _ role: Token.Role, _ words: inout Words) {
    words.leave()
    guard token.node.kind == CMARK_NODE_LINK else { return }
    words.linkDepth -= 1
    guard let open = words.openLinks.popLast() else { return }
    let end = token.marked < 0 ? 0 : marked.sourceOffset(token.marked + token.markedCount)
    if let target = open.refused {
      report(
        .unsafeLink, open.start..<max(open.start, end),
        "'\(target)' is no address a page may link to; use http, https, mailto, tel or a relative path")
    }
    guard let index = open.index else { return }
    let start = annotations.links[index].textRange.lowerBound
    annotations.links[index].textRange = start..<words.text.count
    annotations.links[index].source = open.start..<max(open.start, end)
  }

  // MARK: Spans

  mutating func openSpan(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let token = list.tokens[position]
    let close = token.partner
    guard var attributes = attributes(of: list.tokens[close + 1]) else { return }
    var next = close + 2
    while next < list.tokens.count, list.tokens[next].role == .hidden,
      let more = self.attributes(of: list.tokens[next]),
      list.tokens[next].node == list.tokens[next - 1].node,
      list.tokens[next].lower == list.tokens[next - 1].upper
    {
      attributes.add(more)
      next += 1
    }
    list.tokens[position].number = annotations.spans.count
    list.tokens[close].number = annotations.spans.count
    let start = token.marked < 0 ? 0 : marked.sourceOffset(token.marked)
    annotations.spans.append(
      AnnotatedSpan(
        block: words.block, textRange: words.text.count..<words.text.count, attributes: attributes,
        source: start..<max(start, attributes.source.upperBound), parent: words.openSpans.last))
    reportSpanOverLink(token, list.tokens[close])
    words.openSpans.append(annotations.spans.count - 1)
    words.enter()
  }

  /// `[words]{.x}` where `[words]: /url` is defined, too.
  private mutating func reportSpanOverLink(_ open: Token, _ close: Token) {
    guard !marked.linkLabels.isEmpty, open.marked >= 0 else { return }
    let range =
      marked.sourceOffset(
        open.marked + 1)..<max(marked.sourceOffset(open.marked + 1), marked.sourceOffset(close.marked))
    // CommonMark 4.7: no label is longer.
    guard range.count < 1_000, marked.linkLabels.contains(LinkLabel.normalized(body.bytes[range])) else {
      return
    }
    report(
      .spanOverLink, source(open.marked..<close.marked + 1),
      "this is the label of a link too, and the span wins; write [[words][]]{…} for a link in a span")
  }

  mutating func closeSpan(_ token: Token, _ words: inout Words) {
    guard let index = words.openSpans.popLast() else { return }
    words.leave()
    let start = annotations.spans[index].textRange.lowerBound
    annotations.spans[index].textRange = start..<words.text.count
  }

  // MARK: Citations

  mutating func addCitation(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let draft = words.groups[list.tokens[position].number]
    list.tokens[position].number = annotations.citations.count
    let first = list.tokens[position]
    let last = list.tokens[draft.lastToken]
    let place =
      first.marked < 0 ? 0..<0 : source(first.marked..<max(first.marked, last.marked + last.markedCount))
    annotations.citations.append(
      CitationGroup(
        block: words.block, textOffset: words.text.count, items: draft.items, isInText: draft.isInText,
        source: place))
    addPiece(Reader.standIn, first, .opaque, &words)
  }

  // MARK: Marks

  mutating func readMark(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let token = list.tokens[position]
    guard token.number < marked.table.entries.count else {
      let number = token.number - marked.table.entries.count
      guard inlineNotes.indices.contains(number) else { return }
      addNoteReference(position, &list, &words, referToInline(number, source: place(of: token)))
      return
    }
    let entry = marked.table.entries[token.number]
    switch entry.kind {
    case .literal:
      if entry.value == Entity.replacement, entry.source.first == UInt8(ascii: "&") {
        reportRepaired(token, entry)
      }
      addPiece(entry.value, token, .plain, &words)
    case .noteInside, .noteUnseparated, .labelDefinition: reportDefinition(token, entry.kind)
    case .guardian, .verbatim, .continuation, .inlineNote: break
    case .attributes: strayAttributes(position, list, entry, &words)
    case .fence: addPiece(entry.source, token, .plain, &words)
    case .wikiLink: addWikiLink(position, entry, &list, &words)
    case .noteReference: readNoteReference(position, entry, &list, &words)
    }
  }

  private func place(of token: Token) -> Range<Int> {
    token.marked < 0 ? 0..<0 : source(token.marked..<token.marked + token.markedCount)
  }

  /// A character reference that stands for no character; in code it is code.
  private mutating func reportRepaired(_ token: Token, _ entry: MarkTable.Entry) {
    report(
      .repairedCharacter, place(of: token),
      "'\(String(decoding: entry.source, as: UTF8.self))' is no character; U+FFFD is shown in its place, remove it"
    )
  }

  /// A label before a colon that defines nothing here; in code it is code, and nobody says anything.
  private mutating func reportDefinition(_ token: Token, _ kind: MarkTable.Kind) {
    guard writer == nil else { return }
    let start = place(of: token).lowerBound
    guard let close = Array(body.bytes[start...].prefix(1_000)).firstRange(of: Array("]:".utf8)) else {
      return
    }
    let range = start..<start + close.upperBound
    let shown = String(decoding: body.bytes[range], as: UTF8.self)
    switch kind {
    case .noteInside:
      report(
        .unsupportedSyntax, range,
        "a note is defined at the start of a line, outside quotes, lists and other notes; move it there")
    case .noteUnseparated:
      report(.unsupportedSyntax, range, "a note's definition needs an empty line before it")
    default:
      report(
        .unsupportedSyntax, range,
        "'\(shown)' would define a link; it is kept as text, remove the colon or escape the '['")
    }
  }

  private mutating func strayAttributes(
    _ position: Int, _ list: TokenList, _ entry: MarkTable.Entry, _ words: inout Words
  ) {
    let straddles = list.firstLoneOpen < position
    report(
      straddles ? .straddlingSpan : .unclosedSpan, place(of: list.tokens[position]),
      straddles
        ? "'[' and ']' of this span do not stand in the same emphasis or link; its attributes are kept as text"
        : "these attributes belong to no span, its '[' is missing; they are kept as text")
    addPiece(entry.source, list.tokens[position], .plain, &words)
  }

  private mutating func readNoteReference(
    _ position: Int, _ entry: MarkTable.Entry, _ list: inout TokenList, _ words: inout Words
  ) {
    let token = list.tokens[position]
    if note != nil || words.linkDepth > 0 {
      report(
        .unsupportedSyntax, place(of: token), "no note stands inside a note or a link; it is kept as text")
      return addPiece(entry.source, token, .plain, &words)
    }
    guard let index = referTo(label: entry.source[2..<entry.source.count - 1], source: place(of: token))
    else {
      return addPiece(entry.source, token, .plain, &words)
    }
    addNoteReference(position, &list, &words, index)
  }

  private mutating func addNoteReference(
    _ position: Int, _ list: inout TokenList, _ words: inout Words, _ note: Int
  ) {
    list.tokens[position].role = .noteReference
    list.tokens[position].number = annotations.noteReferences.count
    annotations.noteReferences.append(
      NoteReference(
        block: words.block, textOffset: words.text.count, note: note,
        isFirst: referredNotes.insert(note).inserted, source: place(of: list.tokens[position])))
    addPiece(Reader.standIn, list.tokens[position], .opaque, &words)
  }

  private mutating func addWikiLink(
    _ position: Int, _ entry: MarkTable.Entry, _ list: inout TokenList, _ words: inout Words
  ) {
    let token = list.tokens[position]
    adviseOnEmbedding(position, list)
    guard words.linkDepth == 0, let link = WikiLink(entry.source[2..<entry.source.count - 2]) else {
      report(
        .unsupportedSyntax, place(of: token),
        words.linkDepth > 0
          ? "no link stands inside a link; it is kept as text"
          : "this link names no target; it is kept as text")
      return addPiece(entry.source, token, .opaque, &words)
    }
    list.tokens[position].role = .wikiLink
    list.tokens[position].number = annotations.links.count
    let start = words.text.count
    let shown = Array(link.shown.utf8)
    annotations.links.append(
      LinkUse(
        form: .wiki(fragment: link.fragment, hasLabel: link.label != nil), target: link.target,
        block: words.block, textRange: start..<start + shown.count, source: place(of: token)))
    words.linkDepth += 1
    addPiece(shown, token, .plain, &words)
    words.linkDepth -= 1
  }

  // MARK: Pictures

  mutating func readImage(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let token = list.tokens[position]
    let text = restoreAlternativeText(token.node)
    let destination = marked.table.undo(token.node.url, as: .value)
    defer { addPiece(Reader.standIn, token, .opaque, &words) }
    guard options.checksURLs else { return }
    guard let url = URLPolicy.cleaned(destination) else {
      list.tokens[position].role = .dissolved
      return report(
        .unsafeLink, place(of: token),
        "this picture's address is none that a page may load; use a relative path")
    }
    list.tokens[position].role = .numbered
    list.tokens[position].number = annotations.images.count
    annotations.images.append(
      ImageUse(
        destination: String(decoding: url, as: UTF8.self), text: text, block: words.block,
        source: place(of: token)))
  }

  /// libcmark prints the texts below a picture as its alternative text: they lose their marks here.
  private func restoreAlternativeText(_ image: Node) -> String {
    var text: [UInt8] = []
    var child = successor(of: image, below: image)
    while let node = child {
      child = successor(of: node, below: image)
      switch node.kind {
      case CMARK_NODE_TEXT, CMARK_NODE_CODE:
        if MarkTable.holdsMark(node.literal) {
          node.setLiteral(
            marked.table.undo(node.literal, as: node.kind == CMARK_NODE_CODE ? .source : .value))
        }
        text.append(contentsOf: node.literal)
      case CMARK_NODE_HTML_INLINE:
        if options.dropsComments, Reader.isComment(node.literal) {
          node.remove()
        } else {
          node.setLiteral(marked.table.undo(node.literal, as: .source))
        }
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: text.append(0x20)
      default: break
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
