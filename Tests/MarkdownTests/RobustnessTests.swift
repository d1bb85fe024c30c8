import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// Texts that once made the library crash, hang or contradict itself, each kept as small as it was found.
@Suite("Robustness")
struct RobustnessTests {
  @Test(arguments: [
    // NUL inside a key's braces and inside an attribute's value.
    "@{\0}", "[x]{k=\"\0\"}",
    // NUL and an escape inside an address between angle brackets.
    "<ab:\0\\[>",
    // A note inside a link, and one whose end is not found in the file.
    "[a ^[n]](/u)", "[\n^[\n]]()\n|-",
    // An entity before an escape, and no character's end eight bytes on.
    "&copy;\\*日本日本",
    // A link whose title is empty.
    "[b]\n\n[b]: x ()",
    // NULs, one of them behind a backslash, with emphasis between them.
    "fo\0\0 **\\\0**\0* o*\\***\n*\n",
    // Attributes behind a picture whose address never ends: they are not found in the file.
    "![foo]([bar]a*<[lin+r],])\nim::: {.a #b k=v}\n[x]{.\u{FFFD}\u{FFFD}\u{FFFD}y}[^'1] [@g \u{1}",
  ])
  func `survey and page end, and agree`(text: String) throws { try Laws.check(Array(text.utf8)) }

  @Test func `a link inside a citation is no link of the page, and the writer is told`() throws {
    let text = "Said [@a, see [p. 3](https://example.org/x \"t\")] and [here](https://example.org/y).\n"
    let found = annotations(text)
    #expect(found.links.map(\.target) == ["https://example.org/y"])
    #expect(found.citations.count == 1)
    let finding = try #require(found.findings.first)
    #expect(finding.code == .unsupportedSyntax)
    let place = try #require(finding.place.range)
    #expect(String(decoding: Array(text.utf8)[place], as: UTF8.self) == #"[p. 3](https://example.org/x "t")"#)
    #expect(!html(text).contains("example.org/x"))
  }

  /// Code that ends with a backslash; an entity before an escape and before another.
  @Test(arguments: ["`a\\` b `c\\`⟦ d⟧", "&copy;\\*⟦日本日本⟧", "&copy;&eacute;⟦ 日本⟧"])
  func `words behind what is spelled otherwise are found in the file`(text: String) {
    let fault = MarkedFault(text)
    let pieces = annotations(fault.text).textBlocks.flatMap(\.pieces)
    #expect(pieces.map { $0.sourceOffset..<$0.sourceOffset + $0.sourceCount }.contains(fault.range))
  }

  @Test(arguments: [
    "[@k, p. 3 ^[n]]", "[@k, p. 3 *^[n]*]", "[@k, p. 3 [^1]]\n\n[^1]: n", "@k [p. 3 ^[n]]",
    "*[@k, p. 3 ^[n]]*",
  ])
  func `a note inside a citation's brackets stands behind them`(text: String) throws {
    try Laws.check(Array(text.utf8))
    let found = annotations(text)
    #expect(found.findings.isEmpty)
    #expect(found.citations.map(\.items[0].locator) == ["p. 3"])
    #expect(found.notes.count == 1)
    #expect(found.noteReferences.map(\.textOffset) == [3])
    #expect(html(text).replacing("</span>", with: "").contains("p. 3]<a class=\"noteref\""))
  }

  @Test func `a note inside a link is text, and reported`() {
    let fault = MarkedFault("[a ⟦^[n]⟧](/u)\n")
    #expect(fault.found(.unsupportedSyntax) == [fault.range])
    #expect(html(fault.text) == "<p><a href=\"/u\">a ^[n]</a></p>\n")
  }

  @Test(arguments: [
    "[x]{.⟦\u{1BC9F}⟧}", "[x]{k=\"⟦\u{1BC9F}⟧\"}", "# x {#⟦\u{1BC9F}⟧}", "::: {.⟦\u{1BC9F}⟧}\n:::",
    "::: ⟦\u{1BC9F}⟧\n:::",
  ])
  func `the reserved character is reported in attributes and roles too`(text: String) throws {
    let fault = MarkedFault(text)
    #expect(fault.found(.reservedCharacter) == [fault.range])
    try Laws.check(Array(fault.text.utf8))
  }

  @Test func `an indented fence opens and closes a block`() {
    #expect(html(" ::: gap\nx\n   :::\n\ny\n") == html("::: gap\nx\n:::\n\ny\n"))
  }

  @Test func `NUL after a backslash is replaced, not handed on`() {
    let page = Markdown.html(
      of: body([0x61, 0x5C, 0x00, 0x62]), options: MarkdownOptions(), rewrites: Rewrites())
    #expect(String(decoding: page, as: UTF8.self) == "<p>a\\\u{FFFD}b</p>\n")
    #expect(annotations("a\\\0b").textBlocks.first?.text.contains(0) == false)
  }

  @Test func `4,000 random documents are surveyed and printed`() {
    var generator = Dice(seed: 4)
    for _ in 0..<4_000 {
      // Labels of links, beside which a span is reported.
      let text =
        DialectDocument.random(&generator)
        + "[[foo] \\* &copy;[b]{.x} c]{.y} [foo]{.x}\n\n[foo]: /u\n"
      let places = annotations(text).findings.compactMap(\.place.range)
      #expect(places.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= text.utf8.count })
      #expect(!html(text).contains("\u{1BC9F}"), "\(text)")
    }
  }

  @Test func `colons too far right for a fence are words`() {
    #expect(html("a\n    :::\n") == "<p>a\n:::</p>\n")
    #expect(html("a\n    ::: gap\n") == "<p>a\n::: gap</p>\n")
  }

  /// Every construct's characters in any order.
  @Test func `survey and page agree on 10,000 random documents`() throws {
    var generator = Dice(seed: 5)
    for _ in 0..<10_000 {
      let text = DialectDocument.random(&generator)
      #expect(throws: Never.self, "\(text.debugDescription)") { try Laws.check(Array(text.utf8)) }
    }
  }
}
