import CMark
import Diagnostics

/// A pipe table (GFM 4.10): the lines of a paragraph from a header on, when a delimiter row of as many cells follows.
///
/// libcmark has parsed the paragraph's inlines already, so a `|` in code, in a link or in emphasis belongs to
/// its cell; an escaped one is a mark. Rows and cells become custom blocks that hold the inlines.
struct Table {
  enum Alignment: String {
    case none = ""
    case left, center, right
  }

  private let alignments: [Alignment]
  /// The paragraph's inlines, line by line.
  private var lines: [[Node]]
  /// Index in `lines`.
  private let header: Int

  /// Nil when the paragraph holds no table.
  ///
  /// - Parameter isLazy: whether the line that stands so many lines above the last is a lazy continuation.
  init?(in paragraph: Node, isLazy: (Int) -> Bool) {
    lines = Table.lines(of: paragraph)
    guard lines.count > 1 else { return nil }
    for index in 1..<lines.count {
      guard let alignments = Table.delimiters(lines[index]),
        Table.cellCount(lines[index - 1]) == alignments.count, !isLazy(lines.count - 1 - index)
      else { continue }
      self.alignments = alignments
      header = index - 1
      return
    }
    return nil
  }

  /// The line with which the caption begins, and what stands for it in the tree.
  private(set) var caption: (line: Int, node: Node)?

  /// What stands for each line of cells in the tree.
  private(set) var rows: [(node: Node, line: Int)] = []

  var lineCount: Int { lines.count }

  /// Builds the table behind the paragraph, which keeps the lines before it or goes.
  ///
  /// - Parameter padding: how many cells short rows may still be filled up with; a row that is short then looks alike.
  /// - Returns: the table, and how many cells too many each line has, by its index in the paragraph.
  mutating func build(after paragraph: Node, marks: MarkTable, padding: inout Int) -> (
    table: Node, surplus: [(line: Int, cells: Int)]
  ) {
    let wrapper = Node.custom(
      block: true, enter: Array("<div class=\"table\">".utf8), exit: Array("</div>".utf8))
    let table = Node.custom(block: true, enter: Array("<table>".utf8), exit: Array("</table>".utf8))
    wrapper.append(table)
    paragraph.follow(with: wrapper)
    let head = Node.custom(block: true, enter: Array("<thead>".utf8), exit: Array("</thead>".utf8))
    table.append(head)
    _ = appendRow(header, element: "th", to: head, &padding)
    for node in lines[header + 1] { node.remove() }
    var surplus: [(line: Int, cells: Int)] = []
    let end = captionLine ?? lines.count
    if header + 2 < end {
      let body = Node.custom(block: true, enter: Array("<tbody>".utf8), exit: Array("</tbody>".utf8))
      table.append(body)
      for line in header + 2..<end {
        let extra = appendRow(line, element: "td", to: body, &padding)
        if extra > 0 { surplus.append((line, extra)) }
      }
    }
    if end < lines.count { caption = (end, Table.caption(of: captionNodes(from: end), in: table)) }
    Table.trimEnd(of: paragraph)
    Table.unescapePipes(below: table, marks)
    return (wrapper, surplus)
  }

  /// A line behind the header that begins with `: ` begins the caption.
  private var captionLine: Int? {
    guard header + 2 < lines.count else { return nil }
    return (header + 2..<lines.count).first { line in lines[line].first.map(Table.beginsCaption) ?? false }
  }

  private func captionNodes(from line: Int) -> [Node] {
    var nodes = lines[line]
    for line in lines[(line + 1)...] {
      nodes.append(Node.new(CMARK_NODE_SOFTBREAK))
      nodes += line
    }
    return nodes
  }

  static func beginsCaption(_ node: Node) -> Bool {
    guard node.kind == CMARK_NODE_TEXT, node.literal.count > 1 else { return false }
    return node.literal[0] == UInt8(ascii: ":") && (node.literal[1] == 0x20 || node.literal[1] == 0x09)
  }

  /// Puts the inlines, without their colon, before everything else in the table.
  static func caption(of nodes: [Node], in table: Node) -> Node {
    let caption = Node.custom(block: true, enter: Array("<caption>".utf8), exit: Array("</caption>".utf8))
    if let first = table.firstChild { first.precede(with: caption) } else { table.append(caption) }
    for node in nodes {
      cmark_node_unlink(node)
      caption.append(node)
    }
    if let first = caption.firstChild {
      first.setLiteral(Array(first.literal.dropFirst().drop { $0 == 0x20 || $0 == 0x09 }))
    }
    return caption
  }

  /// Returns how many cells the row had too many.
  private mutating func appendRow(
    _ line: Int, element: String, to section: Node, _ padding: inout Int
  ) -> Int {
    let row = Node.custom(block: true, enter: Array("<tr>".utf8), exit: Array("</tr>".utf8))
    section.append(row)
    rows.append((row, line))
    var cells = Table.cells(of: lines[line])
    while cells.count < alignments.count, padding > 0 {
      cells.append([])
      padding -= 1
    }
    for (column, alignment) in alignments.prefix(cells.count).enumerated() {
      var enter = Array("<\(element)".utf8)
      HTML.attribute("class", alignment.rawValue, into: &enter)
      enter.append(UInt8(ascii: ">"))
      let cell = Node.custom(block: true, enter: enter, exit: Array("</\(element)>".utf8))
      row.append(cell)
      for node in cells[column] {
        cmark_node_unlink(node)
        cell.append(node)
      }
    }
    let surplus = cells.dropFirst(alignments.count)
    for node in surplus.joined() { node.remove() }
    return surplus.count
  }

