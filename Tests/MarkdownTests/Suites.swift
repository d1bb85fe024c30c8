import Foundation
import Testing

/// External test data, read in place when it lies beside the project.
enum Suites {
  struct Example: Decodable, Sendable, CustomTestStringConvertible {
    let markdown: String
    let html: String
    let example: Int
    let section: String
    var testDescription: String { "\(section) \(example)" }
  }

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/suites")

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  static let areThere = FileManager.default.fileExists(atPath: folder.path)

  /// The 652 examples of CommonMark 0.30; empty when the data is not there.
  static let commonMark: [Example] = load("commonmark-0.30.json") ?? []

  /// cmark's regression examples by their lists, in order.
  static let regressions: [(list: String, example: Example)] = {
    let lists: [String: [Example]] = load("cmark-regression.json") ?? [:]
    return lists.keys.sorted().flatMap { list in (lists[list] ?? []).map { (list, $0) } }
  }()

  /// commonmark-hs's examples of its extensions, by section.
  static let extensions: [String: [Example]] = load("commonmark-extensions.json") ?? [:]

  /// The Big List of Naughty Strings.
  static let naughtyStrings: [String] = load("blns.json") ?? []

  struct Extension: Sendable, CustomTestStringConvertible {
    let name: String
    let section: String
    let markdown: String
    let html: String
    var testDescription: String { name }
  }

  static func load<Value: Decodable>(_ name: String) -> Value? {
    guard let data = try? Data(contentsOf: folder.appending(path: name)) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: data)
  }
}
