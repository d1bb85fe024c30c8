import Briefings
import Diagnostics
import Testing

@testable import Linking

struct MentionTests {
  private func mentions(_ body: String, linking: SiteConfiguration.NameLinking = .firstInSection) throws
    -> [Mention]
  {
    var site = TestSite.briefing(body)
    site.configuration.linkNames = linking
    return try #require(site.linked().body("truce")).mentions
  }

  @Test func `a mention is quoted in its sentence`() throws {
    let site = TestSite.briefing("Snow fell. *Then* Zelenskiy spoke [@paper]. Kyiv listened.")
    let body = try #require(site.linked().body("truce"))
    let mention = try #require(body.mentions.first)
    let sentence = body.sentences[mention.sentence]
    #expect(sentence == "Then Zelenskiy spoke.")
    #expect(String(decoding: Array(sentence.utf8)[mention.marked], as: UTF8.self) == "Zelenskiy")
  }

  @Test func `mentions of an entity are numbered in the page`() throws {
    let ids = try mentions("Zelenskiy, Kyiv, [[zelenskiy]], Zelenskiy.").map(\.id)
    #expect(ids == ["mention-zelenskiy", "mention-kyiv", "mention-zelenskiy-2", "mention-zelenskiy-3"])
  }

  @Test(arguments: [
    (SiteConfiguration.NameLinking.firstInSection, [true, false, true, false]),
    (.first, [true, false, false, false]), (.all, [true, true, true, true]),
    (.none, [false, false, false, false]),
  ])
  func `names are linked as the site says, and all counted`(
    linking: SiteConfiguration.NameLinking, isLinked: [Bool]
  ) throws {
    let found = try mentions("Kyiv, Kyiv.\n\n## Next\n\nKyiv and Kyiv.", linking: linking)
    #expect(found.map(\.isLinked) == isLinked)
  }

  @Test(arguments: [
    "## Kyiv\n\nText.", "`Kyiv`", "[Kyiv](https://example.org/)", "*Ky*iv", "[Volodymyr]{.gap} Zel",
    "```\nKyiv\n```",
  ])
  func `no name is found in a heading, code, a link, or across markup`(body: String) throws {
    #expect(try mentions(body).isEmpty)
  }

  @Test func `a name in a quotation, a note and a table counts`() throws {
    #expect(try mentions("> Kyiv\n\nText.[^a]\n\n[^a]: On Kyiv.\n").count == 2)
  }

  @Test func `an entity is not linked on its own page`() throws {
    var site = TestSite.briefing("Text.")
    site.add("entities/odesa", "---\nname: Odesa\ntype: place\n---\nOdesa lies far from Kyiv.")
    let page = try #require(site.linked().site.entity("odesa"))
    #expect(page.body.mentions.map(\.entity.string) == ["kyiv"])
  }

  @Test func `a name with two owners is reported and not linked`() throws {
    var site = TestSite.briefing("In Kyiv and ‹ambiguous-name|Paris›.")
    site.add("entities/paris", "---\nname: Paris\ntype: place\n---\n")
    site.add("entities/paris-hero", "---\nname: Paris of Troy\ntype: person\naliases: [Paris]\n---\n")
    let linked = site.linked()
    #expect(site.found(linked.reported(with: [])) == site.expected)
    #expect(linked.body("truce")?.mentions.map(\.entity.string) == ["kyiv"])
    #expect(linked.site.sharedNames.map(\.text) == ["Paris"])
    #expect(linked.site.sharedNames.first?.owners.map(\.string) == ["paris", "paris-hero"])
  }

  @Test func `a preference decides between two owners`() throws {
    var site = TestSite.briefing("In Paris and [[Paris]].", matter: "prefer: {Paris: paris-hero}\n")
    site.add("entities/paris", "---\nname: Paris\ntype: place\n---\n")
    site.add("entities/paris-hero", "---\nname: Paris of Troy\ntype: person\naliases: [Paris]\n---\n")
    let linked = site.linked()
    #expect(site.found(linked.reported(with: [])).isEmpty)
    #expect(linked.body("truce")?.mentions.map(\.entity.string) == ["paris-hero", "paris-hero"])
  }

