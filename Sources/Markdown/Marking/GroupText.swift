/// A group of attributes that goes on over lines, without what the quotations around it put before each line.
struct GroupText {
  private(set) var bytes: [UInt8] = []
  /// Where the pieces begin here and in the source.
  private var pieces: [(start: Int, source: Int)] = []

  /// - Parameters:
  ///   - source: what the lines stand in.
  ///   - range: from the opening brace to the end of its line.
  init(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) { append(source, range) }

  /// With what follows of the paragraph, as much as may belong to a group.
  init(_ source: UnsafeBufferPointer<UInt8>, from start: Int, to lineEnd: Int) {
    append(source, start..<lineEnd)
    let limit = min(source.count, start + Marker.maximumGroupLength)
    var end = lineEnd
    for _ in 1..<Marker.maximumGroupLines where end < limit {
      let next = SourceLines.nextLine(in: source, after: end)
      let line = next..<max(next, min(limit, SourceLines.lineEnd(in: source, from: next)))
      guard append(source, line: line, after: end, quotes: .max) else { return }
      end = line.upperBound
    }
  }

  /// Adds a further line of the paragraph, and the line end before it. False where the line begins a block.
  ///
  /// - Parameters:
  ///   - end: where the line before it ends.
  ///   - quotes: how many quotations stand around the first line; fewer marks are a lazy line, more begin a quotation.
  mutating func append(
    _ source: UnsafeBufferPointer<UInt8>, line: Range<Int>, after end: Int, quotes: Int
  ) -> Bool {
    let content = LinePrefix(source, line).contentStart
    guard content < line.upperBound else { return false }
    var start = line.lowerBound
    var marks = 0
    for position in line.lowerBound..<content {
      switch source[position] {
      case UInt8(ascii: ">"):
        marks += 1
        start = position + 1
      case 0x20, 0x09: break
      default: return false
      }
    }
    guard marks <= quotes else { return false }
    append(source, end..<line.lowerBound)
    append(source, start..<line.upperBound)
    return true
  }

  private mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    pieces.append((bytes.count, range.lowerBound))
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  /// Where a range of these bytes stands in the source.
  func source(_ range: Range<Int>) -> Range<Int> {
    let start = source(range.lowerBound)
    return start..<(range.isEmpty ? start : source(range.upperBound - 1) + 1)
  }

  private func source(_ offset: Int) -> Int {
    let piece = pieces.last { $0.start <= offset } ?? pieces[0]
    return piece.source + offset - piece.start
  }
}
