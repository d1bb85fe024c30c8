import Briefings
import Diagnostics
import Markdown

/// Finds names in one page's text and decides whose they are; never by guess.
struct NameFinder {
  let names: EntityNames
  private let scene: NameScene
  /// Whether outcomes are kept.
  private let explains: Bool
  /// Owners of which a name has stood in the page.
  private var named: Set<Int> = []
  /// Folded; each is reported once.
  private(set) var ambiguousNames: Set<String> = []
  /// In no order.
  private(set) var outcomes: [NameOutcome] = []
  private(set) var findings: [Finding] = []
  /// Made when an explanation first asks for them.
  var looseTables: LooseTables?

  init(_ names: EntityNames, _ scene: NameScene, explains: Bool) {
    self.names = names
    self.scene = scene
    self.explains = explains
  }

  /// Names in the order of the page. Headings are not searched.
  mutating func found(in survey: inout BodySurvey) -> [FoundName] {
    var found: [FoundName] = []
    var matches: [NameMatch] = []
    let spans = Dictionary(grouping: survey.annotations.spans, by: \.block)
    let links = Dictionary(grouping: survey.annotations.links, by: \.block)
    for (index, block) in survey.annotations.textBlocks.enumerated() {
      matches.removeAll(keepingCapacity: true)
      let edges = (spans[index] ?? []).flatMap { [$0.textRange.lowerBound, $0.textRange.upperBound] }
      names.table.findMatches(in: block.text, searchable: block.searchable(cutAt: edges), into: &matches)
      var explicit = (links[index] ?? [])[...]
      for match in matches {
        while let link = explicit.first, link.textRange.lowerBound < match.textRange.lowerBound {
          note(link)
          explicit.removeFirst()
        }
        if let entity = entity(of: match, in: block, survey.facts.path) {
          let written = String(decoding: block.text[match.textRange], as: UTF8.self)
          let source = block.source(of: match.textRange)
          found.append(
            FoundName(
              entity: entity, written: written,
              place: survey.foundPlace(match.textRange, in: index, source: source)))
        }
      }
      explicit.forEach { note($0) }
      if explains { explainRest(of: block, links: links[index] ?? [], beside: matches) }
    }
    return found
  }

  mutating func note(_ outcome: NameOutcome) {
    if explains { outcomes.append(outcome) }
  }

  private mutating func note(_ link: LinkUse) {
    if let owner = owner(of: link) { named.insert(owner) }
  }

  /// What stands on the page for a link without a label of its own.
  func shownName(of link: LinkUse) -> String? {
    guard case .wiki(_, hasLabel: false) = link.form, let owner = owner(of: link) else { return nil }
    return names.title(of: owner)
  }

  /// Whom a link by hand names.
  func owner(of link: LinkUse) -> Int? {
    guard case .wiki = link.form else { return nil }
    return names.owner(ofTarget: link.target, preferring: scene.preferred)
  }

  private mutating func entity(
    of match: NameMatch, in block: TextBlock, _ path: RelativePath
  ) -> Slug? {
    let written = String(decoding: block.text[match.textRange], as: UTF8.self)
    let source = block.source(of: match.textRange)
    let reason = reason(for: match, written)
    note(NameOutcome(written: written, source: source, reason: reason))
    switch reason {
    case .linked(let slug, _, _): return slug
    case .ambiguous(let owners):
      if ambiguousNames.insert(fold(written)).inserted {
        findings.append(.ambiguous(written, owners, at: Place(path, source)))
      }
      return nil
    default: return nil
    }
  }

  private mutating func reason(for match: NameMatch, _ written: String) -> NameOutcome.Reason {
    let aliases = names.table.aliases
    // The author has said whose it is: nobody else's, also where that one has no such alias or is withheld.
    if let slug = preferred(written), !match.candidates.contains(where: { owner(of: $0) == slug }) {
      guard let owner = names.owner(identified: slug) else { return .preferredOwnerWithheld(slug) }
      return reason(for: owner, alias: written, .preference)
    }
    if match.candidates.count == 1, aliases[match.candidates[0]].isUnconditional {
      let alias = aliases[match.candidates[0]]
      return reason(for: alias.owner, alias: alias.text, .onlyOwner)
    }
    let automatic = match.candidates.filter { aliases[$0].isAutomatic }
    guard !automatic.isEmpty else { return .notAutomatic(slugs(of: match.candidates)) }
    let current = automatic.filter { isCurrent(aliases[$0]) }
    guard !current.isEmpty else { return .outOfDate(slugs(of: automatic)) }
    let counted = current.filter { !aliases[$0].isAfterName || named.contains(aliases[$0].owner) }
    guard !counted.isEmpty else { return .awaitsName(slugs(of: current)) }
    let owners = owners(of: counted)
    let slugs = owners.map { names.owners[$0] }
    guard let chosen = owner(among: owners, slugs, written) else { return .ambiguous(slugs) }
    let choice: NameOutcome.Choice =
      if owners.count > 1 {
        .preference
      } else if counted.count < current.count {
        .named
      } else {
        current.count < automatic.count ? .date : .onlyOwner
      }
    let alias = counted.first { aliases[$0].owner == chosen }.map { aliases[$0].text }
    return reason(for: chosen, alias: alias ?? "", choice)
  }

