import Briefings
import Diagnostics

/// What a link that leads nowhere may have meant.
extension Destinations {
  func suggestions(for url: String, on page: PageID) -> [String] {
    suggestions(for: url, at: page.address, in: directory.file(page).path.parent)
  }

  /// Files and pages, written as the link is: from the page, from its file or from the top; with the link's fragment.
  func suggestions(for url: String, at address: SiteAddress, in folder: RelativePath?) -> [String] {
    let (path, _) = Destinations.split(url)
    guard let decoded = Destinations.decoded(path), decoded.utf8.contains(where: { $0 != UInt8(ascii: "/") })
    else { return [] }
    let rest = String(decoding: url.utf8.dropFirst(path.utf8.count), as: UTF8.self)
    return near(to: decoded, at: address, in: folder?.string ?? "").map { $0 + rest }
  }

  private func near(to path: String, at address: SiteAddress, in folder: String) -> [String] {
    if path.utf8.first == UInt8(ascii: "/") {
      return near(to: path, among: fileNames(below: "Content") + addresses) { $0 }
    }
    var found: [String] = []
    if let whole = Destinations.joined(folder, path) {
      found = near(to: "/" + whole, among: fileNames(below: "")) { Destinations.relative($0, to: folder) }
    }
    if found.isEmpty, let whole = Destinations.joined(address.path, path) {
      found = near(to: "/" + whole, among: addresses) { Destinations.relative($0, to: address.path) }
    }
    return found
  }

  /// Pages' files and other files, each from the top.
  private func fileNames(below top: String) -> [String] {
    (directory.pagePaths + directory.attachmentPaths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .compactMap { path in
        guard !top.isEmpty else { return "/" + path }
        for prefix in ["\(top)/static/", "\(top)/"] where path.utf8.starts(with: prefix.utf8) {
          return "/" + String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
        }
        return nil
      }
  }

  private var addresses: [String] {
    let paths = directory.pages.map(\.address.path) + Destinations.lists + Destinations.files
    return paths.filter { !$0.isEmpty }.map { "/" + $0 }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// A slip in the last part of a path is looked for first, then one in its folders: names are short, paths are long.
  private func near(to path: String, among candidates: [String], _ written: (String) -> String) -> [String] {
    let (folder, name) = Destinations.parts(path)
    let all = candidates.map { (path: $0, parts: Destinations.parts($0)) }
    func spelled(_ names: [String], where matches: ((folder: String, name: String), String) -> Bool)
      -> [String]
    {
      names.compactMap { name in all.first { matches($0.parts, name) }.map { written($0.path) } }
    }
    let beside = Suggestions.nearest(
      to: name, among: all.lazy.filter { $0.parts.folder == folder }.map(\.parts.name))
    if !beside.isEmpty { return spelled(beside) { $0.folder == folder && $0.name == $1 } }
    let elsewhere = Suggestions.nearest(
      to: folder, among: all.lazy.filter { $0.parts.name == name }.map(\.parts.folder))
    return spelled(elsewhere) { $0.folder == $1 && $0.name == name }
  }

  /// `/briefings/truce/` → `/briefings/` and `truce/`.
  private static func parts(_ path: String) -> (folder: String, name: String) {
    let bytes = Array(path.utf8)
    let end = bytes.last == UInt8(ascii: "/") ? bytes.count - 1 : bytes.count
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    return (
      String(decoding: bytes[..<start], as: UTF8.self), String(decoding: bytes[start...], as: UTF8.self)
    )
  }

  /// A path from the top, seen from a folder.
  private static func relative(_ path: String, to folder: String) -> String {
    let segments = path.utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" }
    let above = folder.utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" }
    let common = zip(segments, above).prefix { $0 == $1 }.count
    let up = [String](repeating: "..", count: above.count - common)
    let isFolder = path.utf8.last == UInt8(ascii: "/")
    return (up + segments[common...]).joined(separator: "/") + (isFolder ? "/" : "")
  }
}
