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
  /// - Throws: for what cannot be read, for what is no file where one belongs, and for symbolic links, which are not
  ///   followed: a template passed over would be taken from the built-in theme without a word.
  package static func files(in folder: URL) throws(Unreadable) -> [ThemeFile] {
    let top = folder.path(percentEncoded: false)
    guard try isThere(top) else { return [] }
    try requireList(of: top, at: root)
    guard let walk = FileManager.default.enumerator(atPath: top) else { return [] }
    var files: [ThemeFile] = []
    while let name = walk.nextObject() as? String {
      let kind = walk.fileAttributes?[.type] as? FileAttributeType
      let isHidden = name.hasPrefix(".") || name.contains("/.")
      guard !isHidden, let path = RelativePath(name) else { continue }
      switch kind {
      case .typeRegular?: files.append(ThemeFile(path: path, bytes: try bytes(of: path, in: folder)))
      case .typeDirectory?:
        try requireFolderName(path)
        try requireList(of: "\(top)/\(name)", at: path.belowRoot)
      case .typeSymbolicLink?:
        throw Unreadable(path: path.belowRoot, reason: "it is a symbolic link; put the file itself there")
      default: throw Unreadable(path: path.belowRoot, reason: "it is neither a file nor a folder")
      }
    }
    return files.sorted { $0.path < $1.path }
  }

  private static let root = RelativePath(literal: "Templates")

  /// False when nothing has this name.
  private static func isThere(_ top: String) throws(Unreadable) -> Bool {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: top, isDirectory: &isFolder) else {
      // The system passes over a link to nothing as if it were nothing.
      let name = top.hasSuffix("/") ? String(top.dropLast()) : top
      let target = try? FileManager.default.destinationOfSymbolicLink(atPath: name)
      guard target == nil else { throw Unreadable(path: root, reason: "it is a link that leads nowhere") }
      return false
    }
    guard isFolder.boolValue else { throw Unreadable(path: root, reason: "it is no folder") }
    return true
  }

  private static func bytes(of path: RelativePath, in folder: URL) throws(Unreadable) -> [UInt8] {
    do { return [UInt8](try Data(contentsOf: folder.appending(path: path.string))) } catch {
      throw Unreadable(path: path.belowRoot, reason: error.localizedDescription)
    }
  }

  /// A folder under a file's name: nobody calls one so on purpose.
  private static func requireFolderName(_ path: RelativePath) throws(Unreadable) {
    let isFile = [".mustache", ".css"].contains { path.utf8.suffix($0.utf8.count).elementsEqual($0.utf8) }
    if isFile { throw Unreadable(path: path.belowRoot, reason: "it is a folder; put a file there") }
  }

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
