import Diagnostics

/// Empty folders that wait for the next run in `.dossier`.
///
/// Most pages have a folder of their own, and every run needs them all. Making and removing folders is the
/// slowest thing about publishing (on a disk that discards freed blocks, 13,000 of them took 20 seconds), so
/// an old tree's folders are kept for the next new tree, without any file in them.
extension StagingFolder {
  private static let prefix = Array("folders-".utf8)

  /// Named after the manifest that they belong to: they are folders of that publication, all or some.
  private func spare(for manifest: Manifest) -> DiskPath {
    path.appending(StagingFolder.prefix + ContentDigest(manifest.text).hexadecimal)
  }

  /// Begins the new tree, with the folders of the published one when they are at hand.
  ///
  /// - Parameter published: nil when no whole tree will be needed.
  func beginTree(after published: Manifest?) throws(PublishError) {
    guard isKept, let spare = published.map(spare), try FileSystem.status(spare)?.kind == .folder else {
      try FileSystem.makeFolder(tree)
      return
    }
    try FileSystem.move(spare, to: tree)
  }

  /// Makes room for a file where the published tree has a folder. False when the new tree has a file in it.
  func removeFolder(_ path: PathBytes, of published: Manifest) throws(PublishError) -> Bool {
    guard published.folders.contains(path) else { return false }
    let below = published.folders.filter { $0.starts(with: path + [UInt8(ascii: "/")]) }
    for folder in below.sorted(by: { $1.lexicographicallyPrecedes($0) }) {
      try FileSystem.removeEmptyFolder(tree.appending(folder))
    }
    return try FileSystem.removeEmptyFolder(tree.appending(path))
  }

  /// Removes the folders that only the published tree has, before the new tree takes its place.
  func removeFolders(of published: Manifest, butFor needed: Set<PathBytes>) throws(PublishError) {
    let removed = published.folders.filter { !needed.contains($0) }
    for folder in removed.sorted(by: { $1.lexicographicallyPrecedes($0) }) {
      try FileSystem.removeEmptyFolder(tree.appending(folder))
    }
  }

  /// Ends a tree that was not published: its files go, and the folders that the published one has stay.
  func endTree(of published: Manifest) throws(PublishError) {
    guard isKept, try FileSystem.status(tree) != nil else { return }
    try removeFiles(in: [], butFolders: published.folders)
    try keepFolders(of: published)
  }

  private func removeFiles(in folder: PathBytes, butFolders kept: Set<PathBytes>) throws(PublishError) {
    for (name, kind) in try FileSystem.list(tree.appending(folder)) {
      let path = folder.child(name)
      if kind == .folder, kept.contains(path) {
        try removeFiles(in: path, butFolders: kept)
      } else {
        try FileSystem.removeTree(tree.appending(path))
      }
    }
  }

  /// Puts a tree without files aside. Older ones go.
  func keepFolders(of published: Manifest) throws(PublishError) {
    guard isKept, try FileSystem.status(tree) != nil else { return }
    for (name, _) in try FileSystem.list(path) where name.starts(with: StagingFolder.prefix) {
      try FileSystem.removeTree(path.appending(name))
    }
    try FileSystem.move(tree, to: spare(for: published))
  }
}
