package import Markdown

extension TextBlock {
  /// The range of the file that a range of the text was written as. O(pieces).
  package func source(of range: Range<Int>) -> Range<Int> {
    var lower: Int?
    var upper = source.upperBound
    for piece in pieces where piece.textOffset < range.upperBound {
      let end = piece.textOffset + piece.utf8Count
      guard end > range.lowerBound else { continue }
      let isVerbatim = piece.utf8Count == piece.sourceCount
      let start = max(range.lowerBound, piece.textOffset)
      let stop = min(range.upperBound, end)
      if lower == nil { lower = piece.sourceOffset + (isVerbatim ? start - piece.textOffset : 0) }
      upper = piece.sourceOffset + (isVerbatim ? stop - piece.textOffset : piece.sourceCount)
    }
    guard let lower, lower <= upper else { return source }
    return lower..<upper
  }

  /// Words outside code, counted at white space.
  var wordCount: Int {
    var count = 0
    var isInWord = false
    for byte in text {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        isInWord = false
      } else if !isInWord, byte >= 0x80 || isLetterOrDigit(byte) {
        isInWord = true
        count += 1
      }
    }
    return count
  }

  private func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      return true
    default: return false
    }
  }
}
