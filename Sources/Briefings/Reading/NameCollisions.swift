import Diagnostics

/// Paths that are one on some file systems: the same but for case or for Unicode's composed and decomposed forms.
enum NameCollisions {
  /// One finding for each path after the first of its kind. Paths must come in order.
  static func findings(among paths: [RelativePath]) -> [Finding] {
    // String compares by canonical equivalence, which here is what is wanted.
    var first: [String: RelativePath] = [:]
    first.reserveCapacity(paths.count)
    var findings: [Finding] = []
    for path in paths {
      let folded = path.string.lowercased()
      if let other = first[folded] {
        findings.append(.collision(path, other))
      } else {
        first[folded] = path
      }
    }
    return findings
  }
}

extension Finding {
  fileprivate static func collision(_ path: RelativePath, _ other: RelativePath) -> Finding {
    Finding(
      .pathCollision,
      "differs from '\(other)' only in case or in how accents are encoded; rename one of the two",
      at: Place(path), notes: [Finding.Note("the other one", Place(other))])
  }
}
