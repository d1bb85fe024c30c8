import Diagnostics
import Testing

@testable import Markdown

/// Links, notes and headings that one character keeps from being any.
@Suite("Broken links")
struct BrokenLinkTests {
  static let broken: [(marked: String, words: String)] = [
    ("At ⟦[port-authority|x]]⟧.", "write '[[port-authority|x]]'"), ("⟦[port-authority]]⟧ b", "write '[["),
    ("At ⟦[[port-authority|the port]⟧.", "write '[[port-authority|the port]]'"),
    ("é ⟦[[port]⟧", "'[[port]]'"),
    ("*⟦[[port|x]⟧* b", "'[[port|x]]'"),
    ("é ⟦[x](../entities/port authority.md)⟧.", "%20"), ("⟦[x](port authority.md)⟧ b", "%20"),
    ("⟦[a *b*](https://x.org/a b)⟧", "%20"), ("⟦![x](../a b.png)⟧", "%20"), ("⟦[x](a b.md#c)⟧", "%20"),
    ("⟦##⟧Heading", "'## '"), ("a\n\n⟦###⟧Überschrift *b*", "'### '"), ("a\n⟦##⟧Heading", "'## '"),
    ("a [x]⟦[undefined]⟧ b", "[undefined]: "), ("[The Line]⟦[1]⟧", "[1]: "),
    ("a⟦^[⟧unclosed", "write ']'"), ("a⟦^[⟧b *c*", "write ']'"), ("*a⟦^[⟧b* c]", "write ']'"),
  ]

  @Test(arguments: broken)
  func `what one character keeps from being a link is reported`(marked: String, words: String) {
    let fault = MarkedFault(marked)
    let findings = annotations(fault.text).findings
    #expect(findings.map(\.code) == [.unsupportedSyntax])
    #expect(findings.map(\.place.range) == [fault.range])
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.allSatisfy { $0.message.contains(words) }, "\(findings.map(\.message))")
  }

  @Test(arguments: broken)
  func `it is reported in every container`(marked: String, words: String) {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for container in Nesting.containers {
      for end in ["\n", "\r\n", "\r"] {
        let fault = MarkedFault("é😀\t漢" + end + end + container.lines(lines).joined(separator: end))
        #expect(fault.found(.unsupportedSyntax) == [fault.range], "\(fault.text)")
      }
    }
  }

  @Test(arguments: broken.map(\.marked))
  func `it is code in code`(marked: String) {
    let text = MarkedFault(marked).text
    #expect(annotations("~~~\n" + text + "\n~~~\n\n`" + text.replacing("\n", with: " ") + "`").findings == [])
  }

  @Test(arguments: [
    "[see x]] and [y]", "a[0]] b", "([1]])", "[[a][]]{.gap}\n\n[a]: /u", "[[sic] and so on]",
    "[[as he said] b",
    "\\[port|x]]", "[port|x\\]] b]", "[[port]](/u)", "[[a] b](/u)", "a [b] [c]", "#hashtag", "##", "##1",
    "\\##Heading",
    "a ##Heading", "#######Seven", "## Heading", "a[i][j]", "[x] [y]", "[@a][@b]", "[x][@b]",
    "[a]{.gap}[b]{.gap}",
    "[...][sic]", "[x](as he said b)", "[x](p. 2/3 of it)", "[x] (see ../a b.md)", "[x](<../a b.md>)",
    "[x](../a.md \"b c\")",
    "\\[x](../a b.md)", "a^[closed]", "a\\^[b", "a^b [c", "[x][y]\n\n[y]: /u", "| ##a | b |\n|---|---|\n",
    "[Smith][]",
    "[a [b]] c", "[[a]b]", "[x][y](/u)",
  ])
  func `brackets of prose are left alone`(text: String) {
    #expect(annotations(text).findings.filter { $0.code == .unsupportedSyntax } == [])
  }
}
