import Foundation
import Testing

/// A site in a folder of its own, removed at the end.
final class TestSite {
  private let scratch: Scratch
  /// The folder that holds `Content/`.
  let root: String

  /// - Parameters:
  ///   - files: path below the root → text.
  ///   - order: the paths in the order in which they are made; sorted without it.
  init(_ files: [String: String] = [:], order: [String]? = nil) throws {
    scratch = try Scratch()
    root = scratch.path + "/site"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for path in order ?? files.keys.sorted() {
      if let text = files[path] { try write(text, to: path) }
    }
  }

  /// The folder above the root, with nothing else in it.
  var outside: String { scratch.path }
  var published: Tree { Tree(root + "/Public") }

  func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = URL(fileURLWithPath: root + "/" + path)
    try makeFolder((path as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: file)
  }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: root + "/" + path, withIntermediateDirectories: true)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func remove(_ path: String) throws { try FileManager.default.removeItem(atPath: root + "/" + path) }

  /// Runs `dossier` in the root.
  func dossier(_ arguments: [String], environment: [String: String] = [:]) throws -> Command.Outcome {
    try command(arguments, environment: environment).run()
  }

  func dossier(_ arguments: String...) throws -> Command.Outcome { try dossier(arguments) }

  func command(_ arguments: [String], environment: [String: String] = [:]) -> Command {
    let clock = ["SOURCE_DATE_EPOCH": Command.noon]
    return Command(
      arguments: arguments, folder: root, environment: environment.merging(clock) { own, _ in own })
  }

  /// Builds, and expects that nothing is found.
  @discardableResult
  func publish(
    _ arguments: [String] = [], environment: [String: String] = [:],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Tree {
    let outcome = try dossier(["build"] + arguments, environment: environment)
    try #require(outcome.status == 0, "\(outcome)", sourceLocation: sourceLocation)
    return published
  }
}
