import ArgumentParser

/// Why a command cannot begin: what it is given, or what surrounds it, is not what it needs.
struct Refusal: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

extension Terminal {
  /// Says why, also to a program that reads the results.
  func end(_ refusal: Refusal, as format: FindingFormat = .text, root: String = ".") throws -> Never {
    try print(format.render(reason: refusal.reason, of: root))
    try fail(refusal.reason)
    throw ExitCode(2)
  }
}
