/// An entity's own page, or a later page of its mentions.
struct EntityView: View {
  var title: String
  var summary: String
  /// "Person".
  var type: LinkView
  /// "person", for a sentence.
  var kind: String
  var facts: [FactView]
  var namesSeen: [LinkView]
  /// "4 briefings, 23 times".
  var mentionCount: String?
  var headings: [HeadingView]
  /// HTML.
  var body: [UInt8]
  /// Its events, drawn.
  var plot: PlotView?
  var events: [EventView]
  var quotations: [QuotationView]
  var claimsBy: [ClaimView]
  var claimsAbout: [ClaimView]
  /// The lists of this page, when there is more than a screen of them.
  var contents: [LinkView]
  var topicOf: [BriefingCardView]
  var mentions: [MentionGroupView]
  var related: [LinkView]
  var graph: RelatedDrawing?
  var sources: [SourceEntryView]
  var pagination: PaginationView?
  var isHidden: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .view("type") { $0.type },
    .text("kind") { $0.kind },
    .rows("facts") { $0.facts },
    .flag("hasFacts") { !$0.facts.isEmpty || !$0.namesSeen.isEmpty || $0.mentionCount != nil },
    .html("namesSeen") { $1.names($0.namesSeen) },
    .flag("hasNames") { !$0.namesSeen.isEmpty },
    .text("mentionCount") { $0.mentionCount },
    .rows("headings") { $0.headings },
    .flag("hasContents") { $0.headings.count > 3 },
    .html("contents") { $1.contents($0.contents) },
    .flag("hasLists") { !$0.contents.isEmpty },
    .html("body") { $1.bytes += $0.body },
    .html("plot") { $0.plot?.write(&$1) },
    .rows("events") { $0.events },
    .flag("hasEvents") { !$0.events.isEmpty },
    .rows("quotations") { $0.quotations },
    .flag("hasQuotations") { !$0.quotations.isEmpty },
    .rows("claimsBy") { $0.claimsBy },
    .flag("hasClaimsBy") { !$0.claimsBy.isEmpty },
    .rows("claimsAbout") { $0.claimsAbout },
    .flag("hasClaimsAbout") { !$0.claimsAbout.isEmpty },
    .rows("topicOf") { $0.topicOf },
    .flag("hasTopicOf") { !$0.topicOf.isEmpty },
    .rows("mentions") { $0.mentions },
    .flag("hasMentions") { !$0.mentions.isEmpty },
    .html("graph") { $0.graph?.write(to: &$1) },
    .html("related") { $1.related($0.related) },
    .flag("hasRelated") { !$0.related.isEmpty },
    .rows("sources") { $0.sources },
    .flag("hasSources") { !$0.sources.isEmpty },
    .view("pagination") { $0.pagination },
    .flag("later") { ($0.pagination?.number ?? 1) > 1 },
    .flag("hidden") { $0.isHidden },
  ]
}

/// A row of an entity's or a source's card.
struct FactView: Sendable {
  var label: String
  var text: String?
  var date: DateView?
  var links: [LinkView] = []
}

/// The mentions of an entity in one page.
struct MentionGroupView: Sendable {
  var page: LinkView
  var date: DateView?
  var sentences: [MentionView]
}

/// A sentence with the name in it.
struct MentionView: Sendable {
  var before: String
  var marked: String
  var after: String
  /// "by alias, in a claim"; empty for a name that just stands there.
  var kinds: String
  /// To the very place.
  var url: String
}

/// Words somebody said, on the pages that list them.
struct QuotationView: Sendable {
  var text: String
  var language: String?
  var speaker: LinkView?
  var page: LinkView
  var sources: [LinkView]
}

/// The index of entities: types, in them letters.
struct EntityIndexView: View {
  var count: String
  var types: [EntityTypeLinkView]
  /// Whether it takes more than one page.
  var isLong: Bool
  /// "Abe, Shinzo to Dane, Karl": what a page of a long index holds.
  var span: String?
  /// On the first page.
  var mostMentioned: [LinkView]
  var groups: [EntityTypeView]
  var pagination: PaginationView?

  static let names: NameTable<Self> = [
    .text("count") { $0.count },
    .list("types") { $0.types },
    .flag("long") { $0.isLong },
    .text("span") { $0.span },
    .list("mostMentioned") { $0.mostMentioned },
    .flag("hasMostMentioned") { !$0.mostMentioned.isEmpty },
    .list("groups") { $0.groups },
    .view("pagination") { $0.pagination },
  ]
}

/// A type, and where its letters begin.
struct EntityTypeLinkView: View {
  var link: LinkView
  var letters: [LinkView]

  static let names: NameTable<Self> = [
    .text("text") { $0.link.text },
    .text("url") { $0.link.url },
    .number("count") { $0.link.count },
    .items("letters") { $0.letters },
  ]
}

struct EntityTypeView: View {
  /// "People".
  var title: String
  var id: String
  var letters: [EntityLetterView]

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("id") { $0.id },
    .list("letters") { $0.letters },
  ]
}

struct EntityLetterView: View {
  var letter: String
  /// Where the letter's first entity stands.
  var id: String?
  var entities: [LinkView]

  static let names: NameTable<Self> = [
    .text("letter") { $0.letter },
    .text("id") { $0.id },
    .list("entities") { $0.entities },
  ]
}