  /// In a cell `\|` is a pipe in code too (GFM 4.10, example 200).
  private static func unescapePipes(below table: Node, _ marks: MarkTable) {
    var child = successor(of: table, below: table)
    while let node = child {
      if node.kind == CMARK_NODE_CODE, MarkTable.holdsMark(node.literal) {
        node.setLiteral(marks.undoPipes(node.literal))
      }
      child = successor(of: node, below: table)
    }
  }

  // MARK: Lines and cells

  /// Children between line breaks; the breaks that belong to the table go with it.
  private static func lines(of paragraph: Node) -> [[Node]] {
    var lines: [[Node]] = [[]]
    var child = paragraph.firstChild
    while let node = child {
      child = node.next
      if node.kind == CMARK_NODE_SOFTBREAK || node.kind == CMARK_NODE_LINEBREAK {
        lines.append([])
      } else {
        lines[lines.count - 1].append(node)
      }
    }
    return lines
  }

  /// Removes line breaks that nothing follows any more.
  private static func trimEnd(of paragraph: Node) {
    while let last = paragraph.lastChild,
      last.kind == CMARK_NODE_SOFTBREAK || last.kind == CMARK_NODE_LINEBREAK
    {
      last.remove()
    }
  }

  /// `| :--- | :---: |`: nil for any other line.
  private static func delimiters(_ line: [Node]) -> [Alignment]? {
    guard line.count == 1, line[0].kind == CMARK_NODE_TEXT else { return nil }
    let literal = line[0].literal
    guard literal.contains(UInt8(ascii: "-")),
      literal.contains(UInt8(ascii: "|")) || literal.contains(UInt8(ascii: ":"))
    else { return nil }
    var alignments: [Alignment] = []
    for cell in pieces(of: literal) {
      let text = literal[cell]
      let opens = text.first == UInt8(ascii: ":")
      let closes = text.last == UInt8(ascii: ":")
      let dashes = text.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(opens ? (closes ? .center : .left) : (closes ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// What stands between pipes, trimmed; an empty first or last piece beside an outer pipe is none.
  private static func pieces(of literal: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = 0
    for offset in 0...literal.count where offset == literal.count || literal[offset] == UInt8(ascii: "|") {
      pieces.append(trimmed(literal, start..<offset))
      start = offset + 1
    }
    if pieces.count > 1, pieces[0].isEmpty { pieces.removeFirst() }
    if pieces.count > 1, pieces[pieces.count - 1].isEmpty { pieces.removeLast() }
    return pieces
  }

  private static func trimmed(_ literal: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, literal[first] == 0x20 || literal[first] == 0x09 {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, literal[last] == 0x20 || literal[last] == 0x09 {
      range = range.lowerBound..<last
    }
    return range
  }

  private static func cellCount(_ line: [Node]) -> Int {
    var pipes = 0
    for node in line where node.kind == CMARK_NODE_TEXT {
      pipes += node.literal.count { $0 == UInt8(ascii: "|") }
    }
    let first = line.first.map { $0.kind == CMARK_NODE_TEXT && startsWithPipe($0.literal) } ?? false
    let last = line.last.map { $0.kind == CMARK_NODE_TEXT && endsWithPipe($0.literal) } ?? false
    return pipes + 1 - (first ? 1 : 0) - (last && pipes > (first ? 1 : 0) ? 1 : 0)
  }

  private static func startsWithPipe(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    literal.first { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "|")
  }

  private static func endsWithPipe(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    literal.last { $0 != 0x20 && $0 != 0x09 } == UInt8(ascii: "|")
  }

  /// The line's inlines by cell, text nodes cut at their pipes.
  private static func cells(of line: [Node]) -> [[Node]] {
    var cells: [[Node]] = [[]]
    let opens = line.first.map { $0.kind == CMARK_NODE_TEXT && startsWithPipe($0.literal) } ?? false
    let closes = line.last.map { $0.kind == CMARK_NODE_TEXT && endsWithPipe($0.literal) } ?? false
    for node in line {
      guard node.kind == CMARK_NODE_TEXT, node.literal.contains(UInt8(ascii: "|")) else {
        cells[cells.count - 1].append(node)
        continue
      }
      cut(node, into: &cells)
    }
    if opens { cells.removeFirst() }
    if closes, cells.count > 1 || !opens { cells.removeLast() }
    for cell in cells { trim(cell) }
    return cells
  }

  private static func cut(_ node: Node, into cells: inout [[Node]]) {
    let literal = node.literal
    var start = 0
    for end in 0...literal.count where end == literal.count || literal[end] == UInt8(ascii: "|") {
      if start > 0 { cells.append([]) }
      if end > start {
        let text = Node.new(CMARK_NODE_TEXT)
        text.setLiteral(UnsafeBufferPointer(rebasing: literal[start..<end]))
        node.precede(with: text)
        cells[cells.count - 1].append(text)
      }
      start = end + 1
    }
    node.remove()
  }

  /// Blanks at a cell's ends are no part of it.
  private static func trim(_ cell: [Node]) {
    if let first = cell.first, first.kind == CMARK_NODE_TEXT {
      keep(first) { $0.lowerBound..<first.literal.count }
    }
    if let last = cell.last, last.kind == CMARK_NODE_TEXT {
      keep(last) { 0..<($0.isEmpty ? 0 : $0.upperBound) }
    }
  }

  /// Cuts a text, of which the range without outer blanks is given, down to a part.
  private static func keep(_ text: Node, _ part: (Range<Int>) -> Range<Int>) {
    let literal = text.literal
    let kept = part(trimmed(literal, 0..<literal.count))
    if kept.count < literal.count { text.setLiteral(UnsafeBufferPointer(rebasing: literal[kept])) }
  }
}
