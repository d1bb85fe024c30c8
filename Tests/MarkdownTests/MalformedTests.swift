import Diagnostics
import Testing

@testable import Markdown

/// What was plainly meant as a construct and is none does not go unsaid.
@Suite("Malformed constructs")
struct MalformedTests {
  /// A text with the place of its one finding, and words of the message.
  typealias Fault = (marked: String, words: String)

  static let groups: [Fault] = [
    ("[x]{.claim #q1⟦,⟧ status=denied}", "blanks separate"), ("[x]{.claim⟦;⟧a=b}", "blanks separate"),
    ("[x]{.claim ⟦status=⟧}", "'status' has no value"), ("[x]{⟦status=⟧ .claim}", "'status' has no value"),
    ("[x]{.claim status⟦ = ⟧denied}", "write status=denied"),
    ("[x]{.claim status=⟦ ⟧denied}", "write status=denied"),
    ("[x]{.claim status=⟦\"⟧denied}", "never closed"), ("[x]{.claim status=⟦'⟧x\"}", "never closed"),
    ("[x]{.claim status=⟦\"⟧denied} \"no\", he said.", "never closed"),
    ("[x]⟦{.claim status=denied⟧", "write '}'"), ("[x]⟦{.claim⟧ [@k]. A [y]{.gap}.", "write '}'"),
    ("[x]⟦{.claim⟧\nand so on", "write '}'"), ("[x]{.claim\nstatus=denied ⟦!⟧b}", "begins no attribute"),
    ("[x]{.claim ⟦status:denied⟧}", "write status=denied"),
    ("[x]{.claim disputes=a, ⟦b⟧}", "write disputes=\"a, b\""), ("[x]{.claim ⟦b⟧}", "'b' is no attribute"),
    ("[x]{.claim ⟦#⟧}", "no identifier"), ("[x]{⟦#⟧}", "no identifier"), ("[x]{⟦.⟧ claim}", "write '.claim'"),
    ("[x]{.claim ⟦!⟧important}", "'!' begins no attribute"), ("[x]{⟦:⟧ .claim}", "':' begins no attribute"),
    ("[x]{.claim k=\"a\"⟦b⟧=c}", "a blank is missing"), ("[x]{.claim k=a⟦\"⟧b\"}", "stands in quotes"),
    ("[x]{.claim k=⟦<⟧http://x.org>}", "stands in quotes"), ("[x]{.claim ⟦é⟧}", "'é' is no attribute"),
    ("[x]{⟦claim⟧}", "write '.claim'"), ("[x]{ ⟦gap⟧ #q}", "write '.gap'"),
    ("[x]{.a}{.b⟦,⟧ c}", "blanks separate"),
    ("[@k]{.claim #q⟦,⟧ a}", "blanks separate"), ("| [x]{.claim⟦,⟧ a} | b |\n|---|---|", "blanks separate"),
    ("[w] ⟦{.claim}⟧", "remove the blank"), ("[x]\n⟦{.claim}⟧", "remove the blank"),
    ("[w] {.claim⟦,⟧ a}", "blanks separate"), ("[@k] ⟦{.claim}⟧", "remove the blank"),
    ("**x**⟦{.claim}⟧", "spans only"), ("~~x~~⟦{.claim}⟧", "spans only"), ("\"x\"⟦{.claim}⟧", "spans only"),
    ("“x”⟦{.claim}⟧", "spans only"), ("a \"*x*\"⟦{.claim #q}⟧", "spans only"),
    ("[a](/u)⟦{.claim,⟧ x}", "spans only"),
    ("[[a]]⟦{.claim status=⟧}", "spans only"),
    ("## H {#a ⟦b⟧}", "write {#a}"), ("## H {#a⟦,⟧ .b}", "write {#a}"),
    ("## H⟦{#a}⟧", "before the identifier"),
    ("H⟦{#a}⟧\n===", "before the identifier"), ("## H ⟦{#a⟧", "write '}'"),
    ("## [x]{.claim #q⟦,⟧ a}", "blanks"),
    ("| a |\n|---|\n\n: b {#t ⟦x⟧}", "write {#t}"),
  ]

  @Test(arguments: groups)
  func `attributes that do not parse are reported where they stop`(fault: Fault) throws {
    let text = MarkedFault(fault.marked)
    let findings = annotations(text.text).findings
    #expect(findings.map(\.code) == [.unsupportedSyntax])
    #expect(findings.map(\.place.range) == [text.range])
    #expect(findings[0].message.contains(fault.words), "\(findings[0].message)")
  }

  @Test(arguments: groups, ["\n", "\r\n", "\r"])
  func `attributes that do not parse are reported in every container`(fault: Fault, end: String) {
    let lines = fault.marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for container in Nesting.containers {
      let text = MarkedFault("é😀" + end + end + container.lines(lines).joined(separator: end))
      #expect(annotations(text.text).findings.map(\.place.range) == [text.range], "\(text.text)")
    }
  }

  @Test(arguments: groups.map(\.marked))
  func `attributes that do not parse stay text, and are code in code`(marked: String) {
    let text = MarkedFault(marked).text
    let code = "~~~\n" + text + "\n~~~\n\n`" + text.replacing("\n", with: " ") + "`"
    #expect(annotations(code).findings == [])
    #expect(annotations(text).spans.map(\.attributes.classes).allSatisfy { $0 == ["a"] || $0 == ["gap"] })
  }

