import Briefings
import EDTF
import Foundation
import Linking

extension PageContext {
  func entity(_ entity: EntityPage, page: Int, body: [UInt8]) -> EntityView {
    let isFirst = page == 1
    let lists = EntityLists(entity)
    return EntityView(
      title: typeset(entity.record.name.value), summary: typeset(entity.record.summary),
      type: typeLink(entity.record.type), kind: entity.record.type.rawValue,
      facts: isFirst ? facts(entity) : [],
      namesSeen: isFirst ? entity.namesSeen.prefix(24).map { LinkView(text: $0.text, count: $0.count) } : [],
      mentionCount: isFirst ? mentionCount(entity) : nil, headings: isFirst ? headings(entity.body) : [],
      body: body, plot: plot(slice(entity.events, page: page)),
      events: slice(entity.events, page: page).map { event($0).without(self.entity(entity.record.slug)) },
      quotations: slice(entity.quotations, page: page).compactMap { quotation($0, showsSpeaker: false) },
      claimsBy: slice(entity.claimsBy, page: page).compactMap { claim($0, showsSpeaker: false) },
      claimsAbout: slice(entity.claimsAbout, page: page).compactMap { claim($0) },
      contents: contents(entity, lists, page: page), topicOf: cards(slice(entity.topicOf, page: page)),
      mentions: mentions(entity, page: page),
      related: slice(entity.related, page: page).compactMap { related($0) },
      graph: isFirst ? graph(entity) : nil,
      sources: isFirst ? sourceEntries(entity.body) : [],
      pagination: pagination(lists.count, page: page) { entity.address.page($0) }, isHidden: entity.isWithheld
    )
  }

  /// Where the lists of this page begin, with the length of each whole list.
  private func contents(_ entity: EntityPage, _ lists: EntityLists, page: Int) -> [LinkView] {
    let start = (page - 1) * catalog.itemsPerPage
    let shown = lists.counts.filter { $0.count > start }
    guard shown.count > 1, shown.reduce(0, { $0 + $1.count - start }) > PageContext.screenful else {
      return []
    }
    return shown.map { list in
      LinkView(text: title(of: list.part, entity), url: "#site-\(list.part.rawValue)", count: list.count)
    }
  }

  /// Below that many entries a page needs no list of its parts.
  private static let screenful = 12

  private func title(of part: EntityLists.Part, _ entity: EntityPage) -> String {
    switch part {
    case .topic: "Briefings"
    case .events: "Events"
    case .quotations: "In their own words"
    case .claimsBy: "Claims made"
    case .claimsAbout: "Claims about this \(entity.record.type.rawValue)"
    case .mentions: "Mentions"
    case .related: "Most often beside"
    }
  }

  private func typeLink(_ type: EntityType) -> LinkView {
    LinkView(text: type.singular, url: url(to: typeAddress(type), fragment: type.rawValue))
  }

  private func related(_ related: RelatedEntity) -> LinkView? {
    entity(related.entity).map {
      LinkView(text: $0.text, url: $0.url, isEntity: true, count: related.paragraphs)
    }
  }

  private func mentionCount(_ entity: EntityPage) -> String? {
    guard entity.mentionCount > 0 else { return nil }
    let pages = counted(entity.mentions.count, "text", "texts")
    return "\(pages), \(counted(entity.mentionCount, "time", "times"))"
  }

  // MARK: Mentions

  /// The page's hundred mentions, grouped again.
  private func mentions(_ entity: EntityPage, page: Int) -> [MentionGroupView] {
    let wanted = catalog.slice(entity.mentionCount, page: page)
    guard !wanted.isEmpty else { return [] }
    let offsets = catalog.mentionOffsets[entity.record.slug]
    var group = offsets.map { Catalog.group(holding: wanted.lowerBound, in: $0) } ?? 0
    var offset = offsets?[group] ?? 0
    var views: [MentionGroupView] = []
    while group < entity.mentions.count, offset < wanted.upperBound {
      let entry = entity.mentions[group]
      let lower = max(0, wanted.lowerBound - offset)
      let upper = min(entry.mentions.count, wanted.upperBound - offset)
      if lower < upper, let view = mentionGroup(entry.page, entry.mentions[lower..<upper]) {
        views.append(view)
      }
      offset += entry.mentions.count
      group += 1
    }
    return views
  }

  private func mentionGroup(_ page: PageID, _ indices: ArraySlice<Int>) -> MentionGroupView? {
    guard let link = link(to: page), let body = site.body(of: page) else { return nil }
    return MentionGroupView(
      page: LinkView(text: link.text, url: link.url), date: site.published(page).map { date($0) },
      sentences: indices.map { mention(body.mentions[$0], in: body, of: page) })
  }

