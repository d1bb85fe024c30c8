import Briefings
import EDTF
import Linking
import Tradecraft

extension PageContext {
  /// The source summary statement: what a page rests on, counted, a sentence a count (ICD 206, D.6.a.(3)). Nil where it
  /// rests on nothing.
  func sourceSummary(of body: PageBody) -> String? {
    let summary = SourceSummary(of: body, in: site, catalog.register)
    guard summary.sourceCount > 0 else { return nil }
    let isOne = summary.sourceCount == 1
    var sentences = [publications(summary)]
    if summary.copies > 0 {
      sentences.append("\(counted(summary.copies, "source copies", "sources copy")) another")
    }
    let languages = summary.languages.map { (LanguageName.english($0.value), $0.count) }
    if let words = spread(languages, of: summary.sourceCount, else: "in a language not stated") {
      sentences.append(isOne ? "It is in \(words)" : "Languages: \(words)")
    }
    let grades = summary.grades.map { ($0.value, $0.count) }
    if let words = spread(grades, of: summary.sourceCount, else: "not graded") {
      sentences.append(isOne ? "Its reliability is graded \(words)" : "Reliability: \(words)")
    }
    // One source's date stands in the list, as sure as it is.
    if !isOne, let oldest = summary.oldest, let newest = summary.newest {
      let days =
        oldest == newest
        ? "on \(date(oldest).words)" : "between \(date(oldest).words) and \(date(newest).words)"
      sentences.append("They appeared \(days)")
    }
    sentences.append(archived(summary))
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  private func publications(_ summary: SourceSummary) -> String {
    let shown = summary.publishers.prefix(PageContext.publisherLimit)
    let rest = summary.publishers.count - shown.count
    let isPlain = summary.publishers.count == summary.sourceCount
    let names =
      shown.map { isPlain ? $0.value : "\($0.value) \($0.count)" }
      + (rest > 0 ? [counted(rest, "other", "others")] : [])
    let sources = counted(summary.sourceCount, "source", "sources")
    let independent =
      summary.sourceCount == 1
      ? "" : " of \(counted(summary.publications, "independent publication", "independent publications"))"
    return "Rests on \(sources)\(independent): \(names.joined(separator: ", "))"
  }

  private static let publisherLimit = 8

  /// "B 3, C 1, not graded 2"; for one source its value alone. Nil when none has any.
  private func spread(_ counts: [(String, Int)], of total: Int, else missing: String) -> String? {
    guard let first = counts.first else { return nil }
    let without = total - counts.reduce(0) { $0 + $1.1 }
    if counts.count == 1, without == 0 { return first.0 }
    let parts = counts.map { "\($0.0) \($0.1)" } + (without > 0 ? ["\(missing) \(without)"] : [])
    return parts.joined(separator: ", ")
  }

  private func archived(_ summary: SourceSummary) -> String {
    switch (summary.archived, summary.sourceCount) {
    case (0, 1): "No archived copy is recorded"
    case (1, 1): "A copy is archived"
    case (let archived, let count) where archived == count: "Copies of all are archived"
    case (let archived, let count): "Copies of \(archived) of \(count) are archived"
    }
  }

  /// How to cite a briefing: authors, title, site, dates and, with a base URL, its address.
  func citation(of briefing: BriefingPage) -> CiteAsView {
    let record = briefing.record
    let names = record.authors.isEmpty ? [site.configuration.publisher ?? ""] : record.authors
    return CiteAsView(
      authors: names.filter { !$0.isEmpty && $0 != site.configuration.title }.joined(separator: ", "),
      title: typeset("\"\(record.title)\""), site: site.configuration.title,
      published: record.published.map { date($0) }, updated: record.updated.map { date($0) },
      url: site.absolute(briefing.address))
  }
}
