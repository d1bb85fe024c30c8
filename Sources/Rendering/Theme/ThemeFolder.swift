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
  /// is no such folder. Symbolic links are not followed.
  package static func files(in folder: URL) throws(Unreadable) -> [ThemeFile] {
    guard let walk = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else {
      return []
    }
    var files: [ThemeFile] = []
    while let name = walk.nextObject() as? String {
      let isRegular = walk.fileAttributes?[.type] as? FileAttributeType == .typeRegular
      let isHidden = name.hasPrefix(".") || name.contains("/.")
      guard isRegular, !isHidden, let path = RelativePath(name) else { continue }
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