  private func mention(_ mention: Mention, in body: PageBody, of page: PageID) -> MentionView {
    var sentence = body.sentences[mention.sentence]
    let (before, name, after) = sentence.withUTF8 { bytes in
      let marked = mention.marked.clamped(to: 0..<bytes.count)
      return (
        String(decoding: bytes[..<marked.lowerBound], as: UTF8.self),
        String(decoding: bytes[marked], as: UTF8.self),
        String(decoding: bytes[marked.upperBound...], as: UTF8.self)
      )
    }
    return MentionView(
      before: typeset(before), marked: typeset(name, after: before), after: typeset(after, after: name),
      kinds: mention.kinds.words,
      url: url(to: page.address, fragment: mention.id))
  }

  // MARK: Facts

  private func facts(_ entity: EntityPage) -> [FactView] {
    let record = entity.record
    var facts = record.dates.map { FactView(label: $0.key.capitalizedFirst, date: date($0.date.value)) }
    func add(_ label: String, _ links: [LinkView]) {
      if !links.isEmpty { facts.append(FactView(label: label, links: links)) }
    }
    add("Place", [self.entity(entity.place)].compactMap { $0 })
    add("Within", [self.entity(entity.within)].compactMap { $0 })
    add("Parties", entities(entity.parties))
    let relations = entity.relations.prefix(catalog.itemsPerPage)
    facts += relations.filter { !$0.isIncoming }.compactMap { relation($0) }
    add("Also named by", incoming(relations))
    add("Shared names", sharedNames(entity))
    if let point = record.coordinates {
      facts.append(FactView(label: "Coordinates", text: "\(point.latitude), \(point.longitude)"))
    }
    var elsewhere = record.links.map { PageContext.outward($0.label, $0.url) }
    if let wikidata = record.wikidata {
      elsewhere.append(
        PageContext.outward("Wikidata \(wikidata)", "https://www.wikidata.org/wiki/\(wikidata)"))
    }
    add("Elsewhere", elsewhere)
    add("Rests on", entity.sources.compactMap { link(to: .source($0)) })
    return facts
  }

  /// Names that others own, too, each leading to the page that offers all owners.
  private func sharedNames(_ entity: EntityPage) -> [LinkView] {
    (catalog.namesShared[entity.record.slug] ?? []).prefix(catalog.itemsPerPage).map { position in
      let name = site.sharedNames[position]
      return LinkView(text: typeset(name.text), url: url(to: name.address))
    }
  }

  /// Relations that other records state: "Ukraine", with "president of".
  private func incoming(_ relations: some Sequence<EntityRelation>) -> [LinkView] {
    relations.filter(\.isIncoming).compactMap { relation in
      entity(relation.other).map {
        LinkView(text: $0.text, url: $0.url, summary: typeset(relation.kind), isEntity: true)
      }
    }
  }

  /// "President of", Ukraine, "from 2019".
  private func relation(_ relation: EntityRelation) -> FactView? {
    guard var other = entity(relation.other) else { return nil }
    let span = [words("from", relation.from), words("until", relation.until)].compactMap { $0 }
      .joined(separator: " ")
    other.summary = span.isEmpty ? nil : span
    return FactView(label: typeset(relation.kind.capitalizedFirst), links: [other])
  }

  private func words(_ preposition: String, _ edtf: String?) -> String? {
    guard let edtf, let date = try? EDTFDate(parsing: edtf) else { return nil }
    return "\(preposition) \(date.words(language: language))"
  }
}

extension Catalog {
  /// The last group that begins at or before `position`. O(log groups).
  static func group(holding position: Int, in offsets: [Int]) -> Int {
    var low = 0
    var high = offsets.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if offsets[middle] <= position { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension EntityType {
  var singular: String { rawValue.capitalizedFirst }

  var plural: String {
    switch self {
    case .person: "People"
    case .organization: "Organizations"
    case .place: "Places"
    case .event: "Events"
    case .agreement: "Agreements"
    case .work: "Works"
    case .topic: "Topics"
    }
  }
}

extension String {
  var capitalizedFirst: String {
    guard let first = utf8.first, first < 0x80 else { return prefix(1).uppercased() + dropFirst() }
    let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
    return isSmall ? String(UnicodeScalar(first - 0x20)) + String(unicodeScalars.dropFirst()) : self
  }
}
