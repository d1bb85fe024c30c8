import Briefings
import Diagnostics

extension BodyLinker {
  /// Numbers sources by first use: in the text, then those that attributes and events state, then those read.
  mutating func linkCitations() {
    var numbers: [Slug: Int] = [:]
    body.citations = facts.citations.map { group in
      group.items.map { item in
        let source = source(item.key, at: item.source)
        return PageCitation(
          source: source, number: source.map { number(of: $0, isCited: true, &numbers) },
          locator: item.locator, suppressesAuthor: item.suppressesAuthor, isInText: group.isInText,
          sentence: group.sentence)
      }
    }
    for entry in anchors.entries {
      for stated in facts[entry.shape].statedSources {
        if let slug = shownSource(stated.value) { _ = number(of: slug, isCited: true, &numbers) }
      }
    }
    for event in directory.frontMatterEvents(page) {
      for key in event.sources {
        if let slug = shownSource(key.value) { _ = number(of: slug, isCited: true, &numbers) }
      }
    }
    for key in readSources() {
      if let slug = source(key.value, at: key.source) { _ = number(of: slug, isCited: false, &numbers) }
    }
  }

  private func readSources() -> [Located<String>] {
    if case .entity(let slug) = page { return directory.entity(slug)?.sources ?? [] }
    return directory.briefing(page)?.sources ?? []
  }

  /// Without a finding: it is reported where it is resolved.
  private func shownSource(_ key: String) -> Slug? {
    directory.source(named: key).flatMap { shows(.source($0)) ? $0 : nil }
  }

  private mutating func number(of source: Slug, isCited: Bool, _ numbers: inout [Slug: Int]) -> Int {
    if let number = numbers[source] { return number }
    let number = body.sources.count + 1
    numbers[source] = number
    body.sources.append(
      PageSource(source: source, number: number, isCited: isCited, anchor: anchors.make("source-\(source)")))
    return number
  }

  /// What an annotation rests on: the sources it states, else its citations.
  mutating func cited(by annotation: FoundAnnotation) -> [CitedSource] {
    var cited: [CitedSource] = []
    func add(_ source: CitedSource) { if !cited.contains(source) { cited.append(source) } }
    guard annotation.statedSources.isEmpty else {
      for stated in annotation.statedSources {
        if let slug = source(stated.value, at: stated.source) { add(CitedSource(source: slug, locator: "")) }
      }
      return cited
    }
    for group in annotation.citations {
      for citation in body.citations[group] {
        if let slug = citation.source { add(CitedSource(source: slug, locator: citation.locator)) }
      }
    }
    return cited
  }
}
