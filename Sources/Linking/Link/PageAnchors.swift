import Briefings
import Diagnostics
import Markdown

/// Every identifier of one page: the author's as they are, the others made from the order of the page.
struct PageAnchors: Sendable {
  /// What an identifier belongs to.
  enum Referent: Equatable {
    /// Index in `PageBody.statements`.
    case statement(Int)
    /// Index in `PageBody.quotations`.
    case quotation(Int)
    /// Index in the page's tellings of events.
    case event(Int)
  }

  /// One annotation in the order of the page.
  struct Entry {
    let shape: AnnotationShape
    let id: String?
    let referent: Referent?
  }

  /// In the order of the page, a block before the spans in it.
  private(set) var entries: [Entry] = []
  /// In step with the front matter's events.
  private(set) var eventIDs: [String] = []
  private(set) var noteIDs: [String] = []
  /// By identifier.
  private(set) var referents: [String: Referent] = [:]
  /// In the order of the page, the explicit and the automatic ones.
  private(set) var mentions: [NamedEntity] = []
  private(set) var findings: [Finding] = []
  private var ids = IdentifierSet()
  private let path: RelativePath

  init(
    of facts: Facts, targets: TargetTable, preferring preferred: [String: Slug], events: [FrontMatterEvent]
  ) {
    path = facts.path
    let count = facts.headings.count + facts.spans.count + facts.regions.count
    ids.reserve(2 * count + facts.names.count + facts.noteLabels.count)
    claimWrittenIDs(of: facts, events)
    nameAnnotations(of: facts)
    nameEvents(events)
    noteIDs = facts.noteLabels.enumerated().map { index, label in
      ids.make(PageAnchors.noteID(label, number: index + 1))
    }
    mentions = NamedEntity.all(in: facts, targets: targets, preferring: preferred)
    for index in mentions.indices {
      mentions[index].id = ids.make("mention-" + mentions[index].entity.string)
    }
  }

  func contains(_ id: String) -> Bool { ids.contains(id) }

  /// The identifier as the page writes it, where `id` is the same but for its Unicode normalization.
  func spelling(of id: String) -> String? { ids.spelling(of: id) }

  /// An identifier that the page does not use yet.
  mutating func make(_ base: String) -> String { ids.make(base) }

  private mutating func claimWrittenIDs(of facts: Facts, _ events: [FrontMatterEvent]) {
    var written: [(id: String, source: Range<Int>)] = []
    for heading in facts.headings where heading.isExplicit {
      written.append((heading.id, heading.idSource ?? heading.source))
    }
    for anchor in facts.anchors { written.append((anchor.id, anchor.source)) }
    for list in [facts.spans, facts.regions] {
      for annotation in list {
        if let id = annotation.id { written.append((id, annotation.idSource ?? annotation.source)) }
      }
    }
    for event in events { if let id = event.id { written.append((id.value, id.source)) } }
    written.sort {
      ($0.source.lowerBound, $0.source.upperBound) < ($1.source.lowerBound, $1.source.upperBound)
    }
    for heading in facts.headings where !heading.isExplicit { written.append((heading.id, heading.source)) }
    for (id, source) in written { claim(id, at: source) }
  }

  private mutating func claim(_ id: String, at source: Range<Int>) {
    if id.utf8.starts(with: "site-".utf8) {
      findings.append(
        Finding(
          .badAttribute, "identifiers that begin with 'site-' are the templates' own", at: Place(path, source)
        ))
    }
    guard let first = ids.claim(id, at: source) else { return }
    findings.append(
      Finding(
        .duplicateID, "the identifier '\(id)' is used twice in this page", at: Place(path, source),
        notes: [Finding.Note("first defined here", Place(path, first))]))
  }

  private mutating func nameAnnotations(of facts: Facts) {
    var counts: [String: Int] = [:]
    var (statements, quotations, events) = (0, 0, eventIDs.count)
    for shape in PageAnchors.order(of: facts) {
      let annotation = facts[shape]
      let referent: Referent?
      switch annotation.role {
      case .claim, .judgment, .assumption, .gap:
        referent = .statement(statements)
        statements += 1
      case .quote:
        referent = .quotation(quotations)
        quotations += 1
      case .event:
        referent = .event(events)
        events += 1
      default: referent = nil
      }
      let id = annotation.id ?? referent.map { _ in makeID(annotation, &counts) }
      if let id, let referent { refer(id, to: referent) }
      entries.append(Entry(shape: shape, id: id, referent: referent))
    }
  }

  /// Annotations in the order of the page.
  private static func order(of facts: Facts) -> [AnnotationShape] {
    let shapes =
      facts.regions.indices.map(AnnotationShape.region) + facts.spans.indices.map(AnnotationShape.span)
    let starts = facts.regions.map(\.start) + facts.spans.map(\.start)
    return shapes.indices.sorted { starts[$0] == starts[$1] ? $0 < $1 : starts[$0] < starts[$1] }.map {
      shapes[$0]
    }
  }

  /// Front matter's events follow the body's.
  private mutating func nameEvents(_ events: [FrontMatterEvent]) {
    let first = entries.count { if case .event = $0.referent { true } else { false } }
    for (index, event) in events.enumerated() {
      let id = event.id?.value ?? ids.make("event-\(first + index + 1)")
      eventIDs.append(id)
      refer(id, to: .event(first + index))
    }
  }

  private mutating func refer(_ id: String, to referent: Referent) {
    if referents[id] == nil { referents[id] = referent }
  }

  /// `claim-1`, or the next number that is free; a quotation's is its digest.
  private mutating func makeID(_ annotation: FoundAnnotation, _ counts: inout [String: Int]) -> String {
    if case .quote = annotation.role {
      return ids.make("quote-\(ShortDigest.hexadecimal(of: annotation.words.text))")
    }
    let role = annotation.role.cssClass
    var number = counts[role] ?? 1
    while ids.contains("\(role)-\(number)") { number += 1 }
    counts[role] = number + 1
    return ids.make("\(role)-\(number)")
  }

  /// A label of plain letters keeps its name.
  private static func noteID(_ label: String?, number: Int) -> String {
    guard let label, !label.isEmpty else { return "note-\(number)" }
    let isPlain = label.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isPlain ? "note-\(label)" : "note-\(number)"
  }
}

/// Identifiers in use on a page.
struct IdentifierSet {
  private var taken: Set<String> = []
  /// Where authors wrote theirs.
  private var places: [String: Range<Int>] = [:]
  private var next: [String: Int] = [:]

  func contains(_ id: String) -> Bool { taken.contains(id) }

  /// `String` compares by canonical equivalence, browsers do not.
  func spelling(of id: String) -> String? { taken.firstIndex(of: id).map { taken[$0] } }

  mutating func reserve(_ count: Int) { taken.reserveCapacity(count) }

  /// Takes an author's identifier; the place of the first use when it is taken.
  mutating func claim(_ id: String, at source: Range<Int>) -> Range<Int>? {
    guard taken.insert(id).inserted else { return places[id] ?? source }
    places[id] = source
    return nil
  }

  /// `base`, else `base-2`, `base-3`…, whichever is free; amortized O(1).
  mutating func make(_ base: String) -> String {
    if taken.insert(base).inserted { return base }
    var number = next[base] ?? 2
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    next[base] = number + 1
    return "\(base)-\(number)"
  }
}
