import Briefings
import Diagnostics
import EDTF

/// What the table of names is made of.
struct NameList {
  /// Entities by the names' owners.
  private(set) var owners: [Slug] = []
  /// The entities' own names.
  private(set) var titles: [String] = []
  private(set) var aliases: [NameAlias] = []
  private(set) var exclusions: [NameExclusion] = []
  /// Owners by the identifiers that they had before.
  private(set) var formerIdentifiers: [(identifier: String, owner: Int)] = []

  init(_ registry: Registry) {
    let entities = registry.entities.filter { !$0.common.isWithheld }
    owners = entities.map(\.slug)
    titles = entities.map(\.name.value)
    let hemisphere = registry.site.hemisphere
    for (owner, entity) in entities.enumerated() {
      aliases.append(NameAlias(text: entity.name.value, owner: owner))
      aliases += entity.aliases.map { NameList.alias($0, owner: owner, hemisphere) }
      for path in entity.common.redirects.map(\.value.string) where path.utf8.starts(with: Self.kind.utf8) {
        formerIdentifiers.append((String(path.dropFirst(Self.kind.count)), owner))
      }
      exclusions += entity.not.map { NameExclusion(text: $0.value, owner: owner) }
    }
  }

  /// Before an identifier, in a link or a path.
  static let kind = "entities/"

  private static func alias(_ alias: Alias, owner: Int, _ hemisphere: Hemisphere) -> NameAlias {
    var name = NameAlias(text: alias.text.value, owner: owner)
    name.isCaseSensitive = alias.isCaseSensitive
    name.isAutomatic = alias.isAutomatic
    name.isAfterName = alias.isAfterName
    name.fromDay = alias.from?.value.bounds(hemisphere: hemisphere).lower.day?.number
    name.toDay = alias.to?.value.bounds(hemisphere: hemisphere).upper.day?.number
    return name
  }

  /// The list as bytes: two lists that differ in anything have different ones.
  var key: [UInt8] {
    var key: [UInt8] = []
    func add(_ text: String) { key += text.utf8 + [0xFF] }
    for owner in owners { add(owner.string) }
    for alias in aliases {
      add(alias.text)
      let days = "\(alias.fromDay.map(String.init) ?? "-") \(alias.toDay.map(String.init) ?? "-")"
      let isCaseSensitive = alias.isCaseSensitive.map(String.init) ?? "-"
      add("\(alias.owner) \(isCaseSensitive) \(alias.isAutomatic) \(alias.isAfterName) \(days)")
    }
    for former in formerIdentifiers { add("\(former.owner) \(former.identifier)") }
    for exclusion in exclusions { add("\(exclusion.owner) \(exclusion.text)") }
    return key
  }
}

/// Every name and alias of the entities that may be shown, ready to be found in text.
struct EntityNames: Sendable {
  let table: NameTable
  /// Entities by the table's owners.
  let owners: [Slug]
  private let titles: [String]
  private let ownerBySlug: [Slug: Int]
  private let ownerByFormer: [String: Int]

  init(_ list: NameList) {
    owners = list.owners
    titles = list.titles
    ownerBySlug = Dictionary(uniqueKeysWithValues: owners.enumerated().map { ($1, $0) })
    ownerByFormer = Dictionary(
      list.formerIdentifiers.map { ($0.identifier, $0.owner) }, uniquingKeysWith: { first, _ in first })
    table = NameTable(aliases: list.aliases, exclusions: list.exclusions)
  }

  /// The entity's own name.
  func title(of owner: Int) -> String { titles[owner] }

  /// The entity that a wiki link's target names, where it is clear; see `TargetTable.outcome`.
  ///
  /// - Parameter preferred: by folded name.
  func owner(ofTarget target: String, preferring preferred: [String: Slug]) -> Int? {
    if target.utf8.starts(with: NameList.kind.utf8) {
      let identifier = String(target.dropFirst(NameList.kind.count))
      return Slug(identifier).flatMap { owner(identified: $0) } ?? ownerByFormer[identifier]
    }
    if let owner = Slug(target).flatMap({ owner(identified: $0) }) { return owner }
    if let slug = preferred[fold(target)] { return ownerBySlug[slug] }
    let owners = Set(table.aliases(named: target).map { table.aliases[$0].owner })
    return owners.isEmpty ? ownerByFormer[target] : owners.count == 1 ? owners.first : nil
  }

  /// Nil for an entity that is withheld.
  func owner(identified slug: Slug) -> Int? { ownerBySlug[slug] }
}

/// What is known of a page when its names are resolved.
struct NameScene {
  /// The entity whose own page it is.
  let own: Slug?
  /// The briefing's date as a day number.
  let day: Int?
  /// By folded name, from the front matter's `prefer`.
  let preferred: [String: Slug]

  init(_ page: PageID, in registry: Registry) {
    if case .entity(let slug) = page { own = slug } else { own = nil }
    var preferred: [String: Slug] = [:]
    var day: Int?
    if case .briefing(let slug) = page, let index = registry.briefingPosition(slug) {
      let briefing = registry.briefings[index]
      day = briefing.published?.number
      for (alias, entity) in briefing.prefer {
        if let slug = Slug(entity.value) { preferred[fold(alias.value)] = slug }
      }
    }
    self.day = day
    self.preferred = preferred
  }
}

extension Registry {
  /// Binary search: briefings are sorted by identifier.
  func briefingPosition(_ slug: Slug) -> Int? {
    let position = briefings.firstIndex(whereSorted: { $0.slug >= slug })
    return position < briefings.count && briefings[position].slug == slug ? position : nil
  }
}
