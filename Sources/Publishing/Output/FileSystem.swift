import CRename

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The system's calls on names, each checked: what it refuses is thrown with the path.
enum FileSystem {
  /// What a name stands for; a symbolic link stands for itself.
  struct Status: Sendable {
    enum Kind: Sendable { case file, folder, link, other }
    let kind: Kind
    let size: Int
    let device: UInt64
    let inode: UInt64
    let mode: UInt32
    let owner: UInt32
    let group: UInt32

    func isSame(as other: Status) -> Bool { device == other.device && inode == other.inode }
  }

  /// Nil when there is no such name.
  static func status(_ path: DiskPath) throws(PublishError) -> Status? {
    var status = stat()
    if lstat(path.cString, &status) == 0 { return Status(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw failure("look at", path)
  }

  /// True when the folder was made, false when the name exists already.
  @discardableResult
  static func makeFolder(_ path: DiskPath) throws(PublishError) -> Bool {
    if mkdir(path.cString, 0o755) == 0 { return true }
    if errno == EEXIST { return false }
    throw failure("make the folder", path)
  }

  /// Makes the folder and those above it; returns the ones that were missing, outermost first.
  @discardableResult
  static func makeFolders(_ path: DiskPath) throws(PublishError) -> [DiskPath] {
    if mkdir(path.cString, 0o755) == 0 { return [path] }
    if errno == EEXIST { return [] }
    guard errno == ENOENT, !path.isRoot else { throw failure("make the folder", path) }
    let above = try makeFolders(path.parent)
    // Another thread may have made it meanwhile: that is as good.
    return try makeFolder(path) ? above + [path] : above
  }

  /// A second name for a file (or for a symbolic link itself).
  static func link(_ path: DiskPath, as name: DiskPath) throws(PublishError) {
    if linkat(AT_FDCWD, path.cString, AT_FDCWD, name.cString, 0) == 0 { return }
    throw failure("link", name)
  }

  /// Replaces what `name` stood for, in one step.
  static func move(_ path: DiskPath, to name: DiskPath) throws(PublishError) {
    if rename(path.cString, name.cString) == 0 { return }
    throw failure("move a file to", name)
  }

  /// Fails with `EEXIST` when `name` stands for something already, where the file system can tell in one step.
  static func moveWithoutReplacing(_ path: DiskPath, to name: DiskPath) throws(PublishError) {
    let code = dossier_rename_new(path.cString, name.cString)
    if code == 0 { return }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(code) else {
      throw .disk(DiskFailure(action: "move a file to", path: name.description, code: code))
    }
    guard try status(name) == nil else {
      throw .disk(DiskFailure(action: "move a file to", path: name.description, code: EEXIST))
    }
    try move(path, to: name)
  }

  /// Afterwards each name stands for what the other stood for, in one step.
  static func exchange(_ one: DiskPath, _ other: DiskPath) throws(PublishError) {
    let code = dossier_exchange(one.cString, other.cString)
    if code == 0 { return }
    throw .disk(DiskFailure(action: "exchange", path: other.description, code: code))
  }

  /// True when a name was removed, false when there was none.
  @discardableResult
  static func removeFile(_ path: DiskPath) throws(PublishError) -> Bool {
    if unlink(path.cString) == 0 { return true }
    if errno == ENOENT || errno == ENOTDIR { return false }
    throw failure("remove", path)
  }

  /// True when the folder was removed, false when it is not empty or not there.
  @discardableResult
  static func removeEmptyFolder(_ path: DiskPath) throws(PublishError) -> Bool {
    if rmdir(path.cString) == 0 { return true }
    if [ENOTEMPTY, EEXIST, ENOENT, ENOTDIR].contains(errno) { return false }
    throw failure("remove the folder", path)
  }

  /// Removes a folder of ours with everything in it, whatever permissions it was given. Symbolic links are removed,
  /// never followed.
  static func removeTree(_ path: DiskPath) throws(PublishError) {
    guard let status = try status(path) else { return }
    guard status.kind == .folder else {
      try removeFile(path)
      return
    }
    if status.mode & 0o700 != 0o700 { chmod(path.cString, mode_t(status.mode & 0o7777 | 0o700)) }
    for (name, kind) in try list(path) {
      let below = path.appending(name)
      if kind == .folder { try removeTree(below) } else { try removeFile(below) }
    }
    try removeEmptyFolder(path)
  }

  /// Gives a folder the permissions of another; false when this user may not.
  static func adopt(_ status: Status, for path: DiskPath) throws(PublishError) -> Bool {
    guard let own = try self.status(path) else { return false }
    if own.owner != status.owner || own.group != status.group {
      guard lchown(path.cString, status.owner, status.group) == 0 else { return false }
    }
    return chmod(path.cString, mode_t(truncatingIfNeeded: status.mode & 0o7777)) == 0
  }

  static func isWritable(_ path: DiskPath) -> Bool { access(path.cString, W_OK) == 0 }

  /// Whether a file can be moved from one folder to the other.
  ///
  /// The device number does not tell two mounts of one file system apart. Linux looks at the mounts before it
  /// looks for the names, so moving a name that does not exist is answered with `EXDEV` or `ENOENT`.
  static func canMove(from folder: DiskPath, to other: DiskPath) throws(PublishError) -> Bool {
    guard let one = try status(folder), let two = try status(other), one.device == two.device else {
      return false
    }
    let absent = ".dossier-absent-\(getpid())"
    let code = dossier_rename_new(folder.appending(absent).cString, other.appending(absent).cString)
    return code != EXDEV && code != EROFS
  }

  /// The real path of something that exists, every symbolic link followed; nil when it does not exist.
  static func realPath(_ path: DiskPath) throws(PublishError) -> DiskPath? {
    guard let real = realpath(path.cString, nil) else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw failure("look at", path)
    }
    defer { free(real) }
    return DiskPath(
      bytes: UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(truncatingIfNeeded: $0) })
  }

  static func currentFolder() throws(PublishError) -> DiskPath {
    guard let path = try realPath(DiskPath(".")) else { throw failure("look at", DiskPath(".")) }
    return path
  }

  static func failure(_ action: String, _ path: DiskPath) -> PublishError {
    .disk(DiskFailure(action: action, path: path.description, code: errno))
  }
}

extension FileSystem.Status {
  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(status.st_size)
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(status.st_ino)
    mode = UInt32(status.st_mode)
    owner = status.st_uid
    group = status.st_gid
  }
}
