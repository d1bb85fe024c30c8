import Briefings
import Diagnostics
import EDTF

/// What cannot have been done before something was published.
extension Rules {
  func daysBeforePublication() -> [Finding] {
    directory.registry.briefings.flatMap { updates(of: $0) }
      + directory.registry.sources.compactMap { access(to: $0) }
  }

  private func updates(of briefing: Briefing) -> [Finding] {
    guard let published = briefing.published else { return [] }
    let notes = briefing.publishedSource.map {
      [Finding.Note("published here", Place(briefing.file.path, $0))]
    }
    func finding(_ words: String, _ day: CivilDay?, _ source: Range<Int>?) -> Finding? {
      guard let day, let source, day.number < published.number else { return nil }
      return Finding(
        .updatedBeforePublished,
        "\(words) on \(day.isoText), before it was published on \(published.isoText)",
        at: Place(briefing.file.path, source), notes: notes ?? [])
    }
    return
      ([finding("updated", briefing.updated, briefing.updatedSource)]
      + briefing.corrections.map { finding("corrected", $0.date, $0.source) }).compactMap { $0 }
  }

  private func access(to source: Source) -> Finding? {
    guard let accessed = source.accessed, let range = source.accessedSource, let published = source.published,
      let first = published.value.bounds(hemisphere: directory.registry.site.hemisphere).lower.day,
      // Where the day begins earlier the source may have appeared the day before.
      accessed.number < first.number - 1
    else { return nil }
    return Finding(
      .accessedBeforePublished,
      "read on \(accessed.isoText), before it appeared (\(published.value.text))",
      at: Place(source.file.path, range),
      notes: [Finding.Note("published here", Place(source.file.path, published.source))])
  }
}
