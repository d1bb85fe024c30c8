import Briefings

/// A name's letters and accents, whatever its capitals and the kind of its apostrophes, dashes and white space.
struct Spelling {
  let text: String

  init(_ written: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in written.lowercased().unicodeScalars {
      if FoldingRules.isApostrophe(scalar.value) {
        scalars.append("'")
      } else if FoldingRules.isDash(scalar.value) || FoldingRules.isHyphen(scalar.value) {
        scalars.append("-")
      } else if !scalar.properties.isWhitespace {
        scalars.append(scalar)
      } else if scalars.last != " " {
        scalars.append(" ")
      }
    }
    text = String(scalars)
  }

  /// Whether two names are one word for word, but for accents, hyphens, periods and a letter or two inside.
  ///
  /// *Kiev* is *Kyiv* spelled otherwise; *Russian* is another word than *Russia*, and ends otherwise.
  static func isVariant(_ a: String, of b: String) -> Bool {
    let (first, second) = (words(a), words(b))
    return first.count == second.count && zip(first, second).allSatisfy { isVariant($0, of: $1) }
  }

  private static func words(_ text: String) -> [[UInt8]] {
    fold(text).utf8.filter { $0 != UInt8(ascii: ".") }
      .split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }.map(Array.init)
  }

  private static func isVariant(_ a: [UInt8], of b: [UInt8]) -> Bool {
    if a == b { return true }
    guard a.first == b.first, a.last == b.last, min(a.count, b.count) > 2 else { return false }
    return distance(a, b, atMost: min(a.count, b.count) > 3 ? 2 : 1)
  }

  /// Levenshtein's, for words.
  private static func distance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Bool {
    guard abs(a.count - b.count) <= limit else { return false }
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let cost = min(diagonal + (letter == other ? 0 : 1), row[j] + 1, row[j + 1] + 1)
        diagonal = row[j + 1]
        row[j + 1] = cost
      }
    }
    return row[b.count] <= limit
  }
}

/// How the house spells an entity's names: as its name does, else as the alias that stands first.
struct HouseSpelling {
  /// In the order of preference.
  private let preferred: [String]
  private let name: [Substring]
  /// Names that held for a time only: other names, however they are spelled.
  private let dated: Set<String>

  init(of entity: Entity) {
    let aliases = entity.aliases.filter { $0.from == nil && $0.to == nil }
    dated = Set(entity.aliases.filter { $0.from != nil || $0.to != nil }.map { Spelling($0.text.value).text })
    preferred = ([entity.name.value] + aliases.map(\.text.value)).map { Spelling($0).text }
    name = preferred[0].split(separator: " ")
  }

  /// The spelling that is preferred to a written one, or itself; nil where nothing else is spelled like it.
  func spelling(of written: String) -> String? {
    let text = Spelling(written).text
    if dated.contains(text) { return nil }
    let count = text.split(separator: " ").count
    for candidate in runs(of: count) + preferred
    where candidate == text || Spelling.isVariant(candidate, of: text) {
      return candidate
    }
    return nil
  }

  /// Parts of the entity's name: *Zelenskiy* of *Volodymyr Zelenskiy*.
  private func runs(of count: Int) -> [String] {
    guard count > 0, count <= name.count else { return [] }
    return (0...name.count - count).map { name[$0..<$0 + count].joined(separator: " ") }
  }
}
