import Briefings
import Diagnostics
import Markdown

extension BodySurvey {
  /// Reads every span's and block's role, then what each rests on and holds.
  mutating func readRoles() {
    var reader = RoleReader(path: facts.path)
    let spans = annotations.spans.map { reader.role(of: $0.attributes, isBlock: false) }
    let regions = annotations.regions.map { region in
      if case .callout(let type) = region.kind { return (FoundRole.callout(type), [Located<String>]()) }
      return reader.role(of: region.attributes, isBlock: true)
    }
    reader.findings.forEach { report($0) }
    let roles = spans.map(\.0)
    let quotes = quotedRanges(roles)
    setSpans(
      spans.indices.map { index in
        span(index, role: spans[index].0, stated: spans[index].1, roles: roles, quotes: quotes)
      })
    setRegions(
      regions.indices.map { index in
        region(index, role: regions[index].0, stated: regions[index].1, quotes: quotes)
      })
  }

  /// Quotations by block: words in them are not the writer's.
  private func quotedRanges(_ roles: [FoundRole]) -> [Int: [Range<Int>]] {
    var ranges: [Int: [Range<Int>]] = [:]
    for (span, role) in zip(annotations.spans, roles) {
      if case .quote = role { ranges[span.block, default: []].append(span.textRange) }
    }
    return ranges
  }

  private mutating func span(
    _ index: Int, role: FoundRole, stated: [Located<String>], roles: [FoundRole],
    quotes: [Int: [Range<Int>]]
  ) -> FoundAnnotation {
    let span = annotations.spans[index]
    let names = nameIndices(in: span.block..<span.block + 1).filter {
      span.textRange.contains(facts.names[$0].place.textRange.lowerBound)
    }
    let links = linkIndices(in: span.block..<span.block + 1).filter {
      span.textRange.contains(facts.links[$0].place.textRange.lowerBound)
    }
    var builder = WordsBuilder()
    if role.isAnnotation {
      let foreign = (quotes[span.block] ?? []).filter { $0 != span.textRange }
      builder.append(
        annotations.textBlocks[span.block], span.textRange,
        foreign: foreign + names.map { facts.names[$0].place.textRange },
        shownNames: shownNames[span.block] ?? [])
    }
    return FoundAnnotation(
      role: role, id: span.attributes.id, idSource: span.attributes.idSource, words: builder.finished(),
      sentence: sentenceText(of: role, around: span.textRange, in: span.block),
      citations: citations(of: index, roles: roles), statedSources: stated, names: names, links: links,
      source: span.source, attributeSource: span.attributes.source,
      start: FoundAnnotation.Start(block: span.block, textOffset: span.textRange.lowerBound),
      blocks: span.block..<span.block + 1, items: [])
  }

  private mutating func sentenceText(
    of role: FoundRole, around range: Range<Int>, in block: Int
  ) -> String {
    guard case .event = role else { return "" }
    let excerpt = excerpt(of: block)
    return excerpt.text(of: excerpt.sentence(around: range), marking: range).text
  }

  private func region(
    _ index: Int, role: FoundRole, stated: [Located<String>], quotes: [Int: [Range<Int>]]
  ) -> FoundAnnotation {
    let region = annotations.regions[index]
    let blocks = region.textBlocks
    let note = blocks.isEmpty ? nil : annotations.textBlocks[blocks.lowerBound].note
    let names = Array(nameIndices(in: blocks))
    let links = Array(linkIndices(in: blocks))
    var builder = WordsBuilder()
    if role.isAnnotation {
      for block in blocks where annotations.textBlocks[block].note == note {
        let text = annotations.textBlocks[block]
        let named = names.map { facts.names[$0].place }.filter { $0.block == block }.map(\.textRange)
        builder.append(
          text, 0..<text.text.count, foreign: (quotes[block] ?? []) + named,
          shownNames: shownNames[block] ?? [])
      }
    }
    let words = builder.finished()
    return FoundAnnotation(
      role: role, id: region.attributes.id, idSource: region.attributes.idSource, words: words,
      sentence: words.text, citations: Array(region.citations), statedSources: stated, names: names,
      links: links, source: region.source, attributeSource: region.attributes.source,
      start: FoundAnnotation.Start(block: blocks.lowerBound, textOffset: -1), blocks: blocks,
      items: items(of: region, role: role))
  }

  private func items(of region: Region, role: FoundRole) -> [FoundAnnotation.Item] {
    guard case .keyJudgments = role else { return [] }
    return region.items.map { blocks in
      let texts = annotations.textBlocks[blocks]
      let start = texts.map(\.source.lowerBound).min() ?? region.source.lowerBound
      let end = texts.map(\.source.upperBound).max() ?? region.source.upperBound
      return FoundAnnotation.Item(
        wordCount: texts.reduce(0) { $0 + $1.wordCount }, blocks: blocks, source: start..<max(start, end))
    }
  }

  /// Names and links are in the order of the page, by block.
  private func nameIndices(in blocks: Range<Int>) -> Range<Int> {
    let start = facts.names.firstIndex(whereSorted: { $0.place.block >= blocks.lowerBound })
    let end = facts.names.firstIndex(whereSorted: { $0.place.block >= blocks.upperBound })
    return start..<end
  }

  private func linkIndices(in blocks: Range<Int>) -> Range<Int> {
    let start = facts.links.firstIndex(whereSorted: { $0.place.block >= blocks.lowerBound })
    let end = facts.links.firstIndex(whereSorted: { $0.place.block >= blocks.upperBound })
    return start..<end
  }
}