  @Test(arguments: [("2025-03-05", "first"), ("1990-01-01", "second")])
  func `an alias counts only within its dates`(published: String, owner: String) throws {
    var site = TestSite()
    site.add(
      "briefings/truce", "---\ntitle: T\npublished: \(published)\nsummary: S\n---\nThe Minister spoke.")
    site.add(
      "entities/first",
      "---\nname: First\ntype: person\naliases: [{text: The Minister, from: 2020-01-01}]\n---\n")
    site.add(
      "entities/second",
      "---\nname: Second\ntype: person\naliases: [{text: The Minister, to: 2019-12-31}]\n---\n")
    #expect(site.linked().body("truce")?.mentions.map(\.entity.string) == [owner])
  }

  @Test(arguments: [
    ("May spoke. Theresa May nodded. May left.", 2), ("May spoke.", 0), ("[[may]] came. May spoke.", 2),
  ])
  func `an alias after the name waits for it`(text: String, count: Int) throws {
    var site = TestSite()
    site.add("briefings/truce", "---\ntitle: T\npublished: 2025-01-01\nsummary: S\n---\n\(text)")
    site.add(
      "entities/may", "---\nname: Theresa May\ntype: person\naliases: [{text: May, after-name: true}]\n---\n")
    #expect(site.linked().body("truce")?.mentions.count == count)
  }

