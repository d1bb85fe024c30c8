import CMark
import Diagnostics

/// Tables and their captions.
extension Reader {
  /// A caption that stands before its table in the tree and behind it in the file.
  struct Caption {
    let node: Node
    /// What carries the table's identifier.
    let wrapper: Node
    /// Where its words are to be looked for in the marked text.
    let start: Int
  }

  /// The table that a paragraph is; one that begins further down becomes the paragraph's next sibling.
  mutating func readTable(_ paragraph: Node) -> Node? {
    let lastLine = paragraph.endLine
    guard mayHoldTable(paragraph),
      var table = Table(in: paragraph, isLazy: { isLazy(lastLine - $0, in: paragraph) })
    else { return nil }
    let firstLine = lastLine - table.lineCount + 1
    let (node, surplus) = table.build(after: paragraph, marks: marked.table, padding: &padding)
    for (line, cells) in surplus { reportSurplus(cells, line: firstLine + line) }
    rowStarts = [:]
    for row in table.rows { rowStarts[row.node] = marked.lineStarts[firstLine + row.line - 1] }
    caption = table.caption.map { line, caption in
      Caption(node: caption, wrapper: node, start: marked.lineStarts[firstLine + line - 1])
    }
    if caption == nil { caption = captionBehind(node) }
    guard paragraph.firstChild == nil else { return nil }
    paragraph.remove()
    return node
  }

  private mutating func reportSurplus(_ cells: Int, line: Int) {
    let row = marked.lineStarts[line - 1]..<marked.lineEnd(line)
    let first = row.first { ![0x20, 0x09, UInt8(ascii: ">")].contains(marked.bytes[$0]) } ?? row.lowerBound
    let range = source(first..<row.upperBound)
    report(
      .rowTooLong, range,
      "this row has \(cells) cell\(cells == 1 ? "" : "s") more than the header, which are not shown; escape a '|' as '\\|'"
    )
  }

  /// The paragraph behind a table that begins with `: ` is its caption (Pandoc's `table_captions`).
  private func captionBehind(_ wrapper: Node) -> Caption? {
    guard let paragraph = wrapper.next, paragraph.kind == CMARK_NODE_PARAGRAPH,
      let first = paragraph.firstChild, Table.beginsCaption(first), let table = wrapper.firstChild
    else { return nil }
    var children: [Node] = []
    var child = paragraph.firstChild
    while let node = child {
      children.append(node)
      child = node.next
    }
    let start = marked.lineStarts[paragraph.startLine - 1]
    let node = Table.caption(of: children, in: table)
    paragraph.remove()
    return Caption(node: node, wrapper: wrapper, start: start)
  }

  mutating func readCaption(_ caption: Caption) -> Node {
    cellStart = caption.start
    return readInlines(of: caption.node, kind: .caption)
  }

  /// `: words {#id}` gives its table an identifier.
  mutating func finishCaption(_ attributes: Attributes?) {
    guard let attributes, let caption else { return }
    reportSurplus(of: attributes, "a table")
    guard let id = attributes.id else { return }
    annotations.anchors.append(Anchor(id: id, source: attributes.idSource ?? attributes.source))
    guard writer != nil else { return }
    var enter = Array("<div class=\"table\"".utf8)
    HTML.attribute("id", id, into: &enter)
    enter.append(UInt8(ascii: ">"))
    caption.wrapper.setMarkup(enter: enter, exit: [])
  }

  /// Headings and tables take nothing but an identifier.
  mutating func reportSurplus(of attributes: Attributes, _ holder: String) {
    let others =
      attributes.classSources + attributes.pairs.map { $0.keySource.lowerBound..<$0.valueSource.upperBound }
    for place in others.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      report(
        .unknownAttribute, place,
        "\(holder) takes an identifier and nothing else; put the rest into a span or block of its own")
    }
  }

  /// Whether a line continues its paragraph from outside its containers (CommonMark 5.1): no delimiter row does.
  private func isLazy(_ line: Int, in paragraph: Node) -> Bool {
    var (quotes, items) = (0, 0)
    var parent = paragraph.parent
    while let node = parent {
      if node.kind == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
      if node.kind == CMARK_NODE_ITEM, quotes == 0 { items += 1 }
      parent = node.parent
    }
    var indent = 0
    for byte in marked.bytes[marked.lineStarts[line - 1]..<marked.lineEnd(line)] {
      switch byte {
      case 0x20: indent += 1
      case 0x09: indent += 4
      case UInt8(ascii: ">"):
        quotes -= 1
        indent = 0
      default: return quotes > 0 || indent < 2 * items
      }
    }
    return true
  }

  /// Whether a line below the first is made of a delimiter row's characters only.
  private func mayHoldTable(_ paragraph: Node) -> Bool {
    guard paragraph.startLine > 0, paragraph.endLine > paragraph.startLine else { return false }
    for line in paragraph.startLine + 1...paragraph.endLine where line <= marked.lineStarts.count {
      let text = marked.bytes[
        marked.lineStarts[line - 1]..<max(marked.lineStarts[line - 1], marked.lineEnd(line))]
      let row = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      let isRow = row.allSatisfy {
        $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":") || $0 == 0x20
          || $0 == 0x09
      }
      if isRow, row.contains(UInt8(ascii: "-")) { return true }
    }
    return false
  }
}
