import Foundation

/// A folder that files are written into; folders on the way are made once.
struct Output {
  let folder: URL
  private var made: Set<String> = []

  init(_ folder: URL) { self.folder = folder }

  mutating func write(_ text: String, to path: String) throws {
    let file = folder.appending(path: path)
    let parent = file.deletingLastPathComponent()
    if made.insert(parent.path).inserted {
      try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: file)
  }
}
