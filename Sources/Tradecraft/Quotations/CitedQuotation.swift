import Briefings
package import Diagnostics
package import Linking

/// A quotation that cites a source, and which sources its words are looked for in.
package struct CitedQuotation: Sendable {
  package let page: PageID
  /// The file it stands in.
  package let path: RelativePath
  package let quotation: Quotation
  /// What it cites that may hold the words; nothing for a translation.
  let compared: [CitedSource]
  let words: QuotedWords

  /// - Parameter languages: BCP 47, of each source.
  init(_ quotation: Quotation, on page: CheckedPage, languages: [Slug: String]) {
    self.quotation = quotation
    self.page = page.page
    path = page.path
    words = QuotedWords(quotation.words.text)
    compared =
      quotation.translatedBy != nil
      ? []
      : quotation.citations.filter { citation in
        guard let language = quotation.language, let original = languages[citation.source] else {
          return true
        }
        return CitedQuotation.primary(language) == CitedQuotation.primary(original)
      }
  }

  /// The language without region and script.
  private static func primary(_ tag: String) -> String {
    String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
  }

  /// A translation is not compared.
  package var isSkipped: Bool { compared.isEmpty }

  /// As receipts name the page.
  package var briefing: String {
    if case .briefing(let slug) = page { slug.string } else { "\(page.kind)/\(page.slug)" }
  }

  var key: Receipt.Key {
    Receipt.Key(briefing: briefing, name: quotation.hasExplicitID ? quotation.id : words.digest)
  }

  /// What a receipt of these words says, apart from where they were found.
  func receipt(_ match: QuotedMatch.Kind, text: String? = nil, place: Range<Int>? = nil) -> Receipt {
    Receipt(
      briefing: briefing, id: quotation.hasExplicitID ? quotation.id : nil, quotation: words.digest,
      text: text,
      place: place, match: match.rawValue, normalizer: NormalForm.version)
  }

  /// Whether a receipt is of these words, compared if they are to be.
  func agrees(with receipt: Receipt) -> Bool {
    receipt.quotation == words.digest && receipt.normalizer == NormalForm.version
      && (isSkipped || receipt.match != QuotedMatch.Kind.skipped.rawValue)
  }
}
