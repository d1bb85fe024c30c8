import Briefings
import Diagnostics
import Testing

@testable import Linking

/// A briefing's body whose findings are marked in it; without a mark there is none.
struct Marked: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let body: String
  let matter: String

  init(_ description: String, _ body: String, matter: String = "") {
    testDescription = description
    self.body = body
    self.matter = matter
  }
}

struct FindingTests {
  private func check(_ marked: Marked) {
    let site = TestSite.briefing(marked.body, matter: marked.matter)
    let linked = site.linked()
    let found = site.found(linked.reported(with: []))
    #expect(found == site.expected)
  }

  @Test(arguments: [
    Marked("a source", "Said [‹unknown-source|@papr›]."),
    Marked("a known source", "Said [@paper]."),
    Marked("two in a group", "Said [@paper; ‹unknown-source|@nobody›]."),
    Marked("in the front matter", "Text.", matter: "sources: [‹unknown-source|nobody›]\n"),
    Marked("an attribute", "[A]{.claim source=‹unknown-source|nobody›}."),
    Marked(
      "in an event", "Text.",
      matter: "events: [{date: 2025-03-01, title: T, sources: [‹unknown-source|x›]}]\n"),
  ])
  func `an unknown source is reported where it is cited`(_ marked: Marked) { check(marked) }

  @Test(arguments: [
    Marked("a target", "See ‹unknown-link|[[nowhere]]›."),
    Marked("a kind", "See ‹unknown-link|[[briefings/kyiv]]›."),
    Marked("an entity by name", "See [[Volodymyr Zelenskiy]] and [[zelenskiy]] and [[entities/kyiv]]."),
    Marked("by a name in other case", "See [[volodymyr  zelenskiy]]."),
    Marked("a file", "See ‹unknown-link|[that](nothing.md)›."),
    Marked(
      "a page of the site", "See [that](/briefings/truce/) and [all](/briefings/) and [these](/robots.txt)."),
    Marked("a feed, which needs the site's address", "See ‹unknown-link|[the feed](/feed.xml)›."),
    Marked("a file that no site has", "See ‹unknown-link|[these](/bibliography.ris)›."),
    Marked("a missing page of the site", "See ‹unknown-link|[that](/briefings/gone/)›."),
    Marked("a neighbour", "See [Kyiv](../entities/kyiv.md) and [the paper](../sources/paper.md)."),
    Marked(
      "elsewhere", "See [that](https://example.org/x), https://example.org/y and <mailto:a@example.org>."),
    Marked(
      "a page's file as hosts name it", "See [that](/briefings/truce/index.html) and [home](/index.html)."),
    Marked("what is shown for what is not there", "See [it](/404.html)."),
    Marked("an address without a host", "See ‹unknown-link|[a](http://)› and ‹unknown-link|[b](https:x)›."),
    Marked("out of the top", "See ‹unknown-link|[that](../../../etc/passwd)›."),
  ])
  func `a link that leads nowhere is reported`(_ marked: Marked) { check(marked) }

  @Test(arguments: [
    Marked("a heading", "# Terms\n\n## Why {#why}\n\nSee [[#why]], [[#Why]], [x](#why)."),
    Marked("a table", "| a |\n|---|\n\n: A caption {#attacks}\n\nSee [[#attacks]] and [x](#attacks)."),
    Marked("the top of a page", "See [up](#top), [[#Top]] and [[kyiv#top]]."),
    Marked("no heading", "## Why\n\nSee ‹unknown-anchor|[[#how]]›."),
    Marked("in another page", "See ‹unknown-anchor|[[kyiv#how]]›."),
    Marked("a statement", "[A]{.gap #unknown}. See [[#unknown]]."),
    Marked("an ordinary link", "See ‹unknown-anchor|[x](#how)›."),
    Marked("in a list", "See ‹unknown-anchor|[x](/entities/#person)›."),
  ])
  func `a fragment that is not there is reported`(_ marked: Marked) {
    let site = TestSite.briefing(marked.body)
    let found = site.found(site.linked().findings.filter { $0.code == .unknownAnchor })
    #expect(found == site.expected)
  }

