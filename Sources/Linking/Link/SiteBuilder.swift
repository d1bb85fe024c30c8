import Briefings
import Diagnostics
import EDTF

/// Gathers what each page knows of the others, from published pages only.
struct SiteBuilder {
  var site = Site()
  let directory: Directory
  let visibility: Visibility
  private let bodies: [PageID: PageBody]
  let matter: [PageID: LinkedMatter]
  let timeline: TimelineBuilder
  /// Briefings newest first, then the other pages by identifier: the order of every backlink.
  var order: [PageID] = []
  /// Files that no page uses.
  private(set) var strayFiles: [Attachment] = []

  init(
    _ directory: Directory, _ visibility: Visibility, _ bodies: [PageID: PageBody],
    _ matter: [PageID: LinkedMatter], _ timeline: TimelineBuilder
  ) {
    self.directory = directory
    self.visibility = visibility
    self.bodies = bodies
    self.matter = matter
    self.timeline = timeline
  }

  mutating func build() {
    site.configuration = directory.registry.site
    site.timeline = timeline.timeline
    addPages()
    order =
      site.briefings.map(\.id) + site.entities.map(\.id) + site.pages.map(\.id) + site.sources.map(\.id)
    gatherMentions()
    gatherRelated()
    gatherStatements()
    gatherTopics()
    gatherRelations()
    gatherSources()
    gatherEvents()
    gatherNames()
    gatherCorrections()
    let files = SiteFiles(directory, site)
    site.files = files.published
    strayFiles = files.stray
    site.withheld = visibility.withheld.map { page in
      WithheldPage(
        page: page, path: directory.file(page).path, title: directory.title(page),
        reason: directory.reasons[page] ?? .onlyUsedByWithheld)
    }.sorted { $0.path < $1.path }
    site.withheldTemplates = Set(visibility.withheld.compactMap { directory.common($0).template?.value })
  }

  // MARK: Pages

  private mutating func addPages() {
    let registry = directory.registry
    let due = registry.briefings.indices.filter { visibility.shows(.briefing(registry.briefings[$0].slug)) }
    for index in due.sorted(by: { isNewer($0, $1) }) { add(registry.briefings[index]) }
    for entity in registry.entities where visibility.shows(.entity(entity.slug)) { add(entity) }
    for source in registry.sources where visibility.shows(.source(source.slug)) { add(source) }
    for page in registry.pages where visibility.shows(.page(page.slug)) {
      site.pages.append(
        StandingPage(record: page, body: body(.page(page.slug)), isWithheld: isWithheld(.page(page.slug))))
    }
    site.entities.sort { $0.record.slug < $1.record.slug }
    site.sources.sort { $0.record.slug < $1.record.slug }
    site.pages.sort { $0.record.slug < $1.record.slug }
    for (index, page) in site.briefings.enumerated() { site.index[page.id] = index }
    for (index, page) in site.entities.enumerated() { site.index[page.id] = index }
    for (index, page) in site.sources.enumerated() { site.index[page.id] = index }
    for (index, page) in site.pages.enumerated() { site.index[page.id] = index }
    for index in site.briefings.indices {
      site.briefings[index].next = index == 0 ? nil : site.briefings[index - 1].record.slug
      let isLast = index + 1 == site.briefings.count
      site.briefings[index].previous = isLast ? nil : site.briefings[index + 1].record.slug
    }
  }

  /// A page's body, its events found on the timeline.
  private func body(_ page: PageID) -> PageBody {
    var body = bodies[page] ?? PageBody()
    for entry in directory.anchors[page]?.entries ?? [] {
      guard case .event(let index) = entry.referent else { continue }
      let position = timeline.positions[FoundTelling.Key(page: page, index: index)]
      switch entry.shape {
      case .span(let span): body.spans[span].event = position
      case .region(let region): body.regions[region].event = position
      }
    }
    return body
  }
  private func isWithheld(_ page: PageID) -> Bool { directory.reasons[page] != nil }

  /// Of two briefings by their place in the registry.
  private func isNewer(_ a: Int, _ b: Int) -> Bool {
    let briefings = directory.registry.briefings
    switch (briefings[a].published, briefings[b].published) {
    case (let first?, let second?) where first != second: return first > second
    case (nil, _?): return true
    case (_?, nil): return false
    default: return briefings[a].slug < briefings[b].slug
    }
  }

  private mutating func add(_ briefing: Briefing) {
    var page = BriefingPage(record: briefing)
    page.body = body(page.id)
    page.topics = matter[page.id]?.topics ?? []
    page.isWithheld = isWithheld(page.id)
    page.corrections = briefing.corrections.enumerated()
      .sorted {
        $0.element.date == $1.element.date ? $0.offset < $1.offset : $0.element.date > $1.element.date
      }
      .map(\.element)
    site.briefings.append(page)
  }

  private mutating func add(_ entity: Entity) {
    var page = EntityPage(record: entity)
    page.body = body(page.id)
    page.isWithheld = isWithheld(page.id)
    page.place = matter[page.id]?.place
    page.within = matter[page.id]?.within
    page.parties = matter[page.id]?.parties ?? []
    page.sources = page.body.sources.map(\.source)
    site.entities.append(page)
  }

  private mutating func add(_ source: Source) {
    var page = SourcePage(record: source)
    page.body = body(page.id)
    page.isWithheld = isWithheld(page.id)
    page.publisher = matter[page.id]?.publisher
    page.publisherName =
      page.publisher.flatMap { directory.entity($0)?.name.value } ?? source.publisher.value
    page.origin = matter[page.id]?.origin
    site.sources.append(page)
  }
}
