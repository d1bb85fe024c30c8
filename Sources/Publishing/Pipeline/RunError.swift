package import Briefings
package import Diagnostics

/// Why a run could not be carried out at all: exit 2.
package enum RunError: Error {
  case reading(ReadError)
  case publishing(PublishError)
  /// `Templates/`, or what lies in it, that cannot be read.
  case template(RelativePath, reason: String)
  /// A revision of the repository that is to be compared with.
  case revision(String, reason: String)
  /// What is found where something could not be read that a question asks for.
  case incomplete(Finding)
  /// A copy of a source that is there and cannot be read.
  case localCopy(LocalCopies.Unusable)
  /// Why addresses on other hosts cannot be asked for.
  case external(String)
}

extension RunError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .reading(.noContent(let reason)): reason
    case .reading(.changedMeanwhile(let path)):
      "'\(path)' changed while the site was being built: build again"
    case .reading(.unreadable(let path, let reason)): "cannot read '\(path)': \(reason)"
    case .publishing(let error): error.description
    case .revision(let revision, let reason): "cannot compare with '\(revision)': \(reason)"
    case .incomplete(let finding): "\(finding.place.path): \(finding.message) [\(finding.code.rawValue)]"
    case .localCopy(let copy): "cannot read '\(copy.path)': \(copy.reason)"
    case .external(let reason): reason
    case .template(let path, let reason): "cannot read '\(path)': \(reason)"
    }
  }
}
