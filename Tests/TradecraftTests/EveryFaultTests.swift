import Briefings
import Diagnostics
import EDTF
import Linking
import Testing

@testable import Tradecraft

/// One site with every fault against tradecraft that files alone can have, each marked where it is told.
struct EveryFaultTests {
  private static let body = """
    ::: key-judgments
    1. [It is ‹mixed-yardsticks|probable› that it sails.]{.judgment confidence=low} [@paper]
    2. [It is likely, and we say so with ‹likelihood-with-confidence|high confidence›.]{.judgment confidence=high} [@paper]
    3. [It is unlikely to sink.]{.judgment confidence=low p=‹probability-outside-term|0.9›} [@paper]
    4. [It is very likely to rain.]‹judgment-without-basis|{.judgment confidence=low}›
    5. [It ‹vague-likelihood|may› snow.]{.judgment confidence=low} [@paper]
    6. ‹key-judgments-length|Too many.›
    :::

    We take it that [the sea is calm]‹unused-assumption|{.assumption}›. [The ship sank]‹uncited-claim|{.claim}›.

    [The crew is safe]‹corroboration-missing|{.claim status=corroborated}› [@paper].

    ["Two pages"]‹uncited-quote|{.quote speaker=zelenskiy}›.

    ["One page"]{.quote speaker=‹unknown-speaker|nobody›} [@paper].

    ‹event-after-source|[It left the quay]{.event date=2025-03-20}› [@paper].
    """

  private static func site() -> TestSite {
    var site = TestSite()
    site.configuration.baseURL = "https://example.org/"
    site.add(
      "briefings/truce",
      "---\ntitle: Truce\npublished: 2025-03-25\nsummary: An offer.\nsources: [wire, copy, bare]\n---\n"
        + body)
    site.addRecords()
    site.add("sources/bare", "---\ntitle: Bare\npublisher: Gazette\n---\n")
    site.add("sources/idle", "---\ntitle: Idle\npublisher: Gazette\nurl: unknown\n---\n")
    return site
  }

  @Test func `every fault is told once, at its place, and nothing else`() {
    let site = EveryFaultTests.site()
    let linked = site.linked()
    let found = linked.reported(with: tradecraftFindings(linked, site.registry()))
    let inTexts = Set(found.filter { $0.place.range != nil && $0.severity != .note })
    #expect(site.found(Array(inTexts)) == site.expected)
    #expect(inTexts.count == site.expected.count)
    let ofFiles = found.filter { $0.place.range == nil }.map { "\($0.code.rawValue) \($0.place.path)" }
    #expect(
      ofFiles.sorted() == [
        "source-incomplete Content/sources/bare.md", "unused-source Content/sources/idle.md",
      ])
  }
}
