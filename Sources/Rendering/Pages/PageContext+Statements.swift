import Briefings
import EDTF
import Linking
import Tradecraft

extension PageContext {
  func card(_ briefing: BriefingPage) -> BriefingCardView {
    BriefingCardView(
      title: typeset(briefing.record.title), url: url(to: briefing.address),
      summary: typeset(briefing.record.summary),
      published: briefing.record.published.map { date($0) },
      updated: briefing.record.updated.map { date($0) },
      topics: entities(Array(briefing.topics.prefix(2))), readingMinutes: briefing.body.readingMinutes,
      sourceCount: counted(briefing.body.sources.count { $0.isCited }, "source", "sources"),
      isHidden: briefing.isWithheld)
  }

  func cards(_ slugs: some Sequence<Slug>) -> [BriefingCardView] {
    slugs.compactMap { site.briefing($0).map { card($0) } }
  }

  /// A statement in a list. On the page of the one who says so, `showsSpeaker` is false.
  func claim(_ item: PageItem, showsSpeaker: Bool = true, showsPage: Bool = true, showsSources: Bool = true)
    -> ClaimView?
  {
    guard let statement = site.statement(item) else { return nil }
    let status = catalog.register.standing(of: item)?.status
    var view = ClaimView(
      text: typeset(statement.text.capitalizedFirst), url: url(to: item.page.address, fragment: statement.id),
      status: status?.rawValue,
      chip: status.map { chip($0) }, page: showsPage ? link(to: item.page) : nil,
      sources: showsSources ? publishers(statement.citations) : [])
    switch statement.role {
    case .claim(let claim):
      view.by = showsSpeaker ? entity(claim.by) : nil
      // A publisher that speaks for itself is named once.
      if let by = view.by { view.sources.removeAll { $0.text == by.text } }
      view.asOf = claim.asOf.map { date($0) }
      view.kind = claim.kind == .forecast ? "Forecast" : nil
      view.credibility = claim.credibility.map { "Credibility \($0) of 6" }
    case .judgment(let judgment):
      view.chip = catalog.register.likelihood(of: item).map {
        ChipView(
          text: "\($0.term.name), \($0.term.lower)–\($0.term.upper) %", cssClass: "good", url: nil)
      }
      view.kind = "Judgment" + (judgment.confidence.map { ", \($0.rawValue) confidence" } ?? "")
    case .assumption: view.kind = "Assumption"
    case .gap: view.kind = "Gap"
    }
    return view
  }

  func chip(_ status: ClaimStatus) -> ChipView {
    let cssClass =
      switch status {
      case .corroborated, .severalSources: "good"
      case .disputed, .denied, .refuted, .superseded, .withdrawn: "bad"
      case .unverified, .singleSource: "unsure"
      }
    let part = RegisterPart.status(status)
    let url = catalog.register.contains(part) ? self.url(to: .claims(part)) : nil
    return ChipView(text: status.words, cssClass: cssClass, url: url)
  }

  func quotation(_ item: PageItem, showsSpeaker: Bool) -> QuotationView? {
    guard let quotation = site.quotation(item), let page = link(to: item.page, fragment: quotation.id) else {
      return nil
    }
    return QuotationView(
      text: typeset("\"\(quotation.text)\""), language: quotation.language,
      speaker: showsSpeaker ? entity(quotation.speaker) : nil, page: page,
      sources: quotation.citations.compactMap { citation($0) })
  }

  func correction(_ correction: Correction, of briefing: Slug?) -> CorrectionView {
    CorrectionView(
      date: date(correction.date), kind: correction.kind.rawValue.capitalizedFirst,
      text: typeset(correction.text),
      briefing: briefing.flatMap { link(to: .briefing($0)) })
  }

  func sourceLine(_ slug: Slug) -> SourceLineView? {
    guard let source = site.source(slug) else { return nil }
    let record = source.record
    let count = source.resting.reduce(0) { $0 + $1.statements.count }
    return SourceLineView(
      title: typeset(record.title), url: url(to: source.address),
      language: record.language == language ? nil : record.language,
      authors: record.authors.isEmpty ? nil : record.authors.joined(separator: ", "),
      publisher: publisher(of: source), published: record.published.map { date($0.value) },
      grade: record.reliability.map { "Grade \($0)" },
      restingCount: count == 0 ? nil : counted(count, "statement rests on it", "statements rest on it"))
  }

  func sourceEntries(_ body: PageBody) -> [SourceEntryView] {
    body.sources.compactMap { entry in
      sourceLine(entry.source).map {
        SourceEntryView(anchor: entry.anchor, number: entry.number, isCited: entry.isCited, source: $0)
      }
    }
  }
}
