import Briefings
package import EDTF
package import Linking

/// What a briefing rests on, counted: the source summary statement.
package struct SourceSummary: Sendable, Equatable {
  package struct Count: Sendable, Equatable {
    package let value: String
    package let count: Int
  }

  /// By publisher's name, most first, then by name; so all lists.
  package let publishers: [Count]
  /// BCP 47.
  package let languages: [Count]
  /// Admiralty, `A` to `F`.
  package let grades: [Count]
  package let sourceCount: Int
  /// Independent publications; copies count as what they copy.
  package let publications: Int
  /// Those that copy another source.
  package let copies: Int
  package let archived: Int
  /// The first and the last day on which any of them may have appeared, as far as known.
  package let oldest: CivilDay?
  package let newest: CivilDay?

  /// - Parameter body: the page's; sources only read count as well.
  package init(of body: PageBody, in site: Site, _ register: Register) {
    let pages = body.sources.compactMap { site.source($0.source) }
    let records = pages.map(\.record)
    publishers = SourceSummary.counts(pages.map(\.publisherName))
    languages = SourceSummary.counts(records.compactMap(\.language))
    grades = SourceSummary.counts(records.compactMap(\.reliability))
    sourceCount = pages.count
    publications = register.publications.count(
      behind: body.sources.map { CitedSource(source: $0.source, locator: "") })
    copies = records.count { $0.origin != nil }
    archived = records.count { $0.archiveURL != nil }
    let bounds = records.compactMap { $0.published?.value.bounds(hemisphere: site.configuration.hemisphere) }
    oldest = bounds.compactMap(\.lower.day).min()
    newest = bounds.compactMap(\.upper.day).max()
  }

  private static func counts(_ values: [String]) -> [Count] {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    return counts.map { Count(value: $0, count: $1) }.sorted {
      $0.count == $1.count ? $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) : $0.count > $1.count
    }
  }
}
