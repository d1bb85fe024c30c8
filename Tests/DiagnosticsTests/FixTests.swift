import Testing

@testable import Diagnostics

/// A fix is offered where a program may write it unasked.
@Suite("Fixes")
struct FixTests {
  private func mended(_ marked: String, _ code: FindingCode, _ suggestions: [String]) -> String? {
    let text = MarkedText(marked)
    let finding = Finding(code, "x", at: text.place(), suggestions: suggestions)
    guard let fix = finding.fix(in: text.text), let range = fix.place.range else { return nil }
    var bytes = text.text.bytes
    bytes.replaceSubrange(range, with: Array(fix.replacement.utf8))
    return String(decoding: bytes, as: UTF8.self)
  }

  static let certain: [(String, FindingCode, String, String)] = [
    ("[@⟦elpais-trce⟧]", .unknownSource, "elpais-truce", "[@elpais-truce]"),
    ("[⟦@elpais-trce⟧, p. 1]", .unknownSource, "elpais-truce", "[@elpais-truce, p. 1]"),
    ("[⟦-@elpais-trce⟧]", .unknownSource, "elpais-truce", "[-@elpais-truce]"),
    ("⟦[[fery|the ship]]⟧", .unknownLink, "ferry", "[[ferry|the ship]]"),
    ("⟦[[fery#hull]]⟧", .unknownLink, "ferry", "[[ferry#hull]]"),
    ("⟦[[ferry#hul]]⟧", .unknownAnchor, "hull", "[[ferry#hull]]"),
    ("> ⟦[!WARNIG]⟧", .unknownCallout, "WARNING", "> [!WARNING]"),
    ("⟦date⟧: 2025", .unknownKey, "published", "published: 2025"),
    ("⟦Ada Moör⟧ left", .mixedSpelling, "Ada Moor", "Ada Moor left"),
  ]

  @Test(arguments: certain)
  func `a slip with one candidate is mended`(
    marked: String, code: FindingCode, suggestion: String, expected: String
  ) {
    #expect(mended(marked, code, [suggestion]) == expected)
  }

  static let uncertain: [(String, FindingCode, [String])] = [
    ("⟦improbable⟧", .mixedYardsticks, ["unlikely"]), ("⟦fery⟧", .unknownLink, ["ferry", "fury"]),
    ("⟦[it](fery.md)⟧", .unknownLink, ["ferry"]), ("⟦fery⟧", .unknownLink, []),
    ("⟦⟧", .unknownKey, ["title"]), ("⟦[[]]⟧", .unknownLink, ["a"]), ("⟦fe\nry⟧", .unknownLink, ["ferry"]),
  ]

  @Test(arguments: uncertain)
  func `what a person has to choose is left alone`(marked: String, code: FindingCode, suggestions: [String]) {
    #expect(mended(marked, code, suggestions) == nil)
  }
}
