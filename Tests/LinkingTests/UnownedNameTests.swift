import Briefings
import Markdown
import Testing

@testable import Linking

struct UnownedNameTests {
  private func proposed(_ body: String) throws -> [UnownedName] {
    var site = TestSite.briefing(body)
    site.add("entities/ruritania", "---\nname: Ruritania\ntype: place\n---\n")
    let registry = site.registry()
    let search = UnownedNameSearch(registry)
    let file = try #require(site.files.first)
    let start = try #require(registry.briefings.first).file.bodyStart
    let annotations = Markdown.annotations(
      of: Body(path: file.path, bytes: file.bytes, start: start), options: MarkdownOptions())
    return UnownedName.joined([search.names(in: file.path, annotations)])
  }

  @Test(arguments: [
    ("Then Ukrainian forces met the French and the Swedes, the Ruritanian navy, Kyivans.", []),
    ("Then the Ukrainian Navy met Steve Witkoff.", ["Steve Witkoff", "Ukrainian Navy"]),
    ("The Ukrainian left. Ukrainian ships left.", []),
    ("Then Anthony Albanese met Milan and Iman.", ["Anthony Albanese", "Iman", "Milan"]),
    ("Then Ankara’da and Odesa’s mayor left.", ["Ankara", "Odesa"]),
    ("Then Kyiv and Zelenskiy left on Monday in May.", []),
    ("Nobody spoke. Later nobody did.", []),
    ("Then J. R. Biden and Ludwig van Beethoven left.", ["J. R. Biden", "Ludwig van Beethoven"]),
  ])
  func `names are proposed, and adjectives of places are not`(body: String, names: [String]) throws {
    #expect(try proposed(body).map(\.text) == names)
  }

  @Test func `a surname alone belongs to the only name that ends with it`() throws {
    let names = try proposed(
      "Then Steve Witkoff left. Then Witkoff and Jane Smith met John Smith. But Smith left.")
    #expect(names.map(\.text) == ["Jane Smith", "John Smith", "Smith", "Steve Witkoff"])
    #expect(names.map { $0.surname?.text } == [nil, nil, nil, "Witkoff"])
    #expect(names.last?.surname?.uses.count == 1)
  }
}