  @Test(arguments: [
    Marked("a role", "[A]{‹unknown-role|.claims›}."),
    Marked("a second role", "[A]{.gap ‹unknown-role|.claim›}."),
    Marked("a block in the text", "[A]{‹unknown-role|.key-judgments›}."),
    Marked("a block", "::: ‹unknown-role|gapp›\nText.\n:::\n"),
    Marked("known blocks", "::: gap\nText.\n:::\n\n::: context\nText.\n:::\n"),
    Marked("an attribute", "[A]{.gap ‹unknown-attribute|by›=kyiv}."),
    Marked("an attribute of another role", "[A]{.assumption ‹unknown-attribute|status›=denied}."),
    Marked("a missing attribute", "[A]‹missing-attribute|{.judgment based-on=a}› [B]{.gap #a}"),
    Marked("a missing date", "[A]‹missing-attribute|{.event}›"),
    Marked("a word", "[A]{.claim status=‹bad-attribute|true›} [@paper]"),
    Marked("a number", "[A]{.claim credibility=‹bad-attribute|7›} [@paper]"),
    Marked("a fraction", "[A]{.judgment confidence=low p=‹bad-attribute|1.5› source=paper}"),
    Marked("a number in bounds", "[A]{.judgment confidence=low p=0.5 source=paper}"),
    Marked("a date", "[A]{.event date=‹bad-date|yesterday›}"),
    Marked("a good date", "[A]{.event date=2025-03-04~}"),
    Marked("the templates' prefix", "[A]{.gap ‹bad-attribute|#site-x›}"),
  ])
  func `roles and attributes are a closed list`(_ marked: Marked) { check(marked) }

  @Test func `a role without its dot is known for one`() {
    let block = ["key-judgments", "context"]
    for role in RoleSchema.all.map(\.name) {
      let text = block.contains(role) ? "::: {\(role)}\nx\n:::" : "[x]{\(role)}"
      let messages = TestSite.briefing(text).linked().findings.map(\.message)
      #expect(messages.contains { $0.hasSuffix("write '.\(role)'") }, "\(messages)")
    }
  }

  @Test(arguments: [
    Marked("by", "[A]{.claim by=‹unknown-entity|kiev›} [@paper]"),
    Marked("place", "[A]{.event date=2025 place=‹unknown-entity|kiev› who=zelenskiy}"),
    Marked("one of several", "[A]{.event date=2025 who=\"zelenskiy ‹unknown-entity|putin›, kyiv\"}"),
    Marked("speaker", "[A]{.quote speaker=‹unknown-speaker|nobody›} [@paper]"),
    Marked("no entity of type event", "[A]{.event date=2025 event=‹bad-attribute|kyiv›}"),
    Marked("the event's entity", "[A]{.event date=2025-03-04 event=offer}"),
    Marked("topics", "Text.", matter: "topics: [kyiv, ‹unknown-entity|putin›]\n"),
    Marked("prefer", "Text.", matter: "prefer: {Kyiv: ‹unknown-entity|city›}\n"),
  ])
  func `an unknown entity is reported where it is named`(_ marked: Marked) { check(marked) }

  @Test(arguments: [
    Marked("no id", "[A]{.judgment confidence=low based-on=‹unknown-reference|b›}"),
    Marked("no briefing", "[A]{.judgment confidence=low based-on=‹unknown-reference|b#c›}"),
    Marked("a known id", "[A]{.judgment confidence=low based-on=b} [B]{.gap #b}"),
    Marked("with its briefing", "[A]{.judgment confidence=low based-on=truce#b} [B]{.gap #b}"),
    Marked(
      "two, one known", "[A]{.judgment confidence=low based-on=\"b ‹unknown-reference|c›\"} [B]{.gap #b}"),
    Marked("no event", "[A]{.event date=2025 same-as=‹unknown-reference|b›} [B]{.gap #b}"),
    Marked("an event", "[A]{.event date=2025 same-as=b} [B]{.event date=2025-03 #b}"),
  ])
  func `a reference to no annotation is reported`(_ marked: Marked) { check(marked) }

