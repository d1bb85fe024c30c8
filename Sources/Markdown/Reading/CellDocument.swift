import CMark

/// The cells of all tables as one document, in which each is a block of its own: libcmark's inlines then end with their
/// cell.
///
/// What holds nothing that libcmark knows becomes a text at once. Most cells are such.
struct CellDocument {
  private var bytes: [UInt8] = []
  /// What gets the inlines of each block of the document.
  private var holders: [Node] = []
  private var holdsBracket = false

  /// Everything that an inline may begin or end with (CommonMark 6).
  private static let special = ByteSet(Array("\\`&*_[]<!".utf8))

  /// A bare edge of a mark: no text holds one, and behind it no block begins.
  private static let edge = Mark.edge

  /// - Parameter cell: one line, without outer blanks.
  mutating func addCell(_ cell: UnsafeBufferPointer<UInt8>, to holder: Node) {
    guard !cell.isEmpty else { return }
    guard CellDocument.special.first(in: cell, from: 0, to: cell.count) < cell.count else {
      let text = Node.new(CMARK_NODE_TEXT)
      text.setLiteral(cell)
      return holder.append(text)
    }
    bytes += CellDocument.edge + [0x20]
    append(cell)
    bytes += [0x20] + CellDocument.edge + [0x0A, 0x0A]
    holders.append(holder)
  }

  /// Lines of a paragraph, the first of which begins no block. Link definitions among them are none of its words.
  mutating func addLines(_ lines: [UnsafeBufferPointer<UInt8>], to holder: Node) {
    guard !lines.isEmpty else { return }
    for (index, line) in lines.enumerated() {
      // Behind four blanks no block begins, and in a quotation nothing is left of a paragraph of definitions.
      bytes += Array((index == 0 ? "> " : ">     ").utf8)
      append(line)
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
    holders.append(holder)
  }

  private mutating func append(_ line: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: line)
    if !holdsBracket { holdsBracket = line.contains(UInt8(ascii: "[")) }
  }

  /// Parses the cells and gives each holder its inlines.
  ///
  /// - Parameter text: the whole page, whose link definitions the cells may use. It is read again only where it may
  ///   define any. O(n).
  func read(_ text: [UInt8]) {
    guard !holders.isEmpty else { return }
    var document = bytes
    if holdsBracket, text.firstRange(of: Array("]:".utf8)) != nil { document += text }
    let tree = Tree(parsing: document)
    var block = tree.root.firstChild
    for holder in holders {
      guard let node = block else { return }
      block = node.next
      guard let paragraph = node.kind == CMARK_NODE_BLOCK_QUOTE ? node.firstChild : node else { continue }
      while let child = paragraph.firstChild { holder.append(child) }
      if node.kind == CMARK_NODE_PARAGRAPH { CellDocument.dropEdges(of: holder) }
    }
  }

  /// The first and the last child of a cell are texts, which hold the edges and a blank each.
  private static func dropEdges(of cell: Node) {
    let count = edge.count + 1
    if let first = cell.firstChild {
      first.setLiteral(UnsafeBufferPointer(rebasing: first.literal.dropFirst(count)))
    }
    if let last = cell.lastChild {
      last.setLiteral(UnsafeBufferPointer(rebasing: last.literal.dropLast(count)))
    }
    for text in [cell.firstChild, cell.lastChild] {
      if let text, text.literal.isEmpty { text.remove() }
    }
  }
}
