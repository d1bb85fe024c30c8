package import Linking

/// A statement's own place in the register.
package struct RegisterRow: Sendable, Equatable {
  /// The page of the whole register that it stands on.
  package let address: SiteAddress
  /// Its identifier there: `truce.claim-1`; for what is not in a briefing the kind of page stands before it.
  package let fragment: String

  /// Nil for what the site does not show.
  package init?(of item: PageItem, in site: Site) {
    guard let statement = site.statement(item), let first = site.firstStatements[item.page] else {
      return nil
    }
    let page = if case .briefing = item.page { "" } else { item.page.kind + "." }
    address = SiteAddress.claims.page(ofItem: first + item.index)
    fragment = "\(page)\(item.page.slug).\(statement.id)"
  }
}
