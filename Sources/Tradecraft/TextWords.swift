import Foundation
import Markdown

/// A text's words for comparing: NFKC, lower case, without punctuation. Signs of currency and arithmetic stay: 5 € are not 5 $.
struct TextWords {
  struct Word {
    let text: String
    /// UTF-8 range in what was read.
    let range: Range<Int>
  }

  private(set) var words: [Word] = []

  /// A run of letters, digits and signs is a word; an apostrophe within belongs to it.
  init(_ text: [UInt8]) {
    var (scalars, start, offset) = (String.UnicodeScalarView(), 0, 0)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if TextWords.isOfWord(scalar) {
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

  /// The words of a text with a blank between each.
  static func joined(_ text: String) -> String {
    TextWords(Array(text.utf8)).words.map(\.text).joined(separator: " ")
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    if properties.isAlphabetic || properties.numericType != nil { return true }
    switch properties.generalCategory {
    case .currencySymbol, .mathSymbol, .otherSymbol: return true
    default: return scalar == "%"
    }
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
