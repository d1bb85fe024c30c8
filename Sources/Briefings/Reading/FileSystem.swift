#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Files and folders by the system's own calls: names stay the bytes they are, and nothing is resolved twice.
enum FileSystem {
  /// Why a call failed, in the system's words.
  struct Failure: Error, Equatable {
    let reason: String

    static var current: Failure { Failure(reason: String(cString: strerror(errno))) }
  }

  enum Kind { case file, folder, link, other }

  struct Entry {
    let name: [UInt8]
    let kind: Kind
  }

  /// What identifies a file or folder, however it is reached.
  struct Identity: Hashable {
    let device: UInt64
    let inode: UInt64
  }

  /// The entries of a folder but `.` and `..`, sorted by their bytes.
  static func entries(of folder: [UInt8]) throws(Failure) -> [Entry] {
    guard let stream = folder.withCPath({ opendir($0) }) else { throw .current }
    defer { closedir(stream) }
    var result: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = Self.name(of: entry)
      if name == [0x2E] || name == [0x2E, 0x2E] { continue }
      result.append(Entry(name: name, kind: kind(entry.pointee.d_type, folder + [0x2F] + name)))
    }
    guard errno == 0 else { throw .current }
    result.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return result
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: UInt8.self)
    var count = 0
    while start[count] != 0 { count += 1 }
    return Array(UnsafeBufferPointer(start: start, count: count))
  }

  /// Some file systems do not tell the kind with the name.
  private static func kind(_ type: UInt8, _ path: @autoclosure () -> [UInt8]) -> Kind {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): (try? status(of: path(), followsLinks: false).kind) ?? .other
    default: .other
    }
  }

  static func status(
    of path: [UInt8], followsLinks: Bool
  ) throws(Failure) -> (kind: Kind, identity: Identity) {
    var status = stat()
    let result = path.withCPath { followsLinks ? stat($0, &status) : lstat($0, &status) }
    guard result == 0 else { throw .current }
    let identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(truncatingIfNeeded: status.st_ino))
    return (kind(status), identity)
  }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// The absolute path without links, `.` and `..`.
  static func realPath(of path: [UInt8]) throws(Failure) -> [UInt8] {
    guard let resolved = path.withCPath({ realpath($0, nil) }) else { throw .current }
    defer { free(resolved) }
    return Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }
}

extension [UInt8] {
  /// Calls `body` with these bytes and a NUL.
  func withCPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (self + [0]).withUnsafeBytes { body($0.baseAddress!.assumingMemoryBound(to: CChar.self)) }
  }
}
