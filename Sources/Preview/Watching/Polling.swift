import Diagnostics
import Foundation
import Publishing

/// Looks at all files again and again.
///
/// A file that is written twice within the file system's clock tick could keep its stamp: a file whose date is
/// younger than that counts as changed at the next look, too.
struct Polling: Sendable {
  static let interval: Duration = .milliseconds(500)
  /// Longer than the tick of any file system in use (FAT keeps every other second).
  private static let tick = 2_500_000_000

  let root: String

  private typealias Stamps = [RelativePath: FileStamp]

  /// What changes from now on.
  func changes() -> AsyncStream<Changes> {
    let first = stamps()
    return AsyncStream { continuation in
      let task = Task { [self] in
        var known = first
        while !Task.isCancelled {
          try? await Task.sleep(for: Polling.interval)
          let now = stamps()
          let changed = Polling.difference(known, now)
          if !changed.isEmpty { continuation.yield(.files(changed)) }
          known = now
        }
      }
      continuation.onTermination = { _ in task.cancel() }
    }
  }

  private static func difference(_ old: Stamps, _ new: Stamps) -> Set<RelativePath> {
    let recent = Int(Date().timeIntervalSince1970 * 1e9) - tick
    var changed = Set(old.keys.filter { new[$0] == nil })
    for (path, stamp) in new where old[path] != stamp || (stamp.modified > recent && !stamp.isFolder) {
      changed.insert(path)
    }
    return changed
  }

  private func stamps() -> Stamps {
    var stamps: Stamps = [:]
    for folder in ["Content", "Templates"] { add(folder, to: &stamps, depth: 0) }
    return stamps
  }

  private func add(_ path: String, to stamps: inout Stamps, depth: Int) {
    guard depth < 64, let name = RelativePath(path), let stamp = FileStamp(root + "/" + path) else { return }
    stamps[name] = stamp
    guard stamp.isFolder else { return }
    for entry in (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + path)) ?? [] {
      add(path + "/" + entry, to: &stamps, depth: depth + 1)
    }
  }
}
