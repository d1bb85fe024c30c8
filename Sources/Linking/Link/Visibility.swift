import Briefings
import Markdown

/// Which pages are shown: those that are due, and of entities and sources those that are not there for
/// withheld pages alone.
struct Visibility {
  private let shown: Set<PageID>
  /// Ascending.
  let withheld: [PageID]
  /// What each page uses.
  let uses: [PageID: [PageID]]

  func shows(_ page: PageID) -> Bool { shown.contains(page) }

  init(_ directory: Directory) {
    let uses = Dictionary(
      uniqueKeysWithValues: directory.pages.map { ($0, Uses(of: $0, in: directory).pages) })
    let isDue = { page in !directory.common(page).isWithheld }
    let roots = directory.pages.filter(Visibility.isRoot)
    var shown = Visibility.closure(roots.filter(isDue), uses, through: isDue)
    // What pages withheld reach, whether or not a published one does too.
    let hidden = Visibility.closure(directory.pages.filter { !isDue($0) }, uses, through: { _ in true })
    let unused = directory.pages.filter { !shown.contains($0) && !hidden.contains($0) && isDue($0) }
    shown.formUnion(Visibility.closure(unused, uses, through: isDue))
    self.shown = shown
    self.uses = uses
    withheld = directory.pages.filter { !shown.contains($0) }
  }

  /// Briefings and standing pages are shown for their own sake.
  private static func isRoot(_ page: PageID) -> Bool {
    switch page {
    case .briefing, .page: true
    case .entity, .source: false
    }
  }

  /// The pages themselves, and the entities and sources that they use, directly or through another.
  private static func closure(
    _ roots: [PageID], _ uses: [PageID: [PageID]], through isOpen: (PageID) -> Bool
  ) -> Set<PageID> {
    var reached = Set(roots)
    var waiting = roots
    while let page = waiting.popLast() {
      for used in uses[page] ?? [] where !isRoot(used) && isOpen(used) && reached.insert(used).inserted {
        waiting.append(used)
      }
    }
    return reached
  }
}

/// The entities and sources that one page names, cites or refers to.
struct Uses {
  private(set) var pages: [PageID] = []
  private let directory: Directory

  init(of page: PageID, in directory: Directory) {
    self.directory = directory
    let facts = directory.facts(page)
    for mention in directory.anchors[page]?.mentions ?? [] { pages.append(.entity(mention.entity)) }
    for citation in facts.citations { for item in citation.items { addSource(item.key) } }
    for link in facts.links { addTarget(of: link, on: page) }
    for annotation in facts.spans { add(annotation) }
    for annotation in facts.regions { add(annotation) }
    addMatter(of: page)
  }

  private mutating func add(_ annotation: FoundAnnotation) {
    for source in annotation.statedSources { addSource(source.value) }
    for reference in annotation.role.entities { addEntity(reference) }
  }

  private mutating func addSource(_ key: String) {
    if let slug = directory.source(named: key) { pages.append(.source(slug)) }
  }

  private mutating func addEntity(_ reference: Located<String>?) {
    if let reference, let slug = directory.entity(named: reference) { pages.append(.entity(slug)) }
  }

  private mutating func addTarget(of link: FoundLink, on page: PageID) {
    switch link.use {
    case .wiki:
      if case .page(let target) = directory.targets.outcome(
        of: link.target, preferring: directory.preferred(page))
      {
        pages.append(target)
      }
    case .ordinary:
      if case .page(let target, _) = Destinations(directory).destination(link.target, on: page) {
        pages.append(target)
      }
    }
  }

  private mutating func addMatter(of page: PageID) {
    switch page {
    case .briefing:
      guard let briefing = directory.briefing(page) else { return }
      briefing.sources.forEach { addSource($0.value) }
      briefing.topics.forEach { addEntity($0) }
      for event in briefing.events {
        addEntity(event.place)
        event.who.forEach { addEntity($0) }
        event.sources.forEach { addSource($0.value) }
      }
    case .entity(let slug):
      guard let entity = directory.entity(slug) else { return }
      entity.sources.forEach { addSource($0.value) }
      for reference in entity.references { addEntity(reference) }
    case .source(let slug):
      guard let source = directory.source(slug) else { return }
      addEntity(source.publisher)
      if let origin = source.origin { addSource(origin.value) }
    case .page: break
    }
  }
}

extension Entity {
  /// Every entity its front matter refers to.
  var references: [Located<String>] {
    relations.map(\.to) + [place, within].compactMap { $0 } + parties
  }
}

extension FoundRole {
  /// Every entity its attributes refer to, the speaker included.
  var entities: [Located<String>] {
    switch self {
    case .claim(let claim): [claim.by].compactMap { $0 }
    case .quote(let quote): [quote.speaker].compactMap { $0 }
    case .event(let event): [event.place, event.event].compactMap { $0 } + event.who
    default: []
    }
  }
}
