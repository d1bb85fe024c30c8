/// All names of all entities, ready to be found in text: built once, then only read.
///
/// Time to search a text does not depend on how many names there are.
///
///     let table = NameTable(aliases: [NameAlias(text: "Kyiv", owner: 0)], exclusions: [])
///     table.matches(in: Array("Kyiv’s mayor".utf8))  // 0..<4
package struct NameTable: Sendable {
  package let aliases: [NameAlias]
  let exclusions: [NameExclusion]
  let hasExclusions: Bool
  /// The aliases' owners.
  let owners: [Int]
  /// One for each alias, then one for each exclusion.
  let demands: [CaseDemand]
  /// For each byte of the names' keys, one name after the other, whether it came from a capital.
  let capitals: [Bool]
  let trie: NameTrie
  /// For each key of the trie the aliases and the exclusions that it spells, in ascending order.
  let aliasesByKey: [[Int]]
  let exclusionsByKey: [[Int]]
  let firstBytes: FirstBytes
  let folding = FoldingTable.shared
  let asciiFolding = FoldedText.ascii

  /// - Parameters:
  ///   - aliases: names and aliases of all entities. A text that folds to nothing is never found.
  ///   - exclusions: strings within which an entity's names do not count.
  package init(aliases: [NameAlias], exclusions: [NameExclusion]) {
    self.aliases = aliases
    self.exclusions = exclusions
    owners = aliases.map(\.owner)
    hasExclusions = !exclusions.isEmpty
    let names =
      aliases.map { FoldedName($0.text, isCaseSensitive: $0.isCaseSensitive) }
      + exclusions.map { FoldedName($0.text, isCaseSensitive: nil) }
    var capitals: [Bool] = []
    demands = names.map { name in
      capitals.append(contentsOf: name.isUpper)
      return CaseDemand(name, capitalsStart: capitals.count - name.isUpper.count)
    }
    self.capitals = capitals
    let index = Self.index(names)
    trie = NameTrie(keys: index.keys)
    aliasesByKey = index.names.map { $0.filter { $0 < aliases.count } }
    exclusionsByKey = index.names.map { $0.compactMap { $0 < aliases.count ? nil : $0 - aliases.count } }
    firstBytes = FirstBytes(names)
  }

  /// The distinct keys in order, and for each the names that it spells.
  private static func index(_ names: [FoldedName]) -> (keys: [[UInt8]], names: [[Int]]) {
    let spellings = names.enumerated()
      .flatMap { name in name.element.keys.map { (key: $0, name: name.offset) } }
      .sorted { $0.key == $1.key ? $0.name < $1.name : $0.key.lexicographicallyPrecedes($1.key) }
    var keys: [[UInt8]] = []
    var namesByKey: [[Int]] = []
    for spelling in spellings {
      if keys.last != spelling.key {
        keys.append(spelling.key)
        namesByKey.append([])
      }
      namesByKey[keys.count - 1].append(spelling.name)
    }
    return (keys, namesByKey)
  }

  /// The aliases that are this very name but for case, accents, apostrophes, hyphens and white space: what a
  /// link's target or a preference written by hand means. In ascending order.
  package func aliases(named text: String) -> [Int] {
    trie.key(Array(fold(text).utf8)).map { aliasesByKey[$0] } ?? []
  }
}
