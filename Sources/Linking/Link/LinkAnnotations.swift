import Briefings
import Diagnostics
import EDTF

extension BodyLinker {
  mutating func linkAnnotations() {
    body.spans = facts.spans.map { PageAnnotation(cssClass: $0.role.cssClass) }
    body.regions = facts.regions.map { PageAnnotation(cssClass: $0.role.cssClass) }
    for entry in anchors.entries {
      let role = facts[entry.shape].role
      var shown = PageAnnotation(id: entry.id, cssClass: role.cssClass)
      switch entry.referent {
      case .statement(let index):
        shown.statement = index
        body.statements.append(statement(entry))
      case .quotation(let index):
        shown.quotation = index
        body.quotations.append(quotation(entry))
      case .event, nil: break
      }
      if case .event(let event) = role { tell(event, entry) }
      if case .keyJudgments = role { body.keyJudgments.append(keyJudgments(entry)) }
      switch entry.shape {
      case .span(let index): body.spans[index] = shown
      case .region(let index): body.regions[index] = shown
      }
    }
    for (index, event) in directory.frontMatterEvents(page).enumerated() {
      tell(event, id: anchors.eventIDs[index])
    }
  }

  // MARK: Statements

  private mutating func statement(_ entry: PageAnchors.Entry) -> Statement {
    let found = facts[entry.shape]
    let role: Statement.Role =
      switch found.role {
      case .claim(let claim): .claim(self.claim(claim))
      case .judgment(let judgment): .judgment(self.judgment(judgment))
      case .gap: .gap
      default: .assumption
      }
    return Statement(
      role: role, id: entry.id ?? "", hasExplicitID: found.id != nil, page: page, shape: entry.shape,
      blocks: found.blocks, words: found.words, citations: cited(by: found), isCited: found.isCited,
      entities: entities(in: found), source: found.source,
      attributeSource: found.attributeSource)
  }

  private mutating func claim(_ found: FoundClaim) -> Statement.Claim {
    Statement.Claim(
      kind: found.kind, status: found.status, credibility: found.credibility, by: entity(found.by),
      asOf: found.asOf, disputes: statements(found.disputes), supersedes: statements(found.supersedes))
  }

  private mutating func judgment(_ found: FoundJudgment) -> Statement.Judgment {
    Statement.Judgment(
      confidence: found.confidence, likelihood: found.likelihood?.value,
      probability: found.probability?.value, basedOn: statements(found.basedOn),
      statesBasis: found.basedOn.contains { !isWithheld($0) }, likelihoodSource: found.likelihood?.source,
      probabilitySource: found.probability?.source)
  }

  /// Mentions are in the order of the page, by block.
  private func entities(in found: FoundAnnotation) -> [Slug] {
    var entities: [Slug] = []
    let start = body.mentions.firstIndex(whereSorted: { $0.block >= found.blocks.lowerBound })
    for mention in body.mentions[start...] {
      guard mention.block < found.blocks.upperBound else { break }
      guard found.source.contains(mention.source.lowerBound), !entities.contains(mention.entity)
      else { continue }
      entities.append(mention.entity)
    }
    return entities
  }

  // MARK: Quotations

  private mutating func quotation(_ entry: PageAnchors.Entry) -> Quotation {
    let found = facts[entry.shape]
    var quote = FoundQuote()
    if case .quote(let said) = found.role { quote = said }
    return Quotation(
      id: entry.id ?? "", hasExplicitID: found.id != nil, page: page, shape: entry.shape,
      words: found.words, text: QuotationMarks.stripped(found.words.text),
      digest: ShortDigest.hexadecimal(of: found.words.text),
      speaker: speaker(quote.speaker), translatedBy: quote.translatedBy,
      language: quote.language, citations: cited(by: found), isCited: found.isCited,
      source: found.source,
      attributeSource: found.attributeSource)
  }

  /// A quotation without its speaker would be another one: who is withheld cannot be quoted.
  private mutating func speaker(_ reference: Located<String>?) -> Slug? {
    if let reference, let slug = directory.entity(named: reference), !shows(.entity(slug)) {
      report(
        .unknownSpeaker, "the speaker '\(slug)' is withheld; publish it or take the quotation out",
        at: reference.source)
      return nil
    }
    return entity(reference, .unknownSpeaker)
  }

  private func keyJudgments(_ entry: PageAnchors.Entry) -> KeyJudgments {
    var region = 0
    if case .region(let index) = entry.shape { region = index }
    let found = facts[entry.shape]
    return KeyJudgments(
      region: region, source: found.source,
      items: found.items.map {
        KeyJudgments.Item(wordCount: $0.wordCount, blocks: $0.blocks, source: $0.source)
      })
  }

  // MARK: References between annotations

  private mutating func statements(_ references: [Located<String>]) -> [PageItem] {
    var items: [PageItem] = []
    for reference in references {
      guard let (target, referent) = referent(reference) else { continue }
      guard shows(target) else {
        reportWithheld(target, at: reference)
        continue
      }
      if case .statement(let index) = referent { items.append(PageItem(page: target, index: index)) }
    }
    return items
  }

  mutating func reportWithheld(_ target: PageID, at reference: Located<String>) {
    report(
      .withheld, "'\(directory.title(target))' is withheld, so that nothing here refers to it",
      at: reference.source)
  }

  /// Whether it names an annotation of a page that is not shown.
  private func isWithheld(_ reference: Located<String>) -> Bool {
    guard let hash = reference.value.utf8.firstIndex(of: UInt8(ascii: "#")),
      let slug = Slug(String(reference.value[..<hash])), directory.contains(.briefing(slug))
    else { return false }
    return !shows(.briefing(slug))
  }

  /// What `id` or `briefing#id` names; nil and reported when there is nothing.
  mutating func referent(_ reference: Located<String>) -> (PageID, PageAnchors.Referent)? {
    let parts = reference.value.utf8.split(
      separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false
    ).map { String($0) ?? "" }
    let target: PageID
    if parts.count == 2, !parts[0].isEmpty {
      guard let slug = Slug(parts[0]), directory.contains(.briefing(slug)) else {
        report(
          .unknownReference, "no briefing '\(parts[0])'", at: reference.source,
          suggestions: Suggestions.nearest(
            to: parts[0], among: directory.registry.briefings.map(\.slug.string)
          ).map { "\($0)#\(parts[1])" })
        return nil
      }
      target = .briefing(slug)
    } else {
      target = page
    }
    if let referent = directory.anchors[target]?.referents[parts[parts.count - 1]] {
      return (target, referent)
    }
    let ids = directory.anchors[target]?.referents.keys.sorted() ?? []
    let prefix = target == page ? "" : "\(target.slug)#"
    report(
      .unknownReference, "no annotation '\(reference.value)'", at: reference.source,
      suggestions: Suggestions.nearest(to: parts[parts.count - 1], among: ids).map { prefix + $0 })
    return nil
  }
}
