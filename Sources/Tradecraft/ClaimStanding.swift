import Briefings
package import Linking

extension Site {
  /// A claim's status: the writer's word, else derived from how many publications it rests on. Nil for what
  /// is no claim, and for a claim without a citation and without a word on it.
  package func status(of statement: Statement) -> ClaimStatus? {
    guard case .claim(let claim) = statement.role else { return nil }
    if let status = claim.status { return status }
    switch publications(of: statement.citations).count {
    case 0: return nil
    case 1: return .singleSource
    default: return .severalSources
    }
  }

  /// The publications that citations come down to: a copy counts as what it copies, and two sources of one
  /// publisher as one.
  package func publications(of citations: [CitedSource]) -> Set<String> {
    Set(citations.compactMap { citation in source(citation.source).map { publication(of: $0) } })
  }

  private func publication(of source: SourcePage) -> String {
    var original = source
    var seen: Set<Slug> = [source.record.slug]
    while let slug = original.origin, seen.insert(slug).inserted, let next = self.source(slug) {
      original = next
    }
    return original.publisher.map { "entities/\($0)" } ?? original.publisherName
  }
}
