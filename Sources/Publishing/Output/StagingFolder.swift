/// The hidden folder in which a new tree is built: on the output's file system, and ignored by git.
struct StagingFolder: Sendable {
  let path: DiskPath
  /// True for `.dossier` in the site's root, which stays; the others go with the run.
  let isKept: Bool
  /// True when it lies in the output folder itself, which therefore cannot be exchanged.
  let isInside: Bool

  /// The new tree. After an exchange: the old one.
  var tree: DiskPath { path.appending("new") }
  /// What was replaced file by file, kept until all is done.
  var replaced: DiskPath { path.appending("old") }
  var plan: DiskPath { path.appending("plan") }
  var planDraft: DiskPath { path.appending("plan.new") }
  var lock: DiskPath { path.appending("lock") }
  var ignore: DiskPath { path.appending(".gitignore") }

  static let insideName = Array(".dossier-staging".utf8)

  /// Where a staging folder may be, best first.
  static func candidates(for output: OutputFolder) throws(PublishError) -> [StagingFolder] {
    let anchor = try existingFolder(above: output.folder)
    let hidden = Array(".".utf8) + output.folder.name + Array(".dossier".utf8)
    return [
      StagingFolder(path: output.site.appending(".dossier"), isKept: true, isInside: false),
      StagingFolder(path: anchor.appending(hidden), isKept: false, isInside: false),
      StagingFolder(path: output.folder.appending(insideName), isKept: false, isInside: true),
    ]
  }

  /// The nearest folder above that exists.
  static func existingFolder(above path: DiskPath) throws(PublishError) -> DiskPath {
    var folder = path.parent
    while try FileSystem.status(folder) == nil { folder = folder.parent }
    return folder
  }

  /// Makes and locks it; nil when another run holds it.
  func acquire() throws(PublishError) -> Lock? {
    for _ in 0..<100 {
      try FileSystem.makeFolder(path)
      guard try FileSystem.status(path)?.kind == .folder else { throw .changedMeanwhile(path.description) }
      guard let held = try Lock(try Descriptor.lockFile(lock)) else { return nil }
      // The run before may have removed the file between our opening and our locking it.
      if let named = try FileSystem.status(lock), named.isSame(as: try held.status()) {
        try writeIgnoreFile()
        return held
      }
    }
    return nil
  }

  private func writeIgnoreFile() throws(PublishError) {
    if try FileSystem.status(ignore) == nil { try FileSystem.create(ignore, Array("*\n".utf8)) }
  }

  /// Removes what a run has left, but for the plan: only after nothing in it is needed any more.
  func clear() throws(PublishError) {
    try FileSystem.removeTree(tree)
    try FileSystem.removeTree(replaced)
    try FileSystem.removeFile(planDraft)
  }

  /// Removes the folder itself where it does not stay. The lock must still be held.
  func leave() throws(PublishError) {
    if isKept { return }
    try FileSystem.removeFile(ignore)
    try FileSystem.removeFile(lock)
    try FileSystem.removeEmptyFolder(path)
  }
}
