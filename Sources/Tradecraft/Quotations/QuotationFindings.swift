package import Briefings
package import Diagnostics
import Linking

/// The rules about quotations, their sources' texts and their receipts.
extension QuotationProofs {
  /// - Parameter copies: where texts are looked for.
  package func findings(_ copies: LocalCopies) -> [Finding] {
    var findings = receipts.flatMap(\.findings)
    for (index, cited) in check.quotations.enumerated() {
      switch proofs[index] {
      case .found: findings += renewal(of: cited)
      case .missing: findings.append(notFound(cited, differences(of: index), copies))
      case .skipped, .unknown: findings += unproved(cited, copies)
      }
    }
    return findings + staleReceipts()
  }

  // MARK: With texts

  /// The words are in the source, but those that were looked for last were others.
  private func renewal(of cited: CitedQuotation) -> [Finding] {
    let entries = entries(of: cited)
    guard !entries.isEmpty, !entries.contains(where: { cited.agrees(with: $0.entry.receipt) }) else {
      return []
    }
    return [
      changed(cited, entries, "the words are in the source, but its receipt is of others; renew it with")
    ]
  }

  private func notFound(
    _ cited: CitedQuotation, _ differences: [Told], _ copies: LocalCopies
  ) -> Finding {
    let first = differences.first
    let names = differences.map { "'\($0.source)'" }.joined(separator: " or ")
    let range = first?.difference.place.flatMap { cited.quotation.words.source(of: $0) }
    return Finding(
      .quoteNotFound, "not in \(names): \(first?.difference.message ?? "nothing like these words")",
      at: Place(cited.path, range ?? cited.quotation.attributeSource),
      notes: differences.compactMap { note($0.source, $0.difference, cited, copies) },
      suggestions: range == nil ? [] : [first?.difference.suggestion].compactMap { $0 })
  }

  private typealias Told = (source: Slug, difference: Comparison.Difference)

  /// Of each source once, in the order of the citations.
  private func differences(of index: Int) -> [Told] {
    var sources: [Slug] = []
    return check.quotations[index].compared.compactMap { citation in
      guard !sources.contains(citation.source),
        case .missing(let difference)? = comparisons[citation.source]?.results[index]
      else { return nil }
      sources.append(citation.source)
      return (citation.source, difference)
    }
  }

  private func note(
    _ source: Slug, _ difference: Comparison.Difference, _ cited: CitedQuotation, _ copies: LocalCopies
  ) -> Finding.Note? {
    guard let diff = difference.diff else { return nil }
    let place = difference.paragraph.map { "paragraph \($0) of " } ?? ""
    let words = "the nearest passage is in \(place)'\(source)': \(diff)"
    return Finding.Note(
      words, copies.path(of: source).map { Place($0, difference.sourcePlace) } ?? Place(cited.path))
  }

  // MARK: With receipts

  private func unproved(_ cited: CitedQuotation, _ copies: LocalCopies) -> [Finding] {
    let entries = entries(of: cited)
    if entries.contains(where: { cited.agrees(with: $0.entry.receipt) }) { return [] }
    let isOther = entries.contains { $0.entry.receipt.quotation != cited.words.digest }
    guard isOther else { return [unverified(cited, copies)] }
    return [
      changed(
        cited, entries, "these are not the words that were found; put them back, or renew the receipt with")
    ]
  }

  private func changed(
    _ cited: CitedQuotation, _ entries: [(source: Slug, entry: ReceiptFile.Entry)], _ message: String
  ) -> Finding {
    let notes = entries.compactMap { source, entry in
      ReceiptFile.path(of: source).map { Finding.Note("the receipt", Place($0, entry.range)) }
    }
    return Finding(
      .quoteChanged, "\(message) 'dossier verify'", at: Place(cited.path, cited.quotation.attributeSource),
      notes: notes)
  }

  private func unverified(_ cited: CitedQuotation, _ copies: LocalCopies) -> Finding {
    let message: String
    if cited.isSkipped {
      message = "a translation without a receipt; 'dossier verify' writes one"
    } else {
      let places = cited.compared.map(\.source).filter { comparisons[$0] == nil }.map {
        "'\(copies.place(of: $0))'"
      }
      var unique: [String] = []
      for place in places where !unique.contains(place) { unique.append(place) }
      message =
        "neither a receipt nor the source's text: no file \(unique.joined(separator: ", ")); put it there and run 'dossier verify'"
    }
    return Finding(.quoteUnverified, message, at: Place(cited.path, cited.quotation.attributeSource))
  }

  // MARK: Receipts

  private func staleReceipts() -> [Finding] {
    var known: [Slug: Set<Receipt.Key>] = [:]
    for cited in check.quotations {
      for citation in cited.quotation.citations { known[citation.source, default: []].insert(cited.key) }
    }
    return receipts.flatMap { file in
      file.entries.compactMap { entry in
        let place = Place(file.path, entry.range)
        if check.unresolved.contains(entry.receipt.key) { return nil }
        guard let source = file.source, known[source]?.contains(entry.receipt.key) ?? false else {
          return Finding(
            .staleReceipt, "no quotation of this source is known by it; 'dossier verify' removes it",
            at: place)
        }
        guard let text = entry.receipt.text, let digest = comparisons[source]?.digest, text != digest else {
          return nil
        }
        return Finding(
          .staleReceipt, "the source's text is another one now; 'dossier verify' renews it", at: place)
      }
    }
  }
}
