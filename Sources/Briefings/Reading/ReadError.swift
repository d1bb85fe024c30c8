package import Diagnostics

/// Why content could not be read at all.
package enum ReadError: Error, Equatable {
  /// There is no folder `Content` below the root.
  case noContent(reason: String)
  /// The file is not what it was when the run began.
  case changedMeanwhile(RelativePath)
  /// The file cannot be opened or read any more.
  case unreadable(RelativePath, reason: String)
}
