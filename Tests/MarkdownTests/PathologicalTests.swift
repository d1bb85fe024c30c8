import Diagnostics
import Foundation
import Testing

@testable import Markdown

/// No text costs more than its length.
@Suite("Pathological texts", .serialized)
struct PathologicalTests {
  @Test(arguments: PathologicalText.repeated + PathologicalText.nested)
  func `twice the text takes at most two and a half times the work`(text: PathologicalText) {
    #expect(growth(of: text, size: text.size) <= 2.5)
  }

  @Test(arguments: ["a", "a "])
  func `a line of 10 MB takes no more than its share`(unit: String) {
    #expect(growth(of: PathologicalText(unit: unit), size: 5_000_000) <= 2.5)
  }

  // libcmark 0.30.2 takes quadratic time for these.
  @Test(arguments: ["![[]()", "[", "^[", "> ", "- ", "1. "])
  func `what would cost libcmark too much is refused before it is parsed`(unit: String) {
    let text = String(repeating: unit, count: 10_000)
    #expect(annotations(text).findings.map(\.code) == [.tooDeep])
    #expect(html(text).isEmpty)
  }

  @Test(arguments: ["![[]()", "[a ", "^[a "])
  func `paragraphs below the limit take their share`(unit: String) {
    let paragraph = String(repeating: unit, count: 400) + "\n\n"
    #expect(growth(of: PathologicalText(unit: paragraph), size: 12_000) <= 2.5)
  }

  @Test func `lists inside each other over many lines are refused`() {
    func lists(_ count: Int) -> String {
      (0..<count).map { String(repeating: "  ", count: $0) + "- a\n" }.joined()
    }
    #expect(annotations(lists(101)).findings.map(\.code) == [.tooDeep])
    #expect(annotations(lists(100)).findings.isEmpty)
    #expect(annotations(String(repeating: lists(60), count: 3)).findings.isEmpty)
  }

  @Test func `the 101st block inside others is part of the 100th`() {
    let opening = String(repeating: "::: context\n", count: 150)
    let text = opening + "a\n\n" + String(repeating: ":::\n", count: 150) + "\nb\n"
    let annotations = annotations(text)
    #expect(annotations.findings.map(\.code) == [.tooDeep])
    #expect(annotations.regions.count == 100)
    #expect(annotations.regions.last?.textBlocks == 0..<1)
    #expect(annotations.textBlocks.map(\.region) == [99, nil])
  }

  @Test func `a fence that closes nothing is found where it stands`() {
    let block = annotations("a\n\n:::\n\n  :::\n").textBlocks.dropFirst().map(\.source)
    #expect(block == [3..<6, 10..<13])
  }

  @Test func `emphasis 101 deep is reported where it is, and shown as it stands`() {
    func nested(_ count: Int) -> String {
      String(repeating: "*\"a ", count: count) + "[x]{.y}" + String(repeating: " b\"*", count: count)
    }
    let findings = annotations(nested(101)).findings
    #expect(findings.map(\.code) == [.tooDeep])
    #expect(findings.first?.place.range == 4 * 100 + 1..<4 * 101)
    #expect(html(nested(101)).contains("[x]{.y}"))
    #expect(annotations(nested(100)).findings.isEmpty)
  }

  @Test func `short rows are filled up, but not without end`() {
    func table(_ columns: Int, rows: Int) -> String {
      String(repeating: "|a", count: columns) + "|\n" + String(repeating: "|-", count: columns) + "|\n"
        + String(repeating: "|b\n", count: rows)
    }
    #expect(html(table(40, rows: 3)).split(separator: "<td>", omittingEmptySubsequences: false).count == 121)
    let cells = html(table(1_000, rows: 1_000)).split(separator: "<td>", omittingEmptySubsequences: false)
      .count
    #expect(cells == 101_001)
  }

  @Test func `3,000 inline notes of a paragraph are placed in their order`() {
    let text = (0..<3_000).map { "^[n\($0) *e*] x" }.joined()
    let annotations = annotations(text)
    #expect(annotations.notes.count == 3_000)
    #expect(annotations.findings.isEmpty)
    #expect(annotations.textBlocks.dropFirst().map(\.plainText) == (0..<3_000).map { "n\($0) e" })
  }

  /// How many times the work grows when the text doubles; more than 2.5 is a failure.
  ///
  /// A busy machine slows one measurement and spares the next, so both sizes are measured by turns and the least of
  /// each counts. Where that is too much the text is doubled once more: what is quadratic then grows sixteen times
  /// over both steps, and what is linear four times, however the machine is.
  private func growth(of text: PathologicalText, size: Int) -> Double {
    let doubled = least(of: [size, size * 2], text)
    let growth = doubled[1] / doubled[0]
    print("\(text.testDescription): twice the text takes \(growth) times the work")
    guard growth > 2.5 else { return growth }
    let fourfold = least(of: [size, size * 4], text)
    let perStep = (fourfold[1] / fourfold[0]).squareRoot()
    print("\(text.testDescription): four times the text takes \(perStep)² times the work")
    return perStep
  }

  /// The least CPU seconds that texts of these sizes took in up to nine rounds.
  private func least(of sizes: [Int], _ text: PathologicalText) -> [Double] {
    let bodies = sizes.map { body(text.text($0)) }
    var least = [Double](repeating: .infinity, count: sizes.count)
    for _ in 0..<9 {
      for (index, body) in bodies.enumerated() { least[index] = min(least[index], seconds(body)) }
      if least[1] <= least[0] * Double(sizes[1] / sizes[0]) * 1.15 { break }
    }
    return least
  }

  /// What survey and page take of this thread's own time.
  private func seconds(_ body: Body) -> Double {
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    let start = threadTime()
    let annotations = Markdown.annotations(of: body, options: options)
    let page = Markdown.html(of: body, options: options, rewrites: Rewrites())
    #expect(
      !page.isEmpty || annotations.findings.contains { $0.code == .tooDeep } || annotations.textBlocks.isEmpty
    )
    return threadTime() - start
  }

  private func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
  }
}
