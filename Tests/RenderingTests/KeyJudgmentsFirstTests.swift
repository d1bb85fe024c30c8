import Briefings
import Foundation
import Linking
import Testing

@testable import Rendering

struct KeyJudgmentsFirstTests {
  private static let judgments =
    "::: key-judgments\n- [It is likely.]{.judgment confidence=low source=s}\n:::\n"
  private static let source = "---\ntitle: S\npublisher: P\nurl: unknown\n---\n"

  private func body(_ text: String) throws -> String {
    let site = try SampleSite([
      "site.yaml": "title: T\n", "briefings/a.md": MadeUpSiteTests.briefing("A", body: text),
      "sources/s.md": Self.source,
    ])
    let page = try site.page(.briefing(try #require(Slug("a"))))
    let start = try #require(page.range(of: "<div class=\"body\">\n"))
    return String(page[start.upperBound...])
  }

  @Test(arguments: [
    "First words.\n\n\(judgments)\nLast words.\n", "\(judgments)\nFirst words.\n\nLast words.\n",
    "First words.\n\nLast words.\n\n\(judgments)",
    "## A heading\n\nFirst words.\n\n> Last words.\n\n\(judgments)",
    "First words.\n\n:::: context\n\(judgments)::::\n\nLast words.\n",
    "First words `<section class=\"key-judgments\">`.\n\n\(judgments)\nLast words.\n",
  ])
  func `key judgments stand before everything else, and all else in its order`(text: String) throws {
    let body = try body(text)
    #expect(body.hasPrefix("<section class=\"key-judgments\""))
    let judged = try #require(body.range(of: "It is likely."))
    let first = try #require(body.range(of: "First words"))
    let last = try #require(body.range(of: "Last words"))
    #expect(judged.upperBound < first.lowerBound && first.upperBound < last.lowerBound)
    #expect(body.components(separatedBy: "It is likely.").count == 2)
  }

  @Test func `sections within go with them`() {
    let inner = "<section class=\"key-judgments\"><section><p>a</p></section><p>b</p></section>"
    let arranged = KeyJudgmentsFirst.arranged(Array("<p>x</p>\(inner)<section>y</section>".utf8))
    #expect(String(decoding: arranged, as: UTF8.self) == "\(inner)<p>x</p><section>y</section>")
  }

  @Test(arguments: ["", "<p>x</p>", "<section class=\"key-judgments\"><p>never ended"])
  func `a body without them stays as it is`(body: String) {
    #expect(KeyJudgmentsFirst.arranged(Array(body.utf8)) == Array(body.utf8))
    #expect(KeyJudgmentsFirst.arranged(Array("x\(body)".utf8)) == Array("x\(body)".utf8))
  }
}
