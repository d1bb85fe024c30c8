import Diagnostics
import Testing

@testable import Markdown

/// What comments allow, in which blocks, and what is said of those that allow nothing.
@Suite("Comments")
struct CommentTests {
  private static let allow = "<!-- dossier: allow vague-likelihood why -->"

  /// A text with what each of its comments covers between the marks.
  private func expectCovered(
    _ marked: String, comments: Int = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = MarkedFault(marked.replacing("ALLOW", with: CommentTests.allow))
    let found = annotations(text.text)
    #expect(found.findings.filter { $0.code == .badAttribute } == [], sourceLocation: sourceLocation)
    #expect(found.allowances.count == comments, sourceLocation: sourceLocation)
    let bytes = Array(text.text.utf8)
    for allowance in found.allowances {
      let covered = trimmed(allowance.covers, bytes)
      #expect(
        covered == text.range, "\(String(decoding: bytes[covered], as: UTF8.self))",
        sourceLocation: sourceLocation)
      #expect(String(decoding: bytes[allowance.codeSource], as: UTF8.self) == "vague-likelihood")
    }
  }

  /// Without line ends at its end.
  private func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return range.lowerBound..<end
  }

  @Test(arguments: [
    ("ALLOW\n⟦words\nmore⟧\n\nother", 1), ("ALLOW\nALLOW\n\n<!-- c -->\nALLOW\n⟦words⟧\n\nother", 3),
    ("ALLOW <!-- c --> ALLOW\n⟦words⟧", 2), ("ALLOW\n⟦::: gap\na\n\nb\n:::⟧\n\nother", 1),
    ("ALLOW\n\n⟦::: gap\n::: context\na\n:::\n\nb\n:::⟧\nother", 1),
    ("::: gap\nALLOW\n⟦::: context\na\n:::⟧\nb\n:::", 1), ("::: gap\na\n\nALLOW\n⟦b⟧\n:::\n\nother", 1),
    ("a[^n]\n\nALLOW\n\n⟦[^n]: b\n    c\n\n    d⟧\n\nother", 1), ("a[^n]\n\nALLOW\n⟦[^n]: b⟧\n\nother", 1),
    ("a[^n]\n\nALLOW\nALLOW\n⟦[^n]: b⟧", 2), ("a[^n][^m]\n\nALLOW\n\n⟦[^n]: b⟧\n[^m]: c", 1),
    ("a[^n][^m]\n\n[^m]: c\n\nALLOW\n\n⟦[^n]: b⟧\n\nother", 1),
    ("::: gap\na[^n]\n\nALLOW\n\n⟦[^n]: b⟧\n:::\n\nother", 1),
    ("a[^n]\n\n[^n]: b\n\n    ALLOW\n⟦    c⟧\n\nother", 1),
    ("ALLOW\n⟦| a |\n|---|\n\n: caption⟧\n\nother", 1),
    ("ALLOW\n⟦lead\n| a |\n|---|\n: caption⟧\n\nother", 1),
    ("> ALLOW\n⟦> | a |\n> |---|\n>\n> : caption⟧\n>\n> other", 1),
    ("> ALLOW\n⟦> a\n> b⟧\n\nother", 1), ("- a\n  ALLOW\n⟦  b⟧\n- c", 1), ("ALLOW\n⟦- a\n- b⟧\n\nother", 1),
    ("ALLOW\n⟦> a\n>\n> b⟧\n\nother", 1), ("ALLOW\n⟦# A⟧\nother", 1),
    ("ALLOW\n⟦~~~\na\n\nb\n~~~⟧\n\nother", 1),
    ("a\nALLOW\n⟦b⟧", 1),
  ])
  func `a comment allows a code in all of the block that follows`(marked: String, comments: Int) {
    expectCovered(marked, comments: comments)
    expectCovered("é\r\n\r\n" + marked.replacing("\n", with: "\r\n"), comments: comments)
  }

  @Test(
    arguments: [
      "<!-- dossier: allow a-b two words -->", "<!--dossier: allow a-b two words-->",
      "<!-- Dossier: Allow a-b two words -->",
      "<!--- dossier:allow a-b two words --->", "<!-- dossier : allow\na-b two\nwords -->",
      "<!-- c --><!-- dossier: allow a-b two words --><!-- d -->",
    ], Nesting.containers)
  func `an order may be written in several ways`(comment: String, container: Nesting.Container) {
    let lines = comment.split(separator: "\n").map(String.init)
    let text = container.lines(lines + ["", "words"]).joined(separator: "\n")
    let found = annotations(text)
    #expect(found.findings == [])
    #expect(found.allowances.map(\.code) == ["a-b"])
    #expect(found.allowances.map(\.reason).first?.hasPrefix("two words") == true)
    #expect(!html(text).contains("<!--"))
  }

  @Test(arguments: [
    ("<!-- dossier: allow ⟦a⟧ -->\nx", "without a reason"), ("<!-- dossier: ⟦allow⟧ -->\nx", "no code"),
    ("<!-- dossier: allow ⟦a⟧-->\nx", "without a reason"),
    ("<!-- dossier: ⟦alow⟧ a why -->\nx", "and nothing else"),
    ("<!-- ⟦dossier:⟧ -->\nx", "and nothing else"),
    ("<!-- dossier: ⟦link-text⟧ why -->\nx", "and nothing else"),
    ("<!-- ⟦dossier⟧ allow a why -->\nx", "a colon"),
    ("<!-- ⟦Dossier⟧ ignore link-text why -->\nx", "a colon"),
    ("x <!-- dossier: allow ⟦a⟧ why --> y", "inside a block"),
    ("# x <!-- dossier: allow ⟦a⟧ why -->", "inside a block"),
    ("x\n\n<!-- dossier: allow ⟦a⟧ why -->", "no block follows"),
    ("x\n\n<!-- dossier: allow ⟦a⟧ why -->\n<!-- c -->", "no block follows"),
    ("::: gap\nx\n\n<!-- dossier: allow ⟦a⟧ why -->\n:::", "no block follows"),
  ])
  func `a comment that allows nothing is reported`(marked: String, words: String) {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for container in Nesting.containers where container.name != "fenced block" || !marked.contains(":::") {
      let fault = MarkedFault(container.lines(lines).joined(separator: "\n") + "\n\nother")
      guard !words.hasPrefix("no block") || !["page", "item", "numbered item"].contains(container.name) else {
        continue
      }
      let findings = annotations(fault.text).findings
      #expect(findings.map(\.code) == [.badAttribute], "\(fault.text)")
      #expect(findings.map(\.place.range) == [fault.range], "\(fault.text)")
      #expect(findings.first?.message.contains(words) == true, "\(findings)")
    }
    let last = MarkedFault(marked)
    #expect(last.found(.badAttribute) == [last.range])
  }

  @Test(arguments: [
    "<!-- dossier on Smith is in the drawer -->", "<!-- dossiers: two -->", "`<!-- dossier: -->`",
    "    <!-- dossier: -->",
    "<!-- c -->", "<!-- a --><!-- b -->", "  <!-- a -->  <!-- b -->", "<!-->", "a <!-- b --><!-- c -->",
    "<!-- of the dossier: allow a -->",
  ])
  func `other comments are left alone`(text: String) {
    #expect(annotations(text + "\n\nwords").findings == [])
    #expect(annotations("> " + text.replacing("\n", with: "\n> ") + "\n\nwords").findings == [])
  }

  @Test func `what stands behind a comment in its line is told to stand elsewhere`() {
    for text in ["<!-- a --> words", "<!-- a\nb --> words", "<!-- a --> <!-- b"] {
      let findings = annotations(text + "\n\nx").findings
      #expect(findings.map(\.code) == [.rawHTML])
      #expect(findings.first?.message.contains("on a line of its own") == true)
    }
  }

  @Test func `a suggestion stands in for the word that is wrong`() {
    let text = "> <!-- dossier: alow link-text why -->\n> x"
    let finding = annotations(text).findings[0]
    let fix = finding.fix(in: SourceText(path: finding.place.path, bytes: Array(text.utf8)))
    #expect(fix?.replacement == "allow" && fix?.place == finding.place)
  }
}
