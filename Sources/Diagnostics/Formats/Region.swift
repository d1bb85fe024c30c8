/// A range of a file as an editor counts it: lines and columns from 1, the end behind the last column.
struct Region: Hashable {
  let start: Position
  let end: Position

  init(_ range: Range<Int>, in text: SourceText, columns: ColumnUnit) {
    start = text.position(at: range.lowerBound, columns: columns)
    end = max(start, text.position(at: range.upperBound, columns: columns))
  }
}

/// What a column counts.
enum ColumnUnit {
  case scalars
  /// Scalars beyond U+FFFF count twice.
  case utf16
}

extension SourceText {
  /// As `position(at:)`, in the unit that is asked for.
  func position(at offset: Int, columns: ColumnUnit) -> Position {
    let position = position(at: offset)
    guard columns == .utf16 else { return position }
    let line = lineRange(position.line)
    let end = max(line.lowerBound, min(offset, bytes.count))
    let pairs = bytes[line.lowerBound..<end].count { $0 >= 0xF0 }
    return Position(line: position.line, column: position.column + pairs)
  }
}
