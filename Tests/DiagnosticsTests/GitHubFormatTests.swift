import Testing

@testable import Diagnostics

@Suite("Findings as workflow commands")
struct GitHubFormatTests {
  private static let whole = SourceTree(top: "/repository", prefix: nil)

  private func render(_ findings: [Finding], _ text: MarkedText, in tree: SourceTree = whole) -> String {
    GitHubFormat(in: tree, source: text.source).render(FindingList(findings))
  }

  @Test func `a finding is one line with its place, its title and its suggestion`() {
    let text = MarkedText("---\n\nHe said [@⟦elpais-trce⟧].\n")
    let finding = Finding(
      .unknownSource, "no source 'elpais-trce'", at: text.place(), suggestions: ["elpais-truce"])
    #expect(
      render([finding], text)
        == "::error file=Content/briefings/truce.md,line=3,endLine=3,col=11,endColumn=22,title=unknown-source"
        + "::no source 'elpais-trce' [unknown-source]%0Adid you mean 'elpais-truce'?\n")
  }

  @Test(arguments: [(FindingCode.unknownSource, "error"), (.unusedNote, "warning"), (.withheld, "notice")])
  func `severities have GitHub's names`(code: FindingCode, name: String) {
    let text = MarkedText("⟦a⟧")
    #expect(render([Finding(code, "x", at: text.place())], text).hasPrefix("::\(name) file="))
  }

  @Test(arguments: [("é⟦x⟧", 2), ("\t⟦x⟧", 2), ("汉⟦x⟧", 2), ("😀⟦x⟧", 3), ("😀\n👩‍💻⟦x⟧", 6), ("\u{FEFF}a⟦x⟧", 2)])
  func `columns count UTF-16`(marked: String, column: Int) {
    let text = MarkedText(marked)
    let line = render([Finding(.unusedNote, "x", at: text.place())], text)
    #expect(line.contains(",col=\(column),endColumn=\(column + 1),"))
  }

  @Test func `what would end the command or one of its properties is escaped`() throws {
    let path = try #require(RelativePath("Content/a%b,c:d.md"))
    let text = MarkedText("⟦x⟧", path: path)
    let finding = Finding(.unusedNote, "50 % of\r\nthis::that, they say", at: text.place())
    #expect(
      render([finding], text) == "::warning file=Content/a%25b%2Cc%3Ad.md,line=1,endLine=1,col=1,endColumn=2,"
        + "title=unused-note::50 %25 of  this::that, they say [unused-note]\n")
  }

  @Test func `notes stand on lines of their own, with their place`() {
    let text = MarkedText("⟦a⟧\nb ⟦c⟧\n")
    let finding = Finding(
      .duplicateID, "twice", at: text.place(1), notes: [Finding.Note("first defined here", text.place())])
    let line = render([finding], text, in: SourceTree(top: "/r", prefix: RelativePath("docs")))
    #expect(
      line.hasSuffix("::twice [duplicate-id]%0Afirst defined here: docs/Content/briefings/truce.md:1\n"))
    #expect(line.hasPrefix("::error file=docs/Content/briefings/truce.md,"))
  }

  @Test func `a whole file has no line`() {
    let text = MarkedText("")
    #expect(
      render([Finding(.strayFile, "x", at: Place(text.path))], text)
        == "::warning file=Content/briefings/truce.md,title=stray-file::x [stray-file]\n")
  }

  @Test func `more than twenty of a kind in a file are counted`() {
    let text = MarkedText("⟦a⟧")
    let findings = (1...23).map { Finding(.unusedNote, "x \($0)", at: text.place()) }
    let lines = render(findings, text).split(separator: "\n")
    #expect(lines.count == 21)
    #expect(lines.last?.hasPrefix("::notice ") == true)
    #expect(lines.last?.hasSuffix("::3 more like this are not shown [unused-note]") == true)
  }
}
