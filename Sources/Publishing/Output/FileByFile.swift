import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Publishing one file after the other, each in one step, where folders cannot be exchanged.
///
/// May be broken off at any moment and begun again with the same steps: a staged file that is gone
/// has reached its place.
struct FileByFile {
  let staging: StagingFolder
  let output: DiskPath
  let steps: [Plan.Step]

  private enum Done {
    case created(PathBytes)
    case replaced(PathBytes)
    case removed(PathBytes)
    case madeFolder(DiskPath)
  }

  /// The steps in their order: what is in the way of a new file or folder goes first, then assets, pages and
  /// lists are placed, then the other removals, the manifest last.
  static func steps(
    for files: [StagedFile], removing removed: [RelativePath], obstacles: Obstacles
  ) -> [Plan.Step] {
    let paths = Set(files.map(\.file.path.utf8))
    let isInTheWay = { (path: RelativePath) in
      if obstacles.folders.contains(path.utf8) { return true }
      var folder = path.utf8.parentFolder
      while let above = folder {
        if paths.contains(above) { return true }
        folder = above.parentFolder
      }
      return false
    }
    let changed = files.filter { $0.published != .same || obstacles.isNew($0.file.path) }
      .sorted { ($0.file.kind, $0.file.path) < ($1.file.kind, $1.file.path) }
    let placed = changed.map { file -> Plan.Step in
      let isReplaced =
        (file.published == .same || file.published == .different) && !obstacles.isNew(file.file.path)
      return isReplaced ? .replace(file.file.path) : .create(file.file.path)
    }
    let early = (removed.filter(isInTheWay) + obstacles.forcedAside).map(Plan.Step.remove)
    let late = removed.filter { !isInTheWay($0) }.map(Plan.Step.remove)
    return early + placed + late + [.replace(Manifest.path)]
  }

  /// - Parameter undoes: whether a failure takes back what was done, and the plan with it; otherwise it can be
  ///   begun again.
  func run(undoes: Bool) throws(PublishError) {
    var done: [Done] = []
    do {
      for step in steps {
        switch step {
        case .create(let path): try create(path.utf8, &done)
        case .replace(let path): try replace(path.utf8, &done)
        case .remove(let path): try remove(path.utf8, &done)
        }
      }
    } catch {
      if undoes { try undo(done) }
      throw error
    }
  }

  private func isStaged(_ path: PathBytes) throws(PublishError) -> Bool {
    try FileSystem.status(staging.tree.appending(path)) != nil
  }

  private func create(_ path: PathBytes, _ done: inout [Done]) throws(PublishError) {
    guard try isStaged(path) else { return }
    let name = output.appending(path)
    done += try FileSystem.makeFolders(name.parent).map(Done.madeFolder)
    do {
      try FileSystem.moveWithoutReplacing(staging.tree.appending(path), to: name)
    } catch {
      throw error.isNameTaken ? .changedMeanwhile(name.description) : error
    }
    done.append(.created(path))
  }

  private func replace(_ path: PathBytes, _ done: inout [Done]) throws(PublishError) {
    guard try isStaged(path) else { return }
    let (name, kept) = (output.appending(path), staging.replaced.appending(path))
    guard try FileSystem.status(name) != nil else { return try create(path, &done) }
    try FileSystem.makeFolders(kept.parent)
    // After a kill an older run's copy may be there; only a run that undoes needs it.
    try FileSystem.removeFile(kept)
    try FileSystem.linkOrCopy(name, as: kept)
    try FileSystem.move(staging.tree.appending(path), to: name)
    done.append(.replaced(path))
  }

  private func remove(_ path: PathBytes, _ done: inout [Done]) throws(PublishError) {
    let (name, kept) = (output.appending(path), staging.replaced.appending(path))
    if let kind = try FileSystem.status(name)?.kind, kind != .folder {
      try FileSystem.makeFolders(kept.parent)
      try FileSystem.move(name, to: kept)
      done.append(.removed(path))
    }
    var folder = name.parent
    while folder != output, try FileSystem.removeEmptyFolder(folder) { folder = folder.parent }
  }

  /// Staged files go back, so that a kill meanwhile leaves something that can be finished.
  private func undo(_ done: [Done]) throws(PublishError) {
    for step in done.reversed() {
      switch step {
      case .created(let path):
        try FileSystem.makeFolders(staging.tree.appending(path).parent)
        try FileSystem.move(output.appending(path), to: staging.tree.appending(path))
      case .replaced(let path):
        try FileSystem.linkOrCopy(output.appending(path), as: staging.tree.appending(path))
        try FileSystem.move(staging.replaced.appending(path), to: output.appending(path))
      case .removed(let path):
        try FileSystem.makeFolders(output.appending(path).parent)
        try FileSystem.move(staging.replaced.appending(path), to: output.appending(path))
      case .madeFolder(let folder): try FileSystem.removeEmptyFolder(folder)
      }
    }
    try FileSystem.removeFile(staging.plan)
  }
}
