#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open file or folder; closed when its owner lets go of it.
struct Descriptor: ~Copyable, Sendable {
  private var number: Int32
  private let path: DiskPath

  private init(_ path: DiskPath, _ flags: Int32, _ action: String) throws(PublishError) {
    var opened: Int32
    repeat { opened = open(path.cString, flags | O_CLOEXEC, 0o644) } while opened < 0 && errno == EINTR
    guard opened >= 0 else { throw FileSystem.failure(action, path) }
    number = opened
    self.path = path
  }

  static func reading(_ path: DiskPath) throws(PublishError) -> Descriptor {
    try Descriptor(path, O_RDONLY | O_NONBLOCK, "read")
  }

  /// Fails with `EEXIST` when the name stands for something already.
  static func creating(_ path: DiskPath) throws(PublishError) -> Descriptor {
    try Descriptor(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, "write")
  }

  static func openingFolder(_ path: DiskPath) throws(PublishError) -> Descriptor {
    try Descriptor(path, O_RDONLY | O_DIRECTORY, "read the folder")
  }

  /// Makes the file when there is none.
  static func lockFile(_ path: DiskPath) throws(PublishError) -> Descriptor {
    try Descriptor(path, O_RDWR | O_CREAT | O_NOFOLLOW, "write")
  }

  deinit {
    if number >= 0 { _ = close(number) }
  }

  /// False when somebody else holds the lock. A file system that knows no locks (some network and shared
  /// ones) is used without.
  fileprivate func lock() throws(PublishError) -> Bool {
    if flock(number, LOCK_EX | LOCK_NB) == 0 { return true }
    if errno == EWOULDBLOCK { return false }
    if [ENOTSUP, ENOSYS, ENOLCK, EINVAL].contains(errno) { return true }
    throw FileSystem.failure("lock", path)
  }

  fileprivate func unlock() { _ = flock(number, LOCK_UN) }

  func status() throws(PublishError) -> FileSystem.Status {
    var status = stat()
    guard fstat(number, &status) == 0 else { throw FileSystem.failure("look at", path) }
    return FileSystem.Status(status)
  }

  func rewind() throws(PublishError) {
    guard lseek(number, 0, SEEK_SET) == 0 else { throw FileSystem.failure("read", path) }
  }

  /// Fills the buffer as far as the file reaches; returns how many bytes that were.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(PublishError) -> Int {
    var filled = 0
    while filled < buffer.count, let start = buffer.baseAddress {
      let count = systemRead(number, start + filled, buffer.count - filled)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw FileSystem.failure("read", path) }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(PublishError) {
    var written = 0
    while written < bytes.count, let start = bytes.baseAddress {
      let count = systemWrite(number, start + written, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FileSystem.failure("write", path) }
      written += count
    }
  }

  /// Closes the file: some file systems tell only now that the disk is full.
  mutating func finish() throws(PublishError) {
    let result = close(number)
    number = -1
    guard result == 0 || errno == EINTR else { throw FileSystem.failure("write", path) }
  }
}

/// Held by one run until it is released or nobody refers to it; ends with the process at the latest, killed
/// or not.
final class Lock: Sendable {
  private let file: Descriptor

  /// Nil when another run holds it.
  init?(_ file: consuming Descriptor) throws(PublishError) {
    guard try file.lock() else { return nil }
    self.file = file
  }

  func status() throws(PublishError) -> FileSystem.Status { try file.status() }

  // Closing the file is not enough: a program that this process is just starting may have it open too.
  deinit { file.unlock() }

  /// For another run in this process, while somebody still refers to this.
  func release() { file.unlock() }
}

private func systemRead(_ number: Int32, _ start: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(number, start, count)
}

private func systemWrite(_ number: Int32, _ start: UnsafeRawPointer, _ count: Int) -> Int {
  write(number, start, count)
}
