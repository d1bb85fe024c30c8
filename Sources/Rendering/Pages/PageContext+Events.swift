import Briefings
import EDTF
import Linking

extension PageContext {
  /// An event in a list. `isAnchored`: the page is the one that the event's address leads to;
  /// `id`: what the entry is called where it is not.
  func event(_ index: Int, isAnchored: Bool = false, id: String? = nil) -> EventView {
    let event = site.timeline.events[index]
    let shown = event.shown
    let others = event.people.filter { $0 != event.entity }
    return EventView(
      id: isAnchored ? event.anchor : id, date: date(event.date),
      reported: shown.showsReported ? shown.reported.map { date($0) } : nil, text: typeset(shown.text),
      url: isAnchored ? nil : url(to: address(ofEvent: index), fragment: event.anchor),
      entity: entity(event.entity), places: entities(event.places), who: entities(others),
      sources: publishers(event.tellings.flatMap(\.citations)), pages: tellingPages(event),
      chip: chip(shown.status))
  }

  /// The briefings that tell it, each once, leading to the very place.
  private func tellingPages(_ event: TimelineEvent) -> [LinkView] {
    let briefings = event.tellings.distinct(\.page).filter {
      if case .briefing = $0 { $0.address != address } else { false }
    }
    return briefings.compactMap { page in
      link(to: page, fragment: event.tellings.first { $0.page == page }?.fragment)
    }
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

extension TimelineEvent {
  /// Who takes part, places apart; of the shown telling first.
  var people: [Slug] {
    let places = places
    return tellings.flatMap(\.who).distinct { $0 }.filter { !places.contains($0) }
  }

  var places: [Slug] { tellings.distinct(\.place).compactMap { $0 } }
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
