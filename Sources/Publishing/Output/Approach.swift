#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where the new tree is built, and how it will get to its place.
struct Approach {
  let staging: StagingFolder
  let lock: Lock
  /// Why folders cannot be exchanged, as far as can be known before trying.
  let refusal: Publication.Refusal?

  /// The first candidate on the output's mount that can be written. Leftovers of killed runs are settled
  /// first, wherever they are.
  static func choose(for output: OutputFolder) throws(PublishError) -> Approach {
    let candidates = try StagingFolder.candidates(for: output)
    for candidate in candidates where try candidate.holdsLeftovers() {
      guard let lock = try candidate.acquire() else { throw .busy(candidate.path.description) }
      defer { withExtendedLifetime(lock) {} }
      try candidate.settle()
      try candidate.leave()
    }
    let exists = try FileSystem.status(output.folder) != nil
    let target = exists ? output.folder : try StagingFolder.existingFolder(above: output.folder)
    var denied: PublishError?
    for candidate in candidates where exists || !candidate.isInside {
      do {
        guard let lock = try acquire(candidate, reaching: target) else { continue }
        let refusal = try refusal(for: output, candidate, isDenied: denied != nil)
        return Approach(staging: candidate, lock: lock, refusal: refusal)
      } catch {
        guard error.isDenied else { throw error }
        denied = error
      }
    }
    throw denied
      ?? .disk(DiskFailure(action: "find a staging folder for", path: output.spelling, code: EXDEV))
  }

  /// Nil when files cannot be moved from there to the output.
  private static func acquire(
    _ candidate: StagingFolder, reaching target: DiskPath
  ) throws(PublishError) -> Lock? {
    guard try FileSystem.canMove(from: candidate.path.parent, to: target) else { return nil }
    guard let lock = try candidate.acquire() else { throw .busy(candidate.path.description) }
    defer { withExtendedLifetime(lock) {} }
    if try FileSystem.canMove(from: candidate.path, to: target) { return lock }
    try candidate.leave()
    return nil
  }

  private static func refusal(
    for output: OutputFolder, _ candidate: StagingFolder, isDenied: Bool
  ) throws(PublishError) -> Publication.Refusal? {
    if output.isLink { return .symbolicLink }
    if candidate.isInside { return isDenied ? .parentNotWritable : .mountPoint }
    return try holdsMount(output.folder) ? .mountPoint : nil
  }

  /// A mount in the folder would be carried off with the old tree. Linux lists all mounts; elsewhere the
  /// system refuses the exchange itself, or the device numbers tell.
  private static func holdsMount(_ folder: DiskPath) throws(PublishError) -> Bool {
    #if os(Linux)
      let list = DiskPath("/proc/self/mountinfo")
      guard try FileSystem.status(list) != nil else { return false }
      return try FileSystem.contents(list).split(separator: UInt8(ascii: "\n")).contains { line in
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        return fields.count > 4 && DiskPath(bytes: unescaped(fields[4])).tail(below: folder) != nil
      }
    #else
      return false
    #endif
  }

  /// The list writes blanks, line feeds and backslashes as a backslash and three octal digits.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(3), as: UTF8.self)
      if byte == UInt8(ascii: "\\"), digits.utf8.count == 3, let value = UInt8(digits, radix: 8) {
        bytes.append(value)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }
}

extension StagingFolder {
  fileprivate func holdsLeftovers() throws(PublishError) -> Bool {
    for path in [plan, planDraft, tree, replaced] where try FileSystem.status(path) != nil { return true }
    return false
  }

  /// Finishes what a killed run had begun to publish, brings back what belongs to somebody else, and removes
  /// the rest.
  fileprivate func settle() throws(PublishError) {
    if let plan = try Plan.read(in: self) {
      try finish(plan)
      try FileSystem.removeFile(self.plan)
    }
    try clear()
  }

  private func finish(_ plan: Plan) throws(PublishError) {
    switch plan.way {
    case .exchange(let newTree, let forced):
      guard let status = try FileSystem.status(tree), status.inode != newTree else { return }
      try OldTree(tree, output: plan.output, forced: forced).retire(keeping: nil)
    case .steps(let steps):
      // Without its folder there is nothing to finish: the next publication writes everything.
      guard try FileSystem.realPath(plan.output) != nil else { return }
      try FileByFile(staging: self, output: plan.output, steps: steps).run(undoes: false)
    }
  }
}
