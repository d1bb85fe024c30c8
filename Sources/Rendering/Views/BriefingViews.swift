/// A briefing in a list: on the home page, in the archive, on a topic's page.
struct BriefingCardView: View {
  var title: String
  var url: String
  var summary: String
  var published: DateView?
  var updated: DateView?
  var topics: [LinkView]
  var readingMinutes: Int
  var sourceCount: String
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("url") { $0.url },
    .text("summary") { $0.summary },
    .view("published") { $0.published },
    .view("updated") { $0.updated },
    .list("topics") { $0.topics },
    .number("minutes") { $0.readingMinutes },
    .text("sourceCount") { $0.sourceCount },
    .flag("hidden") { $0.isHidden },
  ]
}

/// A briefing's own page.
struct BriefingView: View {
  var title: String
  var summary: String
  var topics: [LinkView]
  var authors: [String]
  var published: DateView?
  var updated: DateView?
  var readingMinutes: Int
  /// "3 sources".
  var sourceCount: String?
  /// "9 claims, 7 on one source".
  var claimCount: String?
  var yardstick: YardstickView?
  var corrections: [CorrectionView]
  var headings: [HeadingView]
  /// HTML.
  var body: [UInt8]
  var gaps: [LinkView]
  var assumptions: [LinkView]
  /// Its events, drawn in few rows.
  var strip: PlotView?
  var events: [EventView]
  var sources: [SourceEntryView]
  /// What it rests on, counted, in sentences.
  var sourceSummary: String?
  var citeAs: CiteAsView
  var previous: LinkView?
  var next: LinkView?
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .items("topics") { $0.topics },
    .texts("authors") { $0.authors },
    .view("published") { $0.published },
    .view("updated") { $0.updated },
    .number("minutes") { $0.readingMinutes },
    .text("sourceCount") { $0.sourceCount },
    .text("claimCount") { $0.claimCount },
    .view("yardstick") { $0.yardstick },
    .list("corrections") { $0.corrections },
    .flag("hasCorrections") { !$0.corrections.isEmpty },
    .rows("headings") { $0.headings },
    .flag("hasContents") { $0.headings.count > 3 },
    .html("body") { $1.bytes += $0.body },
    .list("gaps") { $0.gaps },
    .flag("hasGaps") { !$0.gaps.isEmpty },
    .list("assumptions") { $0.assumptions },
    .flag("hasAssumptions") { !$0.assumptions.isEmpty },
    .html("strip") { $0.strip?.write(&$1) },
    .rows("events") { $0.events },
    .flag("hasEvents") { !$0.events.isEmpty },
    .rows("sources") { $0.sources },
    .flag("hasSources") { !$0.sources.isEmpty },
    .text("sourceSummary") { $0.sourceSummary },
    .view("citeAs") { $0.citeAs },
    .view("previous") { $0.previous },
    .view("next") { $0.next },
    .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    .flag("hidden") { $0.isHidden },
  ]
}

/// How a briefing is to be cited.
struct CiteAsView: View {
  /// Empty where the site itself is the author.
  var authors: String
  /// In quotation marks.
  var title: String
  var site: String
  var published: DateView?
  var updated: DateView?
  /// Absolute; nil without a base URL.
  var url: String?

  static let names: NameTable<Self> = [
    .text("authors") { $0.authors },
    .text("title") { $0.title },
    .text("site") { $0.site },
    .view("published") { $0.published },
    .view("updated") { $0.updated },
    .text("url") { $0.url },
  ]
}

/// A correction, in a briefing's banner and in the log.
struct CorrectionView: View {
  var date: DateView
  /// "Correction", "Clarification"…
  var kind: String
  var text: String
  /// Nil in the briefing itself.
  var briefing: LinkView?

  static let names: NameTable<Self> = [
    .view("date") { $0.date },
    .text("kind") { $0.kind },
    .text("text") { $0.text },
    .view("briefing") { $0.briefing },
  ]
}

/// The table of likelihood terms a page speaks by.
struct YardstickView: View {
  var name: String
  var terms: [TermView]

  static let names: NameTable<Self> = [
    .text("name") { $0.name },
    .rows("terms") { $0.terms },
  ]
}

/// One term of a yardstick and its band, in per cent.
struct TermView: Sendable {
  var term: String
  var lower: Int
  var upper: Int
  var isUsed: Bool
}

/// A source in a page's numbered list.
struct SourceEntryView: Sendable {
  /// What citations lead to.
  var anchor: String
  var number: Int
  var isCited: Bool
  var source: SourceLineView
}
