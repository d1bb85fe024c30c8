import Briefings
import EDTF
import Linking
import Tradecraft

extension PageContext {
  func source(_ source: SourcePage, page: Int, body: [UInt8]) -> SourceView {
    let isFirst = page == 1
    let count = max(source.resting.count, source.entities.count)
    return SourceView(
      title: typeset(source.record.title), publisher: publisher(of: source),
      language: source.record.language == language ? nil : source.record.language,
      facts: isFirst ? facts(source) : [], headings: isFirst ? headings(source.body) : [], body: body,
      resting: slice(source.resting, page: page).compactMap { resting($0, of: source) },
      entities: slice(source.entities, page: page).compactMap { entity($0) },
      sources: isFirst ? sourceEntries(source.body) : [],
      pagination: pagination(count, page: page) { source.address.page($0) }, isHidden: source.isWithheld)
  }

  private func facts(_ source: SourcePage) -> [FactView] {
    let record = source.record
    var facts: [FactView] = []
    func add(_ label: String, _ text: String?) {
      if let text, !text.isEmpty { facts.append(FactView(label: label, text: text)) }
    }
    add(record.authors.count == 1 ? "Author" : "Authors", record.authors.joined(separator: ", "))
    facts.append(FactView(label: "Publisher", links: [publisher(of: source)]))
    if let published = record.published {
      facts.append(FactView(label: "Published", date: date(published.value)))
    }
    add("Kind", record.type.map { kind($0) })
    add("Language", record.language.map { LanguageName.english($0) })
    switch record.address {
    case .url(let url): facts.append(FactView(label: "Address", links: [PageContext.outward(url, url)]))
    case .unknown: add("Address", "No address is known.")
    case .missing: break
    }
    if let accessed = record.accessed { facts.append(FactView(label: "Read on", date: date(accessed))) }
    if let archive = record.archiveURL {
      facts.append(
        FactView(
          label: "Archived", date: record.archived.map { date($0) },
          links: [PageContext.outward("copy", archive)]))
    }
    if let origin = source.origin.flatMap({ link(to: .source($0)) }) {
      facts.append(FactView(label: "Copies", links: [origin]))
    }
    let copies = source.copies.prefix(catalog.itemsPerPage).compactMap { link(to: .source($0)) }
    if !copies.isEmpty { facts.append(FactView(label: "Copied by", links: copies)) }
    add("Claims", claimCount(source))
    add("Reliability", record.reliability.map { grade($0) })
    return facts
  }

  /// "25 rest on it, 24 on it alone".
  private func claimCount(_ source: SourcePage) -> String? {
    let standings = source.resting.flatMap { resting in
      resting.statements.compactMap {
        catalog.register.standing(of: PageItem(page: resting.page, index: $0))
      }
    }
    guard !standings.isEmpty else { return nil }
    let alone = standings.count { $0.publications == 1 }
    let all = grouped(standings.count) + (standings.count == 1 ? " rests on it" : " rest on it")
    return alone == standings.count
      ? all + " alone" : all + ", \(alone == 0 ? "none" : grouped(alone)) on it alone"
  }

  /// A CSL type in words: `article-newspaper` is a "Newspaper article".
  private func kind(_ type: String) -> String {
    let parts = type.split(separator: "-").map(String.init)
    let isArticle = parts.count > 1 && parts[0] == "article"
    let words = isArticle ? parts.dropFirst() + ["article"] : parts[...]
    return words.joined(separator: " ").capitalizedFirst
  }

  /// The Admiralty code's words for a source's reliability.
  private func grade(_ grade: String) -> String {
    switch grade {
    case "A": "A: completely reliable"
    case "B": "B: usually reliable"
    case "C": "C: fairly reliable"
    case "D": "D: not usually reliable"
    case "E": "E: unreliable"
    case "F": "F: cannot be judged"
    default: grade
    }
  }

  private func resting(_ resting: SourcePage.Resting, of source: SourcePage) -> RestingView? {
    guard let link = link(to: resting.page), let body = site.body(of: resting.page) else { return nil }
    return RestingView(
      page: LinkView(text: link.text, url: link.url), date: site.published(resting.page).map { date($0) },
      isOnlyRead: !resting.isCited,
      claims: resting.statements.compactMap {
        claim(PageItem(page: resting.page, index: $0), of: source)
      },
      quotations: resting.quotations.compactMap {
        quotation(PageItem(page: resting.page, index: $0), showsSpeaker: true)
      },
      events: resting.events.map { event($0) },
      sentences: resting.sentences.map { typeset(body.sentences[$0]) })
  }

  /// On the page of its source, whose publisher is not named again.
  private func claim(_ item: PageItem, of source: SourcePage) -> ClaimView? {
    var view = claim(item, showsPage: false, showsSources: false)
    if view?.by?.text == publisher(of: source).text { view?.by = nil }
    return view
  }

  func bibliography(page: Int) -> BibliographyView {
    BibliographyView(
      count: counted(catalog.sources.count, "source", "sources"),
      sources: slice(catalog.sources, page: page).compactMap { sourceLine($0) },
      pagination: pagination(catalog.sources.count, page: page) { SiteAddress.sources.page($0) })
  }
}
