package import Diagnostics
package import Foundation

/// Reads a site's own `Templates/`.
package enum ThemeFolder {
  /// A file that is there and cannot be read.
  package struct Unreadable: Error, Sendable {
    package let path: RelativePath
    package let reason: String
  }

  /// Every regular file below `folder`, hidden ones and names that are no UTF-8 passed over; none when there
  /// is no such folder.
  ///
  /// - Throws: for what cannot be read, and for symbolic links, which are not followed: a template passed
  ///   over would be taken from the built-in theme without a word.
  package static func files(in folder: URL) throws(Unreadable) -> [ThemeFile] {
    guard let walk = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else {
      return []
    }
    var files: [ThemeFile] = []
    while let name = walk.nextObject() as? String {
      let kind = walk.fileAttributes?[.type] as? FileAttributeType
      let isHidden = name.hasPrefix(".") || name.contains("/.")
      guard !isHidden, let path = RelativePath(name) else { continue }
      if kind == .typeSymbolicLink {
        throw Unreadable(path: path, reason: "it is a symbolic link; put the file itself there")
      }
      guard kind == .typeRegular else { continue }
      do {
        files.append(
          ThemeFile(path: path, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name)))))
      } catch {
        throw Unreadable(path: path, reason: error.localizedDescription)
      }
    }
    return files.sorted { $0.path < $1.path }
  }
}
