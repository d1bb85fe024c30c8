import Foundation
import Testing

/// A site of namesakes, renamed entities and possessives, whose mentions were counted by hand before it was built.
@Suite
struct NamesakeTests {
  private let site: TestSite
  private static let fixture = Project.root + "/Tests/DossierTests/Fixtures/namesakes"

  init() throws {
    let content = Tree(Self.fixture + "/Content")
    site = try TestSite()
    for path in content.paths { try site.write(#require(content.bytes(path)), to: "Content/" + path) }
  }

  /// A line of the count: an entity, the briefing that names it, as it is written there, how and where.
  private struct Line: Hashable, CustomStringConvertible {
    let fields: [String]
    var description: String { fields.joined(separator: " | ") }
  }

  private static func counted() throws -> [Line: Int] {
    let text = try String(contentsOfFile: fixture + "/counted.tsv", encoding: .utf8)
    var lines: [Line: Int] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      lines[Line(fields: Array(fields.dropLast()))] = fields.last.flatMap(Int.init)
    }
    return lines
  }

  /// The mentions on the entities' pages.
  private static func published(_ tree: Tree) -> [Line: Int] {
    var lines: [Line: Int] = [:]
    for path in tree.pages where path.hasPrefix("entities/") && path.split(separator: "/").count == 3 {
      let entity = String(path.split(separator: "/")[1])
      for entry in (tree.text(path) ?? "").components(separatedBy: "<li>") where entry.contains("<mark>") {
        guard let name = between("<mark>", "</mark>", in: entry),
          let briefing = between("briefings/", "/#mention-", in: entry)
        else { continue }
        lines[
          Line(fields: [entity, briefing, name, kinds(between("<small>", "</small>", in: entry))]), default: 0
        ] += 1
      }
    }
    return lines
  }

  /// A page says nothing where the entity's name just stands in a text.
  private static func kinds(_ shown: String?) -> String {
    guard let shown else { return "by name" }
    return shown.hasPrefix("by ") ? shown : "by name, \(shown)"
  }

  private static func between(_ start: String, _ end: String, in text: String) -> String? {
    guard let lower = text.range(of: start), let upper = text[lower.upperBound...].range(of: end) else {
      return nil
    }
    return String(text[lower.upperBound..<upper.lowerBound])
  }

  @Test func `every mention counted by hand is on its entity's page, and no other`() throws {
    let outcome = try site.dossier("build")
    try #require(outcome.status == 0, "\(outcome)")
    let (counted, published) = (try Self.counted(), Self.published(site.published))
    #expect(counted.count > 20)
    for line in Set(counted.keys).union(published.keys) {
      #expect(counted[line] == published[line], "\(line)")
    }
  }

  @Test func `a name that nobody can tell is reported, and so is a mixed spelling, and nothing else`() throws
  {
    let outcome = try site.dossier("build")
    let findings = outcome.output.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(findings.count == 2)
    #expect(findings.first?.hasPrefix("Content/briefings/bank.md:13:19:") == true)
    #expect(findings.last?.hasPrefix("Content/briefings/fleet.md:17:1:") == true)
  }

  @Test(arguments: ["john-smith", "paris", "smith", "the-chancellor"])
  func `a name with two owners has a page that offers both`(name: String) throws {
    let tree = try built()
    let page = try #require(tree.text("entities/names/\(name)/index.html"))
    let owners: [String: [String]] = [
      "john-smith": ["smith-admiral", "smith-banker"], "smith": ["smith-admiral", "smith-banker"],
      "paris": ["paris", "paris-texas"], "the-chancellor": ["adler", "brandt"],
    ]
    for owner in try #require(owners[name]) { #expect(page.contains("\"../../../entities/\(owner)/\"")) }
  }

  @Test(arguments: [("northhaven-gazette", "northhaven-post"), ("nur-sultan", "astana")])
  func `an old identifier leads to the new one`(old: String, new: String) throws {
    let page = try #require(try built().text("entities/\(old)/index.html"))
    #expect(page.contains("../../entities/\(new)/"))
  }

  @Test func `every link of the site leads somewhere`() throws {
    #expect(LeadsSomewhere(try built(), base: "https://example.org/").problems == [])
  }

  private func built() throws -> Tree {
    _ = try site.dossier("build")
    return site.published
  }
}
