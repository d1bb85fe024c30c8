package import Briefings
package import EDTF

/// What an annotated span or block says, its values read, its references as written.
package enum FoundRole: Sendable, Equatable {
  indirect case claim(FoundClaim)
  indirect case judgment(FoundJudgment)
  case assumption
  case gap
  indirect case quote(FoundQuote)
  indirect case event(FoundEvent)
  case keyJudgments
  case context
  /// `> [!TYPE]`.
  case callout(String)
  /// Only an identifier, or a role that was reported.
  case plain

  /// The class by which it is styled.
  package var cssClass: String {
    switch self {
    case .claim: "claim"
    case .judgment: "judgment"
    case .assumption: "assumption"
    case .gap: "gap"
    case .quote: "quote"
    case .event: "event"
    case .keyJudgments: "key-judgments"
    case .context: "context"
    case .callout(let type): "callout \(type)"
    case .plain: ""
    }
  }

  /// Whether it ends another span's search for its citation.
  var isAnnotation: Bool {
    switch self {
    case .plain, .callout, .context, .keyJudgments: false
    default: true
    }
  }
}

package struct FoundClaim: Sendable, Equatable {
  package var kind: ClaimKind = .report
  package var status: ClaimStatus?
  package var credibility: Int?
  package var by: Located<String>?
  package var asOf: EDTFDate?
  package var disputes: [Located<String>] = []
  package var supersedes: [Located<String>] = []
}

package struct FoundJudgment: Sendable, Equatable {
  package var confidence: Confidence?
  package var likelihood: Located<String>?
  package var probability: Located<Double>?
  package var basedOn: [Located<String>] = []
}

package struct FoundQuote: Sendable, Equatable {
  package var speaker: Located<String>?
  package var translatedBy: String?
  package var language: String?
}

package struct FoundEvent: Sendable, Equatable {
  /// Nil: missing or bad, and reported.
  package var date: Located<EDTFDate>?
  package var reported: Located<EDTFDate>?
  package var place: Located<String>?
  package var who: [Located<String>] = []
  package var status: EventStatus = .occurred
  /// `<briefing>#<id>`, or an id of the same briefing.
  package var sameAs: [Located<String>] = []
  /// An entity of type event.
  package var event: Located<String>?
}
