package import Diagnostics

/// What may have changed on disk since a warm site looked last.
package enum Changes: Sendable, Equatable {
  /// Unknown: every file is read again.
  case everything
  /// These files, below the root; others are as they were. New and removed ones count.
  case files(Set<RelativePath>)

  package mutating func add(_ other: Changes) {
    if case .files(let more) = other, case .files(let files) = self {
      self = .files(files.union(more))
    } else {
      self = .everything
    }
  }

  func contain(_ path: RelativePath) -> Bool {
    switch self {
    case .everything: true
    case .files(let files): files.contains(path)
    }
  }

  /// Whether anything below this folder may have changed.
  func touch(folder: StaticString) -> Bool {
    guard case .files(let files) = self else { return true }
    let prefix = Array(folder.description.utf8) + [UInt8(ascii: "/")]
    return files.contains { $0.utf8.starts(with: prefix) }
  }
}
