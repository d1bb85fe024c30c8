import EDTF
import Foundation
import Testing

@testable import Briefings

/// A folder that goes with the test that made it.
final class TemporarySite {
  let root: String

  /// - Parameter files: path below the root → text.
  init(_ files: [String: String] = [:]) throws {
    root = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root + "/Content", withIntermediateDirectories: true)
    for (path, text) in files { try write(path, text) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: root)
  }

  func write(_ path: String, _ text: String) throws {
    let file = URL(filePath: root).appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: root + "/" + path, withDestinationPath: target)
  }

  func listing() throws -> ContentListing {
    try ContentReader(root: root).list()
  }

  func registry(
    clock: (Int, Int, Int) = (2025, 3, 10), drafts: Bool = false, future: Bool = false
  ) throws -> Registry {
    let day = try #require(CivilDay(year: clock.0, month: clock.1, day: clock.2))
    return try ContentReader(root: root).registry(clock: day, includeDrafts: drafts, includeFuture: future)
  }
}
