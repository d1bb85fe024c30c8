import CMark
import Diagnostics

/// Links, spans, citations and pictures, as the tokens come.
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
    // The brackets of a citation show its words alone: such a link is no part of the page.
    if role == .hidden { return words.openLinks.append(.init(start: place.lowerBound, fate: .inCitation)) }
    guard options.checksURLs else {
      return words.openLinks.append(.init(start: place.lowerBound, fate: .uncounted))
    }
    guard let url = URLPolicy.cleaned(target) else {
      list.tokens[position].role = .dissolved
      let shown = String(decoding: target.prefix(60), as: UTF8.self)
      return words.openLinks.append(.init(start: place.lowerBound, fate: .refused(shown)))
    }
    let index = annotations.links.count
    list.tokens[position].role = .numbered
    list.tokens[position].number = index
    words.openLinks.append(.init(start: place.lowerBound, fate: .counted(index)))
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
    let place = open.start..<max(open.start, end)
    switch open.fate {
    case .counted(let index):
      let start = annotations.links[index].textRange.lowerBound
      annotations.links[index].textRange = start..<words.text.count
      annotations.links[index].source = place
    case .refused(let target):
      report(
        .unsafeLink, place,
        "'\(target)' is no address a page may link to; use http, https, mailto, tel or a relative path")
    case .inCitation:
      report(
        .unsupportedSyntax, place,
        "a citation's brackets hold no link, only its words are shown; put the link beside the brackets")
    case .uncounted: break
    }
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
    reportSurplusIDs(of: attributes)
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
    guard !marked.linkLabels.isEmpty, open.marked >= 0, close.marked > open.marked else { return }
    let range =
      marked.sourceOffset(
        open.marked + 1)..<max(marked.sourceOffset(open.marked + 1), marked.sourceOffset(close.marked))
    // CommonMark 4.7: no label is longer.
    guard range.count < 1_000, marked.linkLabels.contains(LinkLabel.normalized(body.bytes[range])) else {
      return
    }
    report(
      .spanOverLink, place(from: open, to: close),
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
    annotations.citations.append(
      CitationGroup(
        block: words.block, textOffset: words.text.count, items: draft.items, isInText: draft.isInText,
        source: place(from: first, to: last)))
    addPiece(Reader.standIn, first, .opaque, &words)
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
