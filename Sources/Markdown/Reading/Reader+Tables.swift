import CMark
import Diagnostics

/// Tables and their captions.
extension Reader {
  /// Puts the tables of the whole page into the tree; the paragraphs they are in keep the lines above them, or go.
  mutating func buildTables(_ root: Node) {
    guard options.features.contains(.tables), !marked.delimiterRows.isEmpty else { return }
    var document = CellDocument()
    var built: [BuiltTable] = []
    for paragraph in paragraphs(below: [root] + structure.notes.map(\.item)) {
      if let table = buildTable(paragraph, &document) { built.append(table) }
    }
    document.read(marked.bytes)
    for table in built { finish(table) }
  }

  private struct BuiltTable {
    let table: Table
    /// The paragraph that keeps the lines above the header.
    let lead: Node
    let caption: Node?
  }

  /// Those in which a delimiter row may stand.
  private func paragraphs(below roots: [Node]) -> [Node] {
    var found: [Node] = []
    for root in roots {
      var current = successor(of: root, below: root)
      while let node = current {
        let isParagraph = node.kind == CMARK_NODE_PARAGRAPH
        if isParagraph, node.startLine > 0, marked.holdsDelimiterRow(node.startLine..<node.endLine) {
          found.append(node)
        }
        current = successor(of: node, below: root, entering: !isParagraph && node.kind != CMARK_NODE_HEADING)
      }
    }
    return found
  }

  private mutating func buildTable(_ paragraph: Node, _ document: inout CellDocument) -> BuiltTable? {
    let lines = lines(of: paragraph)
    return marked.bytes.withUnsafeBufferPointer { text in
      guard let rows = TableRows(text, lines: lines.map(\.words), mayDelimit: { !lines[$0].isLazy }) else {
        return nil
      }
      let table = Table(rows, of: text, in: &document, padding: &padding)
      paragraph.follow(with: table.wrapper)
      while let child = paragraph.firstChild { child.remove() }
      document.addLines(rows.lead.map { UnsafeBufferPointer(rebasing: text[$0]) }, to: paragraph)
      let caption = rows.caption.first.map { _ in table.addCaption() }
      if let caption, let start = rows.caption.first?.lowerBound {
        document.addLines(rows.caption.map { UnsafeBufferPointer(rebasing: text[$0]) }, to: caption)
        inlinePlaces[caption] = start..<text.count
      }
      return BuiltTable(table: table, lead: paragraph, caption: caption)
    }
  }

  private mutating func finish(_ built: BuiltTable) {
    built.table.unescapePipes(marked.table)
    for (row, cells) in built.table.surplus { reportSurplus(cells, row) }
    for cell in built.table.cells { inlinePlaces[cell.node] = cell.place }
    if let caption = built.caption { Table.dropColon(of: caption) }
    if let caption = built.caption ?? captionBehind(built) { captions[caption] = built.table.wrapper }
    if built.lead.firstChild == nil { built.lead.remove() }
  }

  private mutating func reportSurplus(_ cells: Int, _ row: Range<Int>) {
    report(
      .rowTooLong, source(row),
      "this row has \(cells) cell\(cells == 1 ? "" : "s") more than the header, which are not shown; escape a '|' as '\\|'"
    )
  }

  /// The paragraph behind a table that begins with `: ` is its caption (Pandoc's `table_captions`).
  private mutating func captionBehind(_ built: BuiltTable) -> Node? {
    guard let paragraph = built.table.wrapper.next, paragraph.kind == CMARK_NODE_PARAGRAPH,
      let first = paragraph.firstChild, Table.beginsCaption(first)
    else { return nil }
    let caption = built.table.addCaption()
    captionLines[built.lead.endLine] = paragraph.endLine
    inlinePlaces[caption] = marked.lineStarts[paragraph.startLine - 1]..<marked.bytes.count
    while let child = paragraph.firstChild { caption.append(child) }
    paragraph.remove()
    Table.dropColon(of: caption)
    return caption
  }

  /// `: words {#id}` gives its table an identifier.
  mutating func finishCaption(_ caption: Node, _ attributes: Attributes?) {
    guard let attributes, let wrapper = captions[caption] else { return }
    reportSurplus(of: attributes, "a table")
    guard let id = attributes.id else { return }
    annotations.anchors.append(Anchor(id: id, source: attributes.idSource ?? attributes.source))
    guard writer != nil else { return }
    var enter = Array("<div class=\"table\"".utf8)
    HTML.attribute("id", id, into: &enter)
    enter.append(UInt8(ascii: ">"))
    wrapper.setMarkup(enter: enter, exit: [])
  }

  /// Headings and tables take nothing but an identifier.
  mutating func reportSurplus(of attributes: Attributes, _ holder: String) {
    reportSurplusIDs(of: attributes)
    let others =
      attributes.classSources + attributes.pairs.map { $0.keySource.lowerBound..<$0.valueSource.upperBound }
    for place in others.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      report(
        .unknownAttribute, place,
        "\(holder) takes an identifier and nothing else; put the rest into a span or block of its own")
    }
  }

  mutating func reportSurplusIDs(of attributes: Attributes) {
    for place in attributes.surplusIDSources {
      report(.badAttribute, place, "one identifier is enough; remove this one or the one before it")
    }
  }

  // MARK: Lines

  private struct Line {
    /// Without what containers put before them.
    let words: Range<Int>
    /// Whether it continues its paragraph from outside its containers (CommonMark 5.1): no delimiter row does.
    let isLazy: Bool
  }

  /// The lines that are left of a paragraph's own.
  private func lines(of paragraph: Node) -> [Line] {
    let first = paragraph.startLine + (isBelowCalloutType(paragraph) ? 1 : 0)
    guard first <= paragraph.endLine else { return [] }
    var (quotes, items) = (0, 0)
    var parent = paragraph.parent
    while let node = parent {
      if node.kind == CMARK_NODE_BLOCK_QUOTE { quotes += 1 }
      if node.kind == CMARK_NODE_ITEM, quotes == 0 { items += 1 }
      parent = node.parent
    }
    return (first...paragraph.endLine).map { line in
      guard line > paragraph.startLine else {
        let start = marked.lineStarts[line - 1] + paragraph.startColumn - 1
        return Line(words: start..<max(start, marked.lineEnd(line)), isLazy: false)
      }
      return self.line(line, quotes: quotes, items: items)
    }
  }

  private func line(_ line: Int, quotes: Int, items: Int) -> Line {
    let end = marked.lineEnd(line)
    var start = marked.lineStarts[line - 1]
    var (missing, indent) = (quotes, 0)
    while start < end {
      switch marked.bytes[start] {
      case 0x20: indent += 1
      case 0x09: indent += 4
      case UInt8(ascii: ">") where missing > 0:
        missing -= 1
        indent = 0
      default: return Line(words: start..<end, isLazy: missing > 0 || indent < 2 * items)
      }
      start += 1
    }
    return Line(words: end..<end, isLazy: true)
  }
}
