import Briefings
import Diagnostics
import Testing

@testable import Linking

struct NameRuleTests {
  /// Two briefings beside the records; what is found of one code.
  private func check(
    _ code: FindingCode, _ first: String, _ second: String = "",
    entities: KeyValuePairs<String, String> = [:],
    matter: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var site = TestSite.briefing(first, matter: matter)
    if !second.isEmpty {
      site.add("briefings/other", "---\ntitle: Other\npublished: 2025-03-01\nsummary: S\n---\n\(second)")
    }
    for (slug, matter) in entities { site.add("entities/\(slug)", "---\n\(matter)\n---\n") }
    let findings = site.linked().reported(with: []).filter { $0.code == code }
    let found = site.found(findings, [.error, .warning, .note])
    #expect(found == site.expected, sourceLocation: sourceLocation)
  }

  // MARK: mixed-spelling

  @Test(arguments: [
    "In Odesa. Then ‹mixed-spelling|Odessa›.", "In Odesa, not “Odessa”.", "In Odesa.\n\n> In Odessa.",
    "In Odesa. [In Odessa]{.quote speaker=zelenskiy} [@paper].", "In Odessa, and in Odessa.",
    "In Odesa and ODESA.",
    "In Odesa. He said: „Nach Odessa“.", "In Odesa. “We go. To Odessa.”",
    "In ‹mixed-spelling|Odessa›, Odessa, Odesa and Odesa.", "In Odesa and [[odesa|Odessa]].",
  ])
  func `two spellings of a name are mixed outside quotations only`(body: String) {
    check(.mixedSpelling, body, entities: ["odesa": "name: Odesa\ntype: place\naliases: [Odessa]"])
  }

  @Test func `spellings mix across pages, and each page is told once`() {
    check(
      .mixedSpelling, "In ‹mixed-spelling|Odessa›. In Odessa.", "In Odesa.",
      entities: ["odesa": "name: Odesa\ntype: place\naliases: [Odessa]"])
  }

  @Test(arguments: [
    ("Al Qaeda and ‹mixed-spelling|al-Qaida›", "name: Al Qaeda\ntype: organization\naliases: [al-Qaida]"),
    ("Barak Ösi and ‹mixed-spelling|Barak Osi›", "name: Barak Ösi\ntype: person"),
    ("Ösi and ‹mixed-spelling|Osi›", "name: Barak Ösi\ntype: person\naliases: [Osi]"),
    (
      "the UNO and the ‹mixed-spelling|U.N.O.›",
      "name: United Nations\ntype: organization\naliases: [UNO, U.N.O.]"
    ),
    ("Jordan and Jordanian", "name: Jordan\ntype: place\naliases: [Jordanian]"),
    ("Russia and Russian", "name: Russia\ntype: place\naliases: [Russian]"),
    ("Burma and Myanmar", "name: Myanmar\ntype: place\naliases: [Burma]"),
    ("Barak Ösi and Ösi and BARAK ÖSI", "name: Barak Ösi\ntype: person\naliases: [Ösi]"),
    ("Lviv and Lvov", "name: Lviv\ntype: place\naliases: [{text: Lvov, to: 2030}]"),
    ("Lviv and ‹mixed-spelling|Lvov›", "name: Lviv\ntype: place\naliases: [Lvov]"),
    ("l’Acadie and l'Acadie and L–Acadie", "name: l'Acadie\ntype: place"),
  ])
  func `a spelling differs by a letter or two, another word by more or at its end`(
    body: String, record: String
  ) {
    check(.mixedSpelling, body, entities: ["thing": record])
  }

  @Test func `the house spelling is the name's, and the finding shows where it stands`() throws {
    var site = TestSite.briefing("In Odesa and Odessa.")
    site.add("entities/odesa", "---\nname: Odesa\ntype: place\naliases: [Odessa]\n---\n")
    let finding = try #require(site.linked().findings.first { $0.code == .mixedSpelling })
    #expect(finding.suggestions == ["Odesa"])
    #expect(finding.notes.first?.message == "written 'Odesa' here")
  }

  // MARK: alias-never-seen

  @Test(arguments: [
    ("The town.", "name: Odesa\ntype: place\naliases: [‹alias-never-seen|Pearl›]"),
    ("The Pearl.", "name: Odesa\ntype: place\naliases: [Pearl]"),
    ("The PEARL.", "name: Odesa\ntype: place\naliases: [Pearl]"),
    ("See [[Pearl]].", "name: Odesa\ntype: place\naliases: [Pearl]"),
    ("The town.", "name: Odesa\ntype: place\naliases: [{text: Pearl, auto: false}]"),
    ("The U.S coast.", "name: Odesa\ntype: place\naliases: [U.S.]"),
    ("Kyiv.", "name: Odesa\ntype: place\naliases: [Kyiv]"),
    ("Pearl.", "name: Odesa\ntype: place\ndraft: true\naliases: [Harbour]"),
  ])
  func `an alias that no text uses is told at its place`(body: String, record: String) {
    check(.aliasNeverSeen, "Zelenskiy. \(body)", entities: ["odesa": record])
  }

