package import Diagnostics

extension Staging {
  /// What keeps these files from being published: collisions among them, and things of somebody else's in
  /// their way. Sorted.
  package func findings(for files: [StagedFile]) throws(PublishError) -> [Finding] {
    let obstacles = try Obstacles(for: files, in: output, ours: published, force: force)
    return (Collisions.findings(in: files.map(\.file)) + obstacles.findings).sorted()
  }

  /// Publishes the files, all that were taken in, and only them.
  ///
  /// - Parameter files: in any order.
  /// - Throws: `collisions` for what `findings(for:)` finds, or what kept the files from being published. The
  ///   output is as it was then, and the staging folder is gone.
  package func commit(_ files: [StagedFile]) throws(PublishError) -> Publication {
    do {
      let publication = try publish(files.sorted { $0.file.path < $1.file.path })
      return publication
    } catch {
      let failure = error
      // The first failure is the one to tell; what cannot be removed now is removed by the next start.
      do { try abandon() } catch { throw failure }
      throw failure
    }
  }

  private func publish(_ files: [StagedFile]) throws(PublishError) -> Publication {
    let obstacles = try Obstacles(for: files, in: output, ours: published, force: force)
    let findings = (Collisions.findings(in: files.map(\.file)) + obstacles.findings).sorted()
    guard findings.isEmpty else { throw .collisions(findings) }
    if let blocked = files.first(where: { !$0.isStored }) { throw unexplained(blocked) }
    try confirmOutput()
    let manifest = Manifest(
      files.map { Manifest.Entry(path: $0.file.path, size: $0.size, digest: $0.digest) })
    let unchanged = files.count { $0.published == .same }
    let isPublished = try isPublished(manifest, isUnchanged: unchanged == files.count)
    let way = isPublished ? .nothingToDo : try place(files, manifest, obstacles)
    return Publication(
      written: files.count - unchanged, unchanged: unchanged,
      removed: published.entries.count { !manifest.files.contains($0.path.utf8) }, way: way,
      leftover: cleanUp(way, manifest))
  }

  /// A file system that takes two names for one by rules of its own.
  private func unexplained(_ file: StagedFile) -> PublishError {
    let message = "the file system takes '\(file.file.path)' for another file's name: rename one of the two"
    return .collisions([Finding(.pathCollision, message, at: file.file.origin)])
  }

  private func reuse(_ file: StagedFile) throws(PublishError) {
    guard try reuse(file.file.path) else { throw unexplained(file) }
  }

  /// Nobody may have put another folder in the output's place since the start.
  private func confirmOutput() throws(PublishError) {
    switch (status, try FileSystem.status(output.folder)) {
    case (nil, nil): return
    case (let before?, let now?) where now.isSame(as: before): return
    default: throw .changedMeanwhile(output.spelling)
    }
  }

  private func isPublished(_ manifest: Manifest, isUnchanged: Bool) throws(PublishError) -> Bool {
    let path = output.folder.appending(Manifest.path.utf8)
    guard isUnchanged, try FileSystem.status(path)?.kind == .file else { return false }
    return try FileSystem.holds(path, manifest.text)
  }

  private func place(
    _ files: [StagedFile], _ manifest: Manifest, _ obstacles: Obstacles
  ) throws(PublishError) -> Publication.Way {
    try FileSystem.create(staging.tree.appending(Manifest.path.utf8), manifest.text)
    guard status != nil else {
      try FileSystem.makeFolders(output.folder.parent)
      try FileSystem.moveWithoutReplacing(staging.tree, to: output.folder)
      return .created
    }
    if let refusal { return try placeFileByFile(refusal, files, manifest, obstacles) }
    try staging.removeFolders(of: published, butFor: obstacles.folders)
    for file in files where file.published == .same { try reuse(file) }
    let exchange = Exchange(
      staging: staging, output: output.folder, ours: published, forced: obstacles.forced)
    guard let refusal = try exchange.run(newFolders: obstacles.folders) else { return .exchanged }
    return try placeFileByFile(refusal, files, manifest, obstacles)
  }

  private func placeFileByFile(
    _ refusal: Publication.Refusal, _ files: [StagedFile], _ manifest: Manifest, _ obstacles: Obstacles
  ) throws(PublishError) -> Publication.Way {
    var removed: [RelativePath] = []
    for entry in published.entries where !manifest.files.contains(entry.path.utf8) {
      // What is no file any more has become somebody else's.
      let name = output.folder.appending(entry.path.utf8)
      if try FileSystem.status(name)?.kind == .file { removed.append(entry.path) }
    }
    // What a link of somebody else's only seemed to hold is needed in its own right.
    for file in files where file.published == .same && obstacles.isNew(file.file.path) {
      if try FileSystem.status(staging.tree.appending(file.file.path.utf8)) == nil { try reuse(file) }
    }
    let steps = FileByFile.steps(for: files, removing: removed, obstacles: obstacles)
    try Plan(output: output.folder, way: .steps(steps)).write(in: staging)
    try FileByFile(staging: staging, output: output.folder, steps: steps).run(undoes: true)
    return .fileByFile(because: refusal)
  }

  /// The site is published; a failure to tidy up is told, not thrown.
  private func cleanUp(_ way: Publication.Way, _ manifest: Manifest) -> PublishError? {
    defer { release() }
    do throws(PublishError) {
      switch way {
      case .exchanged:
        guard case .exchange(_, let forced)? = try Plan.read(in: staging)?.way else { return nil }
        let old = try OldTree(staging.tree, output: output.folder, forced: forced)
        try old.retire(keeping: staging.isKept ? manifest.folders : nil)
        try FileSystem.removeFile(staging.plan)
        try staging.keepFolders(of: manifest)
      case .nothingToDo:
        if refusal == nil { try staging.keepFolders(of: manifest) }
      case .fileByFile:
        try FileSystem.removeFile(staging.plan)
        if refusal == nil { try staging.endTree(of: manifest) }
      case .created: break
      }
      try staging.clear()
      try staging.leave()
      return nil
    } catch {
      return error
    }
  }
}
