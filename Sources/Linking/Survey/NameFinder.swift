import Briefings
import Diagnostics
import Markdown

/// Finds names in one page's text and decides whose they are; never by guess.
struct NameFinder {
  private let names: EntityNames
  private let scene: NameScene
  /// Owners of which a name has stood in the page.
  private var named: Set<Int> = []
  private var reported: Set<String> = []
  private(set) var outcomes: [NameOutcome] = []
  private(set) var findings: [Finding] = []

  init(_ names: EntityNames, _ scene: NameScene) {
    self.names = names
    self.scene = scene
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
    }
    return found
  }

  private mutating func note(_ link: LinkUse) {
    guard case .wiki = link.form, let owner = names.owner(ofTarget: link.target) else { return }
    named.insert(owner)
  }

  private mutating func entity(
    of match: NameMatch, in block: TextBlock, _ path: RelativePath
  ) -> Slug? {
    let written = String(decoding: block.text[match.textRange], as: UTF8.self)
    let source = block.source(of: match.textRange)
    let reason = reason(for: match, written)
    outcomes.append(NameOutcome(written: written, source: source, reason: reason))
    switch reason {
    case .linked(let slug, _): return slug
    case .ambiguous(let owners):
      if reported.insert(fold(written)).inserted {
        findings.append(.ambiguous(written, owners, at: Place(path, source)))
      }
      return nil
    default: return nil
    }
  }

  private mutating func reason(for match: NameMatch, _ written: String) -> NameOutcome.Reason {
    let aliases = names.table.aliases
    var counted = match.candidates.filter { aliases[$0].isAutomatic }
    guard !counted.isEmpty else { return .notAutomatic }
    counted.removeAll { !isCurrent(aliases[$0]) }
    guard !counted.isEmpty else { return .outOfDate }
    counted.removeAll { aliases[$0].isAfterName && !named.contains(aliases[$0].owner) }
    guard !counted.isEmpty else { return .awaitsName }
    var owners: [Int] = []
    for alias in counted where !owners.contains(aliases[alias].owner) { owners.append(aliases[alias].owner) }
    owners.sort()
    let slugs = owners.map { names.owners[$0] }
    guard let chosen = owner(among: owners, slugs, written) else { return .ambiguous(slugs) }
    named.insert(chosen)
    let slug = names.owners[chosen]
    if slug == scene.own { return .ownPage(slug) }
    return .linked(
      slug, alias: counted.first { aliases[$0].owner == chosen }.map { aliases[$0].text } ?? written)
  }

  private func isCurrent(_ alias: NameAlias) -> Bool {
    guard let day = scene.day else { return true }
    return alias.fromDay ?? day <= day && day <= alias.toDay ?? day
  }

  private func owner(among owners: [Int], _ slugs: [Slug], _ written: String) -> Int? {
    if owners.count == 1 { return owners[0] }
    if let own = scene.own, let index = slugs.firstIndex(of: own) { return owners[index] }
    guard let preferred = scene.preferred[fold(written)], let index = slugs.firstIndex(of: preferred)
    else { return nil }
    return owners[index]
  }
}

extension Finding {
  fileprivate static func ambiguous(_ written: String, _ owners: [Slug], at place: Place) -> Finding {
    let first = owners[0]
    return Finding(
      .ambiguousName,
      "'\(written)' may mean \(owners.map(\.string).joined(separator: " or ")); "
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
