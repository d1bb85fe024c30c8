import Foundation

/// A file that a command writes outside of the site's output.
enum TextFile {
  /// Why it could not be written, in the system's words.
  struct Refusal: Error, CustomStringConvertible {
    let description: String
  }

  /// Replaces the file at once: a reader sees the old text or the new one.
  static func replace(_ path: String, with text: String) throws(Refusal) {
    let spare = path + ".new"
    guard let file = fopen(spare, "wb") else { throw Refusal(description: reason) }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    let writing = reason
    guard fclose(file) == 0, isWritten else {
      unlink(spare)
      throw Refusal(description: isWritten ? reason : writing)
    }
    guard rename(spare, path) == 0 else {
      let refusal = Refusal(description: reason)
      unlink(spare)
      throw refusal
    }
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
