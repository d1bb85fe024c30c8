import Briefings
import Linking

/// What all accounts of an event come to, gathered once: hundreds of briefings may tell one event, and each shows it.
struct EventAccounts: Sendable {
  /// The briefings that tell it, each once, with the fragment of their first account.
  let briefings: [(page: PageID, fragment: String?)]
  /// Of those briefings.
  let addresses: Set<SiteAddress>
  /// What any of them cites.
  let sources: [Slug]
  /// Who takes part, places apart; of the shown telling first.
  let people: [Slug]
  let places: [Slug]

  /// O(tellings).
  init(of event: TimelineEvent) {
    var seen: Set<PageID> = []
    briefings = event.tellings.compactMap { telling in
      guard case .briefing = telling.page, seen.insert(telling.page).inserted else { return nil }
      return (telling.page, telling.fragment)
    }
    addresses = Set(briefings.map(\.page.address))
    sources = event.tellings.flatMap(\.citations).distinct(\.source)
    let places = event.tellings.compactMap(\.place).distinct { $0 }
    people = event.tellings.flatMap(\.who).distinct { $0 }.filter { !places.contains($0) }
    self.places = places
  }
}
