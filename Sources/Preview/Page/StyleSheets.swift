import Diagnostics
import Linking
import Publishing
import Rendering

/// The site's style sheets, whose published names change with their bytes.
///
/// A page that differs only in these names shows the same text: its style sheets are exchanged in place.
struct StyleSheets: Sendable, Equatable {
  /// Published paths by the names without a fingerprint: `assets/style.css` → `assets/style.0f3a9b2c4d.css`.
  let paths: [String: String]

  init(_ site: BuiltSite) {
    var paths: [String: String] = [:]
    for asset in site.renderer.theme.assets.files where asset.path.string.hasSuffix(".css") {
      let path = SiteAddress.encoded(asset.path.string)
      paths[StyleSheets.plainName(path)] = path
    }
    self.paths = paths
  }

  /// Without the fingerprint, which stands between the last two dots.
  private static func plainName(_ path: String) -> String {
    var parts = path.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return path }
    parts.remove(at: parts.count - 2)
    return parts.joined(separator: ".")
  }

  /// The page with every published name of a style sheet replaced by its plain one.
  func plain(_ page: [UInt8]) -> [UInt8] {
    var page = page
    for (name, path) in paths.sorted(by: { $0.key < $1.key }) {
      page = StyleSheets.replace(Array(path.utf8), by: Array(name.utf8), in: page)
    }
    return page
  }

  private static func replace(_ old: [UInt8], by new: [UInt8], in page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var copied = 0
    var offset = 0
    while offset + old.count <= page.count {
      if page[offset] == old[0], page[offset..<offset + old.count].elementsEqual(old) {
        result += page[copied..<offset]
        result += new
        offset += old.count
        copied = offset
      } else {
        offset += 1
      }
    }
    return result + page[copied...]
  }

  /// Old and new paths of those that changed, by name.
  func changes(to new: StyleSheets) -> [[String]] {
    paths.sorted { $0.key < $1.key }.compactMap { name, path in
      new.paths[name].flatMap { $0 == path ? nil : [path, $0] }
    }
  }
}
