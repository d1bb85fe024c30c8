import CMark

/// Rewrites the tree so that `cmark_render_html` prints our markup: one CUSTOM_INLINE per changed text node,
/// holding that text's finished HTML, and a CUSTOM_BLOCK per region, note and heading.
struct Writer {
  private let rewrites: Rewrites
  private let table: MarkTable
  private var inlines: InlineWriter

  init(rewrites: Rewrites, marked: MarkedText, options: MarkdownOptions) {
    self.rewrites = rewrites
    table = marked.table
    inlines = InlineWriter(rewrites: rewrites, table: table, options: options)
  }

  /// Returns what stands in the block's place.
  mutating func writeInlines(
    of block: Node, heading: Heading?, _ list: TokenList, _ annotations: Annotations
  ) -> Node {
    inlines.write(list, annotations)
    guard let heading, !heading.id.isEmpty else { return block }
    var enter = Array("<h\(heading.level)".utf8)
    HTML.attribute("id", heading.id, into: &enter)
    enter.append(UInt8(ascii: ">"))
    let custom = Node.custom(block: true, enter: enter, exit: Array("</h\(heading.level)>".utf8))
    block.replaceKeepingChildren(with: custom)
    return custom
  }

  /// Undoes marks where they stand, without any markup.
  func restoreText(_ list: TokenList) {
    var seen: Set<Node> = []
    for token in list.tokens where seen.insert(token.node).inserted {
      let node = token.node
      switch node.kind {
      case CMARK_NODE_TEXT: node.setLiteral(table.undo(node.literal, as: .value))
      case CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
        node.setLiteral(table.undo(node.literal, as: .source))
      case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
        if MarkTable.holdsMark(node.url) { node.setURL(table.undo(node.url, as: .value)) }
        if MarkTable.holdsMark(node.title) { node.setTitle(table.undo(node.title, as: .value)) }
      default: break
      }
    }
  }

  // MARK: Regions

  /// Returns what stands in the block's place.
  func writeRegion(_ index: Int, _ region: Region, _ node: Node) -> Node {
    let mark = rewrites.regions.indices.contains(index) ? rewrites.regions[index] : fallback(region)
    let element = self.element(region)
    var enter = Array("<\(element)".utf8)
    HTML.attribute("class", mark.cssClass, into: &enter)
    HTML.attribute("id", mark.id ?? "", into: &enter)
    if element == "div" { HTML.append(" role=\"note\"", into: &enter) }
    enter.append(UInt8(ascii: ">"))
    if let label = mark.label {
      let tag = element == "section" ? "h2" : "b"
      HTML.append("<\(tag)>", into: &enter)
      HTML.escape(label, into: &enter)
      HTML.append("</\(tag)>", into: &enter)
    }
    let exit = Array((mark.footerHTML + "</\(element)>").utf8)
    if node.kind == CMARK_NODE_CUSTOM_BLOCK {
      node.setMarkup(enter: enter, exit: exit)
      return node
    }
    let custom = Node.custom(block: true, enter: enter, exit: exit)
    node.replaceKeepingChildren(with: custom)
    return custom
  }

  private func element(_ region: Region) -> String {
    switch region.role {
    case "key-judgments": "section"
    case "quote": "blockquote"
    default: "div"
    }
  }

  /// Without orders a region is shown by its own words.
  private func fallback(_ region: Region) -> Rewrites.RegionMark {
    if case .callout(let type) = region.kind {
      return .init(
        id: nil, cssClass: "callout \(type)", label: type.prefix(1).uppercased() + type.dropFirst())
    }
    return .init(id: region.attributes.id, cssClass: region.attributes.classes.joined(separator: " "))
  }

  func writeItem(region: Int, item: Int, _ node: Node) {
    guard rewrites.regions.indices.contains(region),
      rewrites.regions[region].itemFootersHTML.indices.contains(item),
      !rewrites.regions[region].itemFootersHTML[item].isEmpty
    else { return }
    node.append(.custom(block: true, enter: Array(rewrites.regions[region].itemFootersHTML[item].utf8)))
  }

  // MARK: Notes

  func writeNote(_ index: Int, _ aside: Node) {
    var enter = Array("<aside class=\"note\"".utf8)
    HTML.attribute("id", rewrites.noteID(index), into: &enter)
    HTML.append(" role=\"doc-footnote\">", into: &enter)
    aside.setMarkup(enter: enter, exit: Array("</aside>".utf8))
    let letter = Node.custom(block: false, enter: Array("<b>\(HTML.letter(index))</b>".utf8))
    if let first = aside.firstChild, first.kind == CMARK_NODE_PARAGRAPH, let words = first.firstChild {
      words.precede(with: letter)
    } else {
      let paragraph = Node.new(CMARK_NODE_PARAGRAPH)
      paragraph.append(letter)
      if let first = aside.firstChild { first.precede(with: paragraph) } else { aside.append(paragraph) }
    }
  }
}
