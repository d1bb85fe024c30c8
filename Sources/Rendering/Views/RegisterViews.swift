/// A claim, judgment, assumption or gap in a list.
struct ClaimView: View {
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

  static let names: NameTable<Self> = [
    .text("text") { $0.text },
    .text("url") { $0.url },
    .text("status") { $0.status },
    .text("kind") { $0.kind },
    .html("line") { $0.line },
    .html("bits") { $0.bits },
    .chip("chip") { $0.chip },
  ]

  /// Its words, underlined by how well they stand, leading to their place.
  private var line: String? {
    Markup.make { markup in
      markup.entry(text, cssClass: "plain claim", url: url, status: status)
    }
  }

  /// Items of the line beneath: what it is, who says so, as of when, how credible, sources, briefing.
  private var bits: String? {
    Markup.make { markup in
      if let kind { markup.bit { $0.text(kind) } }
      if let by { markup.bit("according to ") { $0.link(by) } }
      if let asOf { markup.bit("as of ") { $0.date(asOf) } }
      if let credibility { markup.bit { $0.text(credibility) } }
      markup.bits(sources)
      if let page { markup.pageBit(page) }
    }
  }
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
    .list("claims") { $0.claims },
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
