import Testing

@testable import Linking

/// What a paragraph costs grows with its length, not with its length times what stands in it: a quadratic walk over
/// these takes a minute.
struct LongParagraphTests {
  @Test(arguments: ["https://e.org/ ", "[[kyiv]] ", "[A]{.claim} [@paper]. ", "Kyiv, "])
  func `a paragraph of many links, citations or names is surveyed`(part: String) throws {
    let count = 4_000
    let body = try #require(TestSite.briefing(String(repeating: part, count: count)).linked().body("truce"))
    #expect(max(body.links.count, body.citations.count, body.mentions.count) == count)
  }
}
