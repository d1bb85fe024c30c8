import Foundation
import Markdown

/// A text's words for comparing: NFKC, lower case, letters and digits only.
struct TextWords {
  struct Word {
    let text: String
    /// UTF-8 range in what was read.
    let range: Range<Int>
  }

  private(set) var words: [Word] = []

  /// A run of letters and digits is a word; an apostrophe within belongs to it.
  init(_ text: [UInt8]) {
    var (scalars, start, offset) = (String.UnicodeScalarView(), 0, 0)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if scalars.isEmpty { start = offset }
        scalars.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark, !scalars.isEmpty {
        scalars.append(scalar)
      } else if !TextWords.isSilent(scalar) {
        finish(&scalars, start..<offset)
      }
      offset = end
    }
    finish(&scalars, start..<offset)
  }

  /// Apostrophes, soft hyphens and what shows nothing.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar.properties.generalCategory == .format
  }

  private mutating func finish(_ scalars: inout String.UnicodeScalarView, _ range: Range<Int>) {
    guard !scalars.isEmpty else { return }
    let text = String(scalars).precomposedStringWithCompatibilityMapping.lowercased()
    words.append(Word(text: text, range: range))
    scalars.removeAll()
  }
}
