/// The bytes of one file and where its lines begin: turns offsets into what an editor shows.
public struct SourceText: Sendable {
  public let path: RelativePath
  public let bytes: [UInt8]
  /// UTF-8 offset of each line's first byte. A line ends at LF, CRLF or a lone CR.
  public let lineStarts: [Int]
  private let counts: ScalarCounts

  public init(path: RelativePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.lineStarts = SourceText.lineStarts(of: bytes)
    self.counts = ScalarCounts(of: bytes)
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices {
        let isLineFeed = bytes[offset] == UInt8(ascii: "\n")
        let isLoneReturn =
          bytes[offset] == UInt8(ascii: "\r")
          && (offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n"))
        if isLineFeed || isLoneReturn { starts.append(offset + 1) }
      }
    }
    return starts
  }

  /// Line and column of a UTF-8 offset. O(log lines), however long the line is.
  public func position(at offset: Int) -> Position { position(at: offset, columns: .scalars) }

  /// The same, in the unit that is asked for.
  func position(at offset: Int, columns: ColumnUnit) -> Position {
    let line = line(at: offset)
    let start = line == 1 && hasByteOrderMark ? 3 : lineStarts[line - 1]
    let end = max(start, min(offset, bytes.count))
    return Position(line: line, column: counts.count(start..<end, of: bytes, in: columns) + 1)
  }

  /// The bytes of a line (counted from 1) without white space at either end.
  func trimmedLine(_ line: Int) -> ArraySlice<UInt8> {
    func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    let line = bytes[lineRange(line)].drop(while: isBlank)
    return line.prefix((line.lastIndex { !isBlank($0) } ?? line.startIndex - 1) + 1 - line.startIndex)
  }

  /// The UTF-8 range of a line (counted from 1) without its line end.
  public func lineRange(_ line: Int) -> Range<Int> {
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// The line that holds an offset, counted from 1.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low + 1
  }
}

/// What an editor calls a place: both counted from 1, the column in Unicode scalars, a tab as one.
public struct Position: Hashable, Sendable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}
