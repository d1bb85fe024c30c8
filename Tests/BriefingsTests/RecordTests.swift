import Diagnostics
import EDTF
import Testing

@testable import Briefings

@Suite struct RecordTests {
  @Test func `a briefing is read with every key`() throws {
    let file = DecodedFile(
      .briefing,
      """
      ---
      title: "Kyiv: a truce"
      published: 2025-03-05
      updated: '2025-03-07'
      summary: >-
        One sentence
        on two lines.
      authors: [A, B]
      sources: elpais
      topics:
        - truce
        - kyiv
      yardstick: phia
      prefer: {Georgia: georgia-country}
      corrections:
        - {date: 2025-03-06, kind: clarification, text: No. 1}
      redirects: [/old/, older/path]
      template: long
      image: map.png
      language: pt-BR
      extra: {a: [1, {b: no}]}
      ---
      """)
    #expect(file.findings.isEmpty)
    let briefing = try #require(file.briefing)
    #expect(briefing.title == "Kyiv: a truce")
    #expect(briefing.published == CivilDay(year: 2025, month: 3, day: 5))
    #expect(briefing.updated == CivilDay(year: 2025, month: 3, day: 7))
    #expect(briefing.summary == "One sentence on two lines.")
    #expect(briefing.authors == ["A", "B"])
    #expect(briefing.sources.map(\.value) == ["elpais"])
    #expect(briefing.topics.map(\.value) == ["truce", "kyiv"])
    #expect(briefing.yardstick == .phia)
    #expect(briefing.prefer.map(\.alias.value) == ["Georgia"])
    #expect(briefing.prefer.map(\.entity.value) == ["georgia-country"])
    #expect(briefing.corrections.map(\.kind) == [.clarification])
    #expect(briefing.corrections.map(\.text) == ["No. 1"])
    #expect(briefing.common.redirects.map(\.value.string) == ["old", "older/path"])
    #expect(briefing.common.template?.value == "long")
    #expect(briefing.common.image?.value == "map.png")
    #expect(briefing.common.language == "pt-BR")
    let inner = ExtraValue.map([.init(key: "b", value: .text("no"))])
    #expect(briefing.common.extra == .map([.init(key: "a", value: .list([.text("1"), inner]))]))
    #expect(!briefing.common.hasErrors)
  }

  @Test func `events of a briefing are read with every key`() throws {
    let file = DecodedFile(
      .briefing,
      """
      ---
      title: x
      draft: true
      events:
        - {date: 2025-03, title: t, id: i, place: kyiv, who: [a, b], sources: s, reported: 2025-04-01~, status: disputed}
      ---
      """)
    #expect(file.findings.isEmpty)
    let event = try #require(file.briefing?.events.first)
    #expect(event.date.value == (try EDTFDate(parsing: "2025-03")))
    #expect(event.reported?.value == (try EDTFDate(parsing: "2025-04-01~")))
    #expect(event.title == "t")
    #expect(event.id?.value == "i")
    #expect(event.place?.value == "kyiv")
    #expect(event.who.map(\.value) == ["a", "b"])
    #expect(event.sources.map(\.value) == ["s"])
    #expect(event.status == .disputed)
  }

