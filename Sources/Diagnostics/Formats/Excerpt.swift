/// One source line and the carets beneath it, cut to a terminal's width around the place.
struct Excerpt {
  let lineNumber: String
  let line: String
  /// What stands before the caret: tabs repeated, wide characters as two blanks.
  let padding: String
  let caret: String

  /// In columns of the terminal.
  private static let maximumWidth = 160
  private static let contextBefore = 60

  init(_ text: SourceText, _ range: Range<Int>) {
    let number = text.line(at: range.lowerBound)
    let lineRange = text.lineRange(number)
    let start = lineRange.lowerBound == 0 && text.hasByteOrderMark ? 3 : lineRange.lowerBound
    let lower = min(max(range.lowerBound, start), lineRange.upperBound)
    let upper = min(max(range.upperBound, lower), lineRange.upperBound)
    let before = Stretch(lastOf: text.bytes[start..<lower], columns: Excerpt.contextBefore)
    var room = Excerpt.maximumWidth - before.columns
    let marked = Stretch(firstOf: text.bytes[lower..<upper], columns: room)
    room = marked.isCut ? 0 : room - marked.columns
    let after = Stretch(firstOf: text.bytes[upper..<lineRange.upperBound], columns: room)
    let isCut = marked.isCut || after.isCut
    let shown = before.scalars + marked.scalars + (marked.isCut ? [] : after.scalars) + (isCut ? ["…"] : [])
    lineNumber = String(number)
    line = String(String.UnicodeScalarView(shown))
    padding = Excerpt.padding(beneath: before.scalars)
    caret = "^" + String(repeating: "~", count: max(1, DisplayWidth.of(marked.scalars)) - 1)
  }

  private static func padding(beneath scalars: [Unicode.Scalar]) -> String {
    var width = DisplayWidth()
    return scalars.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width.add($0)) }.joined()
  }
}
