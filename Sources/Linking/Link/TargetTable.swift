import Briefings
import Diagnostics

/// Resolves what stands in `[[…]]`.
struct TargetTable {
  enum Outcome: Equatable {
    case page(PageID)
    /// By an identifier or a path that it had before.
    case moved(PageID)
    /// More than one owner, ascending.
    case ambiguous([PageID])
    case unknown

    /// The page meant.
    var page: PageID? {
      switch self {
      case .page(let page), .moved(let page): page
      case .ambiguous, .unknown: nil
      }
    }
  }

  /// Pages by identifier, each list ascending.
  private var identifiers: [String: [PageID]] = [:]
  /// Pages by folded name, alias or title.
  private var names: [String: [PageID]] = [:]
  let formerPaths: FormerPaths
  /// What a mistyped target may have meant, sorted.
  private(set) var candidates: [String]

  init(_ registry: Registry) {
    formerPaths = FormerPaths(registry)
    var identifiers: [String: [PageID]] = [:]
    var names: [String: [PageID]] = [:]
    var candidates: [String] = []
    func add(_ page: PageID, _ texts: [String]) {
      identifiers[page.slug.string, default: []].append(page)
      candidates.append(page.slug.string)
      for text in texts where !text.isEmpty {
        candidates.append(text)
        let folded = fold(text)
        if names[folded]?.contains(page) != true { names[folded, default: []].append(page) }
      }
    }
    for entity in registry.entities { add(.entity(entity.slug), entity.names) }
    for briefing in registry.briefings { add(.briefing(briefing.slug), [briefing.title]) }
    for page in registry.pages { add(.page(page.slug), [page.title]) }
    for source in registry.sources {
      identifiers[source.slug.string, default: []].append(.source(source.slug))
    }
    self.identifiers = identifiers.mapValues { $0.sorted() }
    self.names = names.mapValues { $0.sorted() }
    self.candidates = candidates.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The same with other names of one entity.
  func renaming(_ old: Entity, _ new: Entity) -> TargetTable {
    var table = self
    let page = PageID.entity(new.slug)
    for name in old.names where !name.isEmpty {
      table.names[fold(name)]?.removeAll { $0 == page }
      let position = table.position(ofCandidate: name)
      if position < table.candidates.count, table.candidates[position] == name {
        table.candidates.remove(at: position)
      }
    }
    for name in new.names where !name.isEmpty {
      table.candidates.insert(name, at: table.position(ofCandidate: name))
      let owners = table.names[fold(name), default: []]
      if !owners.contains(page) { table.names[fold(name)] = (owners + [page]).sorted() }
    }
    return table
  }

  private func position(ofCandidate name: String) -> Int {
    candidates.firstIndex(whereSorted: { !$0.utf8.lexicographicallyPrecedes(name.utf8) })
  }

  /// - Parameter preferred: entities by folded alias, from the page's `prefer`.
  func outcome(of target: String, preferring preferred: [String: Slug]) -> Outcome {
    if let slash = target.utf8.firstIndex(of: UInt8(ascii: "/")) {
      let kind = String(target[..<slash])
      let slug = String(target[target.index(after: slash)...])
      let owner = identifiers[slug]?.first { $0.kind == kind }
      return owner.map { .page($0) } ?? formerPaths.page(named: slug, of: kind).map { .moved($0) } ?? .unknown
    }
    // A source's identifier is for citations; a bare target means it only where nothing else does.
    let owners = identifiers[target] ?? []
    let pages = owners.filter { if case .source = $0 { false } else { true } }
    if let outcome = TargetTable.outcome(pages.isEmpty ? owners : pages) { return outcome }
    let folded = fold(target)
    if let slug = preferred[folded] { return .page(.entity(slug)) }
    if let outcome = TargetTable.outcome(names[folded] ?? []) { return outcome }
    return formerPaths.page(named: target).map { .moved($0) } ?? .unknown
  }

  /// What a target that means nothing may have meant, each page once.
  func suggestions(for target: String) -> [String] {
    if let slash = target.utf8.firstIndex(of: UInt8(ascii: "/")) {
      return suggestions(
        ofKind: String(target[..<slash]), identified: String(target[target.index(after: slash)...]))
    }
    var result: [(page: PageID?, text: String)] = []
    for text in Suggestions.nearest(to: target, among: candidates) {
      let page = outcome(of: text, preferring: [:]).page
      guard let same = result.firstIndex(where: { $0.page == page && page != nil }) else {
        result.append((page, text))
        continue
      }
      // Of a name and an identifier the one that is written like the target.
      if TargetTable.isIdentifier(text) == TargetTable.isIdentifier(target) { result[same].text = text }
    }
    return result.map(\.text)
  }

  private static func isIdentifier(_ text: String) -> Bool { Slug(text) != nil }

  private func suggestions(ofKind kind: String, identified slug: String) -> [String] {
    let pages = identifiers.values.flatMap { $0 }
    let near = Suggestions.nearest(to: slug, among: pages.filter { $0.kind == kind }.map(\.slug.string))
    if !near.isEmpty { return near.map { "\(kind)/\($0)" } }
    return (identifiers[slug] ?? []).map { "\($0.kind)/\(slug)" }
  }

  private static func outcome(_ owners: [PageID]) -> Outcome? {
    switch owners.count {
    case 0: nil
    case 1: .page(owners[0])
    default: .ambiguous(owners)
    }
  }

  /// Entities that share a name, by folded name.
  var sharedNames: [(folded: String, owners: [Slug])] {
    names.compactMap { folded, owners in
      let slugs = owners.compactMap { if case .entity(let slug) = $0 { slug } else { nil } }
      return slugs.count > 1 ? (folded, slugs) : nil
    }.sorted { $0.folded.utf8.lexicographicallyPrecedes($1.folded.utf8) }
  }
}

extension Entity {
  /// Its name and its aliases.
  fileprivate var names: [String] { [name.value] + aliases.map(\.text.value) }
}
