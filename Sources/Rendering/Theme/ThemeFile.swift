package import Diagnostics

/// A template or an asset: its path below `Templates/` and its bytes.
package struct ThemeFile: Sendable, Equatable {
  /// Below `Templates/`: `briefing.mustache`, `assets/style.css`.
  package let path: RelativePath
  package let bytes: [UInt8]

  package init(path: RelativePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The path below the site's root, which findings point at.
  var sitePath: RelativePath {
    guard let sitePath = RelativePath(literal: "Templates").appending(path.string) else {
      preconditionFailure("a relative path below a folder is a relative path")
    }
    return sitePath
  }

  /// What partial tags call it: the path without `.mustache`. Nil for a file that is no template.
  var templateName: String? {
    let ending = ".mustache"
    guard path.string.utf8.count > ending.utf8.count,
      path.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
    else { return nil }
    return String(decoding: path.utf8.dropLast(ending.utf8.count), as: UTF8.self)
  }

  /// The path below `assets/`, nil for a file that is none.
  var assetName: String? {
    let folder = "assets/"
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    return String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
  }
}
