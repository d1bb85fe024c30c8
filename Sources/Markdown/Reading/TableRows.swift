/// Which lines of a paragraph are a pipe table (GFM 4.10), as places in the marked text: a header, a delimiter row of as
/// many cells, and what follows.
///
/// Rows and cells are found before inlines are, so no emphasis, link or tag goes beyond its cell. An escaped pipe is a
/// mark, and a pipe in code belongs to its cell.
struct TableRows {
  enum Alignment: String {
    case none = ""
    case left, center, right
  }

  let alignments: [Alignment]
  /// What stands above the header in the same paragraph.
  let lead: [Range<Int>]
  /// The header, then the rows below the delimiter row.
  let rows: [Range<Int>]
  /// The lines from `: ` on.
  let caption: [Range<Int>]

  /// Nil when the lines, without what their containers put before them, hold no table.
  ///
  /// - Parameter mayDelimit: whether a line, by its index, can be a delimiter row where it stands.
  init?(_ text: UnsafeBufferPointer<UInt8>, lines: [Range<Int>], mayDelimit: (Int) -> Bool) {
    for index in lines.indices.dropFirst() {
      guard let alignments = TableRows.alignments(text, lines[index]), mayDelimit(index),
        TableRows.cells(text, lines[index - 1]).count == alignments.count
      else { continue }
      self.alignments = alignments
      lead = Array(lines[..<(index - 1)])
      let below = lines[(index + 1)...]
      let caption = below.firstIndex { TableRows.beginsCaption(text, $0) } ?? below.endIndex
      rows = [lines[index - 1]] + lines[(index + 1)..<caption]
      self.caption = Array(lines[caption...])
      return
    }
    return nil
  }

  private static func beginsCaption(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    line.count > 1 && text[line.lowerBound] == UInt8(ascii: ":") && isBlank(text[line.lowerBound + 1])
      && !text[line].dropFirst().allSatisfy(isBlank)
  }

  /// Whether a line is made of a delimiter row's characters. O(length).
  static func isDelimiter(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
    var holdsDash = false
    var holdsEdge = false
    for byte in text[line] {
      switch byte {
      case UInt8(ascii: "-"): holdsDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"): holdsEdge = true
      default: guard isBlank(byte) else { return false }
      }
    }
    return holdsDash && holdsEdge
  }

  /// `| :--- | :---: |`: nil for any other line.
  private static func alignments(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Alignment]? {
    guard isDelimiter(text, line) else { return nil }
    var alignments: [Alignment] = []
    for range in cells(text, line) {
      let cell = text[range]
      let opens = cell.first == UInt8(ascii: ":")
      let closes = cell.last == UInt8(ascii: ":")
      let dashes = cell.dropFirst(opens ? 1 : 0).dropLast(closes ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(opens ? (closes ? .center : .left) : (closes ? .right : .none))
    }
    return alignments
  }

  /// What stands between pipes, trimmed; an empty first or last piece beside an outer pipe is none. O(length).
  static func cells(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> [Range<Int>] {
    var code = CodeSpans(text, line)
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    var position = start
    while position < line.upperBound {
      switch text[position] {
      case UInt8(ascii: "|"):
        cells.append(trimmed(text, start..<position))
        start = position + 1
        position = start
      case UInt8(ascii: "`"): position = code.end(at: position)
      case UInt8(ascii: "\\"): position = min(position + 2, line.upperBound)
      default: position += 1
      }
    }
    cells.append(trimmed(text, start..<line.upperBound))
    if cells.count > 1, cells[0].isEmpty { cells.removeFirst() }
    if cells.count > 1, cells[cells.count - 1].isEmpty { cells.removeLast() }
    return cells
  }

  private static func trimmed(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isBlank(text[start]) { start += 1 }
    while start < end, isBlank(text[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}

/// Code spans (CommonMark 6.1) of one line.
private struct CodeSpans {
  private let text: UnsafeBufferPointer<UInt8>
  private let line: Range<Int>
  /// Where the last run of so many backticks begins; nil until somebody asks.
  private var lastRuns: [Int: Int]?

  init(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
    self.text = text
    self.line = line
  }

  /// One past the code that the backticks at `start` open, else one past them.
  mutating func end(at start: Int) -> Int {
    let opening = runEnd(start)
    let runs = lastRuns ?? collectRuns()
    lastRuns = runs
    // Nothing is looked for that is not there, so each byte is seen once.
    guard let last = runs[opening - start], last >= opening else { return opening }
    var position = opening
    while position < line.upperBound {
      guard text[position] == UInt8(ascii: "`") else {
        position += 1
        continue
      }
      let end = runEnd(position)
      if end - position == opening - start { return end }
      position = end
    }
    return opening
  }

  private func collectRuns() -> [Int: Int] {
    var runs: [Int: Int] = [:]
    var position = line.lowerBound
    while position < line.upperBound {
      let end = runEnd(position)
      if end > position { runs[end - position] = position }
      position = max(end, position + 1)
    }
    return runs
  }

  private func runEnd(_ start: Int) -> Int {
    var end = start
    while end < line.upperBound, text[end] == UInt8(ascii: "`") { end += 1 }
    return end
  }
}
