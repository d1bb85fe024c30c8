import EDTF
import Foundation
import Testing

@testable import Rendering

/// `bibliography.bib`, held to `bibliography.json` through Pandoc.
struct BibLaTeXBibliographyTests {
  @Test func `an entry has BibLaTeX's names, capitals kept`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n",
      "sources/a.md": """
      ---
      title: '50% of "Ours" & {Theirs}'
      publisher: A and B
      type: article-newspaper
      authors: [Mara Lindqvist, A and B]
      published: 2025-03?
      language: de
      url: https://e.org/a_b%20{c}
      accessed: 2025-03-05
      archive-url: https://archive.example/a_b
      archived: 2025-03-06
      ---
      """,
    ])
    #expect(
      sample.outputFile("bibliography.bib") == """
        @article{a,
          title = {{50\\% of „Ours“ \\& \\{Theirs\\}}},
          author = {{Lindqvist}, {Mara} and {A and B}},
          entrysubtype = {newspaper},
          journaltitle = {{A and B}},
          date = {2025-03?},
          langid = {ngerman},
          url = {https://e.org/a_b%20%7Bc%7D},
          urldate = {2025-03-05},
          note = {Archived copy: https://archive.example/a\\_b, 2025-03-06},
        }

        """)
  }

  @Test(arguments: [
    ("2025-03-04", "2025-03-04"), ("2025-03?-04~", "2025-03-04%"), ("2024-30", "2024-22"),
    ("2022/..", "2022/.."), ("2022~/", "2022~/"), ("2025-03-XX", "2025-03"),
    ("2025-03-04T10:20:30Z", "2025-03-04"),
  ])
  func `a date is one that BibLaTeX reads`(_ date: String, _ text: String) throws {
    #expect(BibLaTeXDate(try EDTFDate(parsing: date), language: "en") == .date(text))
  }

  @Test(arguments: ["199X", "[2025-03-01,2025-03-02]", "Y12024", "0000", "2024-33", "2024-21/2024-22"])
  func `another date is said in words`(_ date: String) throws {
    let date = try EDTFDate(parsing: date)
    #expect(BibLaTeXDate(date, language: "en") == .words(date.words(language: "en")))
  }

  @Test func `a brace that has no partner does not end the file for BibTeX`() {
    for text in ["a } b", "a { b", "}{", "{{}"] {
      #expect(!LaTeXText.escaped(text).contains("\\{") && !LaTeXText.escaped(text).contains("\\}"))
    }
    #expect(LaTeXText.escaped("{a}") == "\\{a\\}")
  }

  @Test(.enabled(if: BibliographyPeers.pandoc != nil, "no pandoc"), arguments: 1...4)
  func `Pandoc reads in the one file what the other says`(seed: UInt64) throws {
    let made = MadeUpSources(150, seed: seed)
    let sample = try SampleSite(root: SampleSite.folder(made.files))
    let json = try BibliographyPeers.items(try #require(sample.outputFile("bibliography.json")))
    let bib = try BibliographyPeers.read(bib: try #require(sample.outputFile("bibliography.bib")))
    #expect(json.count == 150 && Set(json.keys) == Set(bib.keys))
    for (key, item) in json.sorted(by: { $0.key < $1.key }) {
      let read = try #require(bib[key])
      let told = Told(item, isFromBib: false)
      #expect(told == Told(read, isFromBib: true), "\(key)")
      #expect(told.title == Told.folded(made.titles[key] ?? ""))
    }
  }
}

/// What both files can say, and Pandoc tells of both.
private struct Told: Equatable {
  let title: String
  let publisher: String
  let authors: [String]
  let date: String
  let accessed: String
  let url: String

  init(_ item: [String: Any], isFromBib: Bool) {
    title = Told.folded(item["title"] as? String ?? "")
    publisher = Told.folded((item["container-title"] ?? item["publisher"]) as? String ?? "")
    authors = (item["author"] as? [[String: Any]] ?? []).map { name in
      let parts = ["given", "dropping-particle", "non-dropping-particle", "family", "literal"]
      return Told.folded(parts.compactMap { name[$0] as? String }.joined(separator: " "))
    }
    accessed = Told.parts(item["accessed"])
    date = Told.parts(item["issued"])
    let url = item["URL"] as? String ?? ""
    self.url = url.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
  }

  /// Pandoc writes seasons as months, and nothing of what it cannot read: words, an open end.
  private static func parts(_ date: Any?) -> String {
    guard let date = date as? [String: Any], let parts = date["date-parts"] as? [[Int]] else { return "" }
    if parts.isEmpty || parts.contains([0]) { return "" }
    let season = (date["season"] as? Int).map { [$0 + 20] } ?? []
    return parts.map { ($0 + season).map(String.init).joined(separator: "-") }.joined(separator: "/")
  }

  /// Signs that are set in each one's own way: quotation marks, dashes, spaces; a brace without a partner, which Pandoc
  /// drops.
  static func folded(_ text: String) -> String {
    let dropped = Set("\"'`‘’“”„«»{}\u{201A}-–—".unicodeScalars)
    let kept = text.unicodeScalars.filter { !dropped.contains($0) && !$0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
  }
}
