import Diagnostics
import Foundation
import Publishing
import Testing

/// Files by path, as text.
typealias Tree = [String: String]

/// A site's root in a folder of its own, removed at the end.
final class TestSite: Sendable {
  let root: String

  /// - Parameter volume: the folder that the site's folder is made in.
  init(in volume: String = NSTemporaryDirectory()) throws {
    // Real, so that messages and paths can be compared.
    let base = URL(fileURLWithPath: volume).resolvingSymlinksInPath().path
    root = base + "/dossier-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  deinit { _ = try? FileManager.default.removeItem(atPath: root) }

  var output: String { root + "/Public" }

  func path(_ name: String) -> String { root + "/" + name }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func write(_ text: String, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
  }

  func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: destination)
  }

  func begin(_ output: String? = nil, force: Bool = false) throws -> Staging {
    try OutputFolder(output ?? self.output, site: root, home: nil).begin(force: force)
  }

  @discardableResult
  func publish(_ tree: Tree, to output: String? = nil, force: Bool = false) throws -> Publication {
    let staging = try begin(output, force: force)
    return try staging.commit(try staging.write(tree))
  }

  /// Everything below a folder: files with their text, empty folders, links with where they lead.
  func snapshot(_ name: String = "Public") -> Tree { Snapshot.take(path(name)) }

  /// Nothing but what stays for the next run: the lock, and folders without a file.
  var stagingIsEmpty: Bool {
    let kept = Snapshot.take(path(".dossier")).keys.filter { !$0.hasPrefix("folders-") || !$0.hasSuffix("/") }
    let beside = Snapshot.take(root).keys.contains { $0.hasPrefix(".Public.dossier") }
    let inside = snapshot().keys.contains { $0.hasPrefix(".dossier-staging") }
    return Set(kept).isSubset(of: ["lock", ".gitignore"]) && !beside && !inside
  }
}

enum Snapshot {
  static let manifest = ".dossier-manifest"

  static func take(_ folder: String, below prefix: String = "") -> Tree {
    let files = FileManager.default
    var tree: Tree = [:]
    for name in (try? files.contentsOfDirectory(atPath: folder)) ?? [] {
      let (path, key) = (folder + "/" + name, prefix + name)
      let kind = (try? files.attributesOfItem(atPath: path))?[.type] as? FileAttributeType
      switch kind {
      case .typeRegular?: tree[key] = files.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
      case .typeSymbolicLink?:
        tree[key] = "-> " + ((try? files.destinationOfSymbolicLink(atPath: path)) ?? "")
      case .typeDirectory?:
        let below = take(path, below: key + "/")
        if below.isEmpty { tree[key + "/"] = "" } else { tree.merge(below) { _, new in new } }
      default: tree[key] = "other"
      }
    }
    return tree
  }
}

extension Dictionary where Key == String, Value == String {
  func with(_ other: Tree) -> Tree { merging(other) { _, new in new } }

  /// Without the manifest, whose own tests look into it.
  var pages: Tree { filter { $0.key != Snapshot.manifest } }
}

let origin = Place(RelativePath(literal: "Content/site.yaml"))

func outputFile(_ path: String, from source: String = "Content/site.yaml") throws -> OutputFile {
  let kind: OutputFile.Kind = path.hasSuffix(".css") ? .asset : path.hasSuffix(".xml") ? .list : .page
  return OutputFile(try #require(RelativePath(path)), kind, from: Place(try #require(RelativePath(source))))
}

extension Staging {
  func write(_ tree: Tree) throws -> [StagedFile] {
    try tree.sorted { $0.key < $1.key }.map { path, text in
      try write(Array(text.utf8), to: try outputFile(path))
    }
  }
}

/// The findings that a failed commit carries.
func collisions(_ body: () throws -> Void) -> [Finding] {
  do {
    try body()
    return []
  } catch PublishError.collisions(let findings) {
    return findings
  } catch {
    Issue.record("\(error)")
    return []
  }
}
