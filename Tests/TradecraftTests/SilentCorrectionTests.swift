import Briefings
import Diagnostics
import Linking
import Testing

@testable import Tradecraft

struct SilentCorrectionTests {
  private static let body = """
    [The ship sank]{.claim #sank} [@paper]. [Kyiv heard]{.claim} [@wire].
    [It is likely to sail.]{.judgment confidence=low p=0.6} [@paper].
    ["Two pages"]{.quote speaker=zelenskiy} [@paper].
    """

  private func findings(_ body: String, matter: String = "", before: String = SilentCorrectionTests.body)
    -> [String]
  {
    let before = TestSite.briefing(before).linked().site
    let now = TestSite.briefing(body, matter: matter).linked()
    return silentCorrections(since: "v1", from: before, to: now).map(\.message)
  }

  private static func corrected(_ kind: String) -> String {
    "corrections:\n  - date: 2025-03-06\n    kind: \(kind)\n    text: Changed.\n"
  }

  @Test(arguments: [
    ("The ship sank", "The ship, SANK!"), ("Kyiv heard", "“Kyiv” — heard…"),
    ("It is likely to sail.", "It is  likely\nto *sail*."),
    ("[The ship", "New words without a mark. [The ship"),
  ])
  func `case, punctuation, spaces and what is not marked may change`(old: String, new: String) {
    #expect(findings(Self.body.replacing(old, with: new)) == [])
  }

  @Test(arguments: [("5 €", "5 $"), ("5 %", "5"), ("1.5", "15"), ("x < y", "x > y")])
  func `signs of currency and arithmetic are words`(old: String, new: String) {
    let before = Self.body.replacing("ship sank", with: "ship cost \(old)")
    #expect(findings(Self.body.replacing("ship sank", with: "ship cost \(new)"), before: before).count == 1)
    #expect(findings(before, before: before) == [])
  }

  @Test(arguments: [
    ("The ship sank", "The ship swam", "the claim has other words since v1; say so under 'corrections'"),
    (
      "{.claim #sank}", "{.claim #sank status=disputed}",
      "the claim has another status ('disputed', it was none) since v1; say so under 'corrections'"
    ),
    (
      "#sank}", "#sank by=kyiv}",
      "the claim has another speaker ('kyiv', it was none) since v1; say so under 'corrections'"
    ),
    (
      "[@wire]", "[@paper]",
      "the claim has another sources ('paper', it was 'wire') since v1; say so under 'corrections'"
    ),
    (
      "confidence=low", "confidence=high",
      "the judgment has another confidence ('high', it was 'low') since v1; say so under 'corrections'"
    ),
    (
      "p=0.6", "p=0.7",
      "the judgment has another p ('0.7', it was '0.6') since v1; say so under 'corrections'"
    ),
    (
      "speaker=zelenskiy", "speaker=kyiv",
      "the quotation has another speaker ('kyiv', it was 'zelenskiy') since v1; say so under 'corrections'"
    ),
  ])
  func `what a statement says and what is said of it may not change in silence`(
    old: String, new: String, message: String
  ) {
    let body = Self.body.replacing(old, with: new)
    #expect(findings(body) == [message])
    #expect(findings(body, matter: Self.corrected("correction")) == [])
    #expect(findings(body, matter: Self.corrected("update")) == [message], "an update is for what is added")
  }

  @Test func `what is gone is told, and what comes instead of it`() {
    let body = Self.body.replacing("Kyiv heard", with: "Kyiv knew")
    let gone = "the claim 'Kyiv heard' of v1 is gone or says something else; say so under 'corrections'"
    #expect(
      findings(body) == [
        gone, "the claim is new since v1; say so under 'corrections', at least as an 'update'",
      ])
    #expect(findings(body, matter: Self.corrected("update")) == [gone])
    #expect(findings(body, matter: Self.corrected("retraction")) == [])
  }

  @Test func `an addition needs an entry of any kind`() {
    let body = Self.body + "\n\n[The crew is safe]{.claim} [@wire]."
    #expect(findings(body).count == 1)
    #expect(findings(body, matter: Self.corrected("update")) == [])
  }

  @Test func `an entry that was there before says nothing of now`() {
    let matter = Self.corrected("correction")
    let before = TestSite.briefing(Self.body, matter: matter).linked().site
    let now = TestSite.briefing(Self.body.replacing("sank", with: "swam"), matter: matter).linked()
    #expect(silentCorrections(since: "v1", from: before, to: now).count == 2)
  }

  @Test func `a briefing may move, and may not vanish`() throws {
    let before = TestSite.briefing(Self.body).linked().site
    var moved = TestSite()
    moved.add(
      "briefings/offer",
      "---\ntitle: Truce\npublished: 2025-03-05\nsummary: An offer.\nredirects: [briefings/truce]\n---\n"
        + Self.body)
    moved.addRecords()
    #expect(silentCorrections(since: "v1", from: before, to: moved.linked()) == [])
    var gone = TestSite()
    gone.addRecords()
    let findings = silentCorrections(since: "v1", from: before, to: gone.linked())
    #expect(findings.map(\.place.path.string) == ["Content/briefings/truce.md"])
  }

  @Test(arguments: [
    "[The ship swam]{.claim #sank} [@paper].", "", body.replacing("confidence=low", with: "confidence=high"),
    body + "\n[Kyiv waited]{.claim} [@wire].",
  ])
  func `a finding is known by the same words whatever the revision is called`(body: String) {
    let before = TestSite.briefing(Self.body).linked().site
    let now = TestSite.briefing(body).linked()
    let one = silentCorrections(since: "v1", from: before, to: now)
    let two = silentCorrections(since: "v2", from: before, to: now)
    #expect(!one.isEmpty)
    #expect(one.map(\.identity) == two.map(\.identity))
    #expect(one.map(\.message) == two.map { $0.message.replacing("v2", with: "v1") })
  }

  @Test func `what was withheld then was not published`() {
    let draft = TestSite.briefing(Self.body, matter: "draft: true\n").linked().site
    var gone = TestSite()
    gone.addRecords()
    #expect(silentCorrections(since: "v1", from: draft, to: gone.linked()) == [])
  }
}
