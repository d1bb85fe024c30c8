import EDTF
import Foundation
import Testing

struct `The article's examples` {
  static let examples = rows(under: "## Forms")
  static let refusals = rows(under: "## Refused")

  @Test(arguments: examples)
  func `mean what the table says`(_ row: SuiteRow) throws {
    let date = try EDTFDate(parsing: row[0])
    #expect(date.words(language: "en") == row[1])
    let bounds = date.bounds(hemisphere: .north)
    #expect(spelled(bounds.lower) == row[2])
    #expect(spelled(bounds.upper) == row[3])
  }

  @Test(arguments: refusals)
  func `are refused as the table says`(_ row: SuiteRow) {
    let error = #expect(throws: EDTFError.self) { try EDTFDate(parsing: row[0]) }
    #expect(error?.column == Int(row[1]))
    #expect(error?.message == row[2])
  }

  @Test
  func `are found`() {
    #expect(Self.examples.count == 33)
    #expect(Self.refusals.count == 15)
  }

  @Test
  func `of using the library alone are true`() throws {
    let error = #expect(throws: EDTFError.self) { try EDTFDate(parsing: "199u") }
    #expect(error?.column == 4)
    #expect(error?.message == "an unspecified digit is written X; write '199X'")
    #expect(error?.suggestion == "199X")
    let talks = try EDTFDate(parsing: "2024-22?")
    #expect(talks.words(language: "en") == "possibly summer 2024")
    #expect(talks.words(language: "de-CH") == "möglicherweise Sommer 2024")
    #expect(talks.words(language: "uk") == "можливо, літо 2024")
    #expect(talks.htmlDateTime == nil)
    let march = try EDTFDate(parsing: "2025-03").bounds(hemisphere: .north)
    let fourth = try EDTFDate(parsing: "2025-03-04").bounds(hemisphere: .north)
    let april = try EDTFDate(parsing: "2025-04~").bounds(hemisphere: .north)
    #expect(march.isCertainlyBefore(april) && !march.isCertainlyBefore(fourth))
    #expect([april, fourth, march].sorted() == [march, fourth, april])
  }

  private func spelled(_ bound: DateBounds.Bound) -> String {
    switch bound {
    case .day(let day): day.isoText
    case .open: "open"
    case .unknown: "unknown"
    }
  }

  /// The cells of the table below a heading, without its head.
  private static func rows(under heading: String) -> [SuiteRow] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let article = root.appending(path: "Sources/EDTF/EDTF.docc/Writing-dates.md")
    guard let text = try? String(contentsOf: article, encoding: .utf8) else { return [] }
    let lines = text.split(separator: "\n").drop { $0 != heading }.dropFirst()
    let table = lines.prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("|") }.dropFirst(2)
    return table.map { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return SuiteRow(columns: cells.map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "`")) })
    }
  }
}
