import TestSupport

/// A site of any size, whose contents a seed decides.
struct Newsroom {
  private(set) var files: [String: String]
  private var dice: Dice
  private var serial = 0

  private static let names = ["Vessel", "Harbour", "Lantern", "Beacon", "Tide", "Anchor"]
  private static let words = [
    "quietly", "sailed", "north", "before", "noon", "again", "without", "cargo", "slowly",
  ]

  init(seed: UInt64, briefings: Int) {
    dice = Dice(seed: seed)
    files = [
      SampleSite.configuration: Newsroom.configuration(title: "Newsroom"),
      "Content/pages/about.md": "---\ntitle: About\nsummary: Who we are.\n---\nText.\n",
      "Content/static/first.txt": "First.\n",
    ]
    for number in 0..<4 { files[Newsroom.entityPath(number)] = entity(number, aliases: []) }
    for number in 0..<2 { files[Newsroom.sourcePath(number)] = source(number) }
    for _ in 0..<briefings { addBriefing() }
  }

  private static func configuration(title: String) -> String {
    "title: \(title)\nbase-url: https://example.org/\nlanguage: en\ntime-zone: UTC\n"
  }

  private static func entityPath(_ number: Int) -> String { "Content/entities/entity-\(number).md" }
  private static func sourcePath(_ number: Int) -> String { "Content/sources/source-\(number).md" }

  private func entity(_ number: Int, aliases: [String]) -> String {
    """
    ---
    name: \(Newsroom.names[number]) Company
    type: organization
    aliases: [\(aliases.joined(separator: ", "))]
    summary: Number \(number).
    ---
    It is known.

    """
  }

  private mutating func source(_ number: Int) -> String {
    """
    ---
    title: Report \(number), edition \(dice.below(5))
    publisher: entity-0
    type: report
    published: 2025-01-0\(number + 1)
    url: unknown
    ---
    A report.

    """
  }

  private mutating func sentence() -> String {
    let name = dice.pick(Newsroom.names)
    let mention = dice.below(2) == 0 ? "\(name) Company" : "the \(name) Fleet"
    let words = (0..<4).map { _ in dice.pick(Newsroom.words) }
    return "What \(mention) did \(words.joined(separator: " "))."
  }

  private mutating func briefing() -> String {
    serial += 1
    let day = 1 + dice.below(28)
    let (source, entity) = (dice.below(2), dice.below(4))
    return """
      ---
      title: Briefing of issue \(serial)
      published: 2025-0\(1 + dice.below(5))-\(day < 10 ? "0" : "")\(day)
      summary: \(sentence())
      topics: [entity-\(entity)]
      \(dice.below(6) == 0 ? "draft: true\n" : "")---
      ## Part \(dice.below(3))

      \(sentence()) See [[entity-\(entity)]] [@source-\(source)].

      [\(sentence())]{.claim #said by=entity-\(entity)} [@source-\(source), p. 2]. \(sentence())

      [It left]{.event #left date=2025-01-\(day < 10 ? "0" : "")\(day)} [@source-0].[^aside]

      [^aside]: \(sentence())

      """
  }

  private var briefings: [String] { files.keys.filter { $0.hasPrefix("Content/briefings/") }.sorted() }

  private mutating func addBriefing() {
    let text = briefing()
    files["Content/briefings/issue-\(serial).md"] = text
  }

  /// One edit as an author would make it; some leave a link without a target. Says which it was.
  mutating func edit() -> String {
    let briefing = briefings.randomElement(using: &dice) ?? ""
    switch dice.below(13) {
    case 0: addBriefing()
    case 1: files[briefing] = self.briefing()
    case 2: return rename(briefing)
    case 3 where briefings.count > 2: files[briefing] = nil
    case 4: return changeAliases()
    case 5:
      return toggle(Newsroom.entityPath(4 + dice.below(2))) { $0.entity(4, aliases: ["the Tide Fleet"]) }
    case 6: return toggle(Newsroom.entityPath(dice.below(4))) { $0.entity(0, aliases: []) }
    case 7: files[Newsroom.sourcePath(dice.below(2))] = source(dice.below(2))
    case 8:
      return toggle("Templates/partials/foot.mustache") { "<footer>Edition \($0.dice.below(9))</footer>\n" }
    case 9: return toggle("Templates/assets/style.css") { "body { margin: \($0.dice.below(9))px }\n" }
    case 10: return toggle("Content/static/second.txt") { "Number \($0.dice.below(9)).\n" }
    case 11:
      return toggle("Content/pages/method.md") {
        "---\ntitle: Method\nsummary: How.\n---\n\($0.sentence())\n"
      }
    case 12:
      files[SampleSite.configuration] = Newsroom.configuration(title: "Newsroom \(dice.below(9))")
      return SampleSite.configuration
    default: return "nothing"
    }
    return briefing
  }

  private mutating func rename(_ path: String) -> String {
    serial += 1
    let new = "Content/briefings/\(dice.below(2) == 0 ? "" : "folder/")renamed-\(serial).md"
    files[new] = files[path]
    files[path] = nil
    return new
  }

  private mutating func changeAliases() -> String {
    let number = dice.below(4)
    let aliases = Newsroom.names.filter { _ in dice.below(3) == 0 }.map { "the \($0) Fleet" }
    files[Newsroom.entityPath(number)] = entity(number, aliases: aliases)
    return "aliases of \(number)"
  }

  /// Makes the file, or takes it away.
  private mutating func toggle(_ path: String, _ text: (inout Newsroom) -> String) -> String {
    files[path] = files[path] == nil ? text(&self) : nil
    return path
  }
}

extension TestSite {
  /// Makes the files below the root what they are in `new`, as an editor would: only what differs is written.
  func edit(_ old: [String: String], into new: [String: String]) throws {
    for path in old.keys.sorted() where new[path] == nil { try remove(path) }
    for (path, text) in new.sorted(by: { $0.key < $1.key }) where old[path] != text {
      try write(text, to: path)
    }
  }
}
