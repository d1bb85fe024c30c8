import Briefings
import Foundation
import Linking
import Testing

@testable import Rendering

struct EntityPageTests {
  private static func entity(_ name: String, type: String = "place") -> String {
    "---\nname: \"\(name)\"\ntype: \(type)\n---\n"
  }

  private func page(_ slug: String, of sample: SampleSite) throws -> String {
    try sample.page(.entity(#require(Slug(slug)), page: 1))
  }

  private static func attributes(_ name: String, in text: String) -> [Int] {
    text.components(separatedBy: " \(name)=\"").dropFirst().compactMap { Int($0.prefix { $0 != "\"" }) }
  }

  // MARK: Graph

  /// One briefing whose first paragraphs name the center and ever fewer of its neighbours.
  private func graphSite(neighbours: Int) throws -> SampleSite {
    var files: [(String, String)] = [
      ("site.yaml", "title: T\n"), ("entities/center.md", Self.entity("Center")),
    ]
    for number in 0..<neighbours { files.append(("entities/n\(number).md", Self.entity("Near \(number)"))) }
    let paragraphs = (0..<3).map { round in
      "Center, " + (0..<max(0, neighbours - round * 5)).map { "Near \($0)" }.joined(separator: ", ") + "."
    }
    files.append(
      ("briefings/b.md", MadeUpSiteTests.briefing("B", body: paragraphs.joined(separator: "\n\n"))))
    return try SampleSite(root: SampleSite.folder(files))
  }

  @Test(arguments: [2, 3, 8, 24, 40])
  func `a graph shows at most 24 neighbours as links with titles, and the table says the same`(
    neighbours: Int
  ) throws {
    let page = try page("center", of: graphSite(neighbours: neighbours))
    let start = try #require(page.range(of: "<svg class=\"graph\""))
    let end = try #require(page.range(of: "</svg>", range: start.upperBound..<page.endIndex))
    let graph = String(page[start.lowerBound..<end.lowerBound])
    let shown = min(24, neighbours)
    #expect(graph.components(separatedBy: "<a href=\"../../entities/n").count == shown + 1)
    #expect(graph.components(separatedBy: "<title>").count == shown + 2)
    let table = page[end.upperBound...]
    for line in graph.components(separatedBy: "<a href=\"").dropFirst() {
      let url = try #require(line.split(separator: "\"").first)
      #expect(table.contains("<a class=\"entity\" href=\"\(url)\""))
    }
    // The words of one side stand on lines of their own, inside the drawing.
    let (xs, ys) = (Self.attributes("x", in: graph), Self.attributes("y", in: graph))
    #expect(xs.count == shown && ys.count == shown)
    for side in [true, false] {
      let rows = zip(xs, ys).filter { ($0.0 > 360) == side }.map(\.1).sorted()
      #expect(zip(rows, rows.dropFirst()).allSatisfy { $1 - $0 >= 16 })
    }
    #expect(xs.allSatisfy { (0...720).contains($0) } && ys.allSatisfy { $0 > 0 })
    #expect(!graph.contains(".5"))
  }

  @Test func `an entity with one neighbour has a table and no graph`() throws {
    let page = try page("center", of: graphSite(neighbours: 1))
    #expect(!page.contains("<svg class=\"graph\"") && page.contains("<table class=\"related\""))
  }

  @Test func `the same neighbours give the same bytes`() throws {
    let pages = try (0..<2).map { _ in try page("center", of: graphSite(neighbours: 12)) }
    #expect(pages[0] == pages[1])
  }

  // MARK: Names

  @Test func `an entity that shares a name leads to the page of all its owners`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "entities/a.md": Self.entity("Georgia"),
      "entities/b.md": "---\nname: Peach State\ntype: place\naliases: [Georgia]\n---\n",
      "entities/c.md": Self.entity("Georgian"),
    ])
    for slug in ["a", "b"] {
      let page = try page(slug, of: sample)
      #expect(page.contains("<a href=\"../../entities/names/georgia/\">Georgia</a>"))
    }
    #expect(!(try page("c", of: sample)).contains("entities/names/"))
  }

  @Test func `a page of a shared name says what tells its owners apart`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "entities/country.md": Self.entity("Ruritania"),
      "entities/a.md": "---\nname: Strelsau\ntype: place\nwithin: country\nsummary: A port.\n---\n",
      "entities/b.md":
        "---\nname: The Party\ntype: organization\naliases: [{text: Strelsau, from: 1999, to: 2010-05}]\n---\n",
      "briefings/b.md": MadeUpSiteTests.briefing("B", body: "[[a|Strelsau]].\n"),
    ])
    let page = try sample.page(.sharedName(#require(Slug("strelsau"))))
    #expect(page.contains("Place in Ruritania, mentioned 1 time. A port."))
    #expect(page.contains("Organization, from 1999 until May 2010<"))
  }

  // MARK: Index

  private func indexSite() throws -> SampleSite {
    var files: [(String, String)] = [("site.yaml", "title: T\n")]
    let letters = ["A", "É", "E", "K", "К", "Ω", "Z", "7"]
    for number in 0..<260 {
      let name = "\(letters[number % letters.count])name \(number)"
      files.append(("entities/e\(number).md", Self.entity(name, type: number % 3 == 0 ? "person" : "place")))
    }
    files.append(("briefings/b.md", MadeUpSiteTests.briefing("B", body: "Aname 8, Aname 8, Kname 3.\n")))
    return try SampleSite(root: SampleSite.folder(files))
  }

  @Test func `each letter of each type is one link away from every page of the index`() throws {
    let sample = try indexSite()
    let pages = try (1...3).map { try sample.page(.entityIndex(page: $0)) }
    for (index, page) in pages.enumerated() {
      let links = page.components(separatedBy: "<ul class=\"letters\"").dropFirst().joined()
        .components(separatedBy: "</nav>")[0].components(separatedBy: "href=\"").dropFirst()
        .compactMap { $0.split(separator: "\"").first.map(String.init) }
      // Two types, and A, E, K, К, Ω, Z and figures in each.
      #expect(links.count == 2 + 2 * 7)
      for link in links {
        let fragment = try #require(link.split(separator: "#").last?.removingPercentEncoding)
        let target =
          link.hasPrefix("#") ? index : (link.contains("page/2/") ? 1 : link.contains("page/3/") ? 2 : 0)
        #expect(pages[target].contains("id=\"\(fragment)\""), "\(link) on page \(index + 1)")
      }
    }
    let ids = pages.flatMap { Markup.values(of: "id", in: $0).filter { $0.hasPrefix("place-") } }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: [
    ("name: Volodymyr Zelenskiy\ntype: person\naliases: [Zelensky, Zelenskiy]", "Zelenskiy, Volodymyr", "Z"),
    (
      "name: Ursula von der Leyen\ntype: person\naliases: [Leyen, {text: von der Leyen, after-name: true}]",
      "von der Leyen, Ursula", "V"
    ),
    (
      "name: Ursula von der Leyen\ntype: person\nsort-name: Leyen, Ursula von der\naliases: [von der Leyen]",
      "Leyen, Ursula von der", "L"
    ),
    ("name: Xi Jinping\ntype: person\naliases: [Xi]", "Xi Jinping", "X"),
    ("name: Keir Starmer\ntype: person", "Keir Starmer", "K"),
    ("name: Jean-Noël Barrot\ntype: person\naliases: [Barrot]", "Barrot, Jean-Noël", "B"),
    (
      "name: Ann Lee\ntype: person\naliases: [{text: Lee, to: 2020}, {text: Lee, auto: false}]", "Ann Lee",
      "A"
    ),
    ("name: Bank of Ruritania\ntype: organization\naliases: [Ruritania]", "Bank of Ruritania", "B"),
    ("name: The Post\ntype: organization\nsort-name: Post, The", "Post, The", "P"),
    ("name: Łódź\ntype: place", "Łódź", "L"), ("name: 20 Days\ntype: work", "20 Days", "#"),
  ])
  func `an entity is filed as its record says, and never by guess`(
    record: String, filed: String, letter: String
  ) throws {
    let sample = try SampleSite(["site.yaml": "title: T\n", "entities/a.md": "---\n\(record)\n---\n"])
    let index = try sample.page(.entityIndex(page: 1))
    #expect(index.contains("<a href=\"../entities/a/\">\(filed)</a>"))
    #expect(index.contains(">\(letter)</h3>"))
  }

  @Test func `letters with strokes and accents stand among the plain ones`() {
    let names = ["Lodz", "Łomża", "Lübeck", "Lviv", "Ørsted", "Oslo"]
    #expect(names.shuffled().sorted { SortKey($0) < SortKey($1) } == names)
  }

  @Test func `each page of a long index says what it holds`() throws {
    let sample = try indexSite()
    let pages = try (1...3).map { try sample.page(.entityIndex(page: $0)) }
    #expect(pages[0].contains("Page 1 of 3: 7name 111 to "))
    #expect(pages.allSatisfy { $0.contains("260 entities") && $0.contains(" of 3: ") })
  }

  // MARK: Lists

  @Test func `a page of long lists begins with links to them`() throws {
    let body = (0..<130).map { "[Kyiv lied]{.claim by=a} once, \($0)." }.joined(separator: "\n\n")
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "entities/kyiv.md": Self.entity("Kyiv"),
      "entities/a.md": Self.entity("A Man"),
      "briefings/b.md": MadeUpSiteTests.briefing("B", body: body),
    ])
    let first = try page("kyiv", of: sample)
    #expect(
      first.contains(
        "<a href=\"#site-claims-about\">Claims about this place <span class=\"num\">130</span></a>"))
    for id in Markup.values(of: "href", in: first) where id.hasPrefix("#site-") {
      #expect(first.contains("id=\"\(id.dropFirst())\""))
    }
    #expect(!(try page("a", of: sample)).contains("Lists of this page"))
    let second = try sample.page(.entity(#require(Slug("kyiv")), page: 2))
    #expect(second.contains("<p class=\"standfirst\">Page 2 of 2</p>"))
    #expect(second.contains("href=\"#site-mentions\""))
  }

  @Test func `an event on the page of one who takes part does not link to the page itself`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "entities/kyiv.md": Self.entity("Kyiv"),
      "entities/a.md": Self.entity("Rome"),
      "briefings/b.md": MadeUpSiteTests.briefing(
        "B", body: "[They met]{.event date=2025 place=kyiv who=a}.\n"),
    ])
    for (own, other) in [("kyiv", "a"), ("a", "kyiv")] {
      let page = try page(own, of: sample)
      #expect(page.contains("<a class=\"entity\" href=\"../../entities/\(other)/\">"))
      #expect(!page.contains("<a class=\"entity\" href=\"../../entities/\(own)/\">"))
    }
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (5009, "5,009"), (1_234_567, "1,234,567")])
  func `numbers are printed in groups of three digits`(number: Int, text: String) {
    #expect(grouped(number) == text)
  }

  @Test func `the most mentioned stand on the first page of the index, with how often`() throws {
    let sample = try indexSite()
    let first = try sample.page(.entityIndex(page: 1))
    let most = try #require(first.range(of: "Most mentioned"))
    let list = first[most.upperBound...].components(separatedBy: "</ol>")[0]
    #expect(list.contains(">Aname 8</a> <span class=\"num\">2</span>"))
    #expect(!(try sample.page(.entityIndex(page: 2))).contains("Most mentioned"))
  }

  @Test func `a script with more first letters than a list can hold is led to by the page`() {
    let letters = (0..<1000).map { String(Unicode.Scalar(0x4E00 + UInt32($0)) ?? "?") }
    let found = IndexLetter.all(of: .place, in: 0..<1000) { letters[$0] }
    #expect(found.map(\.position) == Array(stride(from: 0, to: 1000, by: 100)))
    #expect(IndexLetter.all(of: .place, in: 0..<60) { letters[$0] }.count == 60)
  }
}
