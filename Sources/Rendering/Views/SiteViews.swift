/// The home page.
struct HomeView: View {
  /// HTML.
  var introduction: [UInt8]
  var lead: BriefingCardView?
  var briefings: [BriefingCardView]
  var events: [EventView]
  var entities: [LinkView]
  var corrections: [CorrectionView]

  static let names: NameTable<Self> = [
    .html("introduction") { $1.bytes += $0.introduction },
    .view("lead") { $0.lead },
    .rows("briefings") { $0.briefings },
    .flag("hasBriefings") { !$0.briefings.isEmpty },
    .list("events") { $0.events },
    .flag("hasEvents") { !$0.events.isEmpty },
    .list("entities") { $0.entities },
    .flag("hasEntities") { !$0.entities.isEmpty },
    .list("corrections") { $0.corrections },
    .flag("hasCorrections") { !$0.corrections.isEmpty },
  ]
}

/// The archive of briefings, by year.
struct ArchiveView: View {
  var count: String
  var years: [ArchiveYearView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("count") { $0.count },
    .list("years") { $0.years },
    .view("pagination") { $0.pagination },
  ]
}

struct ArchiveYearView: View {
  /// "2025", or "Undated" for drafts.
  var title: String
  var id: String
  var briefings: [BriefingCardView]

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("id") { $0.id },
    .rows("briefings") { $0.briefings },
  ]
}

/// A page of `Content/pages/`.
struct StandingPageView: View {
  var title: String
  var summary: String
  var headings: [HeadingView]
  /// HTML.
  var body: [UInt8]
  var sources: [SourceEntryView]
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .rows("headings") { $0.headings },
    .flag("hasContents") { $0.headings.count > 3 },
    .html("body") { $1.bytes += $0.body },
    .rows("sources") { $0.sources },
    .flag("hasSources") { !$0.sources.isEmpty },
    .flag("hidden") { $0.isHidden },
  ]
}

/// A name with several owners.
struct SharedNameView: View {
  var name: String
  var owners: [LinkView]

  static let names: NameTable<Self> = [
    .text("name") { $0.name },
    .list("owners") { $0.owners },
  ]
}

/// A page that an old address leads on from.
struct RedirectView: View {
  var title: String
  /// Relative.
  var target: String

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("target") { $0.target },
  ]
}

/// What is shown where there is no page.
struct NotFoundView: View {
  static let names: NameTable<Self> = []
}
