import Briefings
package import Diagnostics
package import Markdown

/// What comments in the text and `site.yaml` say about findings.
package struct Verdicts: Sendable {
  private let severities: [FindingCode: Severity]
  private let allowances: [RelativePath: [Allowance]]
  private let drafts: Set<RelativePath>

  /// - Parameter drafts: files that are not published; their errors count as warnings, because no page is
  ///   wrong yet.
  package init(
    severities: [FindingCode: Severity], allowances: [RelativePath: [Allowance]], drafts: Set<RelativePath>
  ) {
    self.severities = severities
    self.allowances = allowances
    self.drafts = drafts
  }

  /// Silenced findings are left out, the others regraded, each once, in the order of files.
  package func apply(to findings: [Finding]) -> [Finding] {
    var result: [Finding] = []
    for finding in findings where !isSilenced(finding) {
      var finding = finding
      if !finding.code.isFixed, finding.severity == finding.code.severity,
        let severity = severities[finding.code]
      {
        finding.severity = severity
      }
      // What is told as a note although its code weighs more is silenced with it.
      if finding.severity == .note, severities[finding.code] == .off { continue }
      if finding.severity == .error, drafts.contains(finding.place.path), finding.code != .withheld {
        finding.severity = .warning
      }
      if finding.severity != .off { result.append(finding) }
    }
    result.sort()
    var unique: [Finding] = []
    for finding in result where unique.last != finding { unique.append(finding) }
    return unique
  }

  private func isSilenced(_ finding: Finding) -> Bool {
    guard !finding.code.isFixed, let range = finding.place.range else { return false }
    return allowances[finding.place.path]?.contains {
      $0.code == finding.code.rawValue && $0.covers.lowerBound <= range.lowerBound
        && range.lowerBound < max($0.covers.upperBound, $0.covers.lowerBound + 1)
    } ?? false
  }
}

extension Verdicts {
  init(_ directory: Directory) {
    var allowances: [RelativePath: [Allowance]] = [:]
    var drafts: Set<RelativePath> = []
    for page in directory.pages {
      let facts = directory.facts(page)
      if !facts.allowances.isEmpty { allowances[facts.path] = facts.allowances }
      if directory.common(page).withheld == .draft { drafts.insert(directory.file(page).path) }
    }
    self.init(severities: directory.registry.site.severities, allowances: allowances, drafts: drafts)
  }
}
