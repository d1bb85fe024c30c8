import Briefings
import EDTF
import Linking

extension PageContext {
  /// All events where they fit on a page, else the years that lead to them.
  func timeline(page: Int) -> TimelineView {
    let timeline = site.timeline
    let isWhole = timeline.events.count <= catalog.itemsPerPage
    let years = slice(timeline.years, page: page)
    var groups: [EventGroupView] = []
    if isWhole {
      groups = timeline.years.map { year in
        EventGroupView(
          title: String(year.year), id: "y\(year.year)", url: url(to: .year(year.year)),
          events: year.events.map { listed($0, isAnchored: false) })
      }
      if !timeline.undated.isEmpty {
        groups.append(
          EventGroupView(
            title: "Undated", id: "undated", url: url(to: .undated),
            events: timeline.undated.map { listed($0, isAnchored: false) }))
      }
    }
    var parts = years.map {
      LinkView(text: String($0.year), url: url(to: .year($0.year)), count: $0.events.count)
    }
    if !timeline.undated.isEmpty {
      parts.append(LinkView(text: "Undated", url: url(to: .undated), count: timeline.undated.count))
    }
    return TimelineView(
      title: "Timeline", summary: overviewSummary,
      plot: isWhole ? plot(0..<timeline.undated.lowerBound) : page == 1 ? columns(timeline.years) : nil,
      parts: parts, groups: groups,
      pagination: pagination(timeline.years.count, page: page) { SiteAddress.timeline.page($0) },
      filters: filters(), calendar: calendar)
  }

  /// Nil where a calendar would hold nothing.
  private var calendar: CalendarView? {
    let (count, total) = (catalog.calendarCount, site.timeline.events.count)
    guard count > 0 else { return nil }
    let reasons = "more than \(CalendarSpan.dayLimit) days, no known end, or years outside 1 to 9999"
    let leftOut = "\(counted(total - count, "event is", "events are")) left out: \(reasons)."
    return CalendarView(
      url: url(to: .calendar), count: counted(count, "event", "events"),
      leftOut: total == count ? nil : leftOut)
  }

  private var overviewSummary: String {
    let timeline = site.timeline
    let events = counted(timeline.events.count, "event", "events")
    guard let first = timeline.years.first?.year, let last = timeline.years.last?.year else {
      return "\(events)."
    }
    let years = first == last ? "of \(first)" : "of the years \(first) to \(last)"
    return "\(events) \(years), in the order of the earliest day on which each can have begun."
  }

  func year(_ year: Timeline.Year) -> TimelineView {
    let months = year.months.map { month in
      let day = site.timeline.events[month.events.lowerBound].orderDay
      return LinkView(
        text: day?.monthWords(language: language) ?? "", url: monthURL(month, in: year),
        count: month.events.count)
    }
    let position = catalog.years[year.year] ?? 0
    return TimelineView(
      title: String(year.year), summary: counted(year.events.count, "event", "events") + ".",
      plot: year.isSplit ? columns([year]) : plot(year.events), up: timelineLink, parts: months,
      groups: year.isSplit ? [] : year.months.map { monthGroup($0, in: year) },
      previous: yearLink(position - 1), next: yearLink(position + 1), filters: filters())
  }

  private func monthGroup(_ month: Timeline.Month, in year: Timeline.Year) -> EventGroupView {
    EventGroupView(
      title: monthName(month.month, year.year), id: "m\(month.month)",
      events: month.events.map { listed($0, isAnchored: true) })
  }

  func monthURL(_ month: Timeline.Month, in year: Timeline.Year) -> String {
    year.isSplit
      ? url(to: .month(month.month, of: year.year)) : url(to: .year(year.year), fragment: "m\(month.month)")
  }

  var timelineLink: LinkView { LinkView(text: "Timeline", url: url(to: .timeline)) }

  private func yearLink(_ position: Int) -> LinkView? {
    guard site.timeline.years.indices.contains(position) else { return nil }
    let year = site.timeline.years[position].year
    return LinkView(text: String(year), url: url(to: .year(year)))
  }

  func month(_ month: Timeline.Month, of year: Timeline.Year, page: Int) -> TimelineView {
    let range = catalog.slice(month.events.count, page: page)
    let events = month.events.lowerBound + range.lowerBound..<month.events.lowerBound + range.upperBound
    return TimelineView(
      title: monthName(month.month, year.year), summary: counted(month.events.count, "event", "events") + ".",
      plot: plot(events), up: LinkView(text: String(year.year), url: url(to: .year(year.year))), parts: [],
      groups: [EventGroupView(id: "events", events: events.map { listed($0, isAnchored: true) })],
      pagination: pagination(month.events.count, page: page) {
        SiteAddress.month(month.month, of: year.year).page($0)
      }, filters: filters())
  }

  func undated(page: Int) -> TimelineView {
    let undated = site.timeline.undated
    let range = catalog.slice(undated.count, page: page)
    let events = undated.lowerBound + range.lowerBound..<undated.lowerBound + range.upperBound
    return TimelineView(
      title: "Undated", summary: "Events of which nobody says when they were.", up: timelineLink, parts: [],
      groups: [EventGroupView(id: "events", events: events.map { listed($0, isAnchored: true) })],
      pagination: pagination(undated.count, page: page) { SiteAddress.undated.page($0) }, filters: filters())
  }

  func monthName(_ month: Int, _ year: Int) -> String {
    let number = month < 10 ? "0\(month)" : String(month)
    let text =
      year >= 0 && year < 10_000 ? "\(String(year + 10_000).dropFirst())-\(number)" : "Y\(year)-\(number)"
    guard let date = try? EDTFDate(parsing: text) else { return text }
    return date.words(language: language)
  }

  /// An event as timelines list it, with what a script narrows them by.
  func listed(_ index: Int, isAnchored: Bool) -> EventView {
    var view = event(index, isAnchored: isAnchored)
    let event = site.timeline.events[index]
    view.types = event.types(in: site).map(\.rawValue).joined(separator: " ")
    view.status = event.shown.status.rawValue
    return view
  }
}
