package import Briefings
import Diagnostics
import Linking

/// What came of looking for quotations in one source's text.
package struct Comparison: Sendable {
  package let source: Slug
  /// SHA-256 of the text, in hexadecimal.
  package let digest: String
  /// In `QuotationCheck.quotations`, only those that cite the source.
  package let results: [Int: Result]

  package enum Result: Sendable {
    case found(FoundPassage)
    case missing(Difference)
  }

  /// Where a quotation stands.
  package struct FoundPassage: Sendable {
    /// How much of it is the writer's: `exact`, `elided`, `edited`.
    package let match: String
    /// In code points.
    package let place: Range<Int>
    /// Nil outside of what is counted as a paragraph.
    package let paragraph: Int?
    package let occurrences: Int
    let kind: QuotedMatch.Kind

    init(_ match: QuotedMatch, in text: LocalText) {
      let range = text.form.range(of: match.passage.scalars)
      let start = text.codePoints(before: range.lowerBound)
      let length = text.bytes[range].count { $0 & 0xC0 != 0x80 }
      kind = match.kind
      self.match = match.kind.rawValue
      place = start..<start + length
      paragraph = match.passage.paragraph
      occurrences = match.occurrences
    }
  }

  /// How a quotation differs from the source. For the writer's terminal alone.
  package struct Difference: Sendable {
    /// One line, without the source's name.
    let message: String
    /// In `Quotation.words`, as UTF-8.
    let place: Range<Int>?
    /// The quotation with what to change.
    let diff: String?
    /// What to write instead of the words at `place`.
    let suggestion: String?
    /// In the source's text, as UTF-8.
    let sourcePlace: Range<Int>?
    let paragraph: Int?
  }
}

extension Comparison.Difference {
  init(_ words: QuotedWords, in text: LocalText, locator: String) {
    if words.isShort, let found = words.match(in: text, locator: "") {
      self.init(elsewhere: found, locator)
      return
    }
    guard let nearest = NearestPassage(words, in: text) else {
      self.init(
        message: "nothing like these words", place: nil, diff: nil, suggestion: nil, sourcePlace: nil,
        paragraph: nil)
      return
    }
    let changes = nearest.diff.changes
    let first = changes.first.map { $0.source.isEmpty ? "" : nearest.shown(source: $0.source) } ?? ""
    let isReplaced = changes.first.map { !$0.quoted.isEmpty && !$0.source.isEmpty } ?? false
    self.init(
      message: Self.message(changes.count), place: nearest.firstChange, diff: nearest.shown,
      suggestion: isReplaced ? first : nil, sourcePlace: nearest.place, paragraph: nearest.paragraph)
  }

  private init(elsewhere match: QuotedMatch, _ locator: String) {
    let found = match.passage.paragraph.map { "paragraph \($0)" } ?? "no paragraph that is counted"
    self.init(
      message: "these words stand in \(found), not in \(locator)", place: nil, diff: nil, suggestion: nil,
      sourcePlace: nil, paragraph: nil)
  }

  private static func message(_ changes: Int) -> String {
    switch changes {
    case 0: "its parts stand too far apart or in another order"
    case 1: "its words differ in one place"
    default: "its words differ in \(changes) places"
    }
  }
}
