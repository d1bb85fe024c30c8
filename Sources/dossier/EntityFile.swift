import Briefings
import Linking

/// The file of a new entity.
struct EntityFile {
  let name: String
  let type: EntityType
  var slug: Slug?
  /// A name that stands for the whole one once that has stood before it.
  var surname: String?

  init(name: String, type: EntityType) {
    self.name = name
    self.type = type
    slug = Slug(FrontMatterText.identifier(for: name))
  }

  /// Nil for a name without a letter that an identifier may hold.
  var path: String? { slug.map { "Content/entities/\($0).md" } }

  /// - Parameter comments: lines of the front matter that say where the name was met.
  func text(comments: [String] = []) -> String {
    let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    let head = ["---", "name: \(FrontMatterText.scalar(name))", "type: \(type.rawValue) # one of: \(types)"]
    let aliases = surname.map { "aliases: [{text: \(FrontMatterText.scalar($0)), after-name: true}]" }
    let keys = [
      aliases ?? "# aliases: []     # other spellings; of a surname: {text: Name, after-name: true}",
      "# summary: ''     # one line, shown in lists and cards",
      "# sources: []     # what its facts rest on",
      "# wikidata: Q1    # its identifier there",
    ]
    return (head + keys + comments + ["---", ""]).joined(separator: "\n")
  }

  /// A guess from the name's words.
  static func guess(_ name: String) -> EntityType {
    let words = Set(fold(name).split(separator: " ").map(String.init))
    if !words.isDisjoint(with: agreements) { return .agreement }
    let isAcronym = name == name.uppercased() && name.utf8.count > 1
    if isAcronym || !words.isDisjoint(with: organizations) { return .organization }
    if !words.isDisjoint(with: places) { return .place }
    return words.count > 1 && !words.contains("of") ? .person : .place
  }

  private static let agreements: Set<String> = [
    "accord", "accords", "agreement", "agreements", "convention", "memorandum", "pact", "protocol", "treaty",
  ]
  private static let organizations: Set<String> = [
    "agency", "army", "daily", "gazette", "herald", "independent", "journal", "navy", "police", "press",
    "tribune",
    "court", "senate", "congress", "duma", "rada", "service", "fund", "foundation", "association",
    "federation", "authority", "bank", "brigade", "commission", "committee", "company", "council",
    "corporation", "force", "forces", "group", "house", "institute", "line", "ministry", "news", "office",
    "organization", "parliament", "party", "post", "times", "union", "university",
  ]
  private static let places: Set<String> = [
    "city", "coast", "county", "island", "lake", "mount", "oblast", "province", "region", "republic", "river",
    "sea", "states", "street", "valley",
  ]
}
