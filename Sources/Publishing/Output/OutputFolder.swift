#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The folder that the site is published into, once it is sure that nothing of the author's lies in it.
///
///     let folder = try OutputFolder("Public", site: ".", home: "/ada")
///     let staging = try folder.begin(force: false)
package struct OutputFolder: Sendable {
  /// As the user spelled it, for messages.
  package let spelling: String
  /// The site's root, every symbolic link followed.
  let site: DiskPath
  /// The folder itself, every symbolic link followed.
  let folder: DiskPath
  /// Its last segment is a symbolic link, which must stay.
  let isLink: Bool

  /// Folders of the site that are not output, and what is wrong with publishing there.
  private static let kept = ["Content", "Templates", "Sources", ".git", ".dossier"]

  /// - Parameters:
  ///   - output, site, home: absolute, or relative to the current folder; only `site` must exist.
  /// - Throws: `refusedOutput` when `output` is `/`, the home folder, the site's root, or a folder above one
  ///   of these, when it lies in or holds `Content`, `Templates` or `Sources`, or is no folder.
  package init(_ output: String, site: String, home: String?) throws(PublishError) {
    let resolver = PathResolver(current: try FileSystem.currentFolder())
    guard let site = try FileSystem.realPath(resolver.absolute(site)) else {
      throw .disk(DiskFailure(action: "find the site's root", path: site, code: ENOENT))
    }
    let named = try resolver.named(output)
    spelling = output
    self.site = site
    isLink = try FileSystem.status(named)?.kind == .link
    folder = try resolver.real(named)
    try refuseOtherThings()
    try refuseFolders(above: site, "it is the site's root, or holds it")
    if let home, !home.isEmpty {
      try refuseFolders(
        above: try resolver.real(resolver.absolute(home)), "it is the home folder, or holds it")
    }
    for name in OutputFolder.kept { try refuse(keeping: name, try resolver.real(site.appending(name))) }
  }

  private func refused(_ reason: String) -> PublishError { .refusedOutput(spelling, because: reason) }

  private func refuseOtherThings() throws(PublishError) {
    if folder.isRoot { throw refused("it is the root of the file system") }
    switch try FileSystem.status(folder)?.kind {
    case .folder: return
    case nil where !isLink: return
    case nil, .link: throw refused("it is a symbolic link that leads nowhere")
    case .file, .other: throw refused("it is not a folder")
    }
  }

  /// By identity too, because a file system may know one folder under several spellings.
  private func refuseFolders(above inner: DiskPath, _ reason: String) throws(PublishError) {
    let own = try FileSystem.status(folder)
    var outer = inner
    while true {
      if outer == folder { throw refused(reason) }
      if let own, let other = try FileSystem.status(outer), own.isSame(as: other) { throw refused(reason) }
      if outer.isRoot { return }
      outer = outer.parent
    }
  }

  private func refuse(keeping name: String, _ kept: DiskPath) throws(PublishError) {
    try refuseFolders(above: kept, "it is the site's \(name), or holds it")
    let reason = "it lies in the site's \(name)"
    if folder.tail(below: kept) != nil { throw refused(reason) }
    guard let status = try FileSystem.status(kept) else { return }
    var outer = folder
    while !outer.isRoot {
      if let other = try FileSystem.status(outer), other.isSame(as: status) { throw refused(reason) }
      outer = outer.parent
    }
  }
}

/// Makes paths absolute and real, also where their last part does not exist yet.
private struct PathResolver {
  let current: DiskPath

  func absolute(_ path: String) -> DiskPath {
    path.utf8.first == UInt8(ascii: "/") ? DiskPath(path) : current.appending(Array(path.utf8))
  }

  /// The real folder and, in it, the last segment as it is.
  func named(_ path: String) throws(PublishError) -> DiskPath {
    let path = DiskPath(bytes: absolute(path).bytes)
    let isPlain = ![[], Array(".".utf8), Array("..".utf8)].contains(path.name)
    return isPlain ? try real(path.parent).appending(path.name) : try real(path)
  }

  /// What exists is resolved by the system, what does not is taken as spelled.
  func real(_ path: DiskPath) throws(PublishError) -> DiskPath {
    var resolved = DiskPath("/")
    for segment in path.bytes.split(separator: UInt8(ascii: "/")) where !segment.elementsEqual(".".utf8) {
      if segment.elementsEqual("..".utf8) {
        resolved = resolved.parent
        continue
      }
      let next = resolved.appending(segment)
      resolved = try FileSystem.realPath(next) ?? next
    }
    return resolved
  }
}