  @Test(arguments: [
    Marked("two spans", "[A]{.gap #a} [B]{.gap ‹duplicate-id|#a›}"),
    Marked(
      "a span and an event", "[A]{.gap ‹duplicate-id|#a›}",
      matter: "events: [{id: a, date: 2025, title: T}]\n"),
    Marked("a span and a table", "[A]{.gap #a}\n\n| a |\n|---|\n: Words {‹duplicate-id|#a›}"),
    Marked("different ones", "[A]{.gap #a} [B]{.gap #b}"),
    Marked("a heading of the same words", "## Gap\n\n[A]{.gap #gap}"),
  ])
  func `an identifier used twice is reported with both places`(_ marked: Marked) { check(marked) }

  @Test func `the second place names the first`() throws {
    let linked = TestSite.briefing("[A]{.gap #a} [B]{.gap #a}").linked()
    let finding = try #require(linked.findings.first { $0.code == .duplicateID })
    let first = try #require(finding.notes.first?.place.range)
    let second = try #require(finding.place.range)
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test(arguments: [
    Marked("not there", "‹missing-image|![A map](map.png)›"),
    Marked("of another host", "‹remote-image|![A map](https://example.org/map.png)›"),
    Marked(
      "of another host, for social cards", "A.", matter: "image: ‹remote-image|https://example.org/a.png›\n"),
    Marked("of another host by its name", "‹remote-image|![A map](//example.org/map.png)›"),
  ])
  func `a picture that the site does not have is reported`(_ marked: Marked) { check(marked) }

  @Test func `a picture that a page shows is published, another is stray`() throws {
    var site = TestSite.briefing("![A map](/pictures/map.png)")
    site.attachments = [
      RelativePath(literal: "Content/pictures/map.png"), RelativePath(literal: "Content/pictures/old.png"),
    ]
    let linked = site.linked()
    #expect(linked.site.files.map(\.address.path) == ["pictures/map.png"])
    let stray = linked.findings.filter { $0.code == .strayFile }
    #expect(stray.map(\.place.path.string) == ["Content/pictures/old.png"])
  }

  @Test func `a wrong identifier is answered with the nearest ones`() throws {
    let linked = TestSite.briefing("Said [@papr]. [A]{.claim by=Zelenskiy} [@paper]").linked()
    let source = try #require(linked.findings.first { $0.code == .unknownSource })
    #expect(source.suggestions == ["paper"])
    let entity = try #require(linked.findings.first { $0.code == .unknownEntity })
    #expect(entity.suggestions == ["zelenskiy"])
  }

  /// From `Content/briefings/truce.md`.
  @Test(arguments: [
    ("[x](../entities/kyev.md)", ["../entities/kyiv.md"]), ("[x](truc.md)", ["truce.md"]),
    ("[x](/entities/kyev/)", ["/entities/kyiv/"]), ("[x](/entities/kyev.md#a)", ["/entities/kyiv.md#a"]),
    ("[x](/entites/kyiv/)", ["/entities/kyiv/"]), ("[x](/timelin/)", ["/timeline/"]),
    ("[x](../../entities/kyev/)", ["../../entities/kyiv/"]),
    ("[x](/timeline.icd)", ["/timeline.ics", "/timeline/"]),
    ("[x](/nothing/like-it/)", []), ("[x]()", []),
    ("[[entities/kyev]]", ["entities/kyiv"]), ("[[entity/kyiv]]", ["entities/kyiv"]),
    ("[[sources/papr]]", ["sources/paper"]), ("[[zelenskyi]]", ["zelenskiy"]),
    ("[[Zelenskyi]]", ["Zelenskiy"]),
    ("[[the-ofer]]", ["The offer"]),
  ])
  func `a link that leads nowhere is answered with what is near, written as it is`(
    link: String, near: [String]
  ) throws {
    let linked = TestSite.briefing("See \(link).").linked()
    let finding = try #require(linked.findings.first { $0.code == .unknownLink })
    #expect(finding.suggestions == near)
  }

  @Test(arguments: [
    ("/entites/", ["/entities/"]), ("/briefings/truc/", ["/briefings/truce/"]), ("/clams/", ["/claims/"]),
  ])
  func `a slip in the navigation is answered with what is near`(link: String, near: [String]) throws {
    var site = TestSite.briefing("Text.")
    site.configuration.navigation = [(text: "There", link: Located(link, 0..<0))]
    let finding = try #require(site.linked().findings.first { $0.code == .unknownLink })
    #expect(finding.suggestions == near)
  }

  @Test func `a fragment leads to the identifier as the page writes it`() throws {
    let (composed, decomposed) = ("\u{FC}n\u{EF}", "u\u{308}ni\u{308}")
    let linked = TestSite.briefing("## \(composed)\n\nSee [x](#\(decomposed)).").linked()
    let link = try #require(linked.body("truce")?.links.first ?? nil)
    guard case .page(_, let fragment?, _, _) = link else { return #expect(Bool(false), "\(link)") }
    #expect(Array(fragment.utf8) == Array(composed.utf8))
  }

  @Test func `a comment silences a code in the block that follows`() {
    let text =
      "<!-- dossier: allow event-after-source told in advance -->\n[A]{.event date=2026-01-01} [@paper]."
    let allowed = TestSite.briefing(text).linked()
    #expect(allowed.findings.contains { $0.code == .eventAfterSource })
    #expect(!allowed.reported(with: []).contains { $0.code == .eventAfterSource })
    let later = TestSite.briefing("\(text)\n\n[B]{.event date=2026-01-01} [@paper].").linked()
    #expect(later.reported(with: []).count { $0.code == .eventAfterSource } == 1)
  }

  @Test(arguments: ["::: gap\nA.\n\nEVENT\n:::", "- A.\n- EVENT", "A.[^n]\n\nALLOW\n\n[^n]: EVENT"])
  func `a comment silences a code in all of the block that follows, below others`(text: String) {
    let allow = "<!-- dossier: allow event-after-source told in advance -->"
    let comments = "\(allow)\n<!-- dossier: allow vague-likelihood its own wording -->\n<!-- c -->\n\n"
    let event = text.replacing("EVENT", with: "[B]{.event date=2026-01-01} [@paper].")
    let body = event.contains("ALLOW") ? event.replacing("ALLOW", with: comments) : comments + event
    let site = TestSite.briefing(body).linked()
    #expect(site.findings.contains { $0.code == .eventAfterSource })
    #expect(!site.reported(with: []).contains { $0.code == .eventAfterSource })
    #expect(!site.findings.contains { $0.code == .badAttribute })
  }

  @Test(arguments: [
    Marked("no code", "<!-- dossier: allow ‹bad-attribute|vage-likelihood› why -->\nA."),
    Marked("a fixed one", "> <!-- dossier: allow ‹bad-attribute|raw-html› why -->\n> A."),
    Marked("no reason", "- <!-- dossier: allow ‹bad-attribute|link-text› -->\n  A."),
  ])
  func `a comment is pointed at where its code stands`(_ marked: Marked) { check(marked) }

  @Test func `a fixed error cannot be silenced`() {
    let site = TestSite.briefing("<!-- dossier: allow unknown-source no -->\nSaid [@x].")
    let codes = site.linked().reported(with: []).filter { $0.severity == .error }.map(\.code.rawValue)
    #expect(Set(codes) == ["bad-attribute", "unknown-source"])
  }

  @Test func `the site's own severities are applied`() {
    var site = TestSite.briefing("[A]{.event date=2026-01-01} [@paper].")
    site.configuration.severities = [.eventAfterSource: .error, .orphanEntity: .off]
    let reported = site.linked().reported(with: [])
    #expect(reported.first { $0.code == .eventAfterSource }?.severity == .error)
    #expect(!reported.contains { $0.code == .orphanEntity })
  }
}
