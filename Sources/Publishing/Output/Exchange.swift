import Diagnostics

/// Publishing in one step: the new tree and the published folder change places.
struct Exchange {
  let staging: StagingFolder
  let output: DiskPath
  /// What the published folder's manifest names.
  let ours: Manifest
  let forced: [RelativePath]

  /// Returns why folders cannot be exchanged here, nil when they were. When it throws, nothing has changed.
  ///
  /// - Parameter newFolders: those of the new tree.
  func run(newFolders: Set<PathBytes>) throws(PublishError) -> Publication.Refusal? {
    var foreign = try Foreign(
      in: output, ours: ours, newFolders: newFolders, forced: Set(forced.map(\.utf8)))
    guard let status = try FileSystem.status(output) else { throw .changedMeanwhile(output.description) }
    // Whose permissions it has: one that may not be written is not to be replaced either.
    guard FileSystem.isWritable(output) else { throw FileSystem.failure("write into", output) }
    if try !canMove(foreign.others, on: status.device) { return .immovableFolder }
    for path in foreign.files where try !link(path) { foreign.others.append(path) }
    if try !FileSystem.adopt(status, for: staging.tree) { return .otherOwner }
    // Once exchanged, this is the lock on the output, until everything of somebody else's is in it.
    guard let lock = try Lock(try Descriptor.openingFolder(staging.tree)) else {
      throw .busy(staging.tree.description)
    }
    defer { withExtendedLifetime(lock) {} }
    let plan = Plan.Way.exchange(newTree: try lock.status().inode, forced: forced)
    try Plan(output: output, way: plan).write(in: staging)
    do {
      try FileSystem.exchange(staging.tree, output)
    } catch {
      try FileSystem.removeFile(staging.plan)
      guard let refusal = Publication.Refusal(error) else { throw error }
      return refusal
    }
    try moveAcross(foreign.others)
    return nil
  }

  private func canMove(_ paths: [PathBytes], on device: UInt64) throws(PublishError) -> Bool {
    for path in paths {
      let path = output.appending(path)
      guard let status = try FileSystem.status(path), status.kind == .folder else { continue }
      // A folder that moves is written: its `..` changes.
      guard status.device == device, FileSystem.isWritable(path) else { return false }
    }
    return true
  }

  /// False when the file can have no second name and has to be moved.
  private func link(_ path: PathBytes) throws(PublishError) -> Bool {
    let name = staging.tree.appending(path)
    do {
      try FileSystem.makeFolders(name.parent)
      try FileSystem.link(output.appending(path), as: name)
      return true
    } catch {
      if error.isRefusedLink { return false }
      throw error.isNameTaken ? .changedMeanwhile(output.appending(path).description) : error
    }
  }

  /// Moves what could not be linked from the old folder to the new one. Exchanges back when that fails.
  private func moveAcross(_ paths: [PathBytes]) throws(PublishError) {
    var moved: [PathBytes] = []
    do {
      for path in paths {
        try FileSystem.makeFolders(output.appending(path).parent)
        try FileSystem.moveWithoutReplacing(staging.tree.appending(path), to: output.appending(path))
        moved.append(path)
      }
    } catch {
      try FileSystem.exchange(staging.tree, output)
      for path in moved.reversed() {
        try FileSystem.moveWithoutReplacing(staging.tree.appending(path), to: output.appending(path))
      }
      try FileSystem.removeFile(staging.plan)
      throw error
    }
  }
}
