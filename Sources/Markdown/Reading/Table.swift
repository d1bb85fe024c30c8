import CMark

/// A pipe table in the tree: custom blocks for its rows and cells, which hold the inlines.
struct Table {
  /// What carries the table's identifier.
  let wrapper: Node
  private let table: Node
  /// Each cell, and where its words stand in the marked text.
  private(set) var cells: [(node: Node, place: Range<Int>)] = []
  /// Rows with more cells than the header, and how many more.
  private(set) var surplus: [(row: Range<Int>, cells: Int)] = []

  /// Builds the table; its cells are empty until `document` is read.
  ///
  /// - Parameter padding: how many cells short rows may still be filled up with; a row that is short then looks alike.
  init(
    _ rows: TableRows, of text: UnsafeBufferPointer<UInt8>, in document: inout CellDocument,
    padding: inout Int
  ) {
    wrapper = Node.custom(
      block: true, enter: Array("<div class=\"table\">".utf8), exit: Array("</div>".utf8))
    table = Table.element("table", in: wrapper)
    let head = Table.element("thead", in: table)
    let body = rows.rows.count > 1 ? Table.element("tbody", in: table) : head
    for (index, row) in rows.rows.enumerated() {
      let line = Table.element("tr", in: index == 0 ? head : body)
      var ranges = TableRows.cells(text, row)
      if ranges.count > rows.alignments.count {
        surplus.append((row, ranges.count - rows.alignments.count))
        ranges.removeSubrange(rows.alignments.count...)
      }
      let missing = min(rows.alignments.count - ranges.count, padding)
      padding -= missing
      ranges += Array(repeating: row.upperBound..<row.upperBound, count: missing)
      for (range, alignment) in zip(ranges, rows.alignments) {
        let cell = Table.element(index == 0 ? "th" : "td", class: alignment.rawValue, in: line)
        cells.append((cell, range))
        document.addCell(UnsafeBufferPointer(rebasing: text[range]), to: cell)
      }
    }
  }

  private static func element(_ name: String, class cssClass: String = "", in parent: Node) -> Node {
    var enter = Array("<\(name)".utf8)
    HTML.attribute("class", cssClass, into: &enter)
    enter.append(UInt8(ascii: ">"))
    let node = Node.custom(block: true, enter: enter, exit: Array("</\(name)>".utf8))
    parent.append(node)
    return node
  }

  /// In a cell `\|` is a pipe in code too (GFM 4.10, example 200).
  func unescapePipes(_ marks: MarkTable) {
    var child = successor(of: table, below: table)
    while let node = child {
      if node.kind == CMARK_NODE_CODE, MarkTable.holdsMark(node.literal) {
        node.setLiteral(marks.undoPipes(node.literal))
      }
      child = successor(of: node, below: table)
    }
  }

  // MARK: Captions

  /// An empty caption before everything else in the table.
  func addCaption() -> Node {
    let caption = Node.custom(block: true, enter: Array("<caption>".utf8), exit: Array("</caption>".utf8))
    if let first = table.firstChild { first.precede(with: caption) } else { table.append(caption) }
    return caption
  }

  static func beginsCaption(_ node: Node) -> Bool {
    guard node.kind == CMARK_NODE_TEXT, node.literal.count > 1 else { return false }
    return node.literal[0] == UInt8(ascii: ":") && (node.literal[1] == 0x20 || node.literal[1] == 0x09)
  }

  /// The colon is no part of a caption's words.
  static func dropColon(of caption: Node) {
    guard let first = caption.firstChild else { return }
    first.setLiteral(Array(first.literal.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }))
  }
}
