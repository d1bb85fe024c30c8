/// All findings of a run: sorted, without repetitions, with the configured severities.
public struct FindingList: Sendable {
  public let findings: [Finding]
  /// How many a baseline has left out of each kind that is alike: those behind them keep their numbers.
  let leftOut: [FindingIdentity: Int]

  /// - Parameter severities: what `site.yaml` says under `check`; fixed errors keep their own.
  public init(_ findings: [Finding], severities: [FindingCode: Severity] = [:]) {
    var seen: Set<Finding> = []
    leftOut = [:]
    self.findings =
      findings
      .map { finding in
        guard !finding.code.isFixed, let severity = severities[finding.code] else { return finding }
        var finding = finding
        finding.severity = severity
        return finding
      }
      .filter { $0.severity != .off && seen.insert($0).inserted }
      .sorted()
  }

  /// The same without notes, those of the given codes kept.
  public func withoutNotes(except kept: [FindingCode]) -> FindingList {
    FindingList(
      sorted: findings.filter { $0.severity != .note || kept.contains($0.code) }, leftOut: leftOut)
  }

  init(sorted findings: [Finding], leftOut: [FindingIdentity: Int]) {
    (self.findings, self.leftOut) = (findings, leftOut)
  }

  public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

  /// Whether the content is refused.
  public func isFailure(isStrict: Bool) -> Bool {
    count(.error) > 0 || (isStrict && count(.warning) > 0)
  }
}
