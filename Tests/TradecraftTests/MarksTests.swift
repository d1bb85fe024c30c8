import Briefings
import Linking
import Markdown
import Testing

@testable import Tradecraft

struct MarksTests {
  private func rewrites(_ body: String, matter: String = "") -> Rewrites {
    let site = TestSite.briefing(body, matter: matter).linked().site
    return Register(site).rewrites(for: .briefing("truce"), in: site)
  }

  @Test func `a claim carries its status, and a chip only when the writer states it`() throws {
    let spans = rewrites("[A]{.claim} [@paper]. [B]{.claim status=disputed} [@paper].").spans
    #expect(spans[0].data.first?.value == "single-source")
    #expect(spans[0].chip == nil)
    #expect(spans[1].chip?.text == "disputed")
    #expect(spans[1].chip?.url == "../../claims/disputed/")
  }

  @Test func `a key judgment ends with its band and its confidence`() throws {
    let text =
      "::: key-judgments\n1. [It is unlikely.]{.judgment confidence=low source=paper}\n2. Other\n\n:::\n"
    let region = try #require(rewrites(text).regions.first)
    #expect(region.label == "Key judgments")
    #expect(region.itemFootersHTML.count == 2)
    #expect(region.itemFootersHTML[0].contains("x=\"20\""))
    #expect(region.itemFootersHTML[0].contains("20–45 %. Our confidence in this judgment is low."))
    #expect(region.itemFootersHTML[1].isEmpty)
    #expect(rewrites(text).spans[0].chip == nil)
  }

  @Test func `a judgment in the text carries its band as a chip`() throws {
    let spans = rewrites("[It is likely.]{.judgment confidence=low source=paper p=0.6}").spans
    let chip = try #require(spans[0].chip)
    #expect(chip.text == "likely, 55–80 % · low confidence")
    #expect(chip.url == "#yardstick")
  }

  @Test func `a quoted block names its speaker, escaped`() throws {
    var site = TestSite.briefing("::: {.quote speaker=x}\nWords [@paper]\n:::\n")
    site.add("entities/x", "---\nname: \"A & <B>\"\ntype: person\n---\n")
    let linked = site.linked().site
    let regions = Register(linked).rewrites(for: .briefing("truce"), in: linked).regions
    #expect(regions.first?.footerHTML.contains("A &amp; &lt;B&gt;</a>") == true)
  }

  @Test(arguments: [("[It is likely.]", ["likely"]), ("[It rains.]", nil), ("[It is probable.]", nil)])
  func `the page's yardstick marks the terms it uses`(words: String, used: [String]?) {
    let site = TestSite.briefing("\(words){.judgment confidence=low source=paper}").linked().site
    let table = Register(site).yardstick(of: .briefing("truce"), in: site)
    #expect(table?.filter(\.isUsed).map(\.term.name) == used)
    #expect(table.map(\.count) == used.map { _ in 7 })
  }

  @Test(arguments: [Yardstick.icd203a, .icd203b, .phia])
  func `bands rise and never overlap but at their edges`(yardstick: Yardstick) {
    let terms = yardstick.terms
    #expect(terms.count == 7)
    for (lower, upper) in zip(terms, terms.dropFirst()) {
      #expect(lower.lower < lower.upper)
      #expect(lower.upper <= upper.lower)
    }
  }

  @Test func `what a briefing rests on is counted`() throws {
    let site = TestSite.briefing("A [@paper; @wire; @copy].").linked().site
    let briefing = try #require(site.briefing("truce"))
    let summary = SourceSummary(of: briefing.body, in: site, Register(site))
    #expect(summary.sourceCount == 3)
    #expect(summary.publications == 2)
    #expect(summary.copies == 1)
    #expect(summary.publishers.map(\.value) == ["Agency", "El País", "Gazette"])
  }
}
