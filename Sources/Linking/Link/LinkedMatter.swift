import Briefings
import Diagnostics
import EDTF

/// A page's front matter, its references resolved.
struct LinkedMatter {
  var topics: [Slug] = []
  var place: Slug?
  var within: Slug?
  var parties: [Slug] = []
  /// As the entity's own record states them.
  var relations: [EntityRelation] = []
  var publisher: Slug?
  var origin: Slug?
}

extension BodyLinker {
  mutating func linkMatter() -> LinkedMatter {
    linkSocialPicture()
    switch page {
    case .briefing: return linkBriefing()
    case .entity(let slug): return directory.entity(slug).map { linkEntity($0) } ?? LinkedMatter()
    case .source(let slug): return directory.source(slug).map { linkSource($0) } ?? LinkedMatter()
    case .page: return LinkedMatter()
    }
  }

  private mutating func linkBriefing() -> LinkedMatter {
    var matter = LinkedMatter()
    guard let briefing = directory.briefing(page) else { return matter }
    for topic in briefing.topics {
      if let slug = entity(topic), !matter.topics.contains(slug) { matter.topics.append(slug) }
    }
    for (_, owner) in briefing.prefer { _ = entity(owner) }
    return matter
  }

  private mutating func linkEntity(_ record: Entity) -> LinkedMatter {
    var matter = LinkedMatter()
    matter.place = entity(record.place)
    matter.within = entity(record.within)
    matter.parties = record.parties.compactMap { entity($0) }
    for relation in record.relations {
      guard let other = entity(relation.to) else { continue }
      matter.relations.append(
        EntityRelation(
          other: other, kind: relation.kind, from: relation.from?.value.text,
          until: relation.until?.value.text, isIncoming: false))
    }
    tellEvent(record, matter)
    return matter
  }

  /// An entity of type event tells its own event.
  private mutating func tellEvent(_ record: Entity, _ matter: LinkedMatter) {
    guard record.type == .event, let date = record.dates.first(where: { $0.key == "date" })?.date else {
      return
    }
    let cited = body.sources.map { CitedSource(source: $0.source, locator: "") }
    tellings.append(
      FoundTelling(
        key: FoundTelling.Key(page: page, index: nil), id: nil, path: facts.path, date: date, reported: nil,
        text: record.summary.isEmpty ? record.name.value : record.summary, place: matter.place,
        who: matter.parties, status: .occurred, citations: cited, source: date.source, joins: []))
  }

  private mutating func linkSource(_ record: Source) -> LinkedMatter {
    var matter = LinkedMatter()
    // A publisher that no entity is called by is a name.
    if let slug = directory.entity(named: record.publisher) {
      if shows(.entity(slug)) {
        matter.publisher = slug
      } else {
        report(
          .unknownEntity, "the publisher '\(slug)' is withheld; publish it or write a name",
          at: record.publisher.source)
      }
    }
    if let origin = record.origin { matter.origin = source(origin.value, at: origin.source) }
    return matter
  }

  private mutating func linkSocialPicture() {
    guard let image = directory.common(page).image else { return }
    if Destinations.isRemote(image.value) {
      report(
        .remoteImage, "social cards take no picture of another host: copy '\(image.value)' beside the text",
        at: image.source)
    } else if Destinations(directory).picture(image.value, on: page) == nil {
      report(.missingImage, "there is no picture '\(image.value)'", at: image.source)
    }
  }
}
