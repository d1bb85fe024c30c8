import Diagnostics

/// A body as libcmark gets it, and the way back to what the author typed.
struct MarkedText {
  /// The replacement of one stretch of source.
  struct Segment {
    let marked: Int
    let markedCount: Int
    let source: Int
    let sourceCount: Int
  }

  /// A `[^id]:` line that became a list item.
  struct NoteDefinition {
    /// Line in the body, from 0.
    let line: Int
    let label: [UInt8]
    /// What the list marker replaced: `[^id]:` and the blanks after it.
    let source: [UInt8]
    let range: Range<Int>
  }

  var bytes: [UInt8] = []
  var table = MarkTable()
  var segments: [Segment] = []
  /// Offsets in `bytes` of each line's first byte.
  var lineStarts: [Int] = []
  var noteDefinitions: [NoteDefinition] = []
  /// The list marker that stands for a note's label.
  var noteMarker: [UInt8] = Array("+   ".utf8)
  /// The labels of link definitions, as they are compared.
  var linkLabels: Set<[UInt8]> = []
  /// Lines, from 0, that are made of what a table's delimiter row is made of.
  var delimiterRows: [Int] = []
  /// Lines, from 0, that begin like an opening fence and are none; some of them are code.
  var malformedFences: [Int] = []
  /// The first lines, from 0, of what Git could not merge; some of them are code.
  var conflicts: [Int] = []
  var mayHoldFencedCode = false
  var findings: [Finding] = []
  /// Set when the body broke a limit: it is not parsed.
  var isRefused = false

  /// The source offset of a byte of `bytes`. O(log segments).
  func sourceOffset(_ marked: Int) -> Int {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].marked <= marked { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return marked }
    let segment = segments[low - 1]
    let past = marked - segment.marked - segment.markedCount
    return past < 0 ? segment.source : segment.source + segment.sourceCount + past
  }

  /// The definitions that stand in a range of lines, which count from 1. O(log definitions).
  func noteDefinitions(in lines: ClosedRange<Int>) -> ArraySlice<NoteDefinition> {
    /// How many stand above a line.
    func count(above line: Int) -> Int {
      var low = 0
      var high = noteDefinitions.count
      while low < high {
        let middle = (low + high) / 2
        if noteDefinitions[middle].line + 1 < line { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return noteDefinitions[count(above: lines.lowerBound)..<count(above: lines.upperBound + 1)]
  }

  /// Whether one of the lines, from 0, may be a table's delimiter row. O(log rows).
  func holdsDelimiterRow(_ lines: Range<Int>) -> Bool {
    var (low, high) = (0, delimiterRows.count)
    while low < high {
      let middle = (low + high) / 2
      if delimiterRows[middle] < lines.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < delimiterRows.count && delimiterRows[low] < lines.upperBound
  }

  /// The offset of a line's end, without its LF; lines count from 1.
  func lineEnd(_ line: Int) -> Int {
    if line < lineStarts.count { return lineStarts[line] - 1 }
    return bytes.last == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count
  }

  /// The text as it was before marking, line ends as LF: `unmark ∘ mark` is the identity on such text.
  func unmarked() -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var definitions = noteDefinitions.makeIterator()
    var definition = definitions.next()
    for line in lineStarts.indices {
      let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
      var start = lineStarts[line]
      if let current = definition, current.line == line {
        let indent = bytes[start..<end].prefix { $0 == UInt8(ascii: " ") }.count
        output.append(contentsOf: bytes[start..<start + indent])
        output.append(contentsOf: current.source)
        start += indent + noteMarker.count
        definition = definitions.next()
      }
      bytes[start..<end].withUnsafeBufferPointer { output.append(contentsOf: unmarked(line: $0)) }
    }
    return output
  }

  /// One line as typed.
  func unmarked(line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    table.undo(line, as: .source)
  }
}
