import Briefings
import EDTF
import Linking
import Tradecraft

extension PageContext {
  func home(introduction: [UInt8]) -> HomeView {
    let recent = site.timeline.events.indices.filter { !site.timeline.undated.contains($0) }.suffix(6)
      .reversed()
    return HomeView(
      introduction: introduction, lead: site.briefings.first.map { card($0) },
      briefings: site.briefings.dropFirst().prefix(8).map { card($0) }, events: recent.map { event($0) },
      entities: mostMentioned(12),
      corrections: site.corrections.prefix(3).map { correction($0.correction, of: $0.briefing) })
  }

  func archive(page: Int) -> ArchiveView {
    var years: [ArchiveYearView] = []
    for briefing in slice(site.briefings, page: page) {
      let title = briefing.record.published.map { String($0.year) } ?? "Undated"
      if years.last?.title != title {
        years.append(ArchiveYearView(title: title, id: "y\(title.lowercased())", briefings: []))
      }
      years[years.count - 1].briefings.append(card(briefing))
    }
    return ArchiveView(
      count: counted(site.briefings.count, "briefing", "briefings"), years: years,
      pagination: pagination(site.briefings.count, page: page) { SiteAddress.briefings.page($0) })
  }

  func briefing(_ briefing: BriefingPage, body: [UInt8], yardstick: YardstickView?) -> BriefingView {
    let record = briefing.record
    let cited = briefing.body.sources.count { $0.isCited }
    return BriefingView(
      title: typeset(record.title), summary: typeset(record.summary), topics: entities(briefing.topics),
      authors: record.authors,
      published: record.published.map { date($0) }, updated: record.updated.map { date($0) },
      readingMinutes: briefing.body.readingMinutes,
      sourceCount: cited == 0 ? nil : counted(cited, "source", "sources"),
      claimCount: claimCount(briefing), yardstick: yardstick,
      corrections: briefing.corrections.map { correction($0, of: nil) }, headings: headings(briefing.body),
      body: body, gaps: statements(briefing.body) { $0 == .gap },
      assumptions: statements(briefing.body) { $0 == .assumption },
      strip: strip(briefing), events: briefing.events.map { event($0, id: listedFragment($0, of: briefing)) },
      sources: sourceEntries(briefing.body), sourceSummary: sourceSummary(of: briefing.body),
      citeAs: citation(of: briefing), previous: neighbour(briefing.previous),
      next: neighbour(briefing.next), isHidden: briefing.isWithheld)
  }

  /// Each sign leads to where the briefing tells of it.
  private func strip(_ briefing: BriefingPage) -> PlotView? {
    plot(briefing.events.prefix(catalog.itemsPerPage), rowLimit: 4) { index in
      site.timeline.events[index].tellings.first { $0.page == briefing.id }?.fragment
    }
  }

  /// An event told in front matter has no other place on the page than its entry in the list.
  private func listedFragment(_ index: Int, of briefing: BriefingPage) -> String? {
    site.timeline.events[index].tellings.first { telling in
      telling.page == briefing.id && telling.source.upperBound <= briefing.record.file.bodyStart
    }?.fragment
  }

  private func neighbour(_ slug: Slug?) -> LinkView? { slug.flatMap { link(to: .briefing($0)) } }

  /// "9 claims, 7 on a single source".
  private func claimCount(_ briefing: BriefingPage) -> String? {
    let statuses = briefing.body.statements.indices.compactMap { index in
      catalog.register.standing(of: PageItem(page: briefing.id, index: index))?.status
    }
    guard !statuses.isEmpty else { return nil }
    let single = statuses.count { $0 == .singleSource }
    let text = counted(statuses.count, "claim", "claims")
    if single == 0 { return text }
    return single == statuses.count
      ? "\(text), each on a single source" : "\(text), \(single) on a single source"
  }

  private func statements(_ body: PageBody, where isWanted: (Statement.Role) -> Bool) -> [LinkView] {
    body.statements.filter { isWanted($0.role) }
      .map { LinkView(text: typeset($0.text.capitalizedFirst), url: "#" + SiteAddress.encoded($0.id)) }
  }

  func standing(_ page: StandingPage, body: [UInt8]) -> StandingPageView {
    StandingPageView(
      title: typeset(page.record.title), summary: typeset(page.record.summary), headings: headings(page.body),
      body: body,
      sources: sourceEntries(page.body), isHidden: page.isWithheld)
  }
}
