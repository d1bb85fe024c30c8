import Briefings

/// What rests on each source, and where each event belongs.
extension SiteBuilder {
  mutating func gatherSources() {
    let toldByPage = toldByPage()
    for page in order {
      guard let body = site.body(of: page) else { continue }
      let told = toldByPage[page] ?? []
      for used in body.sources {
        guard let position = site.index[.source(used.source)], page != .source(used.source) else { continue }
        if case .entity(let slug) = page { site.sources[position].entities.append(slug) }
        site.sources[position].resting.append(resting(on: used, of: page, body, told))
      }
    }
    for source in site.sources {
      guard let origin = source.origin, let position = site.index[.source(origin)] else { continue }
      site.sources[position].copies.append(source.record.slug)
    }
  }

  private typealias Told = [(event: Int, citations: [CitedSource])]

  /// The events that each page tells, ascending, and what its accounts of each cite. O(tellings).
  private func toldByPage() -> [PageID: Told] {
    var told: [PageID: Told] = [:]
    for (index, event) in site.timeline.events.enumerated() {
      for telling in event.tellings {
        // An event entity's own account is no text of its page.
        if case .entity = telling.page, telling.id == nil { continue }
        if told[telling.page]?.last?.event == index {
          let last = (told[telling.page]?.count ?? 1) - 1
          told[telling.page]?[last].citations += telling.citations
        } else {
          told[telling.page, default: []].append((index, telling.citations))
        }
      }
    }
    return told
  }

  private func resting(
    on used: PageSource, of page: PageID, _ body: PageBody, _ told: Told
  ) -> SourcePage.Resting {
    func rests(_ citations: [CitedSource]) -> Bool { citations.contains { $0.source == used.source } }
    return SourcePage.Resting(
      page: page, isCited: used.isCited,
      statements: body.statements.indices.filter { rests(body.statements[$0].citations) },
      quotations: body.quotations.indices.filter { rests(body.quotations[$0].citations) },
      events: told.filter { rests($0.citations) }.map(\.event),
      sentences: sentences(citing: used.source, in: body))
  }

  private func sentences(citing source: Slug, in body: PageBody) -> [Int] {
    var sentences: [Int] = []
    for group in body.citations {
      for citation in group where citation.source == source {
        if let sentence = citation.sentence, sentences.last != sentence { sentences.append(sentence) }
      }
    }
    return sentences
  }

  mutating func gatherEvents() {
    for (index, event) in site.timeline.events.enumerated() {
      for entity in event.entities {
        if let position = site.index[.entity(entity)] { site.entities[position].events.append(index) }
      }
      for page in Set(event.tellings.map(\.page)).sorted() {
        if case .briefing = page, let position = site.index[page] {
          site.briefings[position].events.append(index)
        }
      }
    }
  }
}
