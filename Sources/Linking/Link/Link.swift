package import Briefings
package import Diagnostics
package import EDTF

/// The site that readers see, and all that was checked on the way to it.
package struct LinkedSite: Sendable {
  package let site: Site
  /// Every page of `Content/`, the withheld ones too, by identifier: what the rules check.
  package let checked: [CheckedPage]
  /// Of parsing, surveying and linking; neither silenced nor regraded yet, in no order.
  package let findings: [Finding]
  /// What comments and `site.yaml` say about findings.
  package let verdicts: Verdicts

  /// All findings of the run as they are reported: silenced ones gone, regraded, sorted.
  package func reported(with others: [Finding]) -> [Finding] {
    verdicts.apply(to: findings + others)
  }
}

/// A page as rules see it. Its references lead to withheld pages only if it is withheld itself.
package struct CheckedPage: Sendable {
  package let page: PageID
  package let path: RelativePath
  package let body: PageBody
  /// BCP 47.
  package let language: String
  package let yardstick: Yardstick
}

/// Resolves every reference between the files of a site. A pure function; the order of `facts` is of no account.
///
/// Its two steps that look at one page at a time, ``Linker`` and ``Resolver`` offer to be spread over cores.
///
/// - Parameter today: decides only which of the pages shown are marked as future ones.
package func link(_ registry: Registry, _ facts: [Facts], today: CivilDay) -> LinkedSite {
  let linker = Linker(registry, facts, today: today)
  let resolver = linker.resolver(with: linker.pages.map { linker.named($0) })
  return resolver.site(of: resolver.pages.map { resolver.resolved($0) })
}
