import Foundation

/// Everything below a folder, byte for byte: files with their mode, links with where they lead, empty folders.
struct Tree: Equatable {
  enum Entry: Hashable {
    case file([UInt8], mode: Int)
    case link(String)
    case emptyFolder
    case other
  }

  /// By path below the folder.
  private(set) var entries: [String: Entry] = [:]

  /// Empty when there is no such folder.
  init(_ folder: String) { read(folder, below: "") }

  private mutating func read(_ folder: String, below prefix: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      let (path, key) = (folder + "/" + name, prefix + name)
      let attributes = (try? FileManager.default.attributesOfItem(atPath: path)) ?? [:]
      switch attributes[.type] as? FileAttributeType {
      case .typeRegular?:
        let bytes = FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? []
        entries[key] = .file(bytes, mode: (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0)
      case .typeSymbolicLink?:
        entries[key] = .link((try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? "")
      case .typeDirectory?:
        let before = entries.count
        read(path, below: key + "/")
        if entries.count == before { entries[key + "/"] = .emptyFolder }
      default: entries[key] = .other
      }
    }
  }

  var paths: [String] { entries.keys.sorted() }
  var isEmpty: Bool { entries.isEmpty }
  var pages: [String] { paths.filter { $0.hasSuffix(".html") } }

  /// Nil when no file stands there.
  func bytes(_ path: String) -> [UInt8]? {
    guard case .file(let bytes, _)? = entries[path] else { return nil }
    return bytes
  }

  func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

  /// Paths whose name or bytes hold the words, whatever their case.
  func places(of words: String) -> [String] {
    paths.filter { path in
      path.localizedCaseInsensitiveContains(words)
        || (text(path)?.range(of: words, options: .caseInsensitive) != nil)
    }
  }

  /// One line a path that is not the same in both; empty for equal trees.
  func differences(from other: Tree) -> [String] {
    Set(paths).union(other.paths).sorted().compactMap { path in
      switch (entries[path], other.entries[path]) {
      case (nil, _): return "missing: \(path)"
      case (_, nil): return "added: \(path)"
      case (let own, let before) where own != before: return "changed: \(path)"
      default: return nil
      }
    }
  }
}
