package import Briefings
import Diagnostics
import Linking

/// How each quotation stands, by texts and receipts.
package struct QuotationProofs: Sendable {
  package enum Proof: Sendable {
    case found(Comparison.FoundPassage, in: Slug)
    /// A translation.
    case skipped
    /// Every source that it cites has a text, and none holds the words.
    case missing
    /// Not in the texts that are there; others are not.
    case unknown
  }

  package let check: QuotationCheck
  /// In step with `check.quotations`.
  package let proofs: [Proof]
  let comparisons: [Slug: Comparison]
  let receipts: [ReceiptFile]
  /// By source and what the quotation is known by.
  let entries: [Slug: [Receipt.Key: [ReceiptFile.Entry]]]

  init(_ check: QuotationCheck, _ comparisons: [Comparison], _ receipts: [ReceiptFile]) {
    self.check = check
    self.receipts = receipts
    let bySource = Dictionary(comparisons.map { ($0.source, $0) }, uniquingKeysWith: { first, _ in first })
    self.comparisons = bySource
    proofs = check.quotations.enumerated().map { QuotationProofs.proof($1, $0, bySource) }
    var entries: [Slug: [Receipt.Key: [ReceiptFile.Entry]]] = [:]
    for file in receipts {
      guard let source = file.source else { continue }
      for entry in file.entries {
        entries[source, default: [:]][entry.receipt.key, default: []].append(entry)
      }
    }
    self.entries = entries
  }

  private static func proof(
    _ cited: CitedQuotation, _ index: Int, _ comparisons: [Slug: Comparison]
  ) -> Proof {
    if cited.isSkipped { return .skipped }
    var isComplete = true
    for citation in cited.compared {
      switch comparisons[citation.source]?.results[index] {
      case .found(let passage): return .found(passage, in: citation.source)
      case .missing: continue
      case nil: isComplete = false
      }
    }
    return isComplete ? .missing : .unknown
  }

  /// The same comparisons beside other receipts.
  package func with(_ receipts: [ReceiptFile]) -> QuotationProofs {
    QuotationProofs(check, Array(comparisons.values), receipts)
  }

  /// What the files say about a quotation, in the order of its citations.
  func entries(of cited: CitedQuotation) -> [(source: Slug, entry: ReceiptFile.Entry)] {
    var sources: [Slug] = []
    for citation in cited.quotation.citations where !sources.contains(citation.source) {
      sources.append(citation.source)
    }
    return sources.flatMap { source in (entries[source]?[cited.key] ?? []).map { (source, $0) } }
  }
}

extension QuotationCheck {
  /// - Parameter comparisons: with the texts that are there, in any order.
  package func proofs(_ comparisons: [Comparison], _ receipts: [ReceiptFile]) -> QuotationProofs {
    QuotationProofs(self, comparisons, receipts)
  }
}
