import Briefings
import Markdown

/// Which pages are shown: those that are due, and of entities and sources those that are not there for
/// withheld pages alone.
struct Visibility {
  private let shown: Set<PageID>
  /// Ascending.
  let withheld: [PageID]
  /// What each page uses, in step with `Directory.pages` and as indices in it; some more than once.
  let uses: [[Int]]

  func shows(_ page: PageID) -> Bool { shown.contains(page) }

  init(_ directory: Directory, uses: [[Int]]) {
    let pages = directory.pages
    let reach = Reach(uses: uses, isRoot: pages.map(Visibility.isRoot))
    let isDue = pages.map { !directory.common($0).isWithheld }
    var shown = reach.closure(pages.indices.filter { reach.isRoot[$0] && isDue[$0] }, through: isDue)
    // What pages withheld reach, whether or not a published one does too.
    let all = [Bool](repeating: true, count: pages.count)
    let hidden = reach.closure(pages.indices.filter { !isDue[$0] }, through: all)
    let unused = pages.indices.filter { !shown[$0] && !hidden[$0] && isDue[$0] }
    for (page, isReached) in reach.closure(unused, through: isDue).enumerated() where isReached {
      shown[page] = true
    }
    self.shown = Set(pages.indices.lazy.filter { shown[$0] }.map { pages[$0] })
    self.uses = uses
    withheld = pages.indices.filter { !shown[$0] }.map { pages[$0] }
  }

  /// Briefings and standing pages are shown for their own sake.
  private static func isRoot(_ page: PageID) -> Bool {
    switch page {
    case .briefing, .page: true
    case .entity, .source: false
    }
  }

  /// Which pages lead to which, pages by their index in `Directory.pages`.
  private struct Reach {
    let uses: [[Int]]
    let isRoot: [Bool]

    /// The pages themselves, and the entities and sources that they use, directly or through another.
    func closure(_ roots: [Int], through isOpen: [Bool]) -> [Bool] {
      var isReached = [Bool](repeating: false, count: uses.count)
      for root in roots { isReached[root] = true }
      var waiting = roots
      while let page = waiting.popLast() {
        for used in uses[page] where !isRoot[used] && isOpen[used] && !isReached[used] {
          isReached[used] = true
          waiting.append(used)
        }
      }
      return isReached
    }
  }
}

/// The entities and sources that one page names, cites or refers to.
struct Uses {
  /// Indices in `Directory.pages`.
  private(set) var numbers: [Int] = []
  private let directory: Directory

  init(of page: PageID, _ mentions: [NamedEntity], in directory: Directory) {
    self.directory = directory
    let facts = directory.facts(page)
    for mention in mentions { add(.entity(mention.entity)) }
    for citation in facts.citations { for item in citation.items { addSource(item.key) } }
    for link in facts.links { addTarget(of: link, on: page) }
    for annotation in facts.spans { add(annotation) }
    for annotation in facts.regions { add(annotation) }
    addMatter(of: page)
  }

  private mutating func add(_ page: PageID) {
    if let number = directory.numbers[page] { numbers.append(number) }
  }

  private mutating func add(_ annotation: FoundAnnotation) {
    for source in annotation.statedSources { addSource(source.value) }
    for reference in annotation.role.entities { addEntity(reference) }
  }

  private mutating func addSource(_ key: String) {
    if let slug = Slug(key) { add(.source(slug)) }
  }

  private mutating func addEntity(_ reference: Located<String>?) {
    if let reference, let slug = Slug(reference.value) { add(.entity(slug)) }
  }

  private mutating func addTarget(of link: FoundLink, on page: PageID) {
    switch link.use {
    case .wiki:
      let outcome = directory.targets.outcome(of: link.target, preferring: directory.preferred(page))
      if let target = outcome.page { add(target) }
    case .ordinary:
      switch Destinations(directory).destination(link.target, on: page) {
      case .page(let target, _), .moved(let target, _): add(target)
      default: break
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
