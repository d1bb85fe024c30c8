package import Diagnostics

/// Which files in the output folder are ours. What it does not name is somebody else's.
///
/// `<output>/.dossier-manifest` is text, one line a file after the line with the version, sorted by the path's bytes:
///
///     dossier-manifest 1
///     ef46db3751d8e999 0 assets/empty.css
///
/// These are the XXH64 of the file (sixteen hexadecimal digits), its size in bytes, and its path below the
/// output folder, where a line feed is written as `\n`. Each line ends in a line feed. The manifest does not
/// name itself. Same files, same manifest.
package struct Manifest: Sendable {
  package struct Entry: Hashable, Sendable {
    package let path: RelativePath
    /// In bytes.
    package let size: Int
    package let digest: ContentDigest

    package init(path: RelativePath, size: Int, digest: ContentDigest) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  package static let path = RelativePath(literal: ".dossier-manifest")
  private static let header = Array("dossier-manifest 1".utf8)

  /// Sorted by path.
  package let entries: [Entry]
  /// The entries' paths, and every folder above one of them.
  let files: Set<PathBytes>
  let folders: Set<PathBytes>

  package init(_ entries: [Entry] = []) {
    self.entries = entries.sorted { $0.path < $1.path }
    files = Set(entries.map(\.path.utf8))
    folders = Manifest.folders(above: self.entries.map(\.path))
  }

  /// Every folder above one of the paths. Fast when the paths are sorted.
  static func folders(above paths: [RelativePath]) -> Set<PathBytes> {
    var folders: Set<PathBytes> = []
    var previous: PathBytes?
    for path in paths {
      var folder = path.utf8.parentFolder
      if folder == previous { continue }
      previous = folder
      while let known = folder, folders.insert(known).inserted { folder = known.parentFolder }
    }
    return folders
  }

  /// The file's bytes.
  package var text: [UInt8] {
    var text = Manifest.header + [UInt8(ascii: "\n")]
    text.reserveCapacity(entries.count * 80)
    for entry in entries {
      text += entry.digest.hexadecimal
      text.append(UInt8(ascii: " "))
      text += String(entry.size).utf8
      text.append(UInt8(ascii: " "))
      text += entry.path.utf8.escaped
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// Nil with the first damaged line, counted from 1.
  static func parse(_ text: [UInt8]) -> (manifest: Manifest?, damagedLine: Int) {
    var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.first?.elementsEqual(header) == true else { return (nil, 1) }
    guard lines.count > 1, lines.last?.isEmpty == true else { return (nil, lines.count) }
    lines.removeLast()
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for (offset, line) in lines.enumerated().dropFirst() {
      guard let entry = Entry(line: line) else { return (nil, offset + 1) }
      entries.append(entry)
    }
    return (Manifest(entries), 0)
  }
}

extension Manifest.Entry {
  fileprivate init?(line: ArraySlice<UInt8>) {
    let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 16,
      let digest = UInt64(String(decoding: parts[0], as: UTF8.self), radix: 16),
      let size = Int(String(decoding: parts[1], as: UTF8.self)), size >= 0,
      let path = RelativePath(utf8: PathBytes(unescaping: parts[2]))
    else { return nil }
    self.init(path: path, size: size, digest: ContentDigest(value: digest))
  }
}

extension Manifest {
  /// The manifest of a published folder; empty when it has none. With `force`, a damaged one counts as none.
  static func read(in folder: DiskPath, force: Bool) throws(PublishError) -> Manifest {
    let path = folder.appending(Manifest.path.utf8)
    guard try FileSystem.status(path)?.kind == .file else { return Manifest() }
    let (manifest, damagedLine) = parse(try FileSystem.contents(path))
    if let manifest { return manifest }
    if force { return Manifest() }
    throw .damagedManifest(path.description, line: damagedLine)
  }
}
