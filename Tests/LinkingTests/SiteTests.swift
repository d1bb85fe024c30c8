import Briefings
import Diagnostics
import EDTF
import TestSupport
import Testing

@testable import Linking
@testable import Markdown

struct SiteTests {
  /// A draft and a future briefing, what only they use, and what a published one uses too.
  private func leaky() -> TestSite {
    var site = TestSite.briefing("Zelenskiy in Kyiv [@paper]. See [[later|Later]] and [[hidden-plan]].")
    site.add(
      "briefings/later",
      "---\ntitle: SECRET later\npublished: 2025-12-01\nsummary: SECRET\ntopics: [zelenskiy]\n"
        + "corrections: [{date: 2025-12-02, kind: update, text: SECRET}]\n"
        + "events: [{id: e, date: 2025-01-01, title: SECRET event, who: [zelenskiy]}]\n---\n"
        + "SECRET: Zelenskiy and Operation Hush met in Kyiv [@leak; @paper].\n"
        + "[SECRET claim]{.claim by=zelenskiy} [@paper]. [\"SECRET\"]{.quote speaker=zelenskiy} [@paper].\n")
    site.add("briefings/draft", "---\ntitle: SECRET draft\ndraft: true\n---\nSECRET Zelenskiy.")
    site.add(
      "entities/hush",
      "---\nname: Operation Hush\ntype: event\ndate: 2025-02-02\nsummary: SECRET\n---\nSECRET in Kyiv.")
    site.add("entities/hidden-plan", "---\nname: Hidden plan SECRET\ntype: topic\ndraft: true\n---\nSECRET.")
    site.add("sources/leak", "---\ntitle: SECRET source\npublisher: SECRET paper\nurl: unknown\n---\n")
    return site
  }

