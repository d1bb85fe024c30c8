package import Briefings
import Linking

/// A part of the timeline that has pages of its own.
package enum TimelineSelection: Hashable, Sendable {
  /// Events in which an entity of the type takes part, or which happened there.
  case type(EntityType)
  case status(EventStatus)
}

/// By what the timeline can be narrowed; made once a run.
struct TimelineFilters: Sendable {
  /// How many entities and places are offered: those of most events.
  static let entityLimit = 12

  /// In the order of the types; indices in `Timeline.events`, ascending; so below. A type of which every event or
  /// none has an entity is left out: it would narrow nothing.
  let types: [(type: EntityType, events: [Int])]
  /// Empty when all events are of one status.
  let statuses: [(status: EventStatus, events: [Int])]
  /// Of most events first, then by identifier. Their own pages list the events.
  let entities: [(slug: Slug, count: Int)]
  let places: [(slug: Slug, count: Int)]

  init(_ site: Site, _ accounts: [EventAccounts]) {
    var types: [EntityType: [Int]] = [:]
    var statuses: [EventStatus: [Int]] = [:]
    var places: Set<Slug> = []
    for (index, event) in site.timeline.events.enumerated() {
      for type in event.types(in: site) { types[type, default: []].append(index) }
      statuses[event.shown.status, default: []].append(index)
      places.formUnion(accounts[index].places)
    }
    let total = site.timeline.events.count
    self.types = EntityType.allCases.compactMap { type in types[type].map { (type, $0) } }
      .filter { $0.events.count < total }
    let found = EventStatus.allCases.compactMap { status in statuses[status].map { (status, $0) } }
    self.statuses = found.count > 1 ? found : []
    let told = site.entities.filter { !$0.events.isEmpty }.sorted { a, b in
      a.events.count == b.events.count ? a.record.slug < b.record.slug : a.events.count > b.events.count
    }
    let counted: [(slug: Slug, count: Int)] = told.map { ($0.record.slug, $0.events.count) }
    entities = Array(counted.filter { !places.contains($0.slug) }.prefix(Self.entityLimit))
    self.places = Array(counted.filter { places.contains($0.slug) }.prefix(Self.entityLimit))
  }

  func events(of selection: TimelineSelection) -> [Int] {
    switch selection {
    case .type(let type): types.first { $0.type == type }?.events ?? []
    case .status(let status): statuses.first { $0.status == status }?.events ?? []
    }
  }

  var selections: [TimelineSelection] {
    types.map { .type($0.type) } + statuses.map { .status($0.status) }
  }
}

extension TimelineEvent {
  /// Of its entities, each once, in their own order.
  func types(in site: Site) -> [EntityType] {
    let present = entities.compactMap { slug in
      site.position(of: .entity(slug)).map { site.entities[$0].record.type }
    }
    return EntityType.allCases.filter(present.contains)
  }
}

extension SiteAddress {
  static func timeline(_ selection: TimelineSelection) -> SiteAddress {
    switch selection {
    case .type(let type): SiteAddress(path: "timeline/type/\(type.rawValue)/")
    case .status(let status): SiteAddress(path: "timeline/status/\(status.rawValue)/")
    }
  }
}

extension TimelineSelection {
  /// "Events with organizations", "Disputed events".
  var title: String {
    switch self {
    case .type(.event): "Events that have a page"
    case .type(.place): "Events by place"
    case .type(let type): "Events with \(type.plural.lowercased())"
    case .status(let status): "\(status.rawValue.capitalizedFirst) events"
    }
  }
}

/// One row of links that narrow the timeline.
struct FilterGroupView: Sendable {
  struct Choice: Sendable {
    let link: LinkView
    /// What a script looks for: a type, a status, or the identifier of an entity.
    let kind: StaticString
    let value: String
    let isCurrent: Bool
  }

  let title: String
  let choices: [Choice]
}

extension FilterGroupView: Row {
  func write(to markup: inout Markup) {
    markup.raw("<li><span class=\"small\">")
    markup.text(title)
    markup.raw("</span>\n<ul class=\"filters\" role=\"list\">\n")
    for choice in choices {
      markup.raw("<li><a")
      markup.attribute("href", choice.link.url)
      markup.raw(" data-")
      markup.raw(choice.kind)
      markup.raw("=\"")
      markup.text(choice.value)
      markup.raw(choice.isCurrent ? "\" aria-current=\"page\">" : "\">")
      markup.text(choice.link.text)
      markup.raw(" <span class=\"num\">")
      markup.text(String(choice.link.count ?? 0))
      markup.raw("</span></a></li>\n")
    }
    markup.raw("</ul></li>\n")
  }
}

extension PageContext {
  /// The rows of links above a timeline's list; none where there is nothing to choose from.
  func filters(_ current: TimelineSelection? = nil) -> [FilterGroupView] {
    let filters = catalog.timelineFilters
    let types = filters.types.map { type, events in
      choice(type.plural, .type(type), events.count, "type", type.rawValue, current)
    }
    let statuses = filters.statuses.map { status, events in
      choice(
        status.rawValue.capitalizedFirst, .status(status), events.count, "status", status.rawValue, current)
    }
    return [
      FilterGroupView(title: "With", choices: types),
      FilterGroupView(title: "Who", choices: filters.entities.compactMap { choice($0.slug, $0.count) }),
      FilterGroupView(title: "Where", choices: filters.places.compactMap { choice($0.slug, $0.count) }),
      FilterGroupView(title: "Status", choices: statuses),
    ].filter { !$0.choices.isEmpty }
  }

  private func choice(
    _ text: String, _ selection: TimelineSelection, _ count: Int, _ kind: StaticString, _ value: String,
    _ current: TimelineSelection?
  ) -> FilterGroupView.Choice {
    FilterGroupView.Choice(
      link: LinkView(text: text, url: url(to: .timeline(selection)), count: count), kind: kind, value: value,
      isCurrent: selection == current)
  }

  /// An entity's own page lists its events.
  private func choice(_ slug: Slug, _ count: Int) -> FilterGroupView.Choice? {
    link(to: .entity(slug), fragment: "site-events").map { link in
      FilterGroupView.Choice(
        link: LinkView(text: link.text, url: link.url, count: count), kind: "entity", value: slug.string,
        isCurrent: false)
    }
  }

  /// All events of a type or a status, a hundred a page.
  func selection(_ selection: TimelineSelection, page: Int) -> TimelineView {
    let events = catalog.timelineFilters.events(of: selection)
    let shown = slice(events, page: page)
    return TimelineView(
      title: selection.title, summary: counted(events.count, "event", "events") + ".",
      plot: plot(shown), up: timelineLink, parts: [],
      groups: [EventGroupView(id: "events", events: shown.map { listed($0, isAnchored: false) })],
      pagination: pagination(events.count, page: page) { SiteAddress.timeline(selection).page($0) },
      filters: filters(selection))
  }
}
