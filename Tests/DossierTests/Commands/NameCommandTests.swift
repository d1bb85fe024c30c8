import Foundation
import Testing

/// What commands say of names: why they are linked, who is listed, who is missing.
@Suite
struct NameCommandTests {
  private let site: TestSite

  init() throws {
    site = try TestSite([
      "Content/site.yaml": "title: Desk\nbase-url: https://example.org/\n",
      "Content/entities/georgia.md": "---\nname: Georgia\ntype: place\n---\n",
      "Content/entities/georgia-us.md":
        "---\nname: Georgia (U.S. state)\ntype: place\naliases: [Georgia]\n---\n",
      "Content/entities/may.md": """
      ---
      name: Theresa May
      type: person
      aliases:
        - {text: May, after-name: true}
        - {text: The Minister, to: 2019-07-24}
        - {text: the Maybot, auto: false}
      ---
      """,
      "Content/entities/kyiv.md": """
      ---
      name: Kyiv
      type: place
      aliases: [Kiev, KVCA]
      not: [Kyiv Independent]
      redirects: [/entities/kyiv-city/]
      ---
      """,
      "Content/entities/secret.md": "---\nname: Obelisk\ntype: topic\ndraft: true\n---\n",
      "Content/briefings/truce.md": """
      ---
      title: Truce
      published: 2025-03-05
      summary: A truce.
      ---
      ## In Kyiv

      May spoke. Theresa May met Steve Witkoff in Kyiv. May left Kyiv for Georgia. `Kyiv` is code.

      [[georgia|Georgia]] answered [in Kyiv](https://example.org/). The Minister, the Maybot.
      Later Steve Witkoff and the Bank of Ruritania met Witkoff’s man. Yesterday nobody spoke.

      The Kyiv Independent, Kvca, [[kyiv-city|the city]] and [[entities/kyiv-city]], Kyiv-Pechersk.

      """,
    ])
  }

