import Diagnostics

/// Walks `Content/` and tells by names what lies there. No file is opened.
struct ContentFolder {
  /// Folders in folders that are followed.
  static let depthLimit = 32

  private let root: [UInt8]
  private let realRoot: [UInt8]
  private let realContent: [UInt8]
  private var linkedFolders: Set<FileSystem.Identity> = []
  private var files: [RelativePath] = []
  private var findings: [Finding] = []

  /// Everything below `<root>/Content`.
  ///
  /// Links are followed when they lead to a file or folder inside the root, a folder only once and only when it
  /// lies outside `Content`, whose own folders are walked anyway. What cannot be read is `unreadable-file`.
  /// - Throws: `ReadError.noContent` when there is no folder `Content`.
  static func list(root: String) throws(ReadError) -> ContentListing {
    var folder = try ContentFolder(root: Array(root.utf8))
    folder.walk(RelativePath(literal: "Content"), depth: 0)
    folder.files.sort()
    var sorting = ContentSorting()
    for file in folder.files { sorting.take(file) }
    var listing = sorting.listing()
    listing.findings += folder.findings + NameCollisions.findings(among: folder.files)
    listing.findings.sort()
    return listing
  }

  private init(root: [UInt8]) throws(ReadError) {
    self.root = root
    do throws(FileSystem.Failure) {
      realRoot = try FileSystem.realPath(of: root)
      realContent = try FileSystem.realPath(of: root + Array("/Content".utf8))
      guard try FileSystem.status(of: realContent, followsLinks: true).kind == .folder else {
        throw FileSystem.Failure(reason: "not a folder")
      }
    } catch {
      throw .noContent(reason: error.reason)
    }
  }

  private mutating func walk(_ folder: RelativePath, depth: Int) {
    guard depth <= Self.depthLimit else {
      findings.append(.folderTooDeep(folder))
      return
    }
    do throws(FileSystem.Failure) {
      for entry in try FileSystem.entries(of: absolute(folder)) { take(entry, in: folder, depth: depth) }
    } catch {
      findings.append(.unreadable(folder, error.reason))
    }
  }

  private static let configuration = RelativePath(literal: "Content/site.yaml")

  private mutating func take(_ entry: FileSystem.Entry, in folder: RelativePath, depth: Int) {
    let inStatic = (folder.utf8 + [UInt8(ascii: "/")]).starts(with: "Content/static/".utf8)
    guard !FileNames.isIgnored(entry.name, inStatic: inStatic) else { return }
    guard FileNames.isPlain(entry.name),
      let path = RelativePath(utf8: folder.utf8 + [UInt8(ascii: "/")] + entry.name)
    else {
      findings.append(.unspeakableName(entry.name, in: folder))
      return
    }
    switch entry.kind {
    case .file: files.append(path)
    case .folder where path == Self.configuration:
      findings.append(.unreadable(path, "a folder; the site's configuration is a file"))
    case .folder: walk(path, depth: depth + 1)
    case .link: follow(path, depth: depth)
    case .other: findings.append(.unreadable(path, "neither a file nor a folder"))
    }
  }

  // MARK: Links

  private mutating func follow(_ path: RelativePath, depth: Int) {
    do throws(FileSystem.Failure) {
      let target = try FileSystem.realPath(of: absolute(path))
      guard Self.lies(target, in: realRoot) else {
        findings.append(.linkLeavesRoot(path, target))
        return
      }
      let status = try FileSystem.status(of: target, followsLinks: true)
      switch status.kind {
      case .file: files.append(path)
      case .folder: followFolder(path, target, status.identity, depth: depth)
      case .link, .other: findings.append(.unreadable(path, "it leads to neither a file nor a folder"))
      }
    } catch {
      findings.append(.unreadable(path, error.reason))
    }
  }

  private mutating func followFolder(
    _ path: RelativePath, _ target: [UInt8], _ identity: FileSystem.Identity, depth: Int
  ) {
    let holdsContent = Self.lies(realContent, in: target)
    guard !Self.lies(target, in: realContent), !holdsContent, linkedFolders.insert(identity).inserted else {
      findings.append(.folderReadTwice(path, target))
      return
    }
    walk(path, depth: depth + 1)
  }

  private static func lies(_ path: [UInt8], in folder: [UInt8]) -> Bool {
    path == folder
      || path.starts(with: folder.last == UInt8(ascii: "/") ? folder : folder + [UInt8(ascii: "/")])
  }

  private func absolute(_ path: RelativePath) -> [UInt8] {
    root + [UInt8(ascii: "/")] + path.utf8
  }
}

extension Finding {
  static func unreadable(_ path: RelativePath, _ reason: String) -> Finding {
    Finding(.unreadableFile, "cannot be read: \(reason)", at: Place(path))
  }

  fileprivate static func folderTooDeep(_ path: RelativePath) -> Finding {
    Finding(
      .tooDeep, "more than \(ContentFolder.depthLimit) folders in each other; move it up", at: Place(path))
  }

  fileprivate static func unspeakableName(_ name: [UInt8], in folder: RelativePath) -> Finding {
    let ending = FileNames.split(String(decoding: name, as: UTF8.self)).ending
    let stem =
      FileNames.slug(from: FileNames.split(String(decoding: name, as: UTF8.self)).stem)?.string ?? "file"
    let path = folder.utf8 + [UInt8(ascii: "/")] + name
    let newName = ending.isEmpty ? stem : stem + "." + (FileNames.slug(from: ending)?.string ?? "md")
    return Finding(
      .badFileName,
      "a name in this folder has bytes that are no UTF-8, a control character or a backslash: \(FileNames.gitMove(path, to: newName))",
      at: Place(folder))
  }

  fileprivate static func linkLeavesRoot(_ path: RelativePath, _ target: [UInt8]) -> Finding {
    Finding(
      .symlinkOutside, "the link leaves the site's folder; put the file itself here", at: Place(path))
  }

  fileprivate static func folderReadTwice(_ path: RelativePath, _ target: [UInt8]) -> Finding {
    Finding(
      .pathCollision, "the link leads to a folder that is read already; remove it", at: Place(path))
  }
}
