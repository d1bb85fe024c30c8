extension FindingList {
  /// The findings as text, the first twenty of a kind in each file, and how many more of which code there are in it.
  func folded(
    _ shown: (Finding) -> String, rest: (_ path: RelativePath, _ code: FindingCode, _ count: Int) -> String
  ) -> String {
    var output = ""
    var folding = Folding()
    for finding in findings {
      if finding.place.path != folding.path {
        for left in folding.begin(finding.place.path) { output += rest(left.path, left.code, left.count) }
      }
      if folding.shows(finding) { output += shown(finding) }
    }
    for left in folding.begin(nil) { output += rest(left.path, left.code, left.count) }
    return output
  }
}

/// Counts findings of one file by code and severity, and says which are too many to be shown.
private struct Folding {
  /// A finding that stands in one file more often than this is folded.
  static let limit = 20

  private struct Kind: Hashable, Comparable {
    let code: FindingCode
    let severity: Severity

    static func < (a: Kind, b: Kind) -> Bool {
      (a.code.rawValue, a.severity.rawValue) < (b.code.rawValue, b.severity.rawValue)
    }
  }

  private(set) var path: RelativePath?
  private var counts: [Kind: Int] = [:]

  /// Whether the finding is one of the first of its kind in its file.
  mutating func shows(_ finding: Finding) -> Bool {
    let count = counts[Kind(code: finding.code, severity: finding.severity), default: 0] + 1
    counts[Kind(code: finding.code, severity: finding.severity)] = count
    return count <= Folding.limit
  }

  /// Begins another file: what was not shown of the one before, by code.
  mutating func begin(_ path: RelativePath?) -> [(path: RelativePath, code: FindingCode, count: Int)] {
    defer { (self.path, counts) = (path, [:]) }
    guard let before = self.path else { return [] }
    return counts.filter { $0.value > Folding.limit }.sorted { $0.key < $1.key }
      .map { (before, $0.key.code, $0.value - Folding.limit) }
  }
}
