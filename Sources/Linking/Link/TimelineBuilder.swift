import Briefings
import Diagnostics
import EDTF

/// Joins accounts into events and puts them in order.
struct TimelineBuilder {
  private(set) var timeline = Timeline(events: [], years: [], undated: 0..<0)
  private(set) var findings: [Finding] = []
  /// Index in the timeline by account.
  private(set) var positions: [FoundTelling.Key: Int] = [:]
  private let hemisphere: Hemisphere

  /// A year with more events than this is cut into months.
  static let yearLimit = 200

  init(_ tellings: [FoundTelling], hemisphere: Hemisphere) {
    self.hemisphere = hemisphere
    let found = TimelineBuilder.groups(tellings).map { draft($0) }
    var drafts = found.indices.sorted { TimelineBuilder.precedes(found[$0], found[$1]) }.map { found[$0] }
    name(&drafts)
    for (index, draft) in drafts.enumerated() {
      for key in draft.keys { positions[key] = index }
    }
    timeline = TimelineBuilder.filed(drafts.map(\.event))
  }

  // MARK: Joining

  /// Accounts that name each other, each group and all groups in a total order.
  private static func groups(_ tellings: [FoundTelling]) -> [[FoundTelling]] {
    let ordered = tellings.sorted {
      ($0.key.page, $0.key.index ?? -1) < ($1.key.page, $1.key.index ?? -1)
    }
    var parents: [FoundTelling.Key: FoundTelling.Key] = [:]
    func root(_ key: FoundTelling.Key) -> FoundTelling.Key {
      var key = key
      while let parent = parents[key] { key = parent }
      return key
    }
    for telling in ordered {
      for join in telling.joins {
        let (a, b) = (root(telling.key), root(join))
        guard a != b else { continue }
        if (a.page, a.index ?? -1) < (b.page, b.index ?? -1) { parents[b] = a } else { parents[a] = b }
      }
    }
    var order: [FoundTelling.Key] = []
    var groups: [FoundTelling.Key: [FoundTelling]] = [:]
    for telling in ordered {
      let root = root(telling.key)
      if groups[root] == nil { order.append(root) }
      groups[root, default: []].append(telling)
    }
    return order.compactMap { groups[$0] }
  }

  private struct Draft {
    var event: TimelineEvent
    let keys: [FoundTelling.Key]
  }

  private mutating func draft(_ group: [FoundTelling]) -> Draft {
    let told = group.map { (found: $0, telling: telling($0)) }.sorted { a, b in
      TimelineBuilder.isShownBefore(a.telling, b.telling)
    }
    reportContradictions(told)
    let tellings = told.map(\.telling)
    var entity: Slug?
    for key in group.flatMap({ [$0.key] + $0.joins }) {
      if case .entity(let slug) = key.page, key.index == nil, entity.map({ slug < $0 }) ?? true {
        entity = slug
      }
    }
    let entities = Set(
      tellings.flatMap { $0.who + [$0.place].compactMap { $0 } } + [entity].compactMap { $0 })
    let bounds = tellings[0].bounds
    return Draft(
      event: TimelineEvent(
        anchor: TimelineBuilder.anchor(entity, tellings[0]), entity: entity, tellings: tellings,
        bounds: bounds, orderDay: bounds.lower.day ?? bounds.upper.day, entities: entities.sorted()),
      keys: group.map(\.key))
  }

  private func telling(_ found: FoundTelling) -> TimelineEvent.Telling {
    let bounds = found.date.value.bounds(hemisphere: hemisphere)
    return TimelineEvent.Telling(
      page: found.key.page, id: found.id, fragment: found.id, date: found.date.value, bounds: bounds,
      reported: found.reported, showsReported: differs(found.reported, from: bounds), text: found.text,
      place: found.place, who: found.who, status: found.status, citations: found.citations,
      source: found.source)
  }

  /// By more than a day, at their nearest.
  private func differs(_ reported: EDTFDate?, from bounds: DateBounds) -> Bool {
    guard let reported = reported?.bounds(hemisphere: hemisphere) else { return false }
    guard let start = reported.lower.day, let end = bounds.upper.day else { return true }
    if start.number - end.number > 1 { return true }
    guard let last = reported.upper.day, let first = bounds.lower.day else { return true }
    return first.number - last.number > 1
  }

