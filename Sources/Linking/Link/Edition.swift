import Briefings
package import EDTF

/// Which pages a run shows.
package struct Edition: Sendable {
  /// Decides whether a briefing is due, and nothing else.
  package let today: CivilDay
  package let includesDrafts: Bool
  package let includesFuture: Bool

  package init(today: CivilDay, includesDrafts: Bool, includesFuture: Bool) {
    self.today = today
    self.includesDrafts = includesDrafts
    self.includesFuture = includesFuture
  }

  /// Why a page would be withheld from readers, whether or not this edition shows it.
  func reason(for page: CommonMatter, published: CivilDay?) -> WithheldPage.Reason? {
    if page.isDraft { return .draft }
    if let published, published > today { return .future(published) }
    return nil
  }

  func shows(_ reason: WithheldPage.Reason?) -> Bool {
    switch reason {
    case nil: true
    case .draft: includesDrafts
    case .future: includesFuture
    case .onlyUsedByWithheld: false
    }
  }
}
