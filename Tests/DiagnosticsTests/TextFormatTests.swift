import Testing

@testable import Diagnostics

@Suite("Findings as text")
struct TextFormatTests {
  private let path = RelativePath(literal: "Content/briefings/truce.md")

  /// The text between `⟦` and `⟧` is what the finding points at.
  private func render(_ marked: String, suggestions: [String] = [], count: Int = 1) -> String {
    let parts = marked.split(separator: "⟦", maxSplits: 1).map(String.init)
    let inner = parts[1].split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false).map(
      String.init)
    let lower = parts[0].utf8.count
    let text = SourceText(path: path, bytes: Array((parts[0] + inner[0] + inner[1]).utf8))
    let findings = (0..<count).map { number in
      Finding(
        .unknownSource, "no source 'x'\(number == 0 ? "" : " \(number)")",
        at: Place(path, lower..<lower + inner[0].utf8.count), suggestions: suggestions)
    }
    return TextFormat(isColored: false) { _ in text }.render(FindingList(findings))
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
    ("a\r\nb⟦x⟧", 2, " ^"), ("a\rb⟦x⟧", 2, " ^"),
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
