import Diagnostics

/// What somebody else put into the output folder: no manifest names it.
struct Foreign {
  /// Regular files, linked into the new tree before the folders are exchanged.
  var files: [PathBytes] = []
  /// Folders without anything of ours, symbolic links, sockets: moved across afterwards.
  var others: [PathBytes] = []

  var isEmpty: Bool { files.isEmpty && others.isEmpty }

  /// Looks through the folders that are ours or will be; somebody else's are taken as a whole.
  ///
  /// - Parameters:
  ///   - start: where to look, below `output`; empty for all of it.
  ///   - forced: what the user gave up.
  init(
    in output: DiskPath, from start: PathBytes = [], ours: Manifest, newFolders: Set<PathBytes> = [],
    forced: Set<PathBytes> = []
  ) throws(PublishError) {
    var folders = [start]
    while let folder = folders.popLast() {
      for (name, kind) in try FileSystem.list(output.appending(folder)) {
        let path = folder.child(name)
        switch kind {
        case _ where forced.contains(path) || path == Manifest.path.utf8: continue
        case .folder where ours.folders.contains(path) || newFolders.contains(path): folders.append(path)
        case .file where ours.files.contains(path): continue
        case .file: files.append(path)
        case .folder, .link, .other: others.append(path)
        }
      }
    }
    files.sort { $0.lexicographicallyPrecedes($1) }
    others.sort { $0.lexicographicallyPrecedes($1) }
  }
}
