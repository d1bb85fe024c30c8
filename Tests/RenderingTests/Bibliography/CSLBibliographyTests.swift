import Foundation
import Testing

@testable import Rendering

/// `bibliography.json`, by the schema of CSL and read by Pandoc's citeproc.
struct CSLBibliographyTests {
  static func item(_ record: String, key: String = "a") throws -> [String: Any] {
    let sample = try SampleSite([
      "site.yaml": "title: T\n",
      "entities/xi.md": "---\nname: Xi Jinping\ntype: person\nsort-name: 'Xi, Jinping'\n---\n",
      "entities/el-pais.md": "---\nname: El País\ntype: organization\n---\n",
      "sources/\(key).md": "---\ntitle: A\n\(record)---\n",
    ])
    let items = try BibliographyPeers.items(try #require(sample.outputFile("bibliography.json")))
    return try #require(items[key])
  }

  private static func json(_ value: Any?) throws -> String {
    guard let value else { return "nothing" }
    let data = try JSONSerialization.data(
      withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }

  @Test(arguments: [
    ("2025-03-04", #"{"date-parts":[[2025,3,4]]}"#, "nothing"),
    ("2025-03", #"{"date-parts":[[2025,3]]}"#, "nothing"),
    ("2025-03-04?", #"{"circa":true,"date-parts":[[2025,3,4]]}"#, #"{"edtf":"2025-03-04?"}"#),
    ("2025~", #"{"circa":true,"date-parts":[[2025]]}"#, #"{"edtf":"2025~"}"#),
    ("2024-22", #"{"date-parts":[[2024]],"season":2}"#, "nothing"),
    ("2024-32", #"{"date-parts":[[2024]],"season":4}"#, #"{"edtf":"2024-32"}"#),
    ("2025-03-02/2025-03-04", #"{"date-parts":[[2025,3,2],[2025,3,4]]}"#, "nothing"),
    ("2025-03-XX", #"{"date-parts":[[2025,3]]}"#, #"{"edtf":"2025-03-XX"}"#),
    ("2025-XX-04", #"{"date-parts":[[2025]]}"#, #"{"edtf":"2025-XX-04"}"#),
    ("2025-03-04T10:20:30Z", #"{"date-parts":[[2025,3,4]]}"#, #"{"edtf":"2025-03-04T10:20:30Z"}"#),
    ("2022/..", #"{"literal":"from 2022 (ongoing)"}"#, #"{"edtf":"2022/.."}"#),
  ])
  func `a date keeps what CSL can say, words or not, and the record's own form beside it`(
    _ date: String, _ issued: String, _ custom: String
  ) throws {
    let item = try Self.item("publisher: P\npublished: '\(date)'\n")
    #expect(try Self.json(item["issued"]) == issued)
    #expect(try Self.json(item["custom"]) == custom)
  }

  @Test(arguments: [
    ("Cristian Segura", #"{"family":"Segura","given":"Cristian"}"#),
    ("Ursula von der Leyen", #"{"family":"von der Leyen","given":"Ursula"}"#),
    ("Segura, Cristian", #"{"family":"Segura","given":"Cristian"}"#),
    ("Xi Jinping", #"{"family":"Xi","given":"Jinping"}"#),
    ("El País", #"{"literal":"El País"}"#), ("Desk One", #"{"literal":"Desk One"}"#),
    ("Reuters", #"{"literal":"Reuters"}"#), ("Acme, Inc.", #"{"literal":"Acme, Inc."}"#),
    ("Ministry of Defence", #"{"literal":"Ministry of Defence"}"#), ("山田 太郎", #"{"literal":"山田 太郎"}"#),
    ("Radio 5 Live", #"{"literal":"Radio 5 Live"}"#),
  ])
  func `persons are filed by family name, others by the whole`(_ author: String, _ name: String) throws {
    let item = try Self.item("publisher: Desk One\nauthors: ['\(author)']\n")
    #expect(try Self.json(item["author"]) == "[\(name)]")
  }

  @Test func `what a record leaves out is left out, and an unknown address is none`() throws {
    let item = try Self.item("publisher: el-pais\nurl: unknown\n")
    #expect(try Self.json(item) == #"{"id":"a","publisher":"El País","title":"A","type":"document"}"#)
  }

  @Test func `a newspaper is what the article appeared in`() throws {
    let item = try Self.item("publisher: el-pais\ntype: article-newspaper\n")
    #expect(item["container-title"] as? String == "El País" && item["publisher"] == nil)
  }

  @Test(arguments: ["bibliography.json", "bibliography.bib"], [false, true])
  func `nothing withheld is exported, whatever the run shows`(_ path: String, _ drafts: Bool) throws {
    let sample = try SampleSite(
      [
        "site.yaml": "title: T\n", "sources/open.md": "---\ntitle: Open\npublisher: P\n---\n",
        "sources/closed.md": "---\ntitle: Obelisk\npublisher: Hush\ndraft: true\n---\n",
        "sources/used.md": "---\ntitle: Pylon\npublisher: P\n---\n",
        "briefings/d.md": "---\ntitle: D\ndraft: true\n---\n\nX [@used].\n",
      ], drafts: drafts)
    let text = try #require(sample.outputFile(path))
    #expect(text.contains("Open"))
    for word in ["Obelisk", "Hush"] + (drafts ? [] : ["Pylon"]) { #expect(!text.contains(word)) }
  }

  @Test func `no sources are an empty list`() throws {
    let sample = try SampleSite(["site.yaml": "title: T\n"])
    #expect(sample.outputFile("bibliography.json") == "[]\n")
    #expect(sample.outputFile("bibliography.bib") == "")
  }

  @Test func `an item is a line, by identifier, and its bytes do not depend on the others`() throws {
    let made = MadeUpSources(60, seed: 3)
    let text = try #require(
      try SampleSite(root: SampleSite.folder(made.files)).outputFile("bibliography.json"))
    let lines = text.split(separator: "\n").dropFirst().dropLast()
    let keys = lines.map { String($0.dropFirst(#"{"id":""#.count).prefix { $0 != "\"" }) }
    #expect(keys == made.titles.keys.sorted())
  }

  @Test func `the pages of sources lead to the exports`() throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n", "sources/a.md": "---\ntitle: A\npublisher: P\n---\n",
    ])
    let page = try sample.page(.bibliography(page: 1))
    #expect(page.contains(#"<a href="../bibliography.json" type="application/vnd.citationstyles.csl+json">"#))
    #expect(page.contains(#"<a href="../bibliography.bib" type="application/x-bibtex">"#))
    #expect(page.contains(#"href="../bibliography.json">"#))
    #expect(!(try sample.page(.home)).contains("bibliography.json"))
  }

  // MARK: Read by others

  @Test(
    .enabled(
      if: BibliographyPeers.hasJSONSchema && BibliographyPeers.schema != nil,
      "no csl-data.json in ../shared/suites, or no jsonschema; '.ci/install venv:jsonschema' puts it into .venv"
    ),
    arguments: 1...4)
  func `the schema of CSL finds nothing wrong`(seed: UInt64) throws {
    let sample = try SampleSite(root: SampleSite.folder(MadeUpSources(150, seed: seed).files))
    let json = try #require(sample.outputFile("bibliography.json"))
    #expect(try BibliographyPeers.findings(in: json) == "")
    #expect(try BibliographyPeers.findings(in: json.replacing(#""type":"#, with: #""kind":"#)) != "")
  }

  @Test(
    .enabled(if: BibliographyPeers.pandoc != nil, "no pandoc"),
    arguments: ["bibliography.json", "bibliography.bib"])
  func `Pandoc resolves a citation`(path: String) throws {
    let sample = try SampleSite([
      "site.yaml": "title: T\n",
      "sources/truce-2025.md":
        "---\ntitle: A Truce\npublisher: El País\ntype: article-newspaper\nauthors: [Cristian Segura]\npublished: 2025-03-04\n---\n",
    ])
    let text = try BibliographyPeers.cite(
      "So [@truce-2025].", from: try #require(sample.outputFile(path)), named: path)
    #expect(text.contains("So (Segura 2025)."))
    #expect(text.contains("Segura, Cristian. 2025. “A Truce.” El País, March 4, 2025."))
  }
}
