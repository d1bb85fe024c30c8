import Briefings
import Linking
import Tradecraft

extension PageContext {
  func claims(_ status: ClaimStatus?, page: Int) -> ClaimsView {
    let all = site.claims.count
    let selected = status.flatMap { status in catalog.register.statuses.first { $0.status == status }?.claims
    }
    let claims = selected ?? site.claims
    var statuses = [
      NavigationView(text: "All \(all)", url: url(to: .claims), isCurrent: status == nil)
    ]
    statuses += catalog.register.statuses.map {
      NavigationView(
        text: "\($0.status.words.capitalizedFirst) \($0.claims.count)",
        url: url(to: .claims(status: $0.status)),
        isCurrent: $0.status == status)
    }
    return ClaimsView(
      title: status.map { "Claims: \($0.words)" } ?? "Claims",
      summary: status.map { $0.explanation }
        ?? "\(counted(all, "claim", "claims")), each with what it rests on and how well it stands.",
      statuses: statuses, claims: slice(claims, page: page).compactMap { claim($0) },
      pagination: pagination(claims.count, page: page) { number in
        (status.map { SiteAddress.claims(status: $0) } ?? .claims).page(number)
      })
  }

  func corrections(page: Int) -> CorrectionsView {
    CorrectionsView(
      corrections: slice(site.corrections, page: page).map { correction($0.correction, of: $0.briefing) },
      pagination: pagination(site.corrections.count, page: page) { SiteAddress.corrections.page($0) })
  }
}

extension ClaimStatus {
  /// One sentence for readers.
  var explanation: String {
    switch self {
    case .unverified: "Nothing but the saying of it is known."
    case .singleSource: "One publication says so; copies of one report count once."
    case .severalSources:
      "More than one publication says so; whether they are independent is not established."
    case .corroborated: "Independent publications agree, in the desk’s judgment."
    case .disputed: "Somebody says otherwise."
    case .denied: "Whom it is about denies it."
    case .refuted: "It has turned out to be false."
    case .superseded: "A later claim has taken its place."
    case .withdrawn: "Whoever said it has taken it back."
    }
  }
}
