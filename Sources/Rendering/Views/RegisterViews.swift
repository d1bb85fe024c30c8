/// A claim, judgment, assumption or gap in a list.
struct ClaimView: Sendable {
  var text: String
  /// To its place in the briefing.
  var url: String
  /// `single-source`, for the style sheet; nil for what has no status.
  var status: String?
  var chip: ChipView?
  var by: LinkView?
  var asOf: DateView?
  /// "Forecast", "Judgment, low confidence"; nil for a plain report.
  var kind: String?
  /// "Credibility 2".
  var credibility: String?
  var page: LinkView?
  var sources: [LinkView]
}

/// The register of claims, all or of one status.
struct ClaimsView: View {
  var title: String
  var summary: String
  var statuses: [NavigationView]
  var claims: [ClaimView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .list("statuses") { $0.statuses },
    .rows("claims") { $0.claims },
    .flag("hasClaims") { !$0.claims.isEmpty },
    .view("pagination") { $0.pagination },
  ]
}

/// The corrections log.
struct CorrectionsView: View {
  var corrections: [CorrectionView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .list("corrections") { $0.corrections },
    .flag("hasCorrections") { !$0.corrections.isEmpty },
    .view("pagination") { $0.pagination },
  ]
}
