import Briefings
import EDTF
import Linking

extension PageContext {
  /// The drawing of some events, nil when fewer than two of them have a day.
  ///
  /// - Parameters:
  ///   - events: indices in the timeline, ascending, at most some hundred.
  ///   - rowLimit: of a compact one, how high signs are stacked.
  ///   - fragment: where on this page an event is told; nil: it leads to the timeline.
  func plot(
    _ events: some Collection<Int>, rowLimit: Int = 20, fragment: (@Sendable (Int) -> String?)? = nil
  ) -> PlotView? {
    let indices = Array(events)
    let plot = TimelinePlot(
      indices.map { site.timeline.events[$0] }, hemisphere: site.configuration.hemisphere, rowLimit: rowLimit)
    guard let plot else { return nil }
    let caption = TimelinePlot.Caption(
      title: { position in
        let event = site.timeline.events[indices[position]]
        return "\(date(event.date).words): \(typeset(event.shown.text))"
      },
      url: { position in
        let index = indices[position]
        if let fragment = fragment?(index) { return url(to: address, fragment: fragment) }
        return url(to: address(ofEvent: index), fragment: site.timeline.events[index].anchor)
      },
      several: { "\($0) more events here; the list names them" }, language: language,
      label: "Events by date; the list below says the same")
    return PlotView { plot.write(caption, to: &$0) }
  }

  /// How many events there are of each month or year.
  func columns(_ years: [Timeline.Year]) -> PlotView? {
    guard let first = years.first?.year, let last = years.last?.year else { return nil }
    // Up to 144 columns.
    let isByMonth = last - first < 12
    let step = isByMonth ? 1 : TimelineAxis.yearStep(last - first + 1, limit: 90)
    let found =
      isByMonth ? years.flatMap { year in year.months.map { column($0, of: year) } } : columns(years, step)
    let highest = found.map(\.count).max() ?? 0
    let unit = isByMonth ? "month" : step == 1 ? "year" : "\(step) years"
    return TimelineColumns(found).map { columns in
      PlotView {
        columns.write(
          label: "How many events there are by \(unit); the list below says the same",
          scale: "\(counted(highest, "event", "events")) a \(unit)", language: language, to: &$0)
      }
    }
  }

  private func column(_ month: Timeline.Month, of year: Timeline.Year) -> TimelineColumns.Column {
    let start = site.timeline.events[month.events.lowerBound].orderDay ?? CivilDay(number: 0)
    let first = start.adding(days: 1 - start.day)
    let end = first.adding(days: CivilDay.daysIn(month: first.month, year: first.year))
    let title = "\(monthName(month.month, year.year)): \(counted(month.events.count, "event", "events"))"
    return TimelineColumns.Column(
      title: title, url: monthURL(month, in: year), count: month.events.count, first: first, end: end)
  }

  /// Several years in one; each leads to the first of them that has events.
  private func columns(_ years: [Timeline.Year], _ step: Int) -> [TimelineColumns.Column] {
    var columns: [TimelineColumns.Column] = []
    var rest = years[...]
    while let year = rest.first {
      let begin = (year.year >= 0 ? year.year : year.year - step + 1) / step * step
      let taken = rest.prefix { $0.year < begin + step }
      rest = rest.dropFirst(taken.count)
      let count = taken.reduce(0) { $0 + $1.events.count }
      guard let first = CivilDay(year: begin, month: 1, day: 1) else { continue }
      let end = CivilDay(year: begin + step, month: 1, day: 1) ?? first.adding(days: 365 * step)
      let name = step == 1 ? String(begin) : "\(begin) to \(begin + step - 1)"
      columns.append(
        TimelineColumns.Column(
          title: "\(name): \(counted(count, "event", "events"))", url: url(to: .year(year.year)),
          count: count,
          first: first, end: end))
    }
    return columns
  }
}

/// A drawing on its way into a page.
struct PlotView: Sendable {
  let write: @Sendable (inout Markup) -> Void

  init(_ write: @escaping @Sendable (inout Markup) -> Void) { self.write = write }
}
