import ArgumentParser
import Diagnostics
import Publishing

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github

  /// What is printed when nobody asks: inside GitHub Actions what that shows beside the lines.
  static func usual(_ environment: Environment) -> FindingFormat {
    environment["GITHUB_ACTIONS"] == "true" ? .github : .text
  }

  func render(_ outcome: RunOutcome, of root: String, isColored: Bool) -> String {
    let findings = outcome.findings
    let source = { path in SiteRoot.source(path, below: root) }
    return switch self {
    case .text: TextFormat(isColored: isColored, source: source).render(findings)
    case .json: JSONFormat(source: source).render(findings)
    case .sarif:
      SARIFFormat(in: Repository.tree(around: root), version: Dossier.version, source: source)
        .render(findings, couldRun: !outcome.couldNotRun)
    case .github: GitHubFormat(in: Repository.tree(around: root), source: source).render(findings)
    }
  }

  /// What a program that reads standard output is told when there are no findings because nothing could run.
  func render(reason: String, of root: String) -> String {
    switch self {
    case .text, .json: ""
    case .sarif:
      SARIFFormat(in: Repository.tree(around: root), version: Dossier.version) { _ in nil }
        .render(FindingList([]), couldRun: false, reason: reason)
    case .github: GitHubFormat(in: Repository.tree(around: root)) { _ in nil }.render(reason: reason)
    }
  }
}