  @Test func `an entity is read with every key`() throws {
    let file = DecodedFile(
      .entity,
      """
      ---
      name: Kyiv
      type: place
      aliases:
        - Kiev
        - {text: KYV, case: sensitive, auto: false, after-name: true, language: en, from: 1991, to: 2025}
      not: [Kyiv Post]
      summary: The capital.
      sources: [a]
      wikidata: Q1899
      links: {Site: "https://kyiv.example/"}
      relations: [{to: ukraine, kind: capital of, from: 1991}]
      founded: 482~
      place: ukraine
      coordinates: [50.45, -30.5]
      within: ukraine
      parties: x
      ---
      """.replacing("482~", with: "0482~"))
    #expect(file.findings.isEmpty)
    let entity = try #require(file.entity)
    #expect(entity.name.value == "Kyiv")
    #expect(entity.type == .place)
    #expect(entity.aliases.map(\.text.value) == ["Kiev", "KYV"])
    #expect(entity.aliases.map(\.isCaseSensitive) == [nil, true])
    #expect(entity.aliases.map(\.isAutomatic) == [true, false])
    #expect(entity.aliases.map(\.isAfterName) == [false, true])
    #expect(entity.aliases[1].from?.value.text == "1991")
    #expect(entity.not.map(\.value) == ["Kyiv Post"])
    #expect(entity.wikidata == "Q1899")
    #expect(entity.links.map(\.url) == ["https://kyiv.example/"])
    #expect(entity.relations.map(\.kind) == ["capital of"])
    #expect(entity.dates.map(\.key) == ["founded"])
    #expect(entity.coordinates?.latitude == 50.45)
    #expect(entity.coordinates?.longitude == -30.5)
    #expect(entity.within?.value == "ukraine")
    #expect(entity.parties.map(\.value) == ["x"])
  }

  @Test func `a source is read with every key`() throws {
    let file = DecodedFile(
      .source,
      """
      ---
      title: T
      publisher: el-pais
      type: article-newspaper
      authors: [A]
      published: 2025-03-04~
      language: es
      url: HTTPS://example.org/a?b#c
      accessed: 2025-03-05
      archive-url: http://archive.example/1
      archived: 2025-03-06
      origin: reuters-1
      reliability: B
      ---
      """)
    #expect(file.findings.isEmpty)
    let source = try #require(file.source)
    #expect(source.publisher.value == "el-pais")
    #expect(source.type == "article-newspaper")
    #expect(source.published?.value.text == "2025-03-04~")
    #expect(source.language == "es")
    #expect(source.address == .url("HTTPS://example.org/a?b#c"))
    #expect(source.accessed == CivilDay(year: 2025, month: 3, day: 5))
    #expect(source.archiveURL == "http://archive.example/1")
    #expect(source.archived == CivilDay(year: 2025, month: 3, day: 6))
    #expect(source.origin?.value == "reuters-1")
    #expect(source.reliability == "B")
    #expect(
      DecodedFile(.source, "---\ntitle: T\npublisher: p\nurl: unknown\n---\n").source?.address == .unknown)
    #expect(DecodedFile(.source, "---\ntitle: T\npublisher: p\n---\n").source?.address == .missing)
  }

  @Test(arguments: [
    "published: ⟦2025-13-01⟧", "published: '⟦2025-13-01⟧'", "published: \"⟦2025-13-01⟧\"", "published: ⟦🙂é⟧",
    "published: '⟦2025-99⟧'", "published: |-\n  ⟦2025-13-01⟧", "published: &a ⟦2025-13-01⟧",
  ])
  func `a bad date is placed where it goes wrong`(line: String) throws {
    let marked = Marked("---\ntitle: é🙂\npublisher: p\n\(line)\n---\n")
    let text = String(decoding: marked.bytes[marked.places[0]], as: UTF8.self)
    let error = try #require(throws: EDTFError.self) { try EDTFDate(parsing: text) }
    let before = String.UnicodeScalarView(text.unicodeScalars.prefix(error.column - 1))
    let file = DecodedFile(decoding: marked.bytes, .sample(.source))
    #expect(file.findings.map(\.code) == [.badDate])
    #expect(
      file.findings.first?.place.range?.lowerBound == marked.places[0].lowerBound + String(before).utf8.count)
  }

  @Test(arguments: [
    "published: ⟦\"2025-\\x313-01\"⟧", "published: |-\n  ⟦2025\n  13⟧", "published: ⟦2025\n  13⟧",
  ])
  func `a bad date that is escaped or folded is placed as a whole`(line: String) {
    let marked = Marked("---\ntitle: é🙂\npublisher: p\n\(line)\n---\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.source))
    #expect(file.findings.map(\.code) == [.badDate])
    #expect(file.findings.first?.place.range == marked.places[0])
  }
}
