import Foundation

#if canImport(CDispatch)
  // Which defines `stat` on Linux.
  import CDispatch
#endif

/// A file that a command writes outside of the site's output.
enum TextFile {
  /// Why it could not be written, in the system's words or ours.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Whether it is neither a folder nor a pipe or a device; symbolic links are followed.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Replaces the file at once: a reader sees the old text or the new one. A symbolic link stays and its target is
  /// replaced; a pipe or a device is written to; permissions stay.
  static func replace(_ path: String, with text: String) throws(Refusal) {
    let bytes = Array(text.utf8)
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else { throw Refusal(description: reason) }
      guard lstat(path, &status) != 0 else { throw Refusal(description: "it is a link that leads nowhere") }
      return try replace(path, bytes, mode: 0o666 & ~currentMask)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw Refusal(description: "it is a folder")
    case S_IFREG:
      guard let real = realpath(path, nil) else { throw Refusal(description: reason) }
      defer { free(real) }
      try replace(String(cString: real), bytes, mode: status.st_mode & 0o7777)
    default: try write(bytes, closing: open(path, O_WRONLY | O_CLOEXEC))
    }
  }

  /// By way of a file beside it whose name nobody has.
  private static func replace(_ path: String, _ bytes: [UInt8], mode: mode_t) throws(Refusal) {
    var name = Array((path + ".XXXXXX").utf8CString)
    let file = mkstemp(&name)
    do throws(Refusal) {
      try write(bytes, closing: file)
      guard chmod(name, mode) == 0, rename(name, path) == 0 else { throw Refusal(description: reason) }
    } catch {
      if file >= 0 { unlink(name) }
      throw error
    }
  }

  private static func write(_ bytes: [UInt8], closing file: Int32) throws(Refusal) {
    guard file >= 0, let stream = fdopen(file, "wb") else { throw Refusal(description: reason) }
    let isWritten = fwrite(bytes, 1, bytes.count, stream) == bytes.count
    let writing = reason
    guard fclose(stream) == 0, isWritten else {
      throw Refusal(description: isWritten ? reason : writing)
    }
  }

  /// What this process takes away from the permissions of new files.
  private static var currentMask: mode_t {
    let mask = umask(0o022)
    umask(mask)
    return mask
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
