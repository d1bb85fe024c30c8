#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a commit has done.
package struct Publication: Sendable {
  /// How the new files came to their place.
  package enum Way: Hashable, Sendable {
    /// There was no output folder; the new tree became it, in one step.
    case created
    /// The folders were exchanged, in one step.
    case exchanged
    case fileByFile(because: Refusal)
    /// Every file was there already; nothing was touched.
    case nothingToDo
  }

  /// Why folders could not be exchanged.
  package enum Refusal: Hashable, Sendable {
    case symbolicLink
    case mountPoint
    case parentNotWritable
    /// Owner and group of the output folder would have changed.
    case otherOwner
    /// A folder of somebody else's would have been left behind.
    case immovableFolder
    /// The file system does not know how.
    case unsupported
  }

  /// New files and files with new bytes.
  package let written: Int
  package let unchanged: Int
  package let removed: Int
  package let way: Way
  /// The site is published, but something was left in the staging folder: the next run tries again.
  package let leftover: PublishError?
}

extension Publication.Refusal: CustomStringConvertible {
  /// Continues "file by file, because the output folder …".
  package var description: String {
    switch self {
    case .symbolicLink: "is a symbolic link"
    case .mountPoint: "is a mount point or holds one"
    case .parentNotWritable: "lies in a folder that cannot be written"
    case .otherOwner: "belongs to somebody else"
    case .immovableFolder: "holds a folder that cannot be moved"
    case .unsupported: "is on a file system that cannot exchange folders"
    }
  }

  /// Nil when the error means more than that folders cannot be exchanged here.
  init?(_ error: PublishError) {
    switch error.code {
    case EXDEV, EBUSY: self = .mountPoint
    case EACCES, EPERM, EROFS: self = .parentNotWritable
    case EINVAL, ENOSYS, ENOTSUP: self = .unsupported
    default: return nil
    }
  }
}
