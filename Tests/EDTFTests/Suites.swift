import Foundation
import Testing

/// Rows of an external suite that lies beside the project, in `../shared/suites`.
struct SuiteRow: CustomTestStringConvertible, Sendable {
  let columns: [String]

  var text: String { columns[0] }
  var testDescription: String { columns.joined(separator: " | ") }

  subscript(column: Int) -> String { column < columns.count ? columns[column] : "" }
}

enum Suites {
  static let absence: String = "needs the external suites in ../shared/suites"

  static var areHere: Bool { folder != nil }

  /// Empty when the suites are absent; the tests are then skipped by `areHere`.
  static func rows(of name: String) -> [SuiteRow] {
    guard let folder, let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
    else { return [] }
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      SuiteRow(columns: line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
    }
  }

  private static var folder: URL? {
    var place = URL(filePath: #filePath)
    while place.path() != "/" {
      place = place.deletingLastPathComponent()
      let suites = place.deletingLastPathComponent().appending(path: "shared/suites")
      if FileManager.default.fileExists(atPath: suites.path()) { return suites }
    }
    return nil
  }
}
