import Briefings
package import Diagnostics
import Linking

/// What `dossier verify` makes of the receipts that there are.
extension QuotationProofs {
  /// What each file is to hold, by path; nothing for a file that is to go.
  ///
  /// What was found now replaces what was found before. Where a text is not here, earlier receipts of the same words
  /// stay; so does the receipt of words that are not in the text any more, because only it tells the readers of the
  /// repository that they are others.
  ///
  /// - Parameter keepsUnknown: whether receipts of no quotation stay: the content has errors, so that some may be
  ///   hidden.
  package func renewedReceipts(keepsUnknown: Bool) -> [(path: RelativePath, bytes: [UInt8])] {
    var renewed: [Slug: [Receipt]] = [:]
    var known: [Slug: Set<Receipt.Key>] = [:]
    for (cited, proof) in zip(check.quotations, proofs) {
      let own = receipt(of: cited, proof)
      if let own { renewed[own.source, default: []].append(own.receipt) }
      for (source, entry) in entries(of: cited) {
        known[source, default: []].insert(cited.key)
        if own?.source != source, keeps(entry.receipt, of: cited, proof, source) {
          renewed[source, default: []].append(entry.receipt)
        }
      }
    }
    if keepsUnknown {
      for file in receipts {
        guard let source = file.source else { continue }
        let hidden = file.entries.map(\.receipt).filter { !(known[source]?.contains($0.key) ?? false) }
        renewed[source, default: []] += hidden
      }
    }
    let paths = Set(receipts.map(\.path) + renewed.keys.compactMap { ReceiptFile.path(of: $0) })
    return paths.sorted().map { path in
      let source =
        receipts.first { $0.path == path }?.source ?? renewed.keys.first { ReceiptFile.path(of: $0) == path }
      return (path, ReceiptFile.bytes(of: source.flatMap { renewed[$0] } ?? []))
    }
  }

  private func receipt(of cited: CitedQuotation, _ proof: Proof) -> (source: Slug, receipt: Receipt)? {
    switch proof {
    case .found(let passage, let source):
      (source, cited.receipt(passage.kind, text: comparisons[source]?.digest, place: passage.place))
    case .skipped: cited.quotation.citations.first.map { ($0.source, cited.receipt(.skipped)) }
    case .missing, .unknown: nil
    }
  }

  private func keeps(_ receipt: Receipt, of cited: CitedQuotation, _ proof: Proof, _ source: Slug) -> Bool {
    let hasText = comparisons[source] != nil
    return switch proof {
    case .found: !hasText && cited.agrees(with: receipt)
    case .skipped: false
    case .missing, .unknown: !hasText || !cited.agrees(with: receipt)
    }
  }
}
