package import Briefings
package import EDTF

/// Something that happened, told once or more.
package struct TimelineEvent: Sendable, Equatable {
  /// Unique on the whole timeline: `<briefing>-<id>`, or the event entity's identifier.
  package internal(set) var anchor: String
  /// The event entity it is, if any.
  package let entity: Slug?
  /// The first telling is the one shown: the event entity's, else the narrowest in order.
  package let tellings: [Telling]
  /// Strict, of the shown telling's date.
  package let bounds: DateBounds
  /// What it is filed under: the lower bound, else the upper; nil when undated.
  package let orderDay: CivilDay?
  /// Every place, person and organization of all tellings, and the event entity, sorted.
  package let entities: [Slug]

  package var shown: Telling { tellings[0] }
  package var date: EDTFDate { shown.date }

  /// One briefing's or entity's account of it.
  package struct Telling: Sendable, Equatable {
    package let page: PageID
    /// Unique in its page; nil for an entity of type event, whose page tells it.
    package let id: String?
    /// The fragment on the page that leads to it; nil: the page as a whole.
    package let fragment: String?
    package let date: EDTFDate
    package let bounds: DateBounds
    /// When it became known, if the writer says so.
    package let reported: EDTFDate?
    /// Whether `reported` differs from the date by more than a day, so that both are shown.
    package let showsReported: Bool
    /// Its sentence, or the title given in front matter.
    package let text: String
    package let place: Slug?
    package let who: [Slug]
    package let status: EventStatus
    package let citations: [CitedSource]
    /// In the file.
    package let source: Range<Int>
  }
}

/// Every event in order, and where years and months begin.
package struct Timeline: Sendable, Equatable {
  /// By lower bound (upper when that is unknown or open), then the narrower, then upper, then anchor;
  /// undated ones last.
  package let events: [TimelineEvent]
  /// Ascending; empty years are left out.
  package let years: [Year]
  /// Events without any bound.
  package let undated: Range<Int>

  package struct Year: Sendable, Equatable {
    package let year: Int
    /// Indices in `events`.
    package let events: Range<Int>
    package let months: [Month]
    /// More than 200 events: each month is a page.
    package let isSplit: Bool
  }

  package struct Month: Sendable, Equatable {
    package let month: Int
    package let events: Range<Int>
  }

  /// The page an event stands on; its fragment is the event's anchor.
  package func address(of event: TimelineEvent) -> SiteAddress {
    guard let day = event.orderDay else { return .undated }
    let year = years.first { $0.year == day.year }
    return year?.isSplit == true ? .month(day.month, of: day.year) : .year(day.year)
  }
}
