#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension FileSystem {
  typealias Listed = (name: [UInt8], kind: Status.Kind)

  /// What a folder holds, in the file system's order, without `.` and `..`.
  static func list(_ path: DiskPath) throws(PublishError) -> [Listed] {
    guard let stream = opendir(path.cString) else { throw failure("read the folder", path) }
    defer { closedir(stream) }
    var found: [Listed] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      let name = FileSystem.name(of: entry)
      if name == [UInt8(ascii: ".")] || name == Array("..".utf8) { continue }
      found.append((name, try kind(of: entry, named: path.appending(name))))
    }
    guard errno == 0 else { throw failure("read the folder", path) }
    return found
  }

  /// Read in place: an entry may be shorter in memory than its C type.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let start = UnsafeRawPointer(entry).advanced(by: offset)
    let count = strlen(start.assumingMemoryBound(to: CChar.self))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  /// Some file systems leave the kind out of the listing.
  private static func kind(
    of entry: UnsafeMutablePointer<dirent>, named path: DiskPath
  ) throws(PublishError) -> Status.Kind {
    switch Int(entry.pointee.d_type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): try status(path)?.kind ?? .other
    default: .other
    }
  }
}
