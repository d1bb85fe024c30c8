import Briefings
import Diagnostics
import Linking
import Tradecraft

/// The site's lists in the order their pages show them, made once a run: a page takes its slice and never
/// looks at the others.
struct Catalog: Sendable {
  let itemsPerPage = PageJob.itemsPerPage

  /// How each page is linked to.
  let lines: [PageID: PageLine]
  /// By type, then by name as it is filed.
  let entities: [Slug]
  /// Where each type begins in `entities`, and how many there are.
  let entityTypes: [(type: EntityType, range: Range<Int>)]
  /// Where each letter of a type begins.
  let entityLetters: [EntityType: [IndexLetter]]
  /// By title, then by identifier.
  let sources: [Slug]
  /// How claims stand and how likely judgments are.
  let register: Register
  /// Where the mentions of each group of an entity begin, for entities with more than one page of them.
  let mentionOffsets: [Slug: [Int]]
  /// Positions in `Site.sharedNames`.
  let sharedNames: [Slug: Int]
  /// By entity, positions in `Site.sharedNames` of the names that others own, too.
  let namesShared: [Slug: [Int]]
  /// In step with `Timeline.events`.
  let accounts: [EventAccounts]
  /// Positions in `Timeline.years`, by year.
  let years: [Int: Int]
  let timelineFilters: TimelineFilters
  /// How many events `timeline.ics` holds.
  let calendarCount: Int
  /// Where copied files stand on the site.
  let files: [RelativePath: SiteAddress]

  init(_ site: Site) {
    let keyed = site.entities.map { (page: $0, key: FiledName($0.record).key) }
    let order = Dictionary(uniqueKeysWithValues: EntityType.allCases.enumerated().map { ($1, $0) })
    let sorted = keyed.sorted { a, b in
      let (aType, bType) = (order[a.page.record.type] ?? 0, order[b.page.record.type] ?? 0)
      if aType != bType { return aType < bType }
      return a.key == b.key ? a.page.record.slug < b.page.record.slug : a.key < b.key
    }
    entities = sorted.map(\.page.record.slug)
    var types: [(type: EntityType, range: Range<Int>)] = []
    for (index, entry) in sorted.enumerated() {
      let type = entry.page.record.type
      if types.last?.type == type {
        types[types.count - 1].range = types[types.count - 1].range.lowerBound..<index + 1
      } else {
        types.append((type, index..<index + 1))
      }
    }
    entityTypes = types
    entityLetters = Dictionary(
      uniqueKeysWithValues: types.map { type, range in
        (type, IndexLetter.all(of: type, in: range) { FiledName(sorted[$0].page.record).letter })
      })
    let titles: [(slug: Slug, key: SortKey)] = site.sources.map { ($0.record.slug, SortKey($0.record.title)) }
    sources = titles.sorted { a, b in a.key == b.key ? a.slug < b.slug : a.key < b.key }.map(\.slug)
    register = Register(site)
    lines = PageLine.all(of: site)
    mentionOffsets = Catalog.mentionOffsets(of: site)
    sharedNames = Dictionary(uniqueKeysWithValues: site.sharedNames.enumerated().map { ($1.slug, $0) })
    namesShared = site.sharedNames.enumerated().reduce(into: [:]) { result, name in
      for owner in name.element.owners { result[owner, default: []].append(name.offset) }
    }
    years = Dictionary(uniqueKeysWithValues: site.timeline.years.enumerated().map { ($1.year, $0) })
    accounts = site.timeline.events.map(EventAccounts.init)
    timelineFilters = TimelineFilters(site, accounts)
    calendarCount = TimelineCalendar.count(in: site.timeline)
    files = Dictionary(site.files.map { ($0.path, $0.address) }) { first, _ in first }
  }

  private static func mentionOffsets(of site: Site) -> [Slug: [Int]] {
    var offsets: [Slug: [Int]] = [:]
    for entity in site.entities where entity.mentionCount > PageJob.itemsPerPage {
      var total = 0
      offsets[entity.record.slug] = entity.mentions.map { group in
        defer { total += group.mentions.count }
        return total
      }
    }
    return offsets
  }

  func sharedName(_ slug: Slug, in site: Site) -> SharedName? {
    sharedNames[slug].map { site.sharedNames[$0] }
  }

  func year(_ year: Int, in site: Site) -> Timeline.Year? { years[year].map { site.timeline.years[$0] } }

  /// How many pages a list of `count` items takes; an empty one has a page too.
  func pageCount(_ count: Int) -> Int { max(1, (count + itemsPerPage - 1) / itemsPerPage) }

  /// The positions a list's page shows.
  func slice(_ count: Int, page: Int) -> Range<Int> {
    let start = min(count, (page - 1) * itemsPerPage)
    return start..<min(count, start + itemsPerPage)
  }
}
