/// A claim, judgment, assumption or gap in a list.
struct ClaimView: Sendable {
  /// The row's identifier, on the register's own pages.
  var id: String?
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
  /// Whether the writer states the status, or what it is derived from; on the register's own pages.
  var standing: String?
  var page: LinkView?
  var sources: [LinkView]
  /// What other statements it disputes, supersedes or rests on, and which do so with it: "disputes".
  var relations: [(words: String, other: LinkView)] = []
}

/// The register, or a part of it.
struct ClaimsView: View {
  var title: String
  var summary: String
  var parts: [NavigationView]
  /// Who makes the most claims, each with how many.
  var speakers: [LinkView]
  var claims: [ClaimView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .list("parts") { $0.parts },
    .html("speakers") { $1.contents($0.speakers) },
    .flag("hasSpeakers") { !$0.speakers.isEmpty },
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
