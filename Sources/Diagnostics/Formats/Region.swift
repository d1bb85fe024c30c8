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
