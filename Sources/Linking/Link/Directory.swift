import Briefings
import Diagnostics
import EDTF

/// Every page there is, with its facts: what references are resolved against.
struct Directory {
  private(set) var registry: Registry
  /// Ascending.
  let pages: [PageID]
  /// Indices in `pages`.
  let numbers: [PageID: Int]
  private(set) var targets: TargetTable
  private let files: FileTable
  private var facts: [PageID: Facts]
  private let positions: [PageID: Int]
  /// Empty until every page has been named.
  var anchors: [PageID: PageAnchors] = [:]
  /// Drafts and future pages, also when this run shows them.
  private(set) var reasons: [PageID: WithheldPage.Reason] = [:]

  init(_ registry: Registry, _ facts: [Facts], today: CivilDay) {
    self.registry = registry
    var positions: [PageID: Int] = [:]
    for (position, briefing) in registry.briefings.enumerated() {
      positions[.briefing(briefing.slug)] = position
    }
    for (position, entity) in registry.entities.enumerated() { positions[.entity(entity.slug)] = position }
    for (position, source) in registry.sources.enumerated() { positions[.source(source.slug)] = position }
    for (position, page) in registry.pages.enumerated() { positions[.page(page.slug)] = position }
    self.positions = positions
    pages = positions.keys.sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(pages, pages.indices))
    self.facts = Dictionary(facts.map { ($0.page, $0) }, uniquingKeysWith: { first, _ in first })
    targets = TargetTable(registry)
    files = FileTable(registry)
    for page in pages { reasons[page] = reason(page, today) }
  }

  /// The page made from a file: `Content/briefings/truce.md`.
  func page(at path: String) -> PageID? { files.pages[path] }
  /// The page with an address: `briefings/truce/`.
  func page(addressed path: String) -> PageID? { files.addresses[path] }
  func attachment(at path: String) -> Attachment? { files.attachments[path]?.attachment }
  /// Of pages' files, from the root, in no order.
  var pagePaths: [String] { Array(files.pages.keys) }
  /// Of files that are no pages, from the root, in no order.
  var attachmentPaths: [String] { Array(files.attachments.keys) }

  /// The page that the file at an address lies beside: the two are withheld together.
  func owner(of file: SiteAddress) -> PageID? { files.owners[file] }

  /// Where a file that is copied comes to stand.
  func address(of attachment: Attachment) -> SiteAddress {
    files.attachments[attachment.path.string]?.address ?? SiteAddress(path: attachment.name.string)
  }

  func contains(_ page: PageID) -> Bool { positions[page] != nil }

  /// The same with other facts of one page, named anew.
  func replacing(_ facts: Facts) -> Directory {
    var other = self
    other.facts[facts.page] = facts
    other.anchors[facts.page] = other.named(facts.page)
    return other
  }

  /// The same with another record of an entity that differs in what it is called by.
  func renaming(_ entity: Entity) -> Directory? {
    guard let position = positions[.entity(entity.slug)] else { return nil }
    var other = self
    other.targets = targets.renaming(registry.entities[position], entity)
    other.registry.entities[position] = entity
    return other
  }

  /// What every page is to be called by.
  func named(_ page: PageID) -> PageAnchors {
    PageAnchors(
      of: facts(page), targets: targets, preferring: preferred(page), events: frontMatterEvents(page))
  }

  func facts(_ page: PageID) -> Facts { facts[page] ?? Facts(page: page, path: file(page).path) }

  func briefing(_ page: PageID) -> Briefing? {
    guard case .briefing = page, let position = positions[page] else { return nil }
    return registry.briefings[position]
  }
  func entity(_ slug: Slug) -> Entity? { positions[.entity(slug)].map { registry.entities[$0] } }
  func source(_ slug: Slug) -> Source? { positions[.source(slug)].map { registry.sources[$0] } }

  func file(_ page: PageID) -> ContentFile {
    let position = position(of: page)
    switch page {
    case .briefing: return registry.briefings[position].file
    case .entity: return registry.entities[position].file
    case .source: return registry.sources[position].file
    case .page: return registry.pages[position].file
    }
  }

  func common(_ page: PageID) -> CommonMatter {
    let position = position(of: page)
    switch page {
    case .briefing: return registry.briefings[position].common
    case .entity: return registry.entities[position].common
    case .source: return registry.sources[position].common
    case .page: return registry.pages[position].common
    }
  }

  func title(_ page: PageID) -> String {
    let position = position(of: page)
    switch page {
    case .briefing: return registry.briefings[position].title
    case .entity: return registry.entities[position].name.value
    case .source: return registry.sources[position].title
    case .page: return registry.pages[position].title
    }
  }

  func published(_ page: PageID) -> CivilDay? { briefing(page)?.published }

  func frontMatterEvents(_ page: PageID) -> [FrontMatterEvent] { briefing(page)?.events ?? [] }

  /// Why readers are not to see it, whether or not this run shows it.
  private func reason(_ page: PageID, _ today: CivilDay) -> WithheldPage.Reason? {
    if common(page).isDraft { return .draft }
    if let published = published(page), published > today { return .future(published) }
    return nil
  }

  /// The page's own choice among a name's owners, by folded name.
  func preferred(_ page: PageID) -> [String: Slug] {
    var preferred: [String: Slug] = [:]
    for (alias, entity) in briefing(page)?.prefer ?? [] {
      if let slug = self.entity(named: entity) { preferred[fold(alias.value)] = slug }
    }
    return preferred
  }

  /// The entity that a reference names by its identifier.
  func entity(named reference: Located<String>) -> Slug? {
    guard let slug = Slug(reference.value), contains(.entity(slug)) else { return nil }
    return slug
  }

  func source(named key: String) -> Slug? {
    guard let slug = Slug(key), contains(.source(slug)) else { return nil }
    return slug
  }

  private func position(of page: PageID) -> Int {
    guard let position = positions[page] else { preconditionFailure("no page \(page) in the registry") }
    return position
  }
}
