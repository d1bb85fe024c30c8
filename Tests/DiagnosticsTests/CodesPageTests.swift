import Foundation
import Testing

@testable import Diagnostics

private let recording = ProcessInfo.processInfo.environment["RECORD_CODES"] != nil

/// The documentation's list of codes is made here, from the explanations.
@Suite("The page on codes")
struct CodesPageTests {
  private let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/Diagnostics/Diagnostics.docc/Codes.md")

  @Test func `the committed page is the one that the explanations make`() throws {
    let made = CodesPage.text
    if recording {
      try made.write(to: page, atomically: false, encoding: .utf8)
      Issue.record("recorded to Codes.md: look at the difference, then run without RECORD_CODES")
    }
    let committed = try String(contentsOf: page, encoding: .utf8)
    #expect(committed == made, "run the tests with RECORD_CODES=1 and look at the difference")
  }

  @Test func `each code has one row`() {
    let rows = CodesPage.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == FindingCode.allCases.count)
  }
}

private enum CodesPage {
  static let text =
    """
    # Codes

    Every code that a finding may carry, what it means and how to mend it.

    `dossier explain` says more of each: why it matters, and an example that triggers it.
    `dossier explain --all --format json` prints them for programs.

    """ + sections.joined()

  private static let sections = [
    section(
      "Fixed errors",
      "No configuration turns these down: without them a page would be wrong, unsafe or missing.",
      \.isFixed),
    section("Errors", "Nothing is published until they are mended.") { !$0.isFixed && $0.severity == .error },
    section("Warnings", "They end a run only with `--strict`.") { $0.severity == .warning },
    section("Notes", "They never end a run.") { $0.severity == .note },
  ]

  private static func section(
    _ title: String, _ words: String, _ isHere: (FindingCode) -> Bool
  ) -> String {
    let subjects = Explanation.Subject.allCases.compactMap { subject -> String? in
      let rows = Explanation.all.filter { $0.subject == subject && isHere($0.code) }.map(row)
      guard !rows.isEmpty else { return nil }
      let name = subject.rawValue.prefix(1).uppercased() + subject.rawValue.dropFirst()
      return "\n### \(title): \(name)\n\n| Code | Means | Mend it |\n|---|---|---|\n" + rows.joined()
    }
    return "\n## \(title)\n\n\(words)\n" + subjects.joined()
  }

  private static func row(_ explanation: Explanation) -> String {
    "| `\(explanation.code.rawValue)` | \(cell(explanation.meaning)) | \(cell(explanation.mend)) |\n"
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
