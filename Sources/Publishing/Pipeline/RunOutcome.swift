package import Diagnostics
import Linking

/// What a run found and did.
package struct RunOutcome: Sendable {
  package var findings: FindingList
  package let counts: Counts
  /// Nil when nothing was published: a check, or content with errors.
  package let publication: Publication?
  package let output: String
  /// What was measured, a line each.
  package var remarks: [String] = []

  package struct Counts: Sendable {
    package var pages = 0
    package var briefings = 0
    package var entities = 0
    package var events = 0
    package var claims = 0
    package var sources = 0
  }

  /// Whether something could not be read or no page be made from the templates: exit 2.
  package var couldNotRun: Bool { findings.findings.contains(where: \.code.endsRun) }

  /// The closing line: what there is, what was found, how long it took.
  package func summary(seconds: Double) -> String {
    let parts = [
      RunOutcome.count(counts.pages, "page"), RunOutcome.count(counts.entities, "entity", "entities"),
      RunOutcome.count(counts.events, "event"), RunOutcome.count(counts.claims, "claim"),
      RunOutcome.count(counts.sources, "source"),
    ]
    let found = [
      RunOutcome.count(findings.count(.error), "error"),
      RunOutcome.count(findings.count(.warning), "warning"), RunOutcome.count(findings.count(.note), "note"),
    ]
    let time = "\(Int(seconds * 1000) / 1000).\(RunOutcome.threeDigits(Int(seconds * 1000) % 1000)) s"
    return "\(parts.joined(separator: ", ")); \(found.joined(separator: ", ")); \(time)" + ending
  }

  private var ending: String {
    guard let publication else { return "" }
    var text = ""
    if case .fileByFile(let refusal) = publication.way {
      text += "\nFiles were renamed one by one, because the output folder \(refusal)."
    }
    if let leftover = publication.leftover {
      text += "\nSomething was left in the staging folder: \(leftover)"
    }
    return text
  }

  /// For `--verbose`.
  package var details: String {
    guard let publication else { return "nothing was published" }
    return "\(output): \(publication.written) written, \(publication.unchanged) unchanged, "
      + "\(publication.removed) removed"
  }

  private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  private static func threeDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }
}
