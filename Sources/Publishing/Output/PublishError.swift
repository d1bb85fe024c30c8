package import Diagnostics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why nothing was published. The output folder is as it was before.
package enum PublishError: Error, Sendable {
  /// `--output` names a folder that must not be replaced.
  case refusedOutput(String, because: String)
  /// Another run works on the same staging or output folder.
  case busy(String)
  /// The manifest cannot be read at this line, counted from 1.
  case damagedManifest(String, line: Int)
  /// Two files want one path, or somebody else's file is in the way: the author's to mend.
  case collisions([Finding])
  /// Somebody changed the output while the site was being built.
  case changedMeanwhile(String)
  /// The system refused a call.
  case disk(DiskFailure)
}

/// A call that the system refused: what was tried, on which path, and its error number.
package struct DiskFailure: Error, Sendable {
  package let action: String
  package let path: String
  package let code: Int32
}

extension PublishError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .refusedOutput(let path, let reason): "will not publish into '\(path)': \(reason)"
    case .busy(let path): "another run is publishing ('\(path)' is locked): wait for it to end"
    case .damagedManifest(let path, let line):
      "line \(line) of '\(path)' is damaged: restore the file, or build with --force to start a new one"
    case .collisions(let findings): findings.map(\.message).joined(separator: "\n")
    case .changedMeanwhile(let path):
      "'\(path)' was changed by somebody else during the build: move it away or build again"
    case .disk(let failure):
      "could not \(failure.action) '\(failure.path)': \(String(cString: strerror(failure.code)))"
    }
  }

  /// The system's error number, when there is one.
  var code: Int32? {
    if case .disk(let failure) = self { failure.code } else { nil }
  }

  var isNameTaken: Bool { code == EEXIST }

  /// The file system or the file's owner allows no second name; a copy may still be possible.
  var isRefusedLink: Bool { code.map { [EPERM, EXDEV, EMLINK, ENOTSUP, ENOSYS].contains($0) } ?? false }

  /// Something that is no folder stands where one is needed, or the other way round.
  var isBlockedPath: Bool { code.map { [EEXIST, ENOTDIR, EISDIR].contains($0) } ?? false }

  var isMissingPath: Bool { code == ENOENT }

  /// This user may not write there.
  var isDenied: Bool { code.map { [EACCES, EPERM, EROFS].contains($0) } ?? false }
}
