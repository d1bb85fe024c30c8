import Briefings
import Diagnostics
import Linking
import Testing

@testable import Tradecraft

struct EvidenceTests {
  @Test(arguments: [
    Marked("a claim", "[X]‹uncited-claim|{.claim}›."),
    Marked("a cited claim", "[X]{.claim} [@paper]."),
    Marked("an unverified claim", "[X]{.claim status=unverified}."),
    Marked("a claim in a block", "::: ‹uncited-claim|claim›\nX\n:::\n"),
    Marked("a quotation", "[X]‹uncited-quote|{.quote speaker=kyiv}›."),
    Marked("a cited quotation", "[X]{.quote speaker=kyiv}, he said [@paper]."),
    Marked("an unknown source is one error", "[X]{.claim} [‹unknown-source|@x›]."),
  ])
  func `claims and quotations are cited`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    Marked("one", "[X]‹corroboration-missing|{.claim status=corroborated}› [@paper]."),
    Marked("two", "[X]{.claim status=corroborated} [@paper; @wire]."),
    Marked("a copy of the same", "[X]‹corroboration-missing|{.claim status=corroborated}› [@wire; @copy]."),
    Marked(
      "one twice", "[X]‹corroboration-missing|{.claim status=corroborated}› [@paper, p. 1; @paper, p. 2]."),
  ])
  func `corroboration takes two independent publications`(_ marked: Marked) { marked.check() }

  @Test(arguments: [
    ("[X]{.claim} [@paper].", ClaimStatus.singleSource, true),
    ("[X]{.claim} [@paper; @wire].", .severalSources, true),
    ("[X]{.claim} [@wire; @copy].", .singleSource, true),
    ("[X]{.claim status=denied} [@paper].", .denied, false),
    ("[X]{.claim status=unverified}.", .unverified, false),
  ])
  func `a status is the writer's, else counted`(body: String, status: ClaimStatus, isDerived: Bool) throws {
    let site = TestSite.briefing(body).linked().site
    let register = Register(site)
    let claim = try #require(site.claims.first)
    let standing = try #require(register.standing(of: claim))
    #expect(standing.status == status)
    #expect(standing.isDerived == isDerived)
    #expect(register.parts == [Register.Group(part: .status(status), items: site.claims)])
  }

  @Test(arguments: [
    ("", 1), ("url: https://example.org/\n", 1), ("url: unknown\n", 0),
    ("url: https://example.org/\naccessed: 2025-01-01\n", 0),
    ("url: https://example.org/\narchive-url: https://archive.example/x\n", 0),
  ])
  func `a source record says where it is and when it was read`(matter: String, count: Int) {
    var site = TestSite.briefing("X.")
    site.add("sources/extra", "---\ntitle: T\npublisher: P\n\(matter)---\n")
    let findings = tradecraftFindings(site.linked(), site.registry())
    #expect(findings.count { $0.code == .sourceIncomplete } == count)
  }
}
