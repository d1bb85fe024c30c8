import Briefings
import EDTF
import Linking

extension PageContext {
  /// An event in a list. `isAnchored`: the page is the one that the event's address leads to;
  /// `id`: what the entry is called where it is not.
  func event(_ index: Int, isAnchored: Bool = false, id: String? = nil) -> EventView {
    let event = site.timeline.events[index]
    let shown = event.shown
    let accounts = catalog.accounts[index]
    let address = isAnchored ? nil : url(to: address(ofEvent: index), fragment: event.anchor)
    let rest = EventRest(
      limit: isAnchored ? 50 : 6, url: event.entity.flatMap { entity($0)?.url } ?? address)
    return EventView(
      id: isAnchored ? event.anchor : id, date: date(event.date),
      reported: shown.showsReported ? shown.reported.map { date($0) } : nil, text: typeset(shown.text),
      url: address, entity: entity(event.entity), places: entities(accounts.places),
      who: entities(accounts.people.filter { $0 != event.entity }),
      sources: sources(accounts, rest), pages: tellers(accounts, rest),
      chip: chip(shown.status))
  }

  /// The sources that are cited for it.
  private func sources(_ accounts: EventAccounts, _ rest: EventRest) -> [LinkView] {
    rest.behind(publishers(Array(accounts.sources.prefix(rest.limit))), of: accounts.sources.count)
  }

  /// The other briefings that tell it, each leading to the very place.
  private func tellers(_ accounts: EventAccounts, _ rest: EventRest) -> [LinkView] {
    let others = accounts.briefings.prefix(rest.limit + 1).filter { $0.page.address != address }
    let links = others.prefix(rest.limit).compactMap { link(to: $0.page, fragment: $0.fragment) }
    return rest.behind(
      links, of: accounts.briefings.count - (accounts.addresses.contains(address) ? 1 : 0))
  }

  private func chip(_ status: EventStatus) -> ChipView? {
    switch status {
    case .occurred: nil
    case .scheduled: ChipView(text: "scheduled", cssClass: "unsure")
    case .disputed: ChipView(text: "disputed", cssClass: "bad")
    }
  }

  /// The page whose list the event stands in. O(log years).
  func address(ofEvent index: Int) -> SiteAddress {
    let timeline = site.timeline
    if timeline.undated.contains(index) {
      return SiteAddress.undated.page(pageNumber(of: index, in: timeline.undated))
    }
    guard let year = timeline.year(ofEvent: index) else { return .timeline }
    guard year.isSplit, let month = year.months.first(where: { $0.events.contains(index) }) else {
      return .year(year.year)
    }
    return SiteAddress.month(month.month, of: year.year).page(pageNumber(of: index, in: month.events))
  }

  private func pageNumber(of index: Int, in range: Range<Int>) -> Int {
    (index - range.lowerBound) / catalog.itemsPerPage + 1
  }
}

extension Timeline {
  /// The year whose events hold this one. O(log years).
  func year(ofEvent index: Int) -> Year? {
    var low = 0
    var high = years.count
    while low < high {
      let middle = (low + high) / 2
      if years[middle].events.upperBound <= index { low = middle + 1 } else { high = middle }
    }
    return low < years.count && years[low].events.contains(index) ? years[low] : nil
  }
}

/// What is left out of a list that grows with the site: how many there are, and where they all stand.
private struct EventRest {
  /// Fewer in a list that the event's address does not lead to.
  let limit: Int
  let url: String?

  func behind(_ shown: [LinkView], of count: Int) -> [LinkView] {
    count > limit ? shown + [LinkView(text: "and \(grouped(count - limit)) more", url: url)] : shown
  }
}

extension EventView {
  /// The event on the page of one who takes part in it, or where it happens: no link to the page itself.
  func without(_ own: LinkView?) -> EventView {
    var event = self
    event.places.removeAll { $0.url == own?.url }
    event.who.removeAll { $0.url == own?.url }
    return event
  }
}
