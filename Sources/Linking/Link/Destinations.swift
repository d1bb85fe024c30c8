import Briefings
import Diagnostics

/// Resolves what ordinary links and pictures name.
package struct Destinations {
  enum Outcome: Equatable {
    case page(PageID, fragment: String?)
    /// A page at a path that it had before.
    case moved(PageID, fragment: String?)
    /// A file, or a page that is made for all.
    case address(SiteAddress, fragment: String?)
    case elsewhere
    /// A scheme that no page may use; reported where the link is read.
    case refused
    case unknown
  }

  let directory: Directory

  init(_ directory: Directory) { self.directory = directory }

  func destination(_ url: String, on page: PageID) -> Outcome {
    let (path, fragment) = Destinations.split(url)
    if path.isEmpty, fragment != nil { return .page(page, fragment: fragment) }
    return destination(url, at: page.address, in: directory.file(page).path.parent)
  }

  /// Seen from an address and, for files, from a folder of `Content/`.
  func destination(_ url: String, at address: SiteAddress, in folder: RelativePath?) -> Outcome {
    if let scheme = Destinations.scheme(of: url) {
      guard ["http", "https", "mailto", "tel"].contains(scheme) else { return .refused }
      return scheme.utf8.starts(with: "http".utf8) && !Destinations.namesHost(url) ? .unknown : .elsewhere
    }
    if url.utf8.starts(with: "//".utf8) { return .elsewhere }
    let (path, fragment) = Destinations.split(url)
    guard !path.isEmpty, let decoded = Destinations.decoded(path) else { return .unknown }
    return file(decoded, in: folder, fragment) ?? generated(decoded, at: address, fragment) ?? .unknown
  }

  /// The file a picture is copied from, nil when there is none.
  func picture(_ destination: String, on page: PageID) -> Attachment? {
    guard let decoded = Destinations.decoded(Destinations.split(destination).path) else { return nil }
    return attachment(decoded, in: directory.file(page).path.parent)
  }

  /// The files that a picture may show, as a text of the page writes them.
  func pictureCandidates(on page: PageID) -> [String] {
    let folder = directory.file(page).path.parent.map { "\($0)/" } ?? ""
    return directory.attachmentPaths.map { path in
      for (prefix, written) in [(folder, ""), ("Content/static/", "/"), ("Content/", "/")]
      where path.utf8.starts(with: prefix.utf8) {
        return written + String(decoding: path.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
      }
      return path
    }
  }

  // MARK: Files of `Content/`

  private func file(_ path: String, in folder: RelativePath?, _ fragment: String?) -> Outcome? {
    for candidate in contentPaths(path, in: folder) {
      if let target = directory.page(at: candidate) { return .page(target, fragment: fragment) }
    }
    return attachment(path, in: folder).map { .address(directory.address(of: $0), fragment: fragment) }
  }

  private func attachment(_ path: String, in folder: RelativePath?) -> Attachment? {
    for candidate in contentPaths(path, in: folder) {
      if let found = directory.attachment(at: candidate) { return found }
    }
    return nil
  }

  /// Where a link may point in `Content/`: from the file's own folder, or from the top.
  private func contentPaths(_ path: String, in folder: RelativePath?) -> [String] {
    let candidates =
      path.utf8.first == UInt8(ascii: "/")
      ? ["Content\(path)", "Content/static\(path)"]
      : Destinations.joined(folder?.string ?? "", path).map { [$0] } ?? []
    // A host answers a folder's address with the page in it.
    guard path.utf8.last == UInt8(ascii: "/") else { return candidates }
    return candidates + candidates.map { $0 + "index.html" }
  }

  // MARK: Addresses

  private func generated(_ path: String, at address: SiteAddress, _ fragment: String?) -> Outcome? {
    let isFromRoot = path.utf8.first == UInt8(ascii: "/")
    let joined = isFromRoot ? String(path.dropFirst()) : Destinations.joined(address.path, path)
    guard let joined else { return nil }
    let whole = Destinations.folder(joined)
    if let target = directory.page(addressed: whole) { return .page(target, fragment: fragment) }
    if let target = directory.targets.formerPaths.page(at: whole) {
      return .moved(target, fragment: fragment)
    }
    let isFile = Destinations.files.contains(joined)
    guard isFile ? isWritten(joined) : Destinations.lists.contains(whole) else { return nil }
    return .address(SiteAddress(path: isFile ? joined : whole), fragment: fragment)
  }

  /// `about`, `about/` and `about/index.html` are one page.
  package static func folder(_ path: String) -> String {
    let index = "index.html"
    if path == index { return "" }
    if path.utf8.suffix(index.utf8.count + 1).elementsEqual("/\(index)".utf8) {
      return String(path.dropLast(index.count))
    }
    return path.isEmpty || path.utf8.last == UInt8(ascii: "/") ? path : path + "/"
  }

  /// Feed and sitemap hold absolute addresses: a site that does not know its own has neither.
  private func isWritten(_ file: String) -> Bool {
    ![SiteAddress.atomFeed.path, SiteAddress.sitemap.path].contains(file)
      || directory.registry.site.baseURL != nil
  }

  /// Pages that every site has.
  static let lists: Set<String> = paths([
    .home, .briefings, .entities, .sources, .timeline, .claims, .corrections,
  ])

  static let files: Set<String> = paths([
    .atomFeed, .calendar, .bibliographyJSON, .bibliographyBibTeX, .sitemap, .robots, .notFound,
  ])

  private static func paths(_ addresses: [SiteAddress]) -> Set<String> { Set(addresses.map(\.path)) }

  // MARK: Spelling

  /// RFC 3986, 3.1, in lower case.
  package static func scheme(of url: String) -> String? {
    var scheme: [UInt8] = []
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: ":"): return scheme.isEmpty ? nil : String(decoding: scheme, as: UTF8.self)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): scheme.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): scheme.append(byte)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard !scheme.isEmpty else { return nil }
        scheme.append(byte)
      default: return nil
      }
    }
    return nil
  }

  /// Whether a host stands behind the scheme and two slashes (RFC 9110, 4.2).
  private static func namesHost(_ url: String) -> Bool {
    let rest = url.utf8.drop { $0 != UInt8(ascii: ":") }.dropFirst()
    guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
    return !"/?#".utf8.contains(first)
  }

  /// What stands before `?` or `#`, and the decoded fragment.
  package static func split(_ url: String) -> (path: String, fragment: String?) {
    let bytes = Array(url.utf8)
    let hash = bytes.firstIndex(of: UInt8(ascii: "#"))
    let path = bytes[..<(hash ?? bytes.count)].prefix { $0 != UInt8(ascii: "?") }
    let fragment = hash.map { String(decoding: bytes[($0 + 1)...], as: UTF8.self) }
    return (String(decoding: path, as: UTF8.self), fragment.map { decoded($0) ?? $0 })
  }

  /// Without percent-encoding; nil when that hides a separator or a NUL.
  package static func decoded(_ text: String) -> String? {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else {
        bytes.append(byte)
        continue
      }
      if value == 0 || value == UInt8(ascii: "/") || value == UInt8(ascii: "\\") { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// `path` seen from `folder`; nil when it leads out of the top.
  static func joined(_ folder: String, _ path: String) -> String? {
    var segments = folder.utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" }
    for segment in path.utf8.split(separator: UInt8(ascii: "/")).map({ String($0) ?? "" }) {
      switch segment {
      case ".": continue
      case "..":
        guard !segments.isEmpty else { return nil }
        segments.removeLast()
      default: segments.append(segment)
      }
    }
    let isFolder = path.utf8.last == UInt8(ascii: "/") || segments.isEmpty
    return segments.joined(separator: "/") + (isFolder && !segments.isEmpty ? "/" : "")
  }
}
