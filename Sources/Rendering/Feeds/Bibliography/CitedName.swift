import Briefings
import Linking

/// An author as reference managers file them: a person under a family name, or anybody else by the whole name.
enum CitedName: Equatable {
  case person(family: String, given: String)
  case literal(String)
}

/// Tells persons from others.
///
/// What the site knows decides: an entity's type, its `sort-name` or the alias that is its family name, a publisher. Of
/// anybody else the name's form decides, as every program concludes that reads `author = {Mara Lindqvist}`.
struct CitedNames {
  /// By folded name; nil where several entities own it.
  private var owners: [String: Entity?] = [:]
  private var publishers: Set<String> = []

  init(_ site: Site) {
    for entity in site.entities where !entity.isWithheld {
      let aliases = entity.record.aliases.filter { $0.from == nil && $0.to == nil }.map(\.text.value)
      for name in Set(([entity.record.name.value] + aliases).map { fold($0) }) {
        owners.updateValue(owners[name] == nil ? entity.record : nil, forKey: name)
      }
    }
    for source in site.sources { publishers.insert(fold(source.publisherName)) }
  }

  func name(_ text: String) -> CitedName {
    let folded = fold(text)
    if let owner = owners[folded].flatMap({ $0 }) {
      guard owner.type == .person else { return .literal(text) }
      let filed = FiledName(owner).text
      if filed != owner.name.value { return CitedName.inverted(filed) ?? .literal(text) }
      // It has a page, and nobody has said what its family name is.
    }
    if publishers.contains(folded) { return .literal(text) }
    return CitedName.inverted(text) ?? CitedName.split(text) ?? .literal(text)
  }
}

extension CitedName {
  /// `Leyen, Ursula von der`.
  fileprivate static func inverted(_ text: String) -> CitedName? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let (family, given) = (String(trimmed(parts[0])), String(trimmed(parts[1])))
    guard !family.isEmpty, !given.isEmpty, !isCompany(given) else { return nil }
    return .person(family: family, given: given)
  }

  /// `Mara Lindqvist`, `Ursula von der Leyen`. Nil for one word, for more than a person's name has, for words or signs
  /// that stand in names of organizations, and where letters have no case: there the family name comes first.
  fileprivate static func split(_ text: String) -> CitedName? {
    let words = text.split(separator: " ")
    guard (2...5).contains(words.count), words.allSatisfy(isNamePart),
      !words.contains(where: { organizations.contains($0.lowercased()) })
    else { return nil }
    let particle = words.dropFirst().dropLast().firstIndex { isCased($0, upper: false) }
    let family = particle ?? words.count - 1
    return .person(
      family: words[family...].joined(separator: " "), given: words[..<family].joined(separator: " "))
  }

  private static func isNamePart(_ word: Substring) -> Bool {
    (isCased(word, upper: true) || particles.contains(String(word)))
      && word.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.isGraphemeExtend || "-'’.".unicodeScalars.contains($0)
      }
  }

  private static func isCased(_ word: Substring, upper: Bool) -> Bool {
    guard let first = word.unicodeScalars.first?.properties else { return false }
    return upper ? first.isUppercase : first.isLowercase
  }

  private static func isCompany(_ given: String) -> Bool {
    ["inc", "inc.", "llc", "ltd", "ltd.", "gmbh", "co.", "jr.", "jr", "sr."].contains(given.lowercased())
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.unicodeScalars.first == " " { text.unicodeScalars.removeFirst() }
    while text.unicodeScalars.last == " " { text.unicodeScalars.removeLast() }
    return text
  }

  private static let particles: Set<String> = [
    "af", "al", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la",
    "le", "ten", "ter", "van", "von", "y", "zu", "zum", "zur",
  ]

  private static let organizations: Set<String> = [
    "academy", "administration", "agency", "alliance", "and", "army", "association", "authority", "bank",
    "board", "broadcasting", "bureau", "center", "centre", "command", "commission", "committee", "company",
    "corporation", "correspondent", "correspondents", "council", "court", "department", "desk", "editor",
    "editors", "embassy", "foundation", "fund", "government", "group", "house", "institute", "journal",
    "media", "ministry", "nations", "navy", "network", "news", "newsroom", "office", "organisation",
    "organization", "parliament", "party", "police", "post", "press", "reporter", "reporters", "research",
    "review", "school", "secretariat", "service", "society", "staff", "team", "the", "times", "tribunal",
    "union", "university", "watch",
  ]
}
