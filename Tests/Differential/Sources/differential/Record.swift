import Foundation

/// The documentation's table of differences: what it says is what is checked.
struct Record {
  struct Row {
    let kind: String
    let reader: Reader
    let text: String
  }

  let rows: [Row]

  /// - Throws: when the page cannot be read.
  init(page: URL) throws {
    rows = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap(Record.row)
  }

  /// `| kind | reader | text | here |`, nil for any other line.
  private static func row(_ line: Substring) -> Row? {
    let cells = line.split(separator: " | ").map {
      $0.trimmingCharacters(in: CharacterSet(charactersIn: "| "))
    }
    guard cells.count >= 4, let reader = Reader(rawValue: unquoted(cells[1]))
    else { return nil }
    let text = unquoted(cells[2]).replacing("↵", with: "\n").replacing("\\|", with: "|")
    return Row(kind: unquoted(cells[0]), reader: reader, text: text)
  }

  /// What stands in a code span.
  private static func unquoted(_ cell: String) -> String {
    let backticks = cell.prefix { $0 == "`" }.count
    guard backticks > 0, cell.count >= 2 * backticks else { return cell }
    let inner = cell.dropFirst(backticks).dropLast(backticks)
    return String(
      inner.first == " " && inner.last == " " && inner.count > 2 ? inner.dropFirst().dropLast() : inner)
  }

  /// What the table and the tool do not agree on.
  ///
  /// - Throws: when pandoc ends.
  func problems(_ comparison: Comparison) throws -> [String] {
    var problems: [String] = []
    let recorded = Set(rows.map(\.kind))
    for kind in Kind.all where !recorded.contains(kind.name) {
      problems.append("'\(kind.name)' is in no row of the documentation")
    }
    for row in rows {
      switch try comparison.judge(row.text, by: row.reader) {
      case .agrees: problems.append("'\(row.kind)': its text no longer differs: \(row.text.debugDescription)")
      case .recorded([row.kind]): break
      case .recorded(let others):
        problems.append("'\(row.kind)': its text differs by \(others) instead: \(row.text.debugDescription)")
      case .silence: problems.append("'\(row.kind)': Pandoc does not answer: \(row.text.debugDescription)")
      case .unknown: problems.append("'\(row.kind)': its text differs by more: \(row.text.debugDescription)")
      }
    }
    return problems
  }
}