  @Test func `each name is explained in the order of the file`() throws {
    let outcome = try site.dossier("explain-links", "Content/briefings/truce.md")
    try #require(outcome.status == 0, "\(outcome)")
    let place = "Content/briefings/truce.md:"
    #expect(
      outcome.output == """
        \(place)6:7: 'Kyiv' not linked: it stands in a heading, a name of kyiv
        \(place)8:1: 'May' not linked: 'after-name: true': no other name of may stands before it
        \(place)8:12: 'Theresa May' links to may: its name, the first in its section
        \(place)8:45: 'Kyiv' links to kyiv: its name, the first in its section
        \(place)8:51: 'May' counts for may, not linked: its alias 'May', but not the first in its section
        \(place)8:60: 'Kyiv' counts for kyiv, not linked: its name, but not the first in its section
        \(place)8:69: 'Georgia' not linked: it may mean georgia or georgia-us; write [[georgia|Georgia]] or name one under 'prefer'
        \(place)8:78: 'Kyiv' not linked: it stands in code or a construct, a name of kyiv
        \(place)10:1: 'Georgia' links to georgia: written as [[…]]
        \(place)10:34: 'Kyiv' not linked: it stands in a link, a name of kyiv
        \(place)10:63: 'The Minister' not linked: 'from' or 'to' excludes the briefing's date: a name of may
        \(place)10:77: 'the Maybot' not linked: 'auto: false': a name of may only where [[…]] says so
        \(place)13:5: 'Kyiv' not linked: 'not: Kyiv Independent' keeps it from kyiv
        \(place)13:23: 'Kvca' not linked: its capitals differ from 'KVCA', a name of kyiv
        \(place)13:29: 'the city' links to kyiv: written as [[…]]
        \(place)13:56: 'entities/kyiv-city' links to kyiv: written as [[…]]
        \(place)13:80: 'Kyiv' not linked: a hyphen makes it part of a longer name than that of kyiv

        """)
    #expect(outcome.errors.contains("17 names: 7 counted as mentions, 5 of them linked"))
  }

  @Test func `a file may be named from the current folder or from the root`() throws {
    let here = try site.dossier("explain-links", "-q", "Content/briefings/truce.md")
    let folder = site.root + "/Content/briefings"
    let there = try Command(arguments: ["explain-links", "-q", "truce.md"], folder: folder).run()
    #expect(here.status == 0 && there.output == here.output && there.errors == "")
  }

  @Test(arguments: ["Content/briefings/none.md", "Content/site.yaml", "/dev/null"])
  func `what is no file of the content ends with 2`(file: String) throws {
    let outcome = try site.dossier("explain-links", file)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.contains("dossier: error: "))
  }

  // MARK: list

  @Test func `entities are listed as a table and as one object a line`() throws {
    let table = try site.dossier("list", "entities")
    #expect(
      table.output == """
        id          type    mentions  pages  name
        georgia     place          1      1  Georgia
        georgia-us  place          0      0  Georgia (U.S. state)
        kyiv        place          4      1  Kyiv
        may         person         2      1  Theresa May

        """, "\(table)")
    let json = try site.dossier("list", "entities", "--format", "json")
    let objects = try json.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["id"] as? String } == ["georgia", "georgia-us", "kyiv", "may"])
    #expect(objects.allSatisfy { $0["schema"] as? Int == 1 })
    #expect(objects.map { $0["mentions"] as? Int } == [1, 0, 4, 2])
  }

  @Test(arguments: [
    ("briefings", "truce"), ("sources", "id"), ("events", "date"), ("claims", "status"),
    ("withheld", "secret.md"),
  ])
  func `every kind can be listed`(kind: String, word: String) throws {
    let table = try site.dossier("list", kind)
    #expect(table.status == 0 && table.output.contains(word), "\(table)")
    #expect(try site.dossier("list", kind, "--format", "json").status == 0)
  }

  @Test(arguments: [
    ["list"], ["list", "people"], ["list", "entities", "--format", "xml"], ["new", "entity", ""],
  ])
  func `a wrong command line ends with 64`(arguments: [String]) throws {
    #expect(try site.dossier(arguments).status == 64)
  }

  // MARK: suggest

  @Test func `names that nobody owns are proposed as files, most frequent first`() throws {
    let outcome = try site.dossier("suggest", "entities")
    let paths = outcome.output.split(separator: "\n").filter { $0.hasPrefix("Content/entities/") }
    #expect(
      paths == [
        "Content/entities/steve-witkoff.md", "Content/entities/bank-of-ruritania.md",
        "Content/entities/kvca.md", "Content/entities/kyiv-independent.md",
        "Content/entities/kyiv-pechersk.md",
      ], "\(outcome)")
    #expect(outcome.output.contains("\naliases: [{text: Witkoff, after-name: true}]\n"))
    #expect(
      outcome.output.contains(
        "# 2 times in 1 file; 'Witkoff' alone 1 time\n# Content/briefings/truce.md:8:28: Theresa May met Steve"
      )
    )
    #expect(!outcome.output.contains("Yesterday"))
    #expect(try site.dossier("suggest", "entities", "--limit", "1").errors.contains("4 more"))
    #expect(try site.dossier("suggest", "entities", "Content/entities/kyiv.md").output == "")
  }

  @Test func `a proposal pasted as a file is an entity`() throws {
    let outcome = try site.dossier("suggest", "entities", "--limit", "1")
    let lines = outcome.output.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    try site.write(String(lines[1]), to: String(lines[0]))
    let listed = try site.dossier("list", "entities")
    #expect(listed.output.contains("steve-witkoff  person         3      1  Steve Witkoff"), "\(listed)")
  }

  // MARK: new

  @Test(arguments: [
    ("Steve Witkoff", "steve-witkoff"), ("Żółć \"Łódź\": #1", "zolc-lodz-1"), ("No", "no"),
    ("Bank of Ruritania", "bank-of-ruritania"), ("Côte d’Ivoire", "cote-divoire"),
    ("U.S.S. Maine", "uss-maine"),
  ])
  func `a new entity's file holds its name and checks without a finding`(name: String, slug: String) throws {
    let made = try site.dossier("new", "entity", name)
    #expect(made.status == 0 && made.output == "Content/entities/\(slug).md\n", "\(made)")
    let listed = try site.dossier("list", "entities", "--format", "json")
    let quoted = name.replacingOccurrences(of: "\"", with: "\\\"")
    #expect(listed.output.contains("\"name\":\"\(quoted)\""), "\(listed)")
    let checked = try site.dossier("check")
    #expect(!checked.output.contains("error"), "\(checked)")
  }

  @Test func `a file that is there is left, and an identifier is given once`() throws {
    let before = Tree(site.root)
    let outcome = try site.dossier("new", "entity", "Kyiv")
    #expect(outcome.status == 2 && outcome.errors.contains("Content/entities/kyiv.md"))
    #expect(Tree(site.root).differences(from: before) == [])
    let other = try site.dossier("new", "entity", "Kyiv", "--slug", "kyiv-cake", "--type", "work")
    #expect(other.status == 0 && other.errors.contains("is a name of 'Content/entities/kyiv.md', too"))
  }

  @Test func `a name without Latin letters asks for an identifier`() throws {
    #expect(try site.dossier("new", "entity", "Київ").status == 2)
    let made = try site.dossier("new", "entity", "Київ", "--slug", "kyiv-ua", "--type", "place")
    #expect(made.output == "Content/entities/kyiv-ua.md\n")
  }
}
