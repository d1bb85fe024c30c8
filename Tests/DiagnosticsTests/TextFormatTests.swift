import Testing

@testable import Diagnostics

@Suite("Findings as text")
struct TextFormatTests {
  private let path = RelativePath(literal: "Content/briefings/truce.md")

  /// The text between `⟦` and `⟧` is what the finding points at.
  private func render(_ marked: String, suggestions: [String] = [], count: Int = 1) -> String {
    let text = MarkedText(marked)
    let findings = (0..<count).map { number in
      Finding(
        .unknownSource, "no source 'x'\(number == 0 ? "" : " \(number)")",
        at: text.place(), suggestions: suggestions)
    }
    return TextFormat(isColored: false, source: text.source).render(FindingList(findings))
  }

  @Test func `a finding shows its place, its line, a caret range and a suggestion`() {
    #expect(
      render("---\n\nHe said [@⟦elpais-trce⟧].\n", suggestions: ["elpais-truce"]) == """
        Content/briefings/truce.md:3:11: error: no source 'x' [unknown-source]
            3 | He said [@elpais-trce].
              |           ^~~~~~~~~~~ did you mean 'elpais-truce'?

        """)
  }

  @Test(arguments: [
    ("é⟦x⟧", 2, " ^"), ("\t⟦x⟧", 2, "\t^"), ("汉⟦x⟧", 2, "  ^"), ("😀⟦x⟧", 2, "  ^"), ("e\u{301}⟦x⟧", 3, " ^"),
    ("a\r\nb⟦x⟧", 2, " ^"), ("a\rb⟦x⟧", 2, " ^"), ("⌚⟦x⟧", 2, "  ^"), ("✈\u{FE0F}⟦x⟧", 3, "  ^"),
    ("👩‍💻⟦x⟧", 4, "  ^"), ("🇺🇦⟦x⟧", 3, "  ^"), ("👍🏽⟦x⟧", 3, "  ^"), ("\u{1100}\u{1161}\u{11A8}⟦x⟧", 4, "  ^"),
    ("⟦汉字⟧", 1, "^~~~"), ("⟦\t⟧x", 1, "^"), ("\u{FEFF}a⟦x⟧", 2, " ^"),
  ])
  func `columns count scalars and carets stand under what is shown`(text: String, column: Int, caret: String)
  {
    let lines = render(text).split(separator: "\n").map(String.init)
    #expect(lines[0].contains(":\(column): "))
    #expect(lines[2] == "      | " + caret)
  }

  @Test func `the same finding more than twenty times in a file is folded`() {
    let output = render("a ⟦x⟧\n", count: 25)
    #expect(output.split(separator: "\n").filter { $0.contains("error:") }.count == 20)
    #expect(output.hasSuffix("note: 5 more like this are not shown [unknown-source]\n"))
  }

  @Test func `errors are shown behind twenty notes of the same code`() {
    let text = MarkedText("⟦a⟧")
    let findings = (1...25).map { number in
      var finding = Finding(.ambiguousName, "\(number < 25 ? "a" : "z") \(number)", at: text.place())
      if number < 25 { finding.severity = .note }
      return finding
    }
    let output = TextFormat(isColored: false, source: text.source).render(FindingList(findings))
    #expect(output.contains(": warning: z 25 "))
    #expect(output.hasSuffix("note: 4 more like this are not shown [ambiguous-name]\n"))
  }

  @Test(arguments: ["\u{9B}31m", "\u{202E}", "\u{2066}", "\u{2028}", "\u{1B}[31m", "\u{7F}"])
  func `what moves a terminal's text about is shown as U+FFFD`(harm: String) {
    let output = render("a\(harm)⟦x⟧\n")
    let harmful = output.unicodeScalars.filter { $0 != "\n" && !$0.isHarmless }
    #expect(harmful.isEmpty)
    #expect(output.contains("\u{FFFD}"))
  }

  @Test func `a range of many lines is marked to the end of its first one`() {
    let output = render("a ⟦b c\nd⟧ e\n")
    #expect(output.hasSuffix("    1 | a b c\n      |   ^~~\n"))
  }

  @Test func `a line of megabytes is cut around the place`() {
    let output = render(
      String(repeating: "x", count: 2_000_000) + "⟦y⟧" + String(repeating: "z", count: 2_000_000))
    #expect(output.utf8.count < 1_000)
    #expect(output.contains("…" + String(repeating: "x", count: 60) + "y"))
  }

  @Test func `fixed errors cannot be turned down, others can`() {
    let findings = [
      Finding(.unknownSource, "a", at: Place(path)), Finding(.unusedNote, "b", at: Place(path)),
      Finding(.headingOrder, "c", at: Place(path)),
    ]
    let list = FindingList(
      findings, severities: [.unknownSource: .off, .unusedNote: .off, .headingOrder: .error])
    #expect(list.findings.map(\.severity) == [.error, .error])
    #expect(list.findings.map(\.code) == [.headingOrder, .unknownSource])
  }
}
