#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif
#if canImport(CDispatch)
  // Where Dispatch is loaded, too, the compiler may take its declaration of `stat` for the first one.
  import CDispatch
#endif

/// What the file system tells of a file without opening it: another stamp, another version.
package struct FileStamp: Hashable, Sendable {
  /// In bytes.
  package let size: Int
  /// Nanoseconds since 1970.
  package let modified: Int
  private let changed: Int
  private let inode: UInt64
  package let isFolder: Bool

  /// Follows links. Nil when there is no such file.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let (written, touched) = (status.st_mtimespec, status.st_ctimespec)
    #else
      let (written, touched) = (status.st_mtim, status.st_ctim)
    #endif
    modified = Int(written.tv_sec) * 1_000_000_000 + Int(written.tv_nsec)
    changed = Int(touched.tv_sec) * 1_000_000_000 + Int(touched.tv_nsec)
    inode = UInt64(status.st_ino)
    isFolder = status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a symbolic link has this name.
  static func isLink(_ path: [CChar]) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  var entityTag: String {
    "\"\(String(size, radix: 16))-\(String(modified, radix: 16))-\(String(changed, radix: 16))\""
  }
}
