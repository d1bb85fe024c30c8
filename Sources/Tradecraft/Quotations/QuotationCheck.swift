package import Briefings
import Diagnostics
package import Linking

/// Holds every quotation of a site against the texts of its sources, or against receipts where there are no texts.
///
///     let check = QuotationCheck(linked, registry)
///     let comparisons = check.sources.compactMap { source in                // each on its own
///       text(of: source).map { check.comparison(with: $0, of: source) }
///     }
///     let findings = check.proofs(comparisons, receipts).findings
package struct QuotationCheck: Sendable {
  /// By page, then in its order; those that cite nothing are left out.
  package let quotations: [CitedQuotation]
  /// What quotations are known by that cite nothing but sources that there are not: their receipts may be theirs yet.
  let unresolved: Set<Receipt.Key>
  /// Indices in `quotations`, by a source whose text may hold the words.
  private let citing: [Slug: [Int]]

  /// Withheld pages are looked at, too.
  package init(_ linked: LinkedSite, _ registry: Registry) {
    var languages: [Slug: String] = [:]
    for source in registry.sources {
      languages[source.slug] = source.language ?? source.common.language ?? registry.site.language
    }
    var quotations: [CitedQuotation] = []
    var unresolved: Set<Receipt.Key> = []
    for page in linked.checked {
      for quotation in page.body.quotations where quotation.isCited {
        let cited = CitedQuotation(quotation, on: page, languages: languages)
        if quotation.citations.isEmpty { unresolved.insert(cited.key) } else { quotations.append(cited) }
      }
    }
    var citing: [Slug: [Int]] = [:]
    for (index, each) in quotations.enumerated() {
      for source in Set(each.compared.map(\.source)) { citing[source, default: []].append(index) }
    }
    self.quotations = quotations
    self.unresolved = unresolved
    self.citing = citing
  }

  /// The sources whose texts quotations are looked for in, by identifier.
  package var sources: [Slug] { citing.keys.sorted() }

  /// What is asked of a source: a comparison with the same text and the same questions comes out the same.
  package func questions(of source: Slug) -> [String] {
    (citing[source] ?? []).flatMap { index in
      let locators = quotations[index].compared.filter { $0.source == source }.map(\.locator)
      return ["\(index)", quotations[index].quotation.words.text] + locators
    }
  }

  /// Looks for every quotation that cites the source. O(text × quotations).
  package func comparison(with text: LocalText, of source: Slug) -> Comparison {
    var results: [Int: Comparison.Result] = [:]
    for index in citing[source] ?? [] { results[index] = result(of: quotations[index], in: text, source) }
    return Comparison(source: source, digest: text.digest, results: results)
  }

  private func result(of cited: CitedQuotation, in text: LocalText, _ source: Slug) -> Comparison.Result {
    let locators = cited.compared.filter { $0.source == source }.map(\.locator)
    for locator in locators {
      if let match = cited.words.match(in: text, locator: locator) {
        return .found(Comparison.FoundPassage(match, in: text))
      }
    }
    return .missing(Comparison.Difference(cited.words, in: text, locator: locators.first ?? ""))
  }
}
