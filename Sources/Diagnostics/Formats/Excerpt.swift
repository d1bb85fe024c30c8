/// One source line and the carets beneath it, cut to a terminal's width around the place.
struct Excerpt {
  let lineNumber: String
  let line: String
  /// What stands before the caret: tabs repeated, wide characters as two blanks.
  let padding: String
  let caret: String

  /// In Unicode scalars.
  private static let maximumWidth = 160
  private static let contextBefore = 60

  init(_ text: SourceText, _ range: Range<Int>) {
    let position = text.position(at: range.lowerBound)
    let lineRange = text.lineRange(position.line)
    let start = lineRange.lowerBound == 0 && text.hasByteOrderMark ? 3 : lineRange.lowerBound
    let lower = min(max(range.lowerBound, start), lineRange.upperBound)
    let upper = min(max(range.upperBound, lower), lineRange.upperBound)
    let before = Excerpt.scalars(text.bytes[start..<lower], last: Excerpt.contextBefore + 1)
    let all = Excerpt.scalars(text.bytes[lower..<upper], first: Excerpt.maximumWidth)
    let marked = Array(all.prefix(Excerpt.maximumWidth))
    let after = Excerpt.scalars(text.bytes[upper..<lineRange.upperBound], first: Excerpt.maximumWidth)
    let isCutBefore = before.count > Excerpt.contextBefore
    let shownBefore = isCutBefore ? ["…"] + before.suffix(Excerpt.contextBefore) : before
    let room = max(0, Excerpt.maximumWidth - shownBefore.count - marked.count)
    let isCutAfter = after.count > room || all.count > marked.count
    let shownAfter = isCutAfter ? after.prefix(room) + ["…"] : after[...]
    lineNumber = String(position.line)
    line = String(String.UnicodeScalarView(shownBefore + marked + shownAfter))
    padding = Excerpt.padding(beneath: shownBefore)
    let width = max(1, DisplayWidth.of(marked))
    caret = "^" + String(repeating: "~", count: width - 1)
  }

  private static func padding(beneath scalars: [Unicode.Scalar]) -> String {
    var width = DisplayWidth()
    return scalars.map { $0 == "\t" ? "\t" : String(repeating: " ", count: width.add($0)) }.joined()
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>, first count: Int) -> [Unicode.Scalar] {
    // Four bytes a scalar at most: a line of megabytes is not decoded whole.
    printable(String(decoding: bytes.prefix(count * 4 + 4), as: UTF8.self).unicodeScalars.prefix(count + 1))
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>, last count: Int) -> [Unicode.Scalar] {
    var tail = bytes.suffix(count * 4 + 4)
    tail = tail.drop { $0 & 0xC0 == 0x80 }
    return printable(String(decoding: tail, as: UTF8.self).unicodeScalars.suffix(count))
  }

  /// What would move the terminal's text about is shown as U+FFFD.
  private static func printable(_ scalars: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    scalars.map { $0.isHarmless ? $0 : "\u{FFFD}" }
  }
}
