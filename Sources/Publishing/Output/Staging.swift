package import Diagnostics

/// A new tree under construction, invisible until `commit`.
///
///     let staging = try folder.begin(force: false)
///     let page = try staging.write(bytes, to: OutputFile(path, .page, from: origin))
///     let publication = try staging.commit([page])
///
/// `write` and `copy` may be called from several threads at once, for different paths: everything in
/// here is constant. One of `commit` and `abandon` ends it. A run that is killed is settled by the next
/// `begin`, which also gives back what belongs to somebody else.
package final class Staging: Sendable {
  let output: OutputFolder
  /// What is published now.
  package let published: Manifest
  let force: Bool
  let staging: StagingFolder
  let refusal: Publication.Refusal?
  /// The output folder as it was at the start; nil when there was none.
  let status: FileSystem.Status?
  private let lock: Lock
  private let outputLock: Lock?

  fileprivate init(_ output: OutputFolder, force: Bool, _ approach: Approach) throws(PublishError) {
    self.output = output
    self.force = force
    staging = approach.staging
    refusal = approach.refusal
    lock = approach.lock
    status = try FileSystem.status(output.folder)
    outputLock = status == nil ? nil : try Lock(try Descriptor.openingFolder(output.folder))
    if status != nil, outputLock == nil { throw .busy(output.spelling) }
    published = try Manifest.read(in: output.folder, force: force)
    try staging.beginTree(after: refusal == nil ? published : nil)
  }
}

extension OutputFolder {
  /// Prepares a new tree.
  ///
  /// - Parameter force: whether somebody else's files may be replaced by ours of the same path, and a damaged
  ///   manifest counts as none. Somebody else's folders are never replaced.
  /// - Throws: `busy` when another run works on the same folders, `damagedManifest`, or what the system refuses.
  package func begin(force: Bool) throws(PublishError) -> Staging {
    let approach = try Approach.choose(for: self)
    do throws(PublishError) {
      return try Staging(self, force: force, approach)
    } catch {
      try approach.staging.clear()
      try approach.staging.leave()
      throw error
    }
  }
}

extension Staging {
  /// Takes in a file with these bytes.
  ///
  /// One that is published with the same bytes is left alone until `commit`. The bytes are compared, not dates
  /// or digests: an interrupted machine can leave a file with the right size and date and no bytes.
  package func write(_ bytes: [UInt8], to file: OutputFile) throws(PublishError) -> StagedFile {
    let old = output.folder.appending(file.path.utf8)
    let published = try self.published(at: old, size: bytes.count) { () throws(PublishError) in
      try FileSystem.holds(old, bytes)
    }
    var isStored = true
    if published != .same {
      isStored = try store(file.path) { (name) throws(PublishError) in try FileSystem.create(name, bytes) }
    }
    return StagedFile(
      file: file, size: bytes.count, digest: ContentDigest(bytes), published: published, isStored: isStored)
  }

  /// Takes in a copy of a file of the site, `source` being its path below the site's root.
  package func copy(_ source: RelativePath, to file: OutputFile) throws(PublishError) -> StagedFile {
    let original = try Descriptor.reading(output.site.appending(source.utf8))
    let old = output.folder.appending(file.path.utf8)
    let published = try self.published(at: old, size: try original.status().size) { () throws(PublishError) in
      try FileSystem.isSame(original, try Descriptor.reading(old))
    }
    try original.rewind()
    if published == .same {
      let (digest, size) = try FileSystem.digest(original)
      return StagedFile(file: file, size: size, digest: digest, published: .same, isStored: true)
    }
    var copied: (digest: ContentDigest, size: Int)?
    let isStored = try store(file.path) { (name) throws(PublishError) in
      try original.rewind()
      copied = try FileSystem.copy(original, to: name)
    }
    return StagedFile(
      file: file, size: copied?.size ?? 0, digest: copied?.digest ?? ContentDigest([]), published: published,
      isStored: isStored)
  }

  private func published(
    at path: DiskPath, size: Int, isSame: () throws(PublishError) -> Bool
  ) throws(PublishError) -> StagedFile.Published {
    guard let status = try FileSystem.status(path) else { return .nothing }
    guard status.kind == .file else { return .noFile }
    guard status.size == size else { return .different }
    do {
      return try isSame() ? .same : .different
    } catch {
      // A file that may not be read can still be replaced.
      if error.isDenied { return .different }
      throw error
    }
  }

  /// Gives a file that is published with the same bytes a second name in the new tree.
  func reuse(_ path: RelativePath) throws(PublishError) -> Bool {
    let published = output.folder.appending(path.utf8)
    return try store(path) { (name) throws(PublishError) in try FileSystem.linkOrCopy(published, as: name) }
  }

  /// Puts a file into the new tree. False when something else in it is in the way.
  private func store(
    _ path: RelativePath, create: (DiskPath) throws(PublishError) -> Void
  ) throws(PublishError) -> Bool {
    let name = staging.tree.appending(path.utf8)
    do throws(PublishError) {
      try create(name)
    } catch {
      let isMissing = error.isMissingPath
      guard isMissing || error.isBlockedPath else { throw error }
      if !isMissing, try !staging.removeFolder(path.utf8, of: published) { return false }
      return try store(again: name, create)
    }
    return true
  }

  private func store(
    again name: DiskPath, _ create: (DiskPath) throws(PublishError) -> Void
  ) throws(PublishError) -> Bool {
    do throws(PublishError) {
      try FileSystem.makeFolders(name.parent)
      try create(name)
      return true
    } catch {
      guard error.isBlockedPath else { throw error }
      return false
    }
  }

  /// Gives up: the output stays as it is, the staging folder goes.
  package func abandon() throws(PublishError) {
    // A plan is left only when a commit could neither be finished nor undone: the next start settles it.
    defer { release() }
    guard try FileSystem.status(staging.plan) == nil else { return }
    if refusal == nil { try staging.endTree(of: published) }
    try staging.clear()
    try staging.leave()
  }

  /// Lets the next run begin.
  func release() {
    outputLock?.release()
    lock.release()
  }
}
