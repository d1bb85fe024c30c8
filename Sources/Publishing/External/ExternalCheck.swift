import Briefings
import Diagnostics
import EDTF
import Linking
import Rendering

extension Pipeline {
  /// Asks for every address on another host that the site names.
  func externalFindings(
    _ registry: Registry, _ facts: [Facts], _ theme: Theme, _ asking: ExternalSettings
  ) async throws(RunError) -> ExternalFindings {
    let addresses = OutwardAddress.all(in: registry, facts, theme)
    var known = KnownAnswers(root: settings.root)
    var answers: [String: Answer] = [:]
    for address in addresses { answers[address.url] = known.answer(to: address.url, asking) }
    let unknown = addresses.filter { answers[$0.url] == nil }
    if !unknown.isEmpty {
      let asked = try await Asking().answers(to: unknown) { progress(.external, $0, unknown.count) }
      for (url, answer) in asked { known.keep(answer, to: url, on: asking.today) }
      answers.merge(asked) { _, new in new }
    }
    var findings = ExternalFindings(addresses, answers, asked: unknown.count)
    if let reason = known.write(addresses) { findings.remark += "; \(reason)" }
    return findings
  }
}

/// What hosts said, as findings at every place that names an address.
struct ExternalFindings: Sendable {
  var findings: [Finding] = []
  /// "3 addresses on other hosts: 1 asked, 2 known".
  var remark: String

  init(_ addresses: [OutwardAddress], _ answers: [String: Answer], asked: Int) {
    let count = addresses.count
    remark =
      "\(count) \(count == 1 ? "address" : "addresses") on other hosts: \(asked) asked, \(count - asked) known"
    for address in addresses {
      guard let answer = answers[address.url],
        let (code, severity, message, identity) = ExternalFindings.words(answer, address.url)
      else { continue }
      for place in address.places {
        var finding = Finding(code, message, at: place, knownAs: identity)
        if let severity { finding.severity = severity }
        findings.append(finding)
      }
    }
  }

  /// The identity is what does not change from one asking to the next: statuses and reasons do.
  private static func words(
    _ answer: Answer, _ url: String
  ) -> (code: FindingCode, severity: Severity?, message: String, identity: String?)? {
    switch answer {
    case .found: nil
    case .moved(let target):
      (.movedLink, nil, "'\(url)' has moved for good to '\(target)'; link there", nil)
    case .refused(let status):
      (
        .deadLink, nil,
        "'\(url)' is not there (status \(status)); link to where it is now, or to an archive's copy",
        "'\(url)' is not there"
      )
    case .withheld(let status):
      (
        .deadLink, .note, "'\(url)' does not answer programs now (status \(status)); look at it in a browser",
        "'\(url)' does not answer programs now"
      )
    case .unreachable(let reason):
      (.deadLink, nil, "nobody answers at '\(url)': \(reason)", "nobody answers at '\(url)'")
    }
  }
}
