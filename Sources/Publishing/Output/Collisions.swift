package import Diagnostics

/// Files of one new tree that cannot all be there.
package enum Collisions {
  /// A finding for each path that is written twice, that differs from another only in case or Unicode
  /// normalization (file or folder: on many file systems they are one), that is needed as a folder too, or
  /// that is the publication's own. Depends on the set of files only, not on their order. O(n log n).
  package static func findings(in files: [OutputFile]) -> [Finding] {
    var seen = Seen()
    let sorted = files.sorted { ($0.path, $0.origin.path) < ($1.path, $1.origin.path) }
    for file in sorted { seen.addFolders(of: file) }
    return sorted.flatMap { tooLong($0) + seen.collisions(of: $0) }.sorted()
  }

  /// In bytes (POSIX `NAME_MAX` of the file systems in use).
  private static let longestName = 255
  /// In bytes, of `PATH_MAX`; the rest is for the folders above.
  private static let longestPath = 3_000

  private static func tooLong(_ file: OutputFile) -> [Finding] {
    let names = file.path.utf8.split(separator: UInt8(ascii: "/"))
    let reason: String
    if let name = names.first(where: { $0.count > longestName }) {
      reason = "the name '\(String(decoding: name.prefix(40), as: UTF8.self))…' has \(name.count) bytes"
    } else if file.path.utf8.count > longestPath {
      reason = "its path on the site has \(file.path.utf8.count) bytes"
    } else {
      return []
    }
    return [Finding(.badFileName, "no file system keeps it: \(reason); shorten it", at: file.origin)]
  }

  private static func isOwn(_ path: RelativePath) -> Bool {
    path == Manifest.path
      || path.utf8.split(separator: UInt8(ascii: "/")).first.map(Array.init) == StagingFolder.insideName
  }

  /// What has a name already. Keys are small letters, and `String` compares by canonical equivalence:
  /// two keys are equal when a file system that ignores case and normalization would take them for one.
  private struct Seen {
    private var files: [String: OutputFile] = [:]
    private var folders: [String: (spelling: PathBytes, file: OutputFile)] = [:]
    private var findings: [Finding] = []

    private func key(_ path: PathBytes) -> String { String(decoding: path, as: UTF8.self).lowercased() }

    mutating func addFolders(of file: OutputFile) {
      var folder = file.path.utf8.parentFolder
      while let path = folder {
        if let known = folders[key(path)] {
          if known.spelling == path { return }
          findings.append(
            Collisions.finding(file, "needs a folder that another file spells differently", known.file))
          return
        }
        folders[key(path)] = (path, file)
        folder = path.parentFolder
      }
    }

    mutating func collisions(of file: OutputFile) -> [Finding] {
      defer { findings = [] }
      let key = key(file.path.utf8)
      if Collisions.isOwn(file.path) {
        findings.append(
          Finding(
            .pathCollision, "'\(file.path)' is a name that the output keeps for itself: choose another",
            at: file.origin))
      }
      if let folder = folders[key] {
        findings.append(Collisions.finding(file, "is needed as a folder too", folder.file))
      }
      if let other = files[key] {
        let same = other.path == file.path
        findings.append(
          Collisions.finding(
            file,
            same ? "would be written twice" : "differs from '\(other.path)' only in case or normalization",
            other))
      } else {
        files[key] = file
      }
      return findings
    }
  }

  private static func finding(_ file: OutputFile, _ problem: String, _ other: OutputFile) -> Finding {
    if file.origin.path == other.origin.path, file.origin != other.origin {
      return Finding(
        .pathCollision, "'\(file.path)' \(problem): this file wants it twice, take one away",
        at: file.origin.range == nil ? other.origin : file.origin)
    }
    // What every site has cannot be renamed: the author's file is told.
    let (told, rest) = file.origin == Origins.theme ? (other, file) : (file, other)
    return Finding(
      .pathCollision, "'\(file.path)' \(problem): rename one of the two", at: told.origin,
      notes: [
        Finding.Note(
          rest.origin == Origins.theme
            ? "'\(rest.path)' is made for every site" : "'\(rest.path)' comes from here", rest.origin)
      ])
  }
}
