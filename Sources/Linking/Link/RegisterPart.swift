/// A part of the register with a page of its own: claims of one status, or what else writers state.
package enum RegisterPart: Hashable, Sendable {
  case status(ClaimStatus)
  /// Claims about what is to come, whatever their status.
  case forecasts
  case judgments, assumptions, gaps

  /// In the order in which readers choose among them.
  package static let all: [RegisterPart] =
    ClaimStatus.allCases.map { .status($0) } + [.forecasts, .judgments, .assumptions, .gaps]

  /// The last part of its page's path.
  package var segment: String {
    switch self {
    case .status(let status): status.rawValue
    case .forecasts: "forecasts"
    case .judgments: "judgments"
    case .assumptions: "assumptions"
    case .gaps: "gaps"
    }
  }
}
