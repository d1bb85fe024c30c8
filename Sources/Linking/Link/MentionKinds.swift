import Briefings

/// How an entity is named, and what stands around its name.
package struct MentionKinds: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `[[…]]`.
  package static let explicit = MentionKinds(rawValue: 1)
  /// By another name than that of its page.
  package static let alias = MentionKinds(rawValue: 2)
  package static let inClaim = MentionKinds(rawValue: 4)
  /// Annotated, or a block quotation.
  package static let inQuotation = MentionKinds(rawValue: 8)
  /// In the sentence of a quotation whose speaker it is.
  package static let asSpeaker = MentionKinds(rawValue: 16)
  package static let inEvent = MentionKinds(rawValue: 32)
}

/// The kinds that a page's annotations give to the names and links in them.
struct SurroundingKinds {
  /// In step with `Facts.names` and `Facts.links`.
  private var names: [MentionKinds]
  private var links: [MentionKinds]
  private var spoken: [Spoken] = []
  private let facts: Facts

  private struct Spoken {
    let speaker: Slug
    let block: Int
    /// The first and the last words: a sentence may hold only one end of it.
    let start: [UInt8]
    let end: [UInt8]
  }

  init(_ facts: Facts) {
    self.facts = facts
    names = Array(repeating: [], count: facts.names.count)
    links = Array(repeating: [], count: facts.links.count)
    for annotation in facts.spans { add(annotation) }
    for annotation in facts.regions { add(annotation) }
  }

  private mutating func add(_ annotation: FoundAnnotation) {
    let kind: MentionKinds
    switch annotation.role {
    case .claim: kind = .inClaim
    case .event: kind = .inEvent
    case .quote(let quote):
      kind = .inQuotation
      if let speaker = quote.speaker.flatMap({ Slug($0.value) }) { add(annotation, by: speaker) }
    default: return
    }
    for index in annotation.names { names[index].insert(kind) }
    for index in annotation.links { links[index].insert(kind) }
  }

  private mutating func add(_ annotation: FoundAnnotation, by speaker: Slug) {
    let words = Array(annotation.words.text.utf8)
    guard !words.isEmpty else { return }
    spoken.append(
      Spoken(
        speaker: speaker, block: annotation.start.block, start: Array(words.prefix(12)),
        end: Array(words.suffix(12))))
  }

  /// - Parameter name: the name of the entity's page.
  func kinds(of named: NamedEntity, called name: String) -> MentionKinds {
    var kinds = named.link.map { links[$0].union(.explicit) } ?? named.name.map { names[$0] } ?? []
    if named.place.isQuoted { kinds.insert(.inQuotation) }
    if named.link == nil, isAlias(named.written, name) { kinds.insert(.alias) }
    let isSpeaker = spoken.contains { quotation in
      quotation.speaker == named.entity && quotation.block == named.place.block
        && shares(quotation, named.place)
    }
    if isSpeaker, !kinds.contains(.inQuotation) { kinds.insert(.asSpeaker) }
    return kinds
  }

  private func isAlias(_ written: String, _ name: String) -> Bool {
    !written.utf8.elementsEqual(name.utf8) && fold(written) != fold(name)
  }

  private func shares(_ quotation: Spoken, _ place: FoundPlace) -> Bool {
    let sentence = Array(facts.sentences[place.sentence].utf8)
    return [quotation.start, quotation.end].contains { words in
      sentence.count >= words.count
        && (0...sentence.count - words.count).contains {
          sentence[$0..<$0 + words.count].elementsEqual(words)
        }
    }
  }
}
