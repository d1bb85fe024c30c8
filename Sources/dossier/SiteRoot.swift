import ArgumentParser
import Diagnostics
import Foundation
import Publishing

/// The folder that holds `Content/`.
enum SiteRoot {
  /// The folder of `--root`, or the one at or above the current folder that holds `Content/site.yaml`.
  ///
  /// - Throws: where it looked.
  static func find(_ root: String?) throws(Refusal) -> String {
    if let root {
      let absolute = absolute(root)
      guard isFolder(absolute + "/Content") else {
        throw absolute.hasSuffix("/Content") && exists(absolute + "/site.yaml")
          ? Refusal("'\(root)' is the site's Content: --root is the folder that holds it")
          : Refusal(
            "there is no folder Content in '\(absolute)'; 'dossier init \(root)' makes a site to start from")
      }
      return absolute
    }
    if let folder = aboveHere() { return folder }
    throw Refusal(
      "no Content/site.yaml in '\(absolute("."))' or any folder above it; 'dossier init' makes a site to start from"
    )
  }

  /// The folder at or above the current one that holds `Content/site.yaml`, or the current one with `Content/`.
  static func aboveHere() -> String? {
    let current = absolute(".")
    var folder = current
    while true {
      if exists(folder + "/Content/site.yaml") { return folder.isEmpty ? "/" : folder }
      guard let slash = folder.lastIndex(of: "/"), !folder.isEmpty else { break }
      folder = String(folder[..<slash])
    }
    return isFolder(current + "/Content") ? current : nil
  }

  /// A file of the site for a finding's excerpt; nil when it cannot be read.
  static func source(_ path: RelativePath, below root: String) -> SourceText? {
    guard let bytes = bytes(of: root + "/" + path.string) else { return nil }
    return SourceText(path: path, bytes: bytes)
  }

  static func absolute(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    let string = String(cString: real)
    return string == "/" ? "" : string
  }

  /// A path below an absolute folder as one would write it here: relative where the folder is the current one, or
  /// lies below or above it.
  static func spelling(_ path: String, below folder: String) -> String {
    let current = absolute(".")
    if folder == current { return path }
    if folder.hasPrefix(current + "/") { return "\(folder.dropFirst(current.utf8.count + 1))/\(path)" }
    guard current.hasPrefix(folder + "/") else { return "\(folder)/\(path)" }
    let depth = current.utf8.dropFirst(folder.utf8.count).count { $0 == UInt8(ascii: "/") }
    return String(repeating: "../", count: depth) + path
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    // One that may not be looked into is there all the same.
    !path.isEmpty && (access(path + "/.", F_OK) == 0 || errno == EACCES)
  }

  /// Nil when it cannot be read, or has more than so many bytes.
  static func bytes(of path: String, limit: Int = .max) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[..<count]
      if bytes.count > limit { return nil }
    }
  }
}
