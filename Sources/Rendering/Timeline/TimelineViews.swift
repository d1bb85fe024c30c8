/// An event in a list.
struct EventView: View {
  /// Nil where the event is only referred to.
  var id: String?
  var date: DateView
  /// When it became known, where that is another day.
  var reported: DateView?
  var text: String
  /// To its place on the timeline, or in the briefing that tells it.
  var url: String?
  var entity: LinkView?
  var places: [LinkView]
  var who: [LinkView]
  var sources: [LinkView]
  var pages: [LinkView]
  var chip: ChipView?
  /// On timelines, for a script: the types of its entities, and its status.
  var types: String?
  var status: String?

  static let names: NameTable<Self> = [
    .text("id") { $0.id },
    .date("date") { $0.date },
    .text("text") { $0.text },
    .text("url") { $0.url },
  ]
}

/// Any page of the timeline: the overview, a year, a month, the undated.
struct TimelineView: View {
  var title: String
  var summary: String
  /// The drawing above the list.
  var plot: PlotView?
  /// The way back up: from a year to the overview, from a month to its year.
  var up: LinkView?
  var parts: [LinkView]
  var groups: [EventGroupView]
  var previous: LinkView?
  var next: LinkView?
  var pagination: PaginationView?
  var filters: [FilterGroupView] = []
  /// On the overview.
  var calendar: CalendarView?

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("summary") { $0.summary },
    .html("plot") { $0.plot?.write(&$1) },
    .view("up") { $0.up },
    .list("parts") { $0.parts },
    .flag("hasParts") { !$0.parts.isEmpty },
    .list("groups") { $0.groups },
    .view("previous") { $0.previous },
    .view("next") { $0.next },
    .flag("hasNeighbours") { $0.previous != nil || $0.next != nil },
    .view("pagination") { $0.pagination },
    .rows("filters") { $0.filters },
    .flag("hasFilters") { !$0.filters.isEmpty },
    .flag("hasEvents") { !$0.groups.isEmpty },
    .view("calendar") { $0.calendar },
  ]
}

/// The file for calendar programs, and what it leaves out.
struct CalendarView: View {
  var url: String
  /// "12 events".
  var count: String
  /// A sentence; nil where it holds every event.
  var leftOut: String?

  static let names: NameTable<Self> = [
    .text("url") { $0.url },
    .text("count") { $0.count },
    .text("leftOut") { $0.leftOut },
  ]
}

/// Events under one heading: of a year or a month.
struct EventGroupView: View {
  var title: String?
  var id: String
  var url: String?
  var events: [EventView]

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("id") { $0.id },
    .text("url") { $0.url },
    .rows("events") { $0.events },
  ]
}
