import Briefings
import Markdown
import Testing

@testable import Linking

struct CitationTests {
  /// What each statement, quotation and event of the body rests on: `id: source@locator …`.
  private func evidence(_ body: String) throws -> [String] {
    let linked = TestSite.briefing(body).linked()
    let page = try #require(linked.body("truce"))
    func words(_ citations: [CitedSource]) -> String {
      citations.map { $0.locator.isEmpty ? $0.source.string : "\($0.source)@\($0.locator)" }.joined(
        separator: " ")
    }
    return page.statements.map { "\($0.id): \(words($0.citations))" }
      + page.quotations.map { "\($0.id): \(words($0.citations))" }
      + linked.site.timeline.events.flatMap(\.tellings).filter { $0.id != nil }
      .map { "\($0.id ?? ""): \(words($0.citations))" }
  }

  @Test(arguments: [
    ("inside", "[A [@paper, p. 3] b]{.claim #a} [@wire].", ["a: paper@p. 3"]),
    ("next to it", "[A]{.claim #a}[@paper].", ["a: paper"]),
    ("at the sentence's end", "[A]{.claim #a} and so on [@paper]. More [@wire].", ["a: paper"]),
    ("behind the full stop", "[A]{.claim #a} and so on.[@paper] More [@wire].", ["a: paper"]),
    ("the next group only", "[A]{.claim #a} x [@paper; @wire] y [@copy].", ["a: paper wire"]),
    ("not in the next sentence", "[A]{.claim #a} and so on. More [@wire].", ["a: "]),
    ("not the next sentence's first word", "[A]{.claim #a} and so on. @wire says more.", ["a: "]),
    ("not beyond another annotation", "[A]{.claim #a} and [b]{.claim #b} [@paper].", ["a: ", "b: paper"]),
    ("past an unannotated span", "[A]{.claim #a} and [b]{#x} [@paper].", ["a: paper"]),
    ("a span in a span", "[A [b]{.gap #b} c]{.claim #a} [@paper].", ["a: paper", "b: paper"]),
    ("not in another paragraph", "[A]{.claim #a}\n\nMore [@paper].", ["a: "]),
    ("a block", "::: {.claim #a}\nOne [@paper]. Two [@wire].\n\nThree [@paper].\n:::\n", ["a: paper wire"]),
    ("stated", "[A]{.claim #a source=\"wire copy\"} [@paper].", ["a: wire copy"]),
    ("a quotation", "[\"Never\"]{.quote #q speaker=kyiv}, he said [@paper].", ["q: paper"]),
    ("an event", "[A]{.event date=2025 #e} x [@paper].", ["e: paper"]),
  ])
  func `a span takes the citations inside it, else the next of its sentence`(
    name: String, body: String, expected: [String]
  ) throws {
    #expect(try evidence(body) == expected)
  }

  @Test func `sources are numbered by first use, and those only read follow`() throws {
    let linked = TestSite.briefing(
      "One [@wire; @paper]. Two @paper. [A]{.claim source=copy}.", matter: "sources: [wire, paper]\n"
    ).linked()
    let body = try #require(linked.body("truce"))
    #expect(body.citations.map { $0.map(\.number) } == [[1, 2], [2]])
    #expect(body.sources.map(\.source.string) == ["wire", "paper", "copy"])
    #expect(body.sources.map(\.isCited) == [true, true, true])
    let marks = linked.site.rewrites(for: .briefing("truce")).citations
    #expect(marks[0].map(\.url) == ["#source-wire", "#source-paper"])
    #expect(marks[1][0].publisher == "El País")
    #expect(marks[0][0].publisher == nil)
  }

  @Test func `a source read but not cited is listed last and rests on nothing`() throws {
    let linked = TestSite.briefing("One [@paper].", matter: "sources: [wire]\n").linked()
    #expect(linked.body("truce")?.sources.map(\.isCited) == [true, false])
    #expect(linked.site.source("wire")?.resting.map(\.isCited) == [false])
    #expect(linked.site.source("wire")?.copies == ["copy"])
  }

  @Test func `a source's page lists all that rests on it`() throws {
    let linked = TestSite.briefing(
      "[A]{.claim} [@paper]. [\"B\"]{.quote speaker=kyiv} [@paper]. [C]{.event date=2025-03-01} [@paper].",
      matter: "events: [{date: 2025-02-01, title: T, sources: [paper]}]\n"
    ).linked()
    let resting = try #require(linked.site.source("paper")?.resting.first)
    #expect(resting.statements == [0])
    #expect(resting.quotations == [0])
    #expect(resting.events.count == 2)
    #expect(resting.sentences.count == 3)
  }
}