  @Test(arguments: [
    "f(x)]{n}", "[a]{n} [a]{} [a]{ } [a]{a == b} [a]{...} [a]{,}", "\\sqrt[3]{x} \\frac{a}{b} {#1 of 2}",
    "a {.b} in a style sheet", "it says \"{.claim}\" and ('{.claim}')", "[x]\\{.claim, b} \\[x\\]{.claim, b}",
    "## Rules {a} {b}", "## On {.class} in style sheets", "**x** {a=b}", "f(x)]{a = b}", "${x} #{y} {{z}}",
    "[a]{.claim\nstatus=denied}", "> [a]{.claim\n> status=denied}", "a[i] {x = 1}",
  ])
  func `braces that tell nothing of attributes are left alone`(text: String) {
    #expect(annotations(text).findings == [])
  }

  @Test(arguments: Nesting.containers)
  func `a group may go on over the lines of every container`(container: Nesting.Container) {
    let text = container.lines(["[é]{.claim", "k=\"a", "b\" status=denied} [@k]"]).joined(separator: "\n")
    let found = annotations(text)
    #expect(found.findings == [])
    #expect(found.spans.map { $0.attributes["status"] } == ["denied"])
    let bytes = Array(text.utf8)
    let places = found.spans.flatMap(\.attributes.pairs).map(\.valueSource)
    #expect(places.map { String(decoding: bytes[$0], as: UTF8.self) }.last == "denied")
    #expect(html(text).contains("<span class=\"claim\">é</span>"))
  }

  @Test func `a group goes on over a lazy line, and over no quotation that begins inside it`() {
    #expect(annotations("> [é]{.claim\nstatus=denied} a").spans.count == 1)
    #expect(annotations("[é]{.claim\n> status=denied} a").spans.isEmpty)
    #expect(annotations("> [é]{.claim\n> > status=denied} a").spans.isEmpty)
    #expect(annotations("- > [é]{.claim\n  > status=denied} a").spans.count == 1)
  }

  @Test(arguments: [
    ("::: {.claim⟦,⟧ #x}\nx\n:::", "blanks separate"), ("::: ⟦{.gap⟧\nx\n:::", "write '}'"),
    ("::: {⟦gap⟧}\nx\n:::", "write '.gap'"), ("::: gap ⟦extra words⟧\nx\n:::", "next line"),
    ("::: {.gap} ⟦extra⟧\nx\n:::", "next line"),
    ("::: event ⟦{date=2025}⟧\nx\n:::", "write '::: {.event …}'"),
    ("⟦::: {}⟧\nx\n:::", "write one role"), ("⟦::: : x⟧\nx\n:::", "write one role"),
    ("::: gap ⟦extra⟧", "next line"),
    ("a\n:::{.gap⟦,⟧ b}\nx\n:::", "blanks"),
    ("::: {.a⟦,⟧ b}\n::: gap\nx\n:::\n:::", "blanks"),
    ("x[^n]\n\n[^n]: ::: {.a⟦,⟧ b}\n    x\n    :::", "blanks"),
  ])
  func `a line that opens no block is reported, and its closing fence is not`(fault: Fault) {
    let text = MarkedFault(fault.marked)
    let findings = annotations(text.text).findings
    #expect(findings.map(\.code) == [.unclosedBlock])
    #expect(findings.map(\.place.range) == [text.range])
    #expect(findings[0].message.contains(fault.words), "\(findings[0].message)")
    guard !text.text.contains("[^n]") else { return }
    let lines = fault.marked.split(separator: "\n").map(String.init)
    for container in Nesting.containers where container.name != "fenced block" {
      let text = MarkedFault("é\r\n\r\n" + container.lines(lines).joined(separator: "\r\n"))
      #expect(annotations(text.text).findings.map(\.place.range) == [text.range], "\(text.text)")
    }
  }

  @Test func `a fence that closes nothing is told where the line that opens nothing is code`() {
    let fault = MarkedFault("~~~\n::: {.gap\n~~~\n\na `\n::: {.gap` b\n\n⟦:::⟧")
    #expect(fault.found(.unclosedBlock) == [fault.range])
    #expect(annotations("::: {.gap\nx\n:::\n\n:::").findings.count == 2)
  }

  @Test(arguments: [
    "Text.[^n]\n⟦[^n]:⟧ the note", "Text.[^n]\n\n> ⟦[^n]:⟧ the note", "Text.[^n]\n\n- ⟦[^n]:⟧ the note",
    "Text.[^n] [^n]\n⟦[^n]:⟧ the note\n\n[^m]: b[^m]",
  ])
  func `a note whose definition stands where none can is not unknown as well`(marked: String) {
    let fault = MarkedFault(marked)
    #expect(fault.found(.unsupportedSyntax).first == fault.range)
    #expect(fault.found(.unknownNote) == [])
  }

  @Test(arguments: ["{#a}\nb\n===", "{.a}\nb\n---\n", "{#a}\n===", "# {#a} b"])
  func `a heading may begin with a group, also where the file begins`(text: String) {
    #expect(annotations(text).headings.count == 1)
  }

  @Test func `a note may be defined below a comment`() {
    for text in ["Text.[^n]\n\n<!-- c -->\n[^n]: a", "Text.[^n]\n<!-- c\nd -->\n[^n]: a"] {
      #expect(annotations(text).findings == [])
      #expect(annotations(text).notes.map(\.label) == ["n"])
    }
    #expect(html("~~~\n<!-- c -->\n[^n]: a\n~~~") == "<pre><code>&lt;!-- c --&gt;\n[^n]: a\n</code></pre>\n")
  }

  @Test(arguments: [("WARNIG", ["WARNING"]), ("tipp", ["TIP"]), ("DANGER", [])])
  func `a misspelled callout is told from the five`(type: String, suggestions: [String]) {
    #expect(annotations("> [!\(type)]\n> a").findings.map(\.suggestions) == [suggestions])
  }
}
