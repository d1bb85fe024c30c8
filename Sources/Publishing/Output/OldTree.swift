import Diagnostics

/// The folder that was published before an exchange, now in the staging folder: what is ours in it goes,
/// what is somebody else's joins the new one.
///
/// May be broken off at any moment and begun again. Removes nothing but what the old manifest names, what
/// has a second name in the new folder, and what was forced.
struct OldTree {
  let tree: DiskPath
  let output: DiskPath
  let forced: Set<PathBytes>
  private let ours: Manifest

  init(_ tree: DiskPath, output: DiskPath, forced: [RelativePath]) throws(PublishError) {
    self.tree = tree
    self.output = output
    self.forced = Set(forced.map(\.utf8))
    // A damaged manifest was in the way of this publication unless it was forced.
    ours = try Manifest.read(in: tree, force: true)
  }

  /// - Parameter folders: of ours that stay, empty; nil when the tree as a whole goes.
  func retire(keeping folders: Set<PathBytes>?) throws(PublishError) {
    try removeOurs(keeping: folders ?? [])
    try retire([], keeping: folders ?? [])
    // Last, because it tells what is ours.
    try FileSystem.removeFile(tree.appending(Manifest.path.utf8))
    if folders == nil { try remove(tree) }
  }

  /// Nearly all of it, without looking into every folder.
  private func removeOurs(keeping kept: Set<PathBytes>) throws(PublishError) {
    for entry in ours.entries {
      let name = tree.appending(entry.path.utf8)
      if try FileSystem.status(name)?.kind == .file { try FileSystem.removeFile(name) }
    }
    let inner = ours.folders.filter { !kept.contains($0) }.sorted { $1.lexicographicallyPrecedes($0) }
    for folder in inner { try FileSystem.removeEmptyFolder(tree.appending(folder)) }
  }

  /// What is left.
  private func retire(_ folder: PathBytes, keeping kept: Set<PathBytes>) throws(PublishError) {
    for (name, kind) in try FileSystem.list(tree.appending(folder)) {
      let path = folder.child(name)
      if path == Manifest.path.utf8 { continue }
      if kind == .folder {
        try retireFolder(path, keeping: kept)
      } else if forced.contains(path) || (kind == .file && ours.files.contains(path)) {
        try FileSystem.removeFile(tree.appending(path))
      } else {
        try keep(path)
      }
    }
  }

  private func retireFolder(_ path: PathBytes, keeping kept: Set<PathBytes>) throws(PublishError) {
    let isOurs = ours.folders.contains(path)
    let isShared = try isOurs ? true : FileSystem.status(output.appending(path))?.kind == .folder
    guard isShared else { return try keep(path) }
    try retire(path, keeping: kept)
    if !kept.contains(path) || !isOurs { try remove(tree.appending(path)) }
  }

  private func remove(_ folder: DiskPath) throws(PublishError) {
    guard try FileSystem.removeEmptyFolder(folder) else { throw .changedMeanwhile(folder.description) }
  }

  /// Somebody else's: linked across already, or left behind by a kill, or put there since.
  private func keep(_ path: PathBytes) throws(PublishError) {
    let (old, new) = (tree.appending(path), output.appending(path))
    guard let status = try FileSystem.status(old) else { return }
    if let published = try FileSystem.status(new) {
      if published.isSame(as: status) {
        try FileSystem.removeFile(old)
        return
      }
      // Saved anew between linking and exchanging: the newer bytes are here.
      let isTheirs = try !Manifest.read(in: output, force: true).files.contains(path)
      guard isTheirs, published.kind == .file, status.kind == .file else {
        throw .changedMeanwhile(old.description)
      }
      return try FileSystem.move(old, to: new)
    }
    try FileSystem.makeFolders(new.parent)
    try FileSystem.moveWithoutReplacing(old, to: new)
  }
}
