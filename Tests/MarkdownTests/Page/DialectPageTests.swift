import Diagnostics
import Foundation
import Testing

@testable import Markdown

private let recording = ProcessInfo.processInfo.environment["RECORD_DIALECT"] != nil

/// `Dialect.md` shows what the constructs print, because it is made here: from `Fixtures/Dialect.md` and the examples.
@Suite("The page on the dialect")
struct DialectPageTests {
  private let page = Suites.fixtures.deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Markdown/Markdown.docc/Dialect.md")

  @Test func `the committed page is the one that the examples make`() throws {
    let made = try generated()
    if recording {
      try made.write(to: page, atomically: false, encoding: .utf8)
      Issue.record("recorded to Dialect.md: look at the difference, then run without RECORD_DIALECT")
    }
    let committed = try String(contentsOf: page, encoding: .utf8)
    #expect(committed == made, "run the tests with RECORD_DIALECT=1 and look at the difference")
  }

  @Test func `every example stands on the page, and every place has its example`() throws {
    let template = try String(contentsOf: Suites.fixtures.appending(path: "Dialect.md"), encoding: .utf8)
    let places = template.split(separator: "\n").filter { $0.hasPrefix("{{") }.map {
      $0.dropFirst(2).dropLast(2)
    }
    let names = DialectExamples.all.map(\.name) + ["locator labels", "other tools"]
    #expect(places.map(String.init).sorted() == names.sorted())
  }

  @Test(arguments: DialectExamples.all)
  func `an example is written without a fault`(_ example: DialectExamples.Example) {
    #expect(annotations(example.source).findings == [])
  }

  @Test(arguments: DialectExamples.foreign)
  func `what other tools read is reported once`(_ example: DialectExamples.Example) {
    #expect(annotations(example.source).findings.map(\.code) == [.unsupportedSyntax])
  }

  // MARK: Making the page

  private func generated() throws -> String {
    var page = try String(contentsOf: Suites.fixtures.appending(path: "Dialect.md"), encoding: .utf8)
    for example in DialectExamples.all {
      page = page.replacing("{{\(example.name)}}", with: shown(example))
    }
    return page.replacing("{{locator labels}}", with: labels).replacing("{{other tools}}", with: foreign)
  }

  private func shown(_ example: DialectExamples.Example) -> String {
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    let body = body(example.source)
    let rewrites = MadeUpSite.rewrites(for: Markdown.annotations(of: body, options: options))
    let html = String(
      decoding: Markdown.html(of: body, options: options, rewrites: rewrites), as: UTF8.self)
    return "````markdown\n\(example.source)\n````\n\n````html\n\(html)````"
  }

  private var labels: String {
    let rows = Locator.spellings.map { label, words in
      "| \(label.rawValue) | \(words.map { "`\($0)`" }.joined(separator: " ")) |"
    }
    return "| Term | Written |\n|---|---|\n" + rows.joined(separator: "\n")
  }

  private var foreign: String {
    let rows = DialectExamples.foreign.map { example in
      let advice = annotations(example.source).findings.first?.message ?? ""
      let source = example.source.split(separator: "\n").map { line in
        line.contains("`") ? "`` \(line) ``" : "`\(line)`"
      }
      return "| \(source.joined(separator: " ")) | \(escaped(advice)) |"
    }
    return "| Written | Advice |\n|---|---|\n" + rows.joined(separator: "\n")
  }

  /// As text in a cell of a page that other tools show.
  private func escaped(_ text: String) -> String {
    var output = ""
    for character in text {
      if "*_[]<>|$".contains(character) { output += "\\" }
      output.append(character)
    }
    return output
  }
}
