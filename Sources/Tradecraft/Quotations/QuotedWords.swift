/// A quotation's words under `qn1`, and what they may look like in a source.
struct QuotedWords: Sendable {
  /// Quotations of as many words or fewer stand anywhere: for them the locator's paragraph counts.
  static let shortLimit = 3

  let form: NormalForm
  /// SHA-256 of the normal form, in hexadecimal.
  let digest: String
  let wordCount: Int

  /// - Parameter text: with the marks around it or without.
  init(_ text: String) {
    form = NormalForm(text).withoutOwnPunctuation()
    digest = LocalText.hexadecimal(Array(form.text.utf8))
    wordCount = form.scalars.split(separator: NormalScalars.space).count {
      $0.contains(where: NormalScalars.isWord)
    }
  }

  var isShort: Bool { wordCount <= Self.shortLimit }

  /// How the words stand in a text; nil when they do not.
  func match(in text: LocalText, locator: String) -> QuotedMatch? {
    let literal = QuotedPattern(literal: form.scalars)
    if let match = match(literal, .exact, in: text, locator) { return match }
    let edited = QuotedPattern(edited: form.scalars)
    guard edited.isEdited else { return nil }
    return match(edited, edited.hasEdit ? .edited : .elided, in: text, locator)
  }

  private func match(
    _ pattern: QuotedPattern, _ kind: QuotedMatch.Kind, in text: LocalText, _ locator: String
  ) -> QuotedMatch? {
    var passages = PassageSearch(pattern, in: text).passages()
    if isShort, let wanted = ParagraphLocator(locator)?.numbers {
      passages.removeAll { passage in passage.paragraph.map { !wanted.contains($0) } ?? true }
    }
    guard let first = passages.first else { return nil }
    return QuotedMatch(kind: kind, passage: first, occurrences: passages.count)
  }
}

/// A quotation found in a source.
struct QuotedMatch: Sendable, Equatable {
  /// How much of it is the writer's.
  enum Kind: String, Sendable, CaseIterable {
    /// Word for word.
    case exact
    /// Words are left out, as marked.
    case elided
    /// Words or letters are the writer's, as marked; words may be left out, too.
    case edited
    /// Not compared: a translation.
    case skipped
  }

  let kind: Kind
  /// The first.
  let passage: Passage
  let occurrences: Int
}
