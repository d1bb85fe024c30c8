import Briefings

/// What names, claims, quotations and relations give back to the entities they are about.
extension SiteBuilder {
  mutating func gatherMentions() {
    var names = [[String: Int]](repeating: [:], count: site.entities.count)
    for position in site.briefings.indices {
      let page = site.briefings[position].id
      for (index, mention) in site.briefings[position].body.mentions.enumerated() {
        guard let entity = site.index[.entity(mention.entity)] else { continue }
        site.entities[entity].add(index, on: page)
        if isName(mention) { names[entity][mention.written, default: 0] += 1 }
      }
    }
    for index in site.entities.indices {
      site.entities[index].namesSeen = names[index].map { SeenName(text: $0, count: $1) }.sorted {
        $0.count == $1.count ? $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) : $0.count > $1.count
      }
    }
    site.mostMentioned = site.entities.filter { $0.mentionCount > 0 }.sorted {
      $0.mentionCount == $1.mentionCount
        ? $0.record.slug < $1.record.slug : $0.mentionCount > $1.mentionCount
    }.map(\.record.slug)
  }

  /// Whether what is shown is one of the entity's names, and not a label of the moment.
  private func isName(_ mention: Mention) -> Bool {
    guard mention.isExplicit, let entity = directory.entity(mention.entity) else { return true }
    let written = fold(mention.written)
    return ([entity.name.value] + entity.aliases.map(\.text.value)).contains { fold($0) == written }
  }

  /// Counts the paragraphs that two entities share.
  mutating func gatherRelated() {
    var pairs: [UInt64] = []
    for position in site.briefings.indices {
      let mentions = site.briefings[position].body.mentions
      var start = 0
      while start < mentions.count {
        var end = start
        while end < mentions.count, mentions[end].block == mentions[start].block { end += 1 }
        addPairs(mentions[start..<end], to: &pairs)
        start = end
      }
    }
    pairs.sort()
    var related: [[RelatedEntity]] = Array(repeating: [], count: site.entities.count)
    var start = 0
    while start < pairs.count {
      var end = start
      while end < pairs.count, pairs[end] == pairs[start] { end += 1 }
      let (first, second) = (Int(pairs[start] >> 32), Int(pairs[start] & 0xFFFF_FFFF))
      let count = end - start
      related[first].append(RelatedEntity(entity: site.entities[second].record.slug, paragraphs: count))
      related[second].append(RelatedEntity(entity: site.entities[first].record.slug, paragraphs: count))
      start = end
    }
    for index in related.indices {
      site.entities[index].related = related[index].sorted { isCloser($0, $1) }
    }
  }

  /// A paragraph that names more entities is a list, not a connection.
  private static let pairLimit = 64

  private func addPairs(_ mentions: ArraySlice<Mention>, to pairs: inout [UInt64]) {
    guard mentions.count > 1 else { return }
    let entities = Set(mentions.compactMap { site.index[.entity($0.entity)] }).sorted()
    guard entities.count <= SiteBuilder.pairLimit else { return }
    for (position, first) in entities.enumerated() {
      for second in entities[(position + 1)...] { pairs.append(UInt64(first) << 32 | UInt64(second)) }
    }
  }

  private func isCloser(_ a: RelatedEntity, _ b: RelatedEntity) -> Bool {
    if a.paragraphs != b.paragraphs { return a.paragraphs > b.paragraphs }
    let (first, second) = (directory.entity(a.entity)?.name.value, directory.entity(b.entity)?.name.value)
    if let first, let second, first != second { return first.utf8.lexicographicallyPrecedes(second.utf8) }
    return a.entity < b.entity
  }

  /// Statements, what entities say and are said to be, quotations by their speakers.
  mutating func gatherStatements() {
    for page in order {
      guard let body = site.body(of: page) else { continue }
      if !body.statements.isEmpty { site.firstStatements[page] = site.statements.count }
      for (index, statement) in body.statements.enumerated() {
        let item = PageItem(page: page, index: index)
        site.statements.append(item)
        if case .claim(let claim) = statement.role {
          site.claims.append(item)
          if let by = claim.by, let position = site.index[.entity(by)] {
            site.entities[position].claimsBy.append(item)
          }
        }
        for entity in statement.entities {
          if let position = site.index[.entity(entity)] { site.entities[position].claimsAbout.append(item) }
        }
      }
      for (index, quotation) in body.quotations.enumerated() {
        guard let speaker = quotation.speaker, let position = site.index[.entity(speaker)] else { continue }
        site.entities[position].quotations.append(PageItem(page: page, index: index))
      }
    }
  }

  mutating func gatherTopics() {
    for briefing in site.briefings {
      for topic in briefing.topics {
        if let position = site.index[.entity(topic)] {
          site.entities[position].topicOf.append(briefing.record.slug)
        }
      }
    }
  }

  /// Its own first, then those that others state, by identifier.
  mutating func gatherRelations() {
    for index in site.entities.indices {
      site.entities[index].relations = matter[site.entities[index].id]?.relations ?? []
    }
    for entity in site.entities {
      for relation in matter[entity.id]?.relations ?? [] {
        guard let position = site.index[.entity(relation.other)] else { continue }
        site.entities[position].relations.append(
          EntityRelation(
            other: entity.record.slug, kind: relation.kind, from: relation.from, until: relation.until,
            isIncoming: true))
      }
    }
  }

  mutating func gatherNames() {
    var ids = IdentifierSet()
    for (folded, owners) in directory.targets.sharedNames {
      let shown = owners.filter { visibility.shows(.entity($0)) }
      guard shown.count > 1, let slug = Slug(ids.make(SiteBuilder.slug(of: folded))) else { continue }
      site.sharedNames.append(
        SharedName(slug: slug, text: spelling(of: folded, by: shown), owners: shown))
    }
    site.sharedNames.sort { $0.slug < $1.slug }
  }

  /// As its first owner spells it.
  private func spelling(of folded: String, by owners: [Slug]) -> String {
    let names = owners.compactMap { directory.entity($0) }
      .flatMap { [$0.name.value] + $0.aliases.map(\.text.value) }
    return names.first { fold($0) == folded } ?? folded
  }

  /// Letters and digits of ASCII kept, the rest a hyphen; a name without any is known by its digest.
  private static func slug(of folded: String) -> String {
    var bytes: [UInt8] = []
    for byte in folded.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): bytes.append(byte)
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return bytes.isEmpty
      ? "name-\(ShortDigest.hexadecimal(of: folded))" : String(decoding: bytes, as: UTF8.self)
  }

  mutating func gatherCorrections() {
    let entries = site.briefings.flatMap { briefing in
      briefing.corrections.map { CorrectionEntry(briefing: briefing.record.slug, correction: $0) }
    }
    site.corrections = entries.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      if first.correction.date != second.correction.date {
        return first.correction.date > second.correction.date
      }
      return first.briefing == second.briefing ? a.offset < b.offset : first.briefing < second.briefing
    }.map(\.element)
  }
}

extension EntityPage {
  /// Pages come one after another.
  fileprivate mutating func add(_ mention: Int, on page: PageID) {
    mentionCount += 1
    if mentions.last?.page != page { mentions.append(MentionGroup(page: page, mentions: [])) }
    mentions[mentions.count - 1].mentions.append(mention)
  }
}
