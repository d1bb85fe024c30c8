package import Diagnostics
package import Foundation

/// Reads a site's own `Templates/`.
package enum ThemeFolder {
  /// A file or folder that is there and cannot be read.
  package struct Unreadable: Error, Sendable {
    /// Below the site's root.
    package let path: RelativePath
    package let reason: String
  }

  /// Every regular file below `folder`, hidden ones and names that are no UTF-8 passed over; none when there
  /// is no such folder.
  ///
  /// - Throws: for what cannot be read, and for symbolic links, which are not followed: a template passed
  ///   over would be taken from the built-in theme without a word.
  package static func files(in folder: URL) throws(Unreadable) -> [ThemeFile] {
    let top = folder.path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: top) else { return [] }
    try requireList(of: top, at: root)
    guard let walk = FileManager.default.enumerator(atPath: top) else { return [] }
    var files: [ThemeFile] = []
    while let name = walk.nextObject() as? String {
      let kind = walk.fileAttributes?[.type] as? FileAttributeType
      let isHidden = name.hasPrefix(".") || name.contains("/.")
      guard !isHidden, let path = RelativePath(name) else { continue }
      if kind == .typeSymbolicLink {
        throw Unreadable(path: path.belowRoot, reason: "it is a symbolic link; put the file itself there")
      }
      if kind == .typeDirectory { try requireList(of: "\(top)/\(name)", at: path.belowRoot) }
      guard kind == .typeRegular else { continue }
      do {
        files.append(
          ThemeFile(path: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name)))))
      } catch {
        throw Unreadable(path: path.belowRoot, reason: error.localizedDescription)
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  private static let root = RelativePath(literal: "Templates")

  /// An enumerator passes over a folder that it may not list.
  private static func requireList(of folder: String, at path: RelativePath) throws(Unreadable) {
    do {
      _ = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      throw Unreadable(path: path, reason: error.localizedDescription)
    }
  }
}

extension RelativePath {
  /// What lies below `Templates/`, seen from the root.
  fileprivate var belowRoot: RelativePath {
    RelativePath(literal: "Templates").appending(string) ?? self
  }
}
