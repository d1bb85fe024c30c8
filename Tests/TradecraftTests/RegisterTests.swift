import Briefings
import Linking
import Markdown
import Testing

@testable import Tradecraft

struct RegisterTests {
  private static let body = """
    [It sank]{.claim #sank} [@paper]. [It floats]{.claim #floats disputes=sank supersedes=sank} [@wire].
    [It will sail]{.claim #sails kind=forecast} [@paper; @wire; @copy].
    [It is likely to sail.]{.judgment #judged confidence=low based-on="sank calm"} [The sea is calm]{.assumption #calm}.

    ::: {.gap #gap}
    Why it sank.
    :::
    """

  private let site = TestSite.briefing(body).linked().site

  private func item(_ id: String) throws -> PageItem {
    try #require(site.statements.first { site.statement($0)?.id == id })
  }

  @Test func `every statement is in the register, and in the parts that it belongs to`() throws {
    let register = Register(site)
    let ids = site.statements.compactMap { site.statement($0)?.id }
    #expect(ids == ["sank", "floats", "sails", "judged", "calm", "gap"])
    let parts = register.parts.map { group in
      "\(group.part.segment): " + group.items.compactMap { site.statement($0)?.id }.joined(separator: " ")
    }
    #expect(
      parts == [
        "single-source: sank floats", "several-sources: sails", "forecasts: sails", "judgments: judged",
        "assumptions: calm", "gaps: gap",
      ])
    #expect(register.standing(of: try item("sails"))?.sources == 3)
    #expect(register.standing(of: try item("sails"))?.publications == 2)
    #expect(register.standing(of: try item("gap")) == nil)
  }

  @Test func `what statements say of one another is told from either side`() throws {
    let relations = Register(site).relations
    func told(_ id: String) throws -> [String] {
      relations.of(try item(id)).map { "\($0.kind) \(site.statement($0.other)?.id ?? "")" }
    }
    #expect(try told("floats") == ["disputes sank", "supersedes sank"])
    #expect(try told("sank") == ["disputedBy floats", "supersededBy floats", "basisOf judged"])
    #expect(try told("judged") == ["restsOn sank", "restsOn calm"])
    #expect(try told("calm") == ["basisOf judged"])
    #expect(try told("gap").isEmpty)
  }

  @Test func `each row has an address of its own on the page of the register that holds it`() throws {
    let claims = (1...150).map { "[Claim \($0)]{.claim} [@paper]." }.joined(separator: "\n\n")
    var many = TestSite.briefing(claims)
    many.add(
      "pages/method", "---\ntitle: Method\nsummary: How.\n---\n[We assume it]{.assumption #it}.\n")
    let site = many.linked().site
    let rows = site.statements.compactMap { RegisterRow(of: $0, in: site) }
    #expect(rows.count == 151)
    #expect(Set(rows.map(\.fragment)).count == 151)
    #expect(rows[0] == RegisterRow(of: site.statements[0], in: site))
    #expect(rows[99].address.path == "claims/")
    #expect(rows[99].fragment == "truce.claim-100")
    #expect(rows[100].address.path == "claims/page/2/")
    #expect(rows[150].fragment == "pages.method.it")
  }

  @Test func `the sentence leads to its row`() throws {
    let rewrites = Register(site).rewrites(for: .briefing("truce"), in: site)
    #expect(
      rewrites.spans.map(\.row) == [
        "../../claims/#truce.sank", "../../claims/#truce.floats", "../../claims/#truce.sails",
        "../../claims/#truce.judged", "../../claims/#truce.calm",
      ])
    #expect(rewrites.regions.first?.footerHTML.contains("href=\"../../claims/#truce.gap\"") == true)
  }
}
