extension QuotationProofs {
  /// What a writer is told of a quotation.
  package enum State: String, Sendable {
    case found
    /// Not compared here: a receipt says that it was.
    case receipt = "by receipt"
    /// A translation.
    case skipped
    case missing = "not found"
    /// Other words than those of the receipt.
    case changed
    case unverified
  }

  /// - Parameter index: in `check.quotations`.
  package func state(of index: Int) -> State {
    let cited = check.quotations[index]
    switch proofs[index] {
    case .found: return .found
    case .skipped: return .skipped
    case .missing: return .missing
    case .unknown:
      let entries = entries(of: cited).map(\.entry.receipt)
      if entries.contains(where: cited.agrees) { return .receipt }
      return entries.contains { $0.quotation != cited.words.digest } ? .changed : .unverified
    }
  }
}
