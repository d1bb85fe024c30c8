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
  /// HTML.
  var body: [UInt8]
  var resting: [RestingView]
  var entities: [LinkView]
  var sources: [SourceEntryView]
  var pagination: PaginationView?
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .view("publisher") { $0.publisher },
    .text("language") { $0.language },
    .rows("facts") { $0.facts },
    .rows("headings") { $0.headings },
    .flag("hasContents") { $0.headings.count > 3 },
    .html("body") { $1.bytes += $0.body },
    .rows("resting") { $0.resting },
    .flag("hasResting") { !$0.resting.isEmpty },
    .items("entities") { $0.entities },
    .flag("hasEntities") { !$0.entities.isEmpty },
    .rows("sources") { $0.sources },
    .flag("hasSources") { !$0.sources.isEmpty },
    .view("pagination") { $0.pagination },
    .flag("later") { ($0.pagination?.number ?? 1) > 1 },
    .flag("hidden") { $0.isHidden },
  ]
}

/// What one page takes from a source.
struct RestingView: Sendable {
  var page: LinkView
  var date: DateView?
  /// Whether it was only read.
  var isOnlyRead: Bool
  var claims: [ClaimView]
  var quotations: [QuotationView]
  var events: [EventView]
  var sentences: [String]
}

/// The bibliography.
struct BibliographyView: View {
  var count: String
  var sources: [SourceLineView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("count") { $0.count },
    .html("sources") { view, markup in
      for source in view.sources {
        markup.bit { source.write(to: &$0) }
        markup.raw("\n")
      }
    },
    .view("pagination") { $0.pagination },
  ]
}