  @Test func `backlinks are grouped by briefing, newest first, with the names seen`() throws {
    var site = TestSite.briefing("Zelenskiy met Volodymyr Zelenskiy. [[zelenskiy|He]] smiled.")
    site.add("briefings/older", "---\ntitle: Old\npublished: 2025-01-01\nsummary: S\n---\nZelenskiy in Kyiv.")
    site.add(
      "briefings/newer", "---\ntitle: New\npublished: 2025-05-01\nsummary: S\n---\nZelenskiy.\n\nKyiv.")
    let linked = site.linked()
    let entity = try #require(linked.site.entity("zelenskiy"))
    #expect(entity.mentions.map(\.page.slug.string) == ["newer", "truce", "older"])
    #expect(entity.mentionCount == 5)
    #expect(
      entity.namesSeen == [
        SeenName(text: "Zelenskiy", count: 3), SeenName(text: "Volodymyr Zelenskiy", count: 1),
      ])
    #expect(entity.related == [RelatedEntity(entity: "kyiv", paragraphs: 1)])
    #expect(linked.site.mostMentioned.first?.string == "zelenskiy")
  }

  @Test(arguments: [
    ("[[odesa]]", "odesa"), ("‹moved-page|[[odessa]]›", "odesa"), ("[[Kherson]]", "cherson"),
    ("‹moved-page|[[entities/odessa|the port]]›", "odesa"),
    ("‹moved-page|[the port](/entities/odessa/)›", "odesa"),
  ])
  func `an old identifier or path leads to the renamed entity, unless another is called so`(
    body: String, target: String
  ) throws {
    var site = TestSite.briefing(body)
    site.add(
      "entities/odesa",
      "---\nname: Odesa\ntype: place\nredirects: [/entities/odessa/, entities/kherson]\n---\n")
    site.add("entities/cherson", "---\nname: Kherson\ntype: place\n---\n")
    let linked = site.linked()
    let moved = linked.reported(with: []).filter { $0.code == .movedPage }
    #expect(site.found(moved, [.note]) == site.expected)
    guard case .page(let page, _, _, _)? = linked.body("truce")?.links.first else {
      Issue.record("no link to a page")
      return
    }
    #expect(page.slug.string == target)
  }

  @Test func `a link without a label is quoted as readers see it`() throws {
    let site = TestSite.briefing(
      """
      Snow fell. [[zelenskiy]] left [[kyiv]] [@paper]. [[[zelenskiy]] lied]{.claim} [@paper]. Soon
      [[[zelenskiy]] came [[kyiv|home]]]{.event date=2025}. [[Kyiv]] is [[entities/kyiv]].
      """)
    let linked = site.linked()
    let body = try #require(linked.body("truce"))
    #expect(
      body.mentions.map { mention in
        let sentence = body.sentences[mention.sentence]
        let marked = String(decoding: Array(sentence.utf8)[mention.marked], as: UTF8.self)
        return "\(sentence)|\(marked)|\(mention.written)"
      } == [
        "Volodymyr Zelenskiy left Kyiv.|Volodymyr Zelenskiy|Volodymyr Zelenskiy",
        "Volodymyr Zelenskiy left Kyiv.|Kyiv|Kyiv",
        "Volodymyr Zelenskiy lied.|Volodymyr Zelenskiy|Volodymyr Zelenskiy",
        "Soon Volodymyr Zelenskiy came home.|Volodymyr Zelenskiy|Volodymyr Zelenskiy",
        "Soon Volodymyr Zelenskiy came home.|home|home", "Kyiv is Kyiv.|Kyiv|Kyiv", "Kyiv is Kyiv.|Kyiv|Kyiv",
      ])
    #expect(body.statements.map(\.text) == ["Volodymyr Zelenskiy lied"])
    #expect(linked.site.timeline.events.map(\.shown.text).contains("Soon Volodymyr Zelenskiy came home."))
  }

  @Test func `a role that names an old identifier is told the new one`() throws {
    var site = TestSite.briefing("[“We left,”]{.quote speaker=‹unknown-speaker|old-name›} he said [@paper].")
    site.add("entities/new-name", "---\nname: New\ntype: person\nredirects: [entities/old-name]\n---\n")
    let finding = try #require(site.linked().reported(with: []).first { $0.code == .unknownSpeaker })
    #expect(site.found([finding]) == site.expected)
    #expect(
      finding.message == "the entity 'old-name' is 'new-name' now" && finding.suggestions == ["new-name"])
  }

  @Test(
    arguments: [
      ("Volodymyr Zelenskiy left.", [MentionKinds()]), ("VOLODYMYR ZELENSKIY left.", [[]]),
      ("Zelenskiy left.", [.alias]), ("[[zelenskiy|He]] left, [[Zelenskiy]] too.", [.explicit, .explicit]),
      ("[Zelenskiy left]{.claim} [@paper], Zelenskiy stayed.", [[.alias, .inClaim], .alias]),
      ("[[[zelenskiy]] left]{.event date=2025}.", [[.explicit, .inEvent]]),
      ("> Zelenskiy left.", [[.alias, .inQuotation]]),
      ("[“Zelenskiy left,”]{.quote speaker=kyiv} they said [@paper].", [[.alias, .inQuotation]]),
      (
        "[“We left,”]{.quote speaker=zelenskiy} Zelenskiy said [@paper]. Zelenskiy stayed.",
        [[.alias, .asSpeaker], .alias]
      ),
      (
        "[“We left. It was late. Nobody saw it,”]{.quote speaker=zelenskiy} said Volodymyr Zelenskiy [@paper].",
        [.asSpeaker]
      ),
      ("[“We left,”]{.quote speaker=kyiv} Zelenskiy said [@paper].", [.alias]),
      ("::: claim\n[Zelenskiy left]{.event date=2025} [@paper].\n:::\n", [[.alias, .inClaim, .inEvent]]),
    ] as [(String, [MentionKinds])])
  func `a mention knows how it is written and what stands around it`(body: String, kinds: [MentionKinds])
    throws
  {
    #expect(try mentions(body).filter { $0.entity.string == "zelenskiy" }.map(\.kinds) == kinds)
  }
}
