package import Briefings
package import EDTF
package import Diagnostics

/// A briefing as it is shown.
package struct BriefingPage: Sendable {
  package var record: Briefing
  package var body = PageBody()
  /// Entities it is about, known and shown, in the author's order.
  package var topics: [Slug] = []
  /// Indices in `Timeline.events`, ascending.
  package var events: [Int] = []
  /// The briefing before and after it by date, then identifier.
  package var previous: Slug?
  package var next: Slug?
  /// Newest first, then in the author's order.
  package var corrections: [Correction] = []
  /// Shown only because drafts or future pages were asked for.
  package var isWithheld = false

  package var id: PageID { .briefing(record.slug) }
  package var address: SiteAddress { id.address }
}

/// An entity as it is shown.
package struct EntityPage: Sendable {
  package var record: Entity
  package var body = PageBody()
  /// Briefings newest first.
  package var mentions: [MentionGroup] = []
  package var mentionCount = 0
  /// Most frequent first, then by text.
  package var namesSeen: [SeenName] = []
  /// Indices in `Timeline.events`, ascending: where it is the event, the place, or takes part.
  package var events: [Int] = []
  /// What it said. Briefings newest first, then in the order of the page; so all below.
  package var quotations: [PageItem] = []
  package var claimsBy: [PageItem] = []
  /// Claims, judgments, assumptions and gaps that name it.
  package var claimsAbout: [PageItem] = []
  /// Briefings whose topic it is, newest first.
  package var topicOf: [Slug] = []
  /// Most shared paragraphs first, then by name.
  package var related: [RelatedEntity] = []
  /// Its own first, in the author's order; then those that name it, by identifier.
  package var relations: [EntityRelation] = []
  /// What its text cites, then what its facts rest on: as `PageBody.sources`.
  package var sources: [Slug] = []
  package var place: Slug?
  package var within: Slug?
  package var parties: [Slug] = []
  package var isWithheld = false

  package var id: PageID { .entity(record.slug) }
  package var address: SiteAddress { id.address }
}

/// A source as it is shown, with all that rests on it.
package struct SourcePage: Sendable {
  package var record: Source
  package var body = PageBody()
  /// The publisher's entity, when it names one.
  package var publisher: Slug?
  /// In words: the entity's name, or what was written.
  package var publisherName = ""
  package var origin: Slug?
  /// Sources that copy it, by identifier.
  package var copies: [Slug] = []
  /// Briefings newest first, then other pages.
  package var resting: [Resting] = []
  /// Entities whose facts rest on it, by identifier.
  package var entities: [Slug] = []
  package var isWithheld = false

  package var id: PageID { .source(record.slug) }
  package var address: SiteAddress { id.address }

  /// What one page takes from it.
  package struct Resting: Sendable, Equatable {
    package let page: PageID
    /// Whether the page cites it, or only lists it as read.
    package let isCited: Bool
    /// Indices in the page's `PageBody.statements` and `.quotations`, ascending.
    package let statements: [Int]
    package let quotations: [Int]
    /// Indices in `Timeline.events`, ascending.
    package let events: [Int]
    /// Sentences that cite it outside of those, as indices in `PageBody.sentences`.
    package let sentences: [Int]
  }
}

/// A page of `Content/pages/`.
package struct StandingPage: Sendable {
  package var record: Page
  package var body = PageBody()
  package var isWithheld = false

  package var id: PageID { .page(record.slug) }
  package var address: SiteAddress { id.address }
}

/// A name with several owners: `/entities/names/<slug>/`.
package struct SharedName: Sendable, Equatable {
  package let slug: Slug
  package let text: String
  /// By identifier.
  package let owners: [Slug]

  package var address: SiteAddress { .name(slug) }
}

/// A line of the corrections log.
package struct CorrectionEntry: Sendable {
  package let briefing: Slug
  package let correction: Correction
}

/// A page that is not published, and why.
package struct WithheldPage: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    case draft
    /// Its date has not come.
    case future(CivilDay)
    /// Only withheld pages use it.
    case onlyUsedByWithheld
  }
  package let page: PageID
  package let path: RelativePath
  package let title: String
  package let reason: Reason
}

/// A file that is copied byte for byte.
package struct SiteFile: Sendable, Equatable {
  /// Below the root.
  package let path: RelativePath
  package let address: SiteAddress
}
