#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A file that a command makes for the author; one that is there is never replaced.
struct NewFile {
  /// Below the site's root.
  let path: String
  let text: String

  struct Failure: Error {
    let path: String
    let reason: String
  }

  /// Somebody's own file, a `.gitignore` perhaps, stays as it is.
  ///
  /// - Returns: whether the file was made.
  func write(below root: String) throws(Failure) -> Bool {
    if SiteRoot.exists(root + "/" + path) { return false }
    try writeNew(below: root)
    return true
  }

  /// - Throws: also for a file that is there.
  func writeNew(below root: String) throws(Failure) {
    let whole = root + "/" + path
    try NewFile.makeFolders(above: whole)
    let file = open(whole, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard file >= 0 else { throw NewFile.failure(whole) }
    let bytes = Array(text.utf8)
    let count = unsafeWrite(file, bytes)
    guard count == bytes.count, close(file) == 0 else { throw NewFile.failure(whole) }
  }

  private func unsafeWrite(_ file: Int32, _ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { buffer in
      #if canImport(Darwin)
        return Darwin.write(file, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        return Musl.write(file, buffer.baseAddress, buffer.count)
      #else
        return Glibc.write(file, buffer.baseAddress, buffer.count)
      #endif
    }
  }

  private static func makeFolders(above path: String) throws(Failure) {
    for (offset, character) in path.enumerated() where character == "/" && offset > 0 {
      let folder = String(path.prefix(offset))
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw failure(folder) }
    }
  }

  private static func failure(_ path: String) -> Failure {
    Failure(path: path, reason: String(cString: strerror(errno)))
  }
}
