/// A source in a line: title, who, where, when, grade.
struct SourceLineView: Sendable {
  var title: String
  var url: String
  /// Of the title; nil: the page's.
  var language: String?
  var authors: String?
  var publisher: LinkView
  var published: DateView?
  /// "Grade B".
  var grade: String?
  /// "9 claims rest on it".
  var restingCount: String?
}

/// A source's own page, or a later page of what rests on it.
struct SourceView: View {
  var title: String
  var publisher: LinkView
  var language: String?
  var facts: [FactView]
  var headings: [HeadingView]
  var body: String
  var resting: [RestingView]
  var entities: [LinkView]
  var sources: [SourceEntryView]
  var pagination: PaginationView?
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .view("publisher") { $0.publisher },
    .text("language") { $0.language },
    .list("facts") { $0.facts },
    .rows("headings") { $0.headings },
    .flag("hasContents") { $0.headings.count > 3 },
    .html("body") { $0.body },
    .list("resting") { $0.resting },
    .flag("hasResting") { !$0.resting.isEmpty },
    .list("entities") { $0.entities },
    .flag("hasEntities") { !$0.entities.isEmpty },
    .rows("sources") { $0.sources },
    .flag("hasSources") { !$0.sources.isEmpty },
    .view("pagination") { $0.pagination },
    .flag("later") { ($0.pagination?.number ?? 1) > 1 },
    .flag("hidden") { $0.isHidden },
  ]
}

/// What one page takes from a source.
struct RestingView: View {
  var page: LinkView
  var date: DateView?
  /// Whether it was only read.
  var isOnlyRead: Bool
  var claims: [ClaimView]
  var quotations: [QuotationView]
  var events: [EventView]
  var sentences: [String]

  static let names: NameTable<Self> = [
    .link("page") { $0.page },
    .date("date") { $0.date },
    .flag("onlyRead") { $0.isOnlyRead },
    .rows("claims") { $0.claims },
    .flag("hasClaims") { !$0.claims.isEmpty },
    .rows("quotations") { $0.quotations },
    .rows("events") { $0.events },
    .flag("hasEvents") { !$0.events.isEmpty },
    .texts("sentences") { $0.sentences },
    .flag("hasSentences") { !$0.sentences.isEmpty },
  ]
}

/// The bibliography.
struct BibliographyView: View {
  var count: String
  var sources: [SourceLineView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("count") { $0.count },
    .html("sources") { view in
      Markup.make { markup in
        for source in view.sources {
          markup.bit { source.write(to: &$0) }
          markup.raw("\n")
        }
      }
    },
    .view("pagination") { $0.pagination },
  ]
}
