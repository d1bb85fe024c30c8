import Briefings
import Diagnostics
import EDTF

/// What the table of names is made of.
struct NameList {
  /// Entities by the names' owners.
  private(set) var owners: [Slug] = []
  private(set) var aliases: [NameAlias] = []
  private(set) var exclusions: [NameExclusion] = []

  init(_ registry: Registry) {
    let entities = registry.entities.filter { !$0.common.isWithheld }
    owners = entities.map(\.slug)
    let hemisphere = registry.site.hemisphere
    for (owner, entity) in entities.enumerated() {
      aliases.append(NameAlias(text: entity.name.value, owner: owner))
      aliases += entity.aliases.map { NameList.alias($0, owner: owner, hemisphere) }
      exclusions += entity.not.map { NameExclusion(text: $0.value, owner: owner) }
    }
  }

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
    for exclusion in exclusions { add("\(exclusion.owner) \(exclusion.text)") }
    return key
  }
}

/// Every name and alias of the entities that may be shown, ready to be found in text.
struct EntityNames: Sendable {
  let table: NameTable
  /// Entities by the table's owners.
  let owners: [Slug]
  private let ownerBySlug: [Slug: Int]

  init(_ list: NameList) {
    owners = list.owners
    ownerBySlug = Dictionary(uniqueKeysWithValues: owners.enumerated().map { ($1, $0) })
    table = NameTable(aliases: list.aliases, exclusions: list.exclusions)
  }

  /// The entity that a wiki link's target names, where it is clear.
  func owner(ofTarget target: String) -> Int? {
    let prefix = "entities/"
    let name = target.utf8.starts(with: prefix.utf8) ? String(target.dropFirst(prefix.count)) : target
    if let slug = Slug(name), let owner = ownerBySlug[slug] { return owner }
    let owners = Set(table.aliases(named: name).map { table.aliases[$0].owner })
    return owners.count == 1 ? owners.first : nil
  }
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