  // MARK: orphan-entity

  @Test(arguments: [
    ("Text.", "name: ‹orphan-entity|Odesa›\ntype: place", ""), ("Odesa.", "name: Odesa\ntype: place", ""),
    ("See [[odesa]].", "name: Odesa\ntype: place", ""),
    ("Text.", "name: Odesa\ntype: place", "topics: [odesa]\n"),
    ("[A]{.event date=2025 place=odesa}", "name: Odesa\ntype: place", ""),
  ])
  func `an entity that nothing names or refers to is told`(body: String, record: String, matter: String) {
    check(
      .orphanEntity, "Kyiv, Zelenskiy, The offer. \(body)", entities: ["odesa": record], matter: matter)
  }

  // MARK: ambiguous-name

  private static let state = "name: Georgia\ntype: place"

  @Test(arguments: [
    "name: ‹ambiguous-name|Georgia›\ntype: place",
    "name: Peach\ntype: place\naliases: [‹ambiguous-name|GÉORGIA›]",
    "name: Peach\ntype: place\naliases: [{text: Georgia, auto: false}]",
    "name: Peach\ntype: place\naliases: [{text: Georgia, after-name: true}]",
    "name: Georgia State\ntype: place", "name: Georgian\ntype: place",
    "name: Georgia\ntype: place\ndraft: true",
  ])
  func `two owners of one name are told where the second is defined`(record: String) {
    check(.ambiguousName, "Text.", entities: ["first-georgia": Self.state, "second-georgia": record])
  }

  @Test func `names that hold at different times, or in other capitals, do not clash`() {
    check(
      .ambiguousName, "Text.",
      entities: [
        "a": "name: A Person\ntype: person\naliases: [{text: The Chair, to: 2020-01-01}, US]",
        "b": "name: B Person\ntype: person\naliases: [{text: The Chair, from: 2020-01-02}, us]",
        "c": "name: C Person\ntype: person\naliases: [{text: ‹ambiguous-name|The Chair›, from: 2020-01-01}]",
      ])
  }

  @Test func `a clash names the other owner, its place and what to do`() throws {
    var site = TestSite.briefing("Text.")
    site.add("entities/a", "---\nname: Georgia\ntype: place\n---\n")
    site.add("entities/b", "---\nname: Peach State\ntype: place\naliases: [Georgia]\n---\n")
    let finding = try #require(site.linked().findings.first { $0.code == .ambiguousName })
    #expect(finding.place.path.string == "Content/entities/b.md")
    #expect(finding.notes.map(\.place.path.string) == ["Content/entities/a.md"])
    #expect(finding.message.contains("[[b|Georgia]]") && finding.message.contains("'prefer'"))
    #expect(finding.severity == .note)
    site.configuration.severities = [.ambiguousName: .off]
    #expect(!site.linked().reported(with: []).contains { $0.code == .ambiguousName })
  }

  @Test func `of many namesakes a few are named`() throws {
    var site = TestSite.briefing("In Georgia.")
    for letter in "abcdefg" { site.add("entities/\(letter)", "---\nname: Georgia\ntype: place\n---\n") }
    let findings = site.linked().findings.filter { $0.code == .ambiguousName }
    let last = try #require(findings.first { $0.place.path.string.hasSuffix("g.md") })
    #expect(last.message.contains("a and b and c and 3 others") && last.notes.count == 3)
    let used = try #require(findings.first { $0.place.path.string.hasSuffix("truce.md") })
    #expect(used.message.contains("a or b or c or 4 others"))
  }

  @Test(arguments: [
    ("In ‹ambiguous-name|Georgia›. In Georgia.", ""), ("In [[a|Georgia]].", ""),
    ("In Georgia.", "prefer: {Georgia: a}\n"), ("In Georgian.", ""), ("In ‹ambiguous-name|[[Georgia]]›.", ""),
  ])
  func `a text that does not say whose name it means is told, with the owners`(body: String, matter: String)
    throws
  {
    var site = TestSite.briefing(body, matter: matter)
    site.add("entities/a", "---\nname: Georgia\ntype: place\n---\n")
    site.add("entities/b", "---\nname: Peach State\ntype: place\naliases: [Georgia]\n---\n")
    let found = site.linked().reported(with: []).filter { $0.code == .ambiguousName && $0.severity != .note }
    #expect(site.found(found) == site.expected)
    for finding in found {
      #expect(finding.suggestions.allSatisfy { $0.hasSuffix("a") || $0.hasSuffix("b") })
    }
  }
}
