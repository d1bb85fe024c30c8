import Diagnostics

/// What stands in the published folder where the new tree wants to be.
struct Obstacles {
  /// Somebody else's things in our way.
  private(set) var findings: [Finding] = []
  /// Files and links of somebody else's that `--force` gives up. Never a folder.
  private(set) var forced: [RelativePath] = []
  /// Those of them that a file cannot simply replace.
  private(set) var forcedAside: [RelativePath] = []
  /// Folders of the new tree that are none in the published one.
  private(set) var newFolders: Set<PathBytes> = []
  /// Every folder of the new tree.
  private(set) var folders: Set<PathBytes> = []

  private let output: OutputFolder
  private let ours: Manifest
  private let force: Bool

  init(
    for files: [StagedFile], in output: OutputFolder, ours: Manifest, force: Bool
  ) throws(PublishError) {
    self.output = output
    self.ours = ours
    self.force = force
    for file in files { try lookAtFolders(of: file) }
    for file in files { try look(at: file) }
  }

  /// From the top, so that what lies behind a symbolic link is not looked at.
  private mutating func lookAtFolders(of file: StagedFile) throws(PublishError) {
    var missing: [PathBytes] = []
    var folder = file.file.path.utf8.parentFolder
    while let path = folder, folders.insert(path).inserted {
      missing.append(path)
      folder = path.parentFolder
    }
    for path in missing.reversed() {
      let isBelowNew = path.parentFolder.map { newFolders.contains($0) } ?? false
      let kind = isBelowNew ? nil : try FileSystem.status(output.folder.appending(path))?.kind
      if kind == .folder { continue }
      newFolders.insert(path)
      let isOurs = kind == .file && ours.files.contains(path)
      if kind != nil, !isOurs, let path = RelativePath(utf8: path) { add(path, for: file, aside: true) }
    }
  }

  /// Whether the path lies in a folder that is none yet, whatever a symbolic link may show there.
  func isNew(_ path: RelativePath) -> Bool {
    path.utf8.parentFolder.map { newFolders.contains($0) } ?? false
  }

  private mutating func look(at file: StagedFile) throws(PublishError) {
    let path = file.file.path
    if isNew(path) { return }
    switch file.published {
    case .nothing: return
    case .same, .different:
      if !ours.files.contains(path.utf8) { add(path, for: file, aside: false) }
    case .noFile:
      guard try FileSystem.status(output.folder.appending(path.utf8))?.kind == .folder else {
        return add(path, for: file, aside: true)
      }
      if try !isOurs(folder: path) { addFolder(path, for: file) }
    }
  }

  private func isOurs(folder: RelativePath) throws(PublishError) -> Bool {
    guard ours.folders.contains(folder.utf8) else { return false }
    return try Foreign(in: output.folder, from: folder.utf8, ours: ours).isEmpty
  }

  private mutating func add(_ path: RelativePath, for file: StagedFile, aside: Bool) {
    if force {
      forced.append(path)
      if aside { forcedAside.append(path) }
      return
    }
    let message =
      "'\(output.spelling)/\(path)' is somebody else's, no manifest names it: move it away, or build with --force"
    findings.append(Finding(.pathCollision, message, at: file.file.origin))
  }

  private mutating func addFolder(_ path: RelativePath, for file: StagedFile) {
    let message =
      "the folder '\(output.spelling)/\(path)' holds somebody else's files and is never replaced: move it away"
    findings.append(Finding(.pathCollision, message, at: file.file.origin))
  }
}
