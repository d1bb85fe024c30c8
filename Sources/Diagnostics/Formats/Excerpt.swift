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
    let lower = min(max(range.lowerBound, lineRange.lowerBound), lineRange.upperBound)
    let upper = min(max(range.upperBound, lower), lineRange.upperBound)
    let before = Excerpt.scalars(text.bytes[lineRange.lowerBound..<lower], last: Excerpt.contextBefore + 1)
    let marked = Excerpt.scalars(text.bytes[lower..<upper], first: Excerpt.maximumWidth)
    let after = Excerpt.scalars(text.bytes[upper..<lineRange.upperBound], first: Excerpt.maximumWidth)
    let isCutBefore = before.count > Excerpt.contextBefore
    let shownBefore = isCutBefore ? ["…"] + before.suffix(Excerpt.contextBefore) : before
    let room = max(0, Excerpt.maximumWidth - shownBefore.count - marked.count)
    let shownAfter = after.count > room ? after.prefix(room) + ["…"] : after[...]
    lineNumber = String(position.line)
    line = Excerpt.printable(shownBefore) + Excerpt.printable(marked) + Excerpt.printable(Array(shownAfter))
    padding = shownBefore.map { $0 == "\t" ? "\t" : String(repeating: " ", count: $0.displayWidth) }.joined()
    let width = max(1, marked.reduce(0) { $0 + $1.displayWidth })
    caret = "^" + String(repeating: "~", count: width - 1)
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>, first count: Int) -> [Unicode.Scalar] {
    // Four bytes a scalar at most: a line of megabytes is not decoded whole.
    Array(String(decoding: bytes.prefix(count * 4 + 4), as: UTF8.self).unicodeScalars.prefix(count + 1))
  }

  private static func scalars(_ bytes: ArraySlice<UInt8>, last count: Int) -> [Unicode.Scalar] {
    var tail = bytes.suffix(count * 4 + 4)
    tail = tail.drop { $0 & 0xC0 == 0x80 }
    return Array(String(decoding: tail, as: UTF8.self).unicodeScalars.suffix(count))
  }

  /// Control characters are shown as U+FFFD, a tab as itself.
  private static func printable(_ scalars: [Unicode.Scalar]) -> String {
    String(
      String.UnicodeScalarView(
        scalars.map { ($0.value < 0x20 && $0 != "\t") || $0.value == 0x7F ? "\u{FFFD}" : $0 }))
  }
}

extension Unicode.Scalar {
  /// Columns in a terminal: 0 for marks, 2 for wide characters (Unicode Standard Annex 11), else 1.
  var displayWidth: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
