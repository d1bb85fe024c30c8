import Briefings
import Diagnostics
import EDTF

extension Rules {
  private var hemisphere: Hemisphere { directory.registry.site.hemisphere }

  // MARK: Ends before starts

  /// Dates of one record that certainly stand in the wrong order.
  func backwardDates() -> [Finding] {
    directory.registry.entities.flatMap { entity in
      var findings: [Finding] = []
      func check(_ start: Located<EDTFDate>?, _ end: Located<EDTFDate>?, _ words: String) {
        guard let start, let end else { return }
        let (first, last) = (
          start.value.bounds(hemisphere: hemisphere), end.value.bounds(hemisphere: hemisphere)
        )
        guard last.isCertainlyBefore(first) else { return }
        findings.append(
          Finding(
            .endBeforeStart, "\(words): \(end.value.text) lies before \(start.value.text)",
            at: Place(entity.file.path, end.source),
            notes: [Finding.Note("the start", Place(entity.file.path, start.source))]))
      }
      func date(_ key: String) -> Located<EDTFDate>? { entity.dates.first { $0.key == key }?.date }
      check(date("born"), date("died"), "'died' is before 'born'")
      check(date("founded"), date("dissolved"), "'dissolved' is before 'founded'")
      for alias in entity.aliases { check(alias.from, alias.to, "the alias ends before it begins") }
      for relation in entity.relations {
        check(relation.from, relation.until, "the relation ends before it begins")
      }
      return findings
    }
  }

  // MARK: Seasons

  /// Seasons that cross New Year: the writer may mean either.
  func ambiguousSeasons() -> [Finding] {
    directory.pages.flatMap { page in
      dates(of: page).filter { $0.value.seasonCrossesNewYear(in: hemisphere) }.map { date in
        Finding(
          .ambiguousSeason,
          "the season in '\(date.value.text)' crosses New Year; write an interval of months",
          at: Place(directory.file(page).path, date.source))
      }
    }
  }

  private func dates(of page: PageID) -> [Located<EDTFDate>] {
    let facts = directory.facts(page)
    var dates: [Located<EDTFDate>] = []
    for list in [facts.spans, facts.regions] {
      for index in list.indices {
        guard case .event(let event) = list[index].role else { continue }
        dates += [event.date, event.reported].compactMap { $0 }
      }
    }
    dates += directory.frontMatterEvents(page).flatMap { [$0.date] + [$0.reported].compactMap { $0 } }
    switch page {
    case .entity(let slug): dates += directory.entity(slug)?.dates.map(\.date) ?? []
    case .source(let slug): dates += [directory.source(slug)?.published].compactMap { $0 }
    case .briefing, .page: break
    }
    return dates
  }

  // MARK: Events and their sources

  /// Events that happened only after everything that reports them had appeared.
  func eventsAfterSources() -> [Finding] {
    site.timeline.events.flatMap { event in
      event.tellings.compactMap { telling in
        guard telling.status == .occurred, let start = telling.bounds.lower.day,
          let last = latestDay(of: telling.citations.map(\.source)), start.number - last.number > 1
        else { return nil }
        return Finding(
          .eventAfterSource,
          "the event is of \(telling.date.text), but all that is cited for it appeared by \(last)",
          at: Place(directory.file(telling.page).path, telling.source))
      }
    }
  }

  /// The last day on which any of them may have appeared; nil when one has no such day.
  private func latestDay(of sources: [Slug]) -> CivilDay? {
    var latest: CivilDay?
    for slug in sources {
      guard let published = directory.source(slug)?.published,
        let day = published.value.bounds(hemisphere: hemisphere).upper.day
      else { return nil }
      latest = latest.map { max($0, day) } ?? day
    }
    return latest
  }
}