  private mutating func reason(
    for owner: Int, alias: String, _ choice: NameOutcome.Choice
  ) -> NameOutcome.Reason {
    named.insert(owner)
    let slug = names.owners[owner]
    if slug == scene.own { return .ownPage(slug) }
    return .linked(slug, alias: alias, choice)
  }

  /// Ascending, each once.
  private func owners(of aliases: [Int]) -> [Int] {
    var owners: [Int] = []
    for alias in aliases where !owners.contains(names.table.owners[alias]) {
      owners.append(names.table.owners[alias])
    }
    owners.sort()
    return owners
  }

  func slugs(of aliases: [Int]) -> [Slug] { owners(of: aliases).map { names.owners[$0] } }

  private func isCurrent(_ alias: NameAlias) -> Bool {
    guard let day = scene.day else { return true }
    return alias.fromDay ?? day <= day && day <= alias.toDay ?? day
  }

  private func owner(among owners: [Int], _ slugs: [Slug], _ written: String) -> Int? {
    if owners.count == 1 { return owners[0] }
    if let own = scene.own, let index = slugs.firstIndex(of: own) { return owners[index] }
    guard let preferred = preferred(written), let index = slugs.firstIndex(of: preferred) else { return nil }
    return owners[index]
  }

  private func preferred(_ written: String) -> Slug? {
    scene.preferred.isEmpty ? nil : scene.preferred[fold(written)]
  }

  private func owner(of alias: Int) -> Slug { names.owners[names.table.owners[alias]] }
}

extension Finding {
  fileprivate static func ambiguous(_ written: String, _ owners: [Slug], at place: Place) -> Finding {
    let first = owners[0]
    return Finding(
      .ambiguousName,
      "'\(written)' may mean \(Slug.listed(owners, "or")); "
        + "write [[\(first)|\(written)]] or name one under 'prefer'",
      at: place, suggestions: owners.map(\.string))
  }
}

extension TextBlock {
  /// Where names are looked for: the author's plain words, cut where markup begins and ends, because a name
  /// that is to be marked begins and ends in the same parent.
  func searchable(cutAt edges: [Int]) -> [Range<Int>] {
    if case .heading = kind { return [] }
    var ranges: [Range<Int>] = []
    var parent: Int?
    let cuts = edges.sorted()
    for piece in pieces {
      let range = piece.textOffset..<piece.textOffset + piece.utf8Count
      guard case .plain = piece.kind, !range.isEmpty else {
        parent = nil
        continue
      }
      if parent == piece.parent, let last = ranges.last, last.upperBound == range.lowerBound,
        !cuts.hasSorted(range.lowerBound)
      {
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
      } else {
        ranges.append(range)
      }
      parent = piece.parent
    }
    guard !cuts.isEmpty else { return ranges }
    var result: [Range<Int>] = []
    for range in ranges { range.append(to: &result, cutAt: cuts) }
    return result
  }
}

extension Range<Int> {
  /// - Parameter cuts: ascending.
  fileprivate func append(to ranges: inout [Range<Int>], cutAt cuts: [Int]) {
    var start = lowerBound
    for offset in cuts[cuts.firstIndex(whereSorted: { $0 > lowerBound })...] where offset > start {
      guard offset < upperBound else { break }
      ranges.append(start..<offset)
      start = offset
    }
    ranges.append(start..<upperBound)
  }
}

extension [Int] {
  fileprivate func hasSorted(_ value: Int) -> Bool {
    let index = firstIndex(whereSorted: { $0 >= value })
    return index < count && self[index] == value
  }
}
