package import Briefings

/// Everything that is shown, resolved and in order: what pages are rendered from.
///
/// Nothing withheld is in it, nor anything that only withheld pages use, except the list that names what is
/// withheld. Every list has a total order of its own, which its comment names.
package struct Site: Sendable {
  package var configuration = SiteConfiguration()
  /// As written, or the built-in one; withheld pages are left out.
  package var navigation: [NavigationEntry] = []
  /// Newest first, then by identifier.
  package var briefings: [BriefingPage] = []
  /// By identifier.
  package var entities: [EntityPage] = []
  /// By identifier.
  package var sources: [SourcePage] = []
  /// By identifier; `index`, if there is one, introduces the home page and has no page of its own.
  package var pages: [StandingPage] = []
  /// Names with more than one owner, by identifier.
  package var sharedNames: [SharedName] = []
  package var timeline = Timeline(events: [], years: [], undated: 0..<0)
  /// Every claim, judgment, assumption and gap, by page (newest briefing first), then in the order of the page.
  package var statements: [PageItem] = []
  /// Where the statements of a page begin in `statements`.
  package var firstStatements: [PageID: Int] = [:]
  /// Those of `statements` that are claims, in the same order.
  package var claims: [PageItem] = []
  /// Newest first, then by briefing.
  package var corrections: [CorrectionEntry] = []
  /// Entities by number of mentions, most first, then by identifier; those never mentioned are left out.
  package var mostMentioned: [Slug] = []
  /// What is copied: static files, files beside published pages, and pictures that published pages use. By
  /// address; what two files would be written to appears twice.
  package var files: [SiteFile] = []
  /// Named in the report only, by path.
  package var withheld: [WithheldPage] = []
  /// Templates that front matter of withheld pages chooses.
  package var withheldTemplates: Set<String> = []

  /// Position of a page in the list of its kind.
  var index: [PageID: Int] = [:]

  package init() {}

  package func briefing(_ slug: Slug) -> BriefingPage? {
    index[.briefing(slug)].map { briefings[$0] }
  }
  package func entity(_ slug: Slug) -> EntityPage? { index[.entity(slug)].map { entities[$0] } }
  package func source(_ slug: Slug) -> SourcePage? { index[.source(slug)].map { sources[$0] } }
  package func page(_ slug: Slug) -> StandingPage? { index[.page(slug)].map { pages[$0] } }

  /// Where a page stands in the list of its kind: what is read there needs no copy of the page.
  package func position(of page: PageID) -> Int? { index[page] }

  /// Exchanges what one page says; what others take from it stays.
  package mutating func replace(_ page: RewrittenPage) {
    guard let position = index[page.page] else { return }
    switch page.page {
    case .briefing: briefings[position].body = page.body
    case .entity: entities[position].body = page.body
    case .source: sources[position].body = page.body
    case .page: pages[position].body = page.body
    }
  }

  /// Exchanges an entity's record; what others take from it stays.
  package mutating func replace(_ entity: Entity) {
    if let position = index[.entity(entity.slug)] { entities[position].record = entity }
  }

  package func body(of page: PageID) -> PageBody? { part(of: page) { copy $0 } }

  /// What `read` finds in the body of a page, which is not copied for it.
  private func part<Part>(of page: PageID, _ read: (borrowing PageBody) -> Part?) -> Part? {
    guard let position = index[page] else { return nil }
    return switch page {
    case .briefing: read(briefings[position].body)
    case .entity: read(entities[position].body)
    case .source: read(sources[position].body)
    case .page: read(pages[position].body)
    }
  }

  /// What the page is called; nil when it is not shown.
  package func title(of page: PageID) -> String? {
    guard let position = index[page] else { return nil }
    return switch page {
    case .briefing: briefings[position].record.title
    case .entity: entities[position].record.name.value
    case .source: sources[position].record.title
    case .page: pages[position].record.title
    }
  }

  package func statement(_ item: PageItem) -> Statement? {
    part(of: item.page) { body in
      body.statements.indices.contains(item.index) ? body.statements[item.index] : nil
    }
  }

  package func quotation(_ item: PageItem) -> Quotation? {
    part(of: item.page) { body in
      body.quotations.indices.contains(item.index) ? body.quotations[item.index] : nil
    }
  }
}