  @Test func `nothing withheld appears in the site`() {
    var site = leaky().linked().site
    #expect(site.withheld.map(\.page.slug.string) == ["draft", "later", "hidden-plan", "hush", "leak"])
    #expect(
      site.withheld.map(\.reason)
        == [
          .draft, .future(CivilDay(year: 2025, month: 12, day: 1) ?? CivilDay(number: 0)), .draft,
          .onlyUsedByWithheld, .onlyUsedByWithheld,
        ])
    site.withheld = []
    var text = ""
    dump(site, to: &text)
    #expect(!text.contains("SECRET"))
    #expect(!text.contains("hush"))
    #expect(!text.contains("leak"))
    #expect(!text.contains("later/"))
  }

  @Test func `links to withheld pages leave only their words`() {
    let linked = leaky().linked()
    #expect(linked.body("truce")?.links == [nil, nil])
    #expect(
      linked.findings.count { $0.code == .withheld && $0.message.contains("these words are no link") } == 2)
  }

  @Test func `with drafts everything is there, marked`() throws {
    var site = leaky()
    site.includesDrafts = true
    let linked = site.linked()
    #expect(linked.site.briefing("draft")?.isWithheld == true)
    #expect(linked.site.briefing("truce")?.isWithheld == false)
    #expect(linked.site.briefing("later") == nil)
    #expect(linked.site.entity("hidden-plan") != nil)
  }

  @Test func `a source that is a draft cannot be cited`() {
    var site = TestSite.briefing("Said [‹unknown-source|@secret›].")
    site.add("sources/secret", "---\ntitle: S\npublisher: P\nurl: unknown\ndraft: true\n---\n")
    #expect(site.found(site.linked().reported(with: []), [.error]) == site.expected)
  }

  /// Withheld: the entity `ghost`, the briefing `draft`.
  private func reference(_ body: String, matter: String = "") -> TestSite {
    var site = TestSite.briefing(body, matter: matter)
    site.add("entities/ghost", "---\nname: Ghost\ntype: person\ndraft: true\naliases: [Kyiv]\n---\n")
    site.add(
      "briefings/draft",
      "---\ntitle: D\ndraft: true\n---\n[A]{.claim #a} [@paper]. [B]{.event #b date=2025-01-01} [@paper].")
    return site
  }

  @Test(arguments: [
    ("[A]{.claim by=‹withheld|ghost›} [@paper]", ""),
    ("[A]{.event date=2025 who=‹withheld|ghost›} [@paper]", ""),
    ("[A]{.event date=2025 place=‹withheld|ghost›} [@paper]", ""), ("Text.", "topics: [‹withheld|ghost›]\n"),
    ("Text.", "prefer: {Kyiv: ‹withheld|ghost›}\n"),
    ("[A]{.quote speaker=‹unknown-speaker|ghost›} [@paper]", ""),
    ("[A]{.claim disputes=‹withheld|draft#a›} [@paper]", ""),
    ("[A]{.event date=2025 same-as=‹withheld|draft#b›} [@paper]", ""),
    ("[A]{.judgment confidence=low based-on=‹withheld|draft#a› } [@paper]", ""),
  ])
  func `what refers to something withheld is told where it does`(body: String, matter: String) {
    let site = reference(body, matter: matter)
    let found = site.found(
      site.linked().findings.filter { $0.code == .unknownSpeaker || $0.code == .withheld }, [.error, .note])
    #expect(found.filter { $0.range != 0..<0 } == site.expected)
  }

  @Test func `a publisher that is withheld is no name to print`() {
    var site = TestSite.briefing("Text.")
    site.add("entities/ghost", "---\nname: Ghost\ntype: organization\ndraft: true\n---\n")
    site.add("sources/report", "---\ntitle: R\npublisher: ‹unknown-entity|ghost›\nurl: unknown\n---\n")
    #expect(site.found(site.linked().findings.filter { $0.code == .unknownEntity }) == site.expected)
  }

  @Test func `a judgment that rests on nothing that is shown states no basis`() throws {
    let linked = reference("[A]{.judgment confidence=low based-on=draft#a}").linked()
    guard case .judgment(let judgment) = try #require(linked.body("truce")?.statements.first).role else {
      return #expect(Bool(false), "no judgment")
    }
    #expect(!judgment.statesBasis)
  }

  @Test func `a name that is preferred for somebody else is not counted for its only owner`() {
    var site = reference("People in Kyiv said so.", matter: "prefer: {Kyiv: ghost}\n")
    #expect(site.linked().body("truce")?.mentions.isEmpty == true)
    site = TestSite.briefing("People in Kyiv said so.", matter: "prefer: {Kyiv: zelenskiy}\n")
    #expect(site.linked().body("truce")?.mentions.map(\.entity.string) == ["zelenskiy"])
  }

  @Test func `a draft may be refused, as a future page may`() {
    var site = reference("Text.")
    site.configuration.severities = [.withheld: .error]
    let found = site.linked().reported(with: []).filter { $0.code == .withheld }
    #expect(!found.isEmpty && found.allSatisfy { $0.severity == .error })
  }

  @Test func `errors in a draft are warnings`() {
    var site = TestSite.briefing("Text.")
    site.add("briefings/draft", "---\ntitle: D\ndraft: true\n---\nSaid [‹unknown-source|@x›].")
    #expect(site.found(site.linked().reported(with: []), [.warning]) == site.expected)
  }

  @Test func `an entity that no page uses is shown and noted`() {
    var site = TestSite.briefing("Text.")
    site.add("entities/odesa", "---\nname: Odesa\ntype: place\n---\n")
    let linked = site.linked()
    #expect(linked.site.entity("odesa") != nil)
    #expect(
      linked.findings.contains { $0.code == .orphanEntity && $0.place.path.string.hasSuffix("odesa.md") })
    #expect(
      !linked.findings.contains { $0.code == .orphanEntity && $0.place.path.string.hasSuffix("truce.md") })
  }

  @Test func `a source that no briefing uses is noted`() {
    let codes = TestSite.briefing("Said [@paper].").linked().findings.filter { $0.code == .unusedSource }
    #expect(codes.map(\.place.path.lastSegment) == ["copy.md", "wire.md"])
  }

  @Test(arguments: 0..<8)
  func `the order of the files is of no account`(seed: UInt64) {
    let site = leaky()
    let registry = site.registry()
    let facts = site.facts(registry)
    var generator = Dice(seed: seed)
    let shuffled = link(registry, facts.shuffled(using: &generator), today: site.today)
    let ordered = link(registry, facts, today: site.today)
    #expect(text(shuffled.site) == text(ordered.site))
    #expect(shuffled.reported(with: []) == ordered.reported(with: []))
  }

  /// Without the look-up table, whose order is its own.
  private func text(_ site: Site) -> String {
    var site = site
    site.index = [:]
    var text = ""
    dump(site, to: &text)
    return text
  }

  @Test func `identifiers are unique in a page and found by the renderer`() throws {
    let linked = TestSite.briefing(
      """
      ## Note {#note-1}

      ## Claim 1

      Kyiv, Kyiv.^[One.] [A]{.claim} [@paper] [B]{.claim #claim-2} [@paper] [C]{.claim} [@paper]
      ["Q"]{.quote speaker=kyiv} [@paper] ["Q"]{.quote speaker=kyiv} [@paper] [E]{.event date=2025} [@paper]
      """, matter: "events: [{date: 2025, title: T}, {id: event-1, date: 2025, title: T}]\n"
    ).linked()
    let body = try #require(linked.body("truce"))
    var ids = body.headings.map(\.id) + body.noteIDs + body.mentions.map(\.id) + body.sources.map(\.anchor)
    ids += body.spans.compactMap(\.id)
    ids += linked.site.timeline.events.flatMap(\.tellings).filter { $0.date.text == "2025" }.compactMap(\.id)
    let shared = body.spans.compactMap { $0.event == nil ? nil : $0.id }.count
    #expect(Set(ids).count == ids.count - shared)
    #expect(body.noteIDs == ["note-1-2"])
    #expect(body.statements.map(\.id) == ["claim-3", "claim-2", "claim-4"])
    let quotes = body.quotations.map(\.id)
    #expect(quotes[1] == "\(quotes[0])-2")
    #expect(quotes[0].utf8.count == "quote-".utf8.count + 8)
  }

  @Test func `claims belong to who makes them and to whom they name`() {
    let site = TestSite.briefing(
      "[Kyiv fell]{.claim by=zelenskiy} [@paper]. [\"No\"]{.quote speaker=zelenskiy} [@paper]."
    )
    .linked().site
    #expect(site.entity("zelenskiy")?.claimsBy.count == 1)
    #expect(site.entity("zelenskiy")?.claimsAbout.isEmpty == true)
    #expect(site.entity("kyiv")?.claimsAbout == site.claims)
    #expect(site.entity("zelenskiy")?.quotations.compactMap { site.quotation($0)?.text } == ["No"])
  }

  @Test func `relations are seen from both ends`() {
    var site = TestSite.briefing("Kyiv.")
    site.add(
      "entities/odesa",
      "---\nname: Odesa\ntype: place\nwithin: kyiv\nrelations: [{to: kyiv, kind: twin}]\n---\n")
    let linked = site.linked().site
    #expect(linked.entity("odesa")?.relations.map(\.isIncoming) == [false])
    #expect(linked.entity("kyiv")?.relations.map(\.other) == ["odesa"])
    #expect(linked.entity("kyiv")?.relations.map(\.isIncoming) == [true])
    #expect(linked.entity("odesa")?.within == "kyiv")
  }

  @Test func `briefings know their neighbours, corrections their day`() {
    var site = TestSite.briefing(
      "Text.", matter: "corrections: [{date: 2025-03-06, kind: update, text: A}]\n")
    site.add(
      "briefings/next",
      "---\ntitle: N\npublished: 2025-05-01\nsummary: S\n"
        + "corrections: [{date: 2025-05-02, kind: correction, text: B}]\n---\n")
    let linked = site.linked().site
    #expect(linked.briefings.map(\.record.slug) == ["next", "truce"])
    #expect(linked.briefing("truce")?.next == "next")
    #expect(linked.briefing("next")?.previous == "truce")
    #expect(linked.corrections.map(\.correction.text) == ["B", "A"])
  }
}
