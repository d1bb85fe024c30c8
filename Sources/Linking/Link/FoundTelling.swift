import Briefings
import Diagnostics
import EDTF

/// One account of an event, before accounts are joined.
struct FoundTelling {
  /// Which account: the `index`th of a page's, or an event entity's own (nil).
  struct Key: Hashable {
    let page: PageID
    let index: Int?
  }

  let key: Key
  let id: String?
  let path: RelativePath
  let date: Located<EDTFDate>
  let reported: EDTFDate?
  let text: String
  let place: Slug?
  let who: [Slug]
  let status: EventStatus
  let citations: [CitedSource]
  let source: Range<Int>
  /// Accounts of the same event.
  let joins: [Key]
}

extension BodyLinker {
  /// An annotated span or block.
  mutating func tell(_ event: FoundEvent, _ entry: PageAnchors.Entry) {
    guard case .event(let index) = entry.referent else { return }
    let (place, who) = (entity(event.place), event.who.compactMap { entity($0) })
    let joins = event.sameAs.compactMap { joined($0) } + [joined(entity: event.event)].compactMap { $0 }
    let annotation = facts[entry.shape]
    let cited = cited(by: annotation)
    guard let date = event.date else { return }
    tellings.append(
      FoundTelling(
        key: FoundTelling.Key(page: page, index: index), id: entry.id, path: facts.path, date: date,
        reported: event.reported?.value, text: annotation.sentence, place: place, who: who,
        status: event.status, citations: cited, source: annotation.source, joins: joins))
  }

  /// The `index`th entry of the front matter's events.
  mutating func tell(_ event: FrontMatterEvent, id: String) {
    guard case .event(let index) = anchors.referents[id] else { return }
    let (place, who) = (entity(event.place), event.who.compactMap { entity($0) })
    let cited = event.sources.compactMap { source($0.value, at: $0.source) }
    tellings.append(
      FoundTelling(
        key: FoundTelling.Key(page: page, index: index), id: id, path: facts.path, date: event.date,
        reported: event.reported?.value, text: event.title, place: place, who: who, status: event.status,
        citations: cited.map { CitedSource(source: $0, locator: "") }, source: event.source, joins: []))
  }

  private mutating func joined(_ reference: Located<String>) -> FoundTelling.Key? {
    guard let (target, referent) = referent(reference) else { return nil }
    guard shows(target) else {
      reportWithheld(target, at: reference)
      return nil
    }
    guard case .event(let index) = referent else {
      report(.unknownReference, "'\(reference.value)' is no event", at: reference.source)
      return nil
    }
    return FoundTelling.Key(page: target, index: index)
  }

  private mutating func joined(entity reference: Located<String>?) -> FoundTelling.Key? {
    guard let reference else { return nil }
    if let slug = directory.entity(named: reference), directory.entity(slug)?.type != .event {
      report(.badAttribute, "'\(reference.value)' is no entity of type event", at: reference.source)
      return nil
    }
    return entity(reference).map { FoundTelling.Key(page: .entity($0), index: nil) }
  }
}
