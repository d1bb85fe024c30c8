import Briefings
import Diagnostics
import EDTF

/// The spellings of each entity that stand in texts, labels of links apart.
typealias SeenSpellings = [Slug: Set<String>]

/// The rules about entities' names.
extension Rules {
  func seenSpellings() -> SeenSpellings {
    var seen: SeenSpellings = [:]
    for page in directory.pages {
      for name in directory.facts(page).names { seen[name.entity, default: []].insert(name.written) }
    }
    return seen
  }

  /// Aliases that are to be found in texts and never are.
  func unseenAliases(_ seen: SeenSpellings) -> [Finding] {
    var unclear: Set<String> = []
    var targets: Set<String> = []
    for page in directory.pages {
      unclear.formUnion(directory.facts(page).ambiguousNames)
      for link in directory.facts(page).links { targets.insert(link.target) }
    }
    let linked = Set(targets.map { Rules.key($0) }).union(unclear.map { Rules.key($0) })
    return directory.registry.entities.filter { !$0.common.isWithheld }.flatMap { entity in
      let written = Set((seen[entity.slug] ?? []).map { Rules.key($0) })
      return entity.aliases.filter { alias in
        let key = Rules.key(alias.text.value)
        return alias.isAutomatic && !written.contains(key) && !linked.contains(key)
      }.map { alias in
        Finding(
          .aliasNeverSeen, "no text calls '\(entity.name.value)' '\(alias.text.value)'",
          at: Place(entity.file.path, alias.text.source))
      }
    }
  }

  /// An abbreviation is found with its last period and without.
  private static func key(_ text: String) -> String {
    let folded = fold(text)
    return folded.utf8.last == UInt8(ascii: ".") ? String(folded.dropLast()) : folded
  }

  // MARK: Clashes

  /// Names that two entities go by at the same time: told where they are defined, before a text uses them.
  func clashingNames() -> [Finding] {
    directory.targets.sharedNames.flatMap { folded, owners -> [Finding] in
      let names = owners.compactMap { directory.entity($0) }.filter { !$0.common.isWithheld }
        .flatMap { entity in claims(of: entity, to: folded) }
      return names.indices.compactMap { later in
        let others = names[..<later].filter { names[later].clashes(with: $0) }
        return others.isEmpty ? nil : clash(names[later], with: others)
      }
    }
  }

  private func claims(of entity: Entity, to folded: String) -> [NameClaim] {
    let names = [Alias(text: entity.name)] + entity.aliases
    return names.filter { $0.isAutomatic && !$0.isAfterName && fold($0.text.value) == folded }
      .map { NameClaim(entity: entity, alias: $0, hemisphere: directory.registry.site.hemisphere) }
  }

  private func clash(_ name: NameClaim, with others: [NameClaim]) -> Finding {
    let text = name.alias.text.value
    let owners = Slug.listed(Set(others.map(\.entity.slug)).sorted(), "and")
    var finding = Finding(
      .ambiguousName,
      "'\(text)' is a name of \(owners), too, so no text links it by itself; choose in a text by "
        + "[[\(name.entity.slug)|\(text)]] or 'prefer', or tell the names apart here by 'from' and 'to'",
      at: name.place,
      notes: others.prefix(Slug.listedAtMost).map {
        Finding.Note("the other '\($0.alias.text.value)'", $0.place)
      })
    // Namesakes are no mistake: only a text that does not say which of them it means is.
    finding.severity = .note
    return finding
  }
}

/// One entity's claim to a name.
private struct NameClaim {
  let entity: Entity
  let alias: Alias
  let name: FoldedName
  /// As day numbers.
  private let first: Int
  private let last: Int

  init(entity: Entity, alias: Alias, hemisphere: Hemisphere) {
    self.entity = entity
    self.alias = alias
    name = FoldedName(alias.text.value, isCaseSensitive: alias.isCaseSensitive)
    first = alias.from?.value.bounds(hemisphere: hemisphere).lower.day?.number ?? .min
    last = alias.to?.value.bounds(hemisphere: hemisphere).upper.day?.number ?? .max
  }

  var place: Place { Place(entity.file.path, alias.text.source) }

  /// Whether one word of one text may mean both: at the same time, in the same capitals.
  func clashes(with other: NameClaim) -> Bool {
    guard entity.slug != other.entity.slug, first <= other.last, other.first <= last else { return false }
    if name.rule == .any || other.name.rule == .any { return true }
    if name.rule == .exact, other.name.rule == .exact { return name.isUpper == other.name.isUpper }
    return name.firstCased.map { name.isUpper[$0] } == other.name.firstCased.map { other.name.isUpper[$0] }
  }
}

extension Slug {
  /// How many of many are named in a message.
  static let listedAtMost = 3

  /// "a and b and c and 12 others".
  static func listed(_ slugs: [Slug], _ conjunction: String) -> String {
    let rest = slugs.count - listedAtMost
    let others = rest > 0 ? ["\(rest) \(rest == 1 ? "other" : "others")"] : []
    return (slugs.prefix(listedAtMost).map(\.string) + others).joined(separator: " \(conjunction) ")
  }
}
