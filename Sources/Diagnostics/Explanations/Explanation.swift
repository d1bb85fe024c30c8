/// What a code means, why it matters, an example that triggers it, and how to mend it.
///
/// The one source of `dossier explain`, of the rules in a SARIF log and of the list of codes in the documentation.
public struct Explanation: Sendable {
  public let code: FindingCode
  public fileprivate(set) var subject = Subject.text
  /// A sentence.
  public let meaning: String
  /// One or more sentences: what comes of it, and how the rule counts.
  public let reason: String
  /// Lines that trigger it, or paths of files that do.
  public let example: String
  /// A sentence.
  public let mend: String

  init(_ code: FindingCode, _ meaning: String, because reason: String, example: String, mend: String) {
    (self.code, self.meaning, self.reason) = (code, meaning, reason)
    (self.example, self.mend) = (example, mend)
  }

  /// What the code is about.
  public enum Subject: String, Sendable, CaseIterable {
    case frontMatter = "front matter"
    case files, text, links, annotations, judgments, evidence, names, dates, templates, site

    fileprivate var explanations: [Explanation] {
      switch self {
      case .frontMatter: Explanation.frontMatter
      case .files: Explanation.files
      case .text: Explanation.text
      case .links: Explanation.links
      case .annotations: Explanation.annotations
      case .judgments: Explanation.judgments
      case .evidence: Explanation.evidence + Explanation.quotations
      case .names: Explanation.names
      case .dates: Explanation.dates
      case .templates: Explanation.templates
      case .site: Explanation.site
      }
    }
  }

  /// Every code once, by subject.
  public static let all: [Explanation] = Subject.allCases.flatMap { subject in
    subject.explanations.map { explanation in
      var explanation = explanation
      explanation.subject = subject
      return explanation
    }
  }

  fileprivate static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })
}

extension FindingCode {
  public var explanation: Explanation {
    guard let explanation = Explanation.byCode[self] else {
      preconditionFailure("every code is explained, '\(rawValue)' is not")
    }
    return explanation
  }
}