  /// The event entity's own account first, then the narrowest.
  private static func isShownBefore(_ a: TimelineEvent.Telling, _ b: TimelineEvent.Telling) -> Bool {
    if (a.id == nil) != (b.id == nil) { return a.id == nil }
    let (aDays, bDays) = (a.bounds.dayCount ?? Int.max, b.bounds.dayCount ?? Int.max)
    if aDays != bDays { return aDays < bDays }
    return (a.page, a.source.lowerBound, a.id ?? "") < (b.page, b.source.lowerBound, b.id ?? "")
  }

  private mutating func reportContradictions(_ told: [(found: FoundTelling, telling: TimelineEvent.Telling)])
  {
    guard told.count > 1 else { return }
    // The account that begins last and the one that ends first: whatever excludes any, excludes one of them.
    var latest: (found: FoundTelling, telling: TimelineEvent.Telling)?
    var earliest: (found: FoundTelling, telling: TimelineEvent.Telling)?
    for late in told {
      defer {
        if let day = late.telling.bounds.lower.day, latest?.telling.bounds.lower.day.map({ $0 < day }) ?? true
        {
          latest = late
        }
        if let day = late.telling.bounds.upper.day,
          earliest?.telling.bounds.upper.day.map({ day < $0 }) ?? true
        {
          earliest = late
        }
      }
      let contradicted = [earliest, latest].compactMap { $0 }.first { early in
        early.telling.bounds.isCertainlyBefore(late.telling.bounds)
          || late.telling.bounds.isCertainlyBefore(early.telling.bounds)
      }
      guard let other = contradicted?.found else { continue }
      var finding = Finding(
        .contradictingDates,
        "\(late.found.date.value.text) excludes \(other.date.value.text), told of the same event",
        at: Place(late.found.path, late.found.date.source),
        notes: [Finding.Note("told here", Place(other.path, other.date.source))])
      if late.found.status == .disputed || other.status == .disputed { finding.severity = .note }
      findings.append(finding)
    }
  }

  // MARK: Order and files

  private static func precedes(_ a: Draft, _ b: Draft) -> Bool {
    let (first, second) = (a.event, b.event)
    switch (first.orderDay, second.orderDay) {
    case (nil, nil): break
    case (nil, _): return false
    case (_, nil): return true
    case (let day?, let other?): if day != other { return day < other }
    }
    if first.bounds != second.bounds { return first.bounds < second.bounds }
    return (first.shown.page, first.shown.id ?? "") < (second.shown.page, second.shown.id ?? "")
  }

  private static func anchor(_ entity: Slug?, _ shown: TimelineEvent.Telling) -> String {
    if let entity { return entity.string }
    return shown.page.slug.string + "-" + (shown.id ?? "event")
  }

  private func name(_ drafts: inout [Draft]) {
    var ids = IdentifierSet()
    for index in drafts.indices { drafts[index].event.anchor = ids.make(drafts[index].event.anchor) }
  }

  private static func filed(_ events: [TimelineEvent]) -> Timeline {
    let dated = events.firstIndex(whereSorted: { $0.orderDay == nil })
    var years: [Timeline.Year] = []
    var start = 0
    while start < dated {
      let year = events[start].orderDay?.year
      var end = start
      while end < dated, events[end].orderDay?.year == year { end += 1 }
      years.append(
        Timeline.Year(
          year: year ?? 0, events: start..<end, months: months(start..<end, of: events),
          isSplit: end - start > yearLimit))
      start = end
    }
    return Timeline(events: events, years: years, undated: dated..<events.count)
  }

  private static func months(_ range: Range<Int>, of events: [TimelineEvent]) -> [Timeline.Month] {
    var months: [Timeline.Month] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let month = events[start].orderDay?.month
      var end = start
      while end < range.upperBound, events[end].orderDay?.month == month { end += 1 }
      months.append(Timeline.Month(month: month ?? 1, events: start..<end))
      start = end
    }
    return months
  }
}
