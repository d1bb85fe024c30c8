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
