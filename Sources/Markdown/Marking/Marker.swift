import Diagnostics

/// The pre-pass: replaces what libcmark would damage by marks, line by line and blind to context.
///
/// Wherever libcmark then reports a literal (code, HTML, URL, title, info string, label) the marks are
/// undone, so code always shows what the author typed.
struct Marker: ~Copyable {
  let body: Body
  let features: DialectFeatures
  let bytes: UnsafeBufferPointer<UInt8>
  let lines: [Range<Int>]
  var output = MarkedText()

  /// State of the scan for note definitions, by line.
  var mayDefineNote = true
  var isInDefinition = false
  /// One past the last line of a comment that spans lines; no fence is looked for before it.
  var commentEnd = 0
  /// Unclosed brackets of the paragraph so far.
  var openBrackets = 0
  /// One past the last byte of source that a group spanning lines has used up.
  var consumed = 0
  var continuations: [Continuation] = []
  /// Between the two no `}` stands; the end of the file when none follows.
  var nextBrace = (from: 0, found: -1)
  /// Columns of the list markers whose items may still be open, each further right than the one before.
  var markerColumns: [Int] = []
  /// Of the whole body; collected when it first matters.
  var definedLabels: Set<[UInt8]>?

  /// The first line of a conflict, and whether its middle was seen.
  var conflict: (line: Int, isHalf: Bool)?

  struct Continuation {
    let line: Int
    let range: Range<Int>
  }

  /// Limits far above real texts; beyond them libcmark 0.30's cost is no longer linear.
  static let maximumContainers = 100
  static let maximumOpenBrackets = 1_000

  static func mark(_ body: Body, features: DialectFeatures) -> MarkedText {
    body.bytes.withUnsafeBufferPointer { bytes in
      let lines = SourceLines(bytes, from: body.start).ranges
      var marker = Marker(body: body, features: features, bytes: bytes, lines: lines)
      marker.run()
      return marker.output
    }
  }

  private init(
    body: Body, features: DialectFeatures, bytes: UnsafeBufferPointer<UInt8>, lines: [Range<Int>]
  ) {
    self.body = body
    self.features = features
    self.bytes = bytes
    self.lines = lines
  }

  private mutating func run() {
    output.bytes.reserveCapacity((bytes.count - body.start) * 5 / 4 + 64)
    output.lineStarts.reserveCapacity(lines.count)
    output.segments.reserveCapacity(lines.count * 2)
    output.table.reserveCapacity(lines.count)
    if features.contains(.notes) { chooseNoteMarker() }
    for line in lines.indices {
      startLine(line)
      markLine(line)
      output.bytes.append(UInt8(ascii: "\n"))
    }
    if let last = lines.last, last.upperBound == bytes.count, bytes.count > body.start {
      output.bytes.removeLast()  // The file ends without a line end.
    }
  }

  private mutating func startLine(_ line: Int) {
    output.lineStarts.append(output.bytes.count)
    let expected = output.segments.last.map {
      $0.source + $0.sourceCount + output.bytes.count - $0.marked - $0.markedCount
    }
    if expected != lines[line].lowerBound {
      output.segments.append(
        .init(marked: output.bytes.count, markedCount: 0, source: lines[line].lowerBound, sourceCount: 0))
    }
  }

  private mutating func markLine(_ line: Int) {
    let range = lines[line]
    let prefix = LinePrefix(bytes, range)
    check(prefix, range)
    noteDelimiterRow(line, prefix.contentStart..<range.upperBound)
    noteConflict(line, range)
    var start = range.lowerBound
    if let continuation = continuations.first, continuation.line == line {
      continuations.removeFirst()
      copy(start..<continuation.range.lowerBound)
      appendMark(.continuation, source: continuation.range)
      start = continuation.range.upperBound
    } else if let end = markConstructAtLineStart(line, range, prefix) {
      start = end
    }
    markInlines(start..<range.upperBound, line: line)
    noteState(after: line, prefix)
  }

  private mutating func noteDelimiterRow(_ line: Int, _ content: Range<Int>) {
    guard let first = content.first, features.contains(.tables) else { return }
    let byte = bytes[first]
    if byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":"),
      TableRows.isDelimiter(bytes, content)
    {
      output.delimiterRows.append(line)
    }
  }

  /// What stands first in a line: a comment, a fence, a note's definition, or a label that must not be a
  /// link definition. Returns where the line's inlines begin.
  private mutating func markConstructAtLineStart(_ line: Int, _ range: Range<Int>, _ prefix: LinePrefix)
    -> Int?
  {
    let start = prefix.contentStart
    guard start < range.upperBound else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "<"):
      noteComment(line, start..<range.upperBound)
      return nil
    case UInt8(ascii: ":") where features.contains(.regions) && line >= commentEnd:
      return markFence(line, start..<range.upperBound, lineStart: range.lowerBound)
    case UInt8(ascii: "["):
      return markDefinition(line, range, prefix)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      output.mayHoldFencedCode = true
      return nil
    default:
      return nil
    }
  }

  /// Counts what would cost libcmark more than linear time, and refuses the body beyond the limits.
  private mutating func check(_ prefix: LinePrefix, _ range: Range<Int>) {
    if prefix.contentStart == range.upperBound { openBrackets = 0 }
    guard prefix.containers > 0 else { return }
    let quotes = noteMarkers(range)
    if max(prefix.containers, markerColumns.count + quotes) > Marker.maximumContainers {
      refuse(
        .tooDeep, range.lowerBound..<prefix.contentStart,
        "more than \(Marker.maximumContainers) quotes and lists inside each other; flatten them")
    }
  }

  /// Keeps count of the items that are inside each other over many lines: whatever is inside stands further right.
  ///
  /// Returns how many quotes the line names. Items that a text has closed are still counted, which matters only
  /// when a hundred markers follow each other, each further right than the one before.
  private mutating func noteMarkers(_ range: Range<Int>) -> Int {
    var (position, column, quotes) = (range.lowerBound, 0, 0)
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        column += byte == 0x20 ? 1 : 4 - column % 4
        position += 1
        continue
      }
      guard let end = LinePrefix.marker(bytes, position, range.upperBound) else { break }
      if byte == UInt8(ascii: ">") {
        quotes += 1
      } else {
        while let last = markerColumns.last, last >= column { markerColumns.removeLast() }
        markerColumns.append(column)
      }
      column += end - position
      position = end
    }
    return quotes
  }

  mutating func refuse(_ code: FindingCode, _ range: Range<Int>, _ message: String) {
    guard !output.isRefused else { return }
    output.isRefused = true
    output.findings.append(Finding(code, message, at: Place(body.path, range)))
  }

  mutating func report(_ code: FindingCode, _ range: Range<Int>, _ message: String) {
    output.findings.append(Finding(code, message, at: Place(body.path, range)))
  }

  @inline(__always)
  mutating func copy(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    output.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
  }

  mutating func appendMark(
    _ kind: MarkTable.Kind, source range: Range<Int>, value: [UInt8] = [], attributes: Attributes? = nil
  ) {
    let source = Array(UnsafeBufferPointer(rebasing: bytes[range]))
    let number = output.table.number(
      .init(kind: kind, source: source, value: value), attributes: attributes)
    let start = output.bytes.count
    Mark.append(number, to: &output.bytes)
    output.segments.append(
      .init(
        marked: start, markedCount: output.bytes.count - start, source: range.lowerBound,
        sourceCount: range.count))
  }

  /// A mark that stands for nothing, at the current place.
  mutating func appendGuardian(at source: Int) {
    appendMark(.guardian, source: source..<source)
  }
}
