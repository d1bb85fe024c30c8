import Briefings
import Diagnostics

/// One name has one spelling outside quotations: the one of the entity's name, or of the alias that stands first.
extension Rules {
  func mixedSpellings(_ seen: SeenSpellings) -> [Finding] {
    var house: [Slug: [String: String]] = [:]
    for entity in directory.registry.entities {
      guard let spellings = seen[entity.slug], spellings.count > 1 else { continue }
      let own = HouseSpelling(of: entity)
      let others = spellings.compactMap { written in own.spelling(of: written).map { (written, $0) } }
      if others.contains(where: { $0.1 != Spelling($0.0).text }) {
        house[entity.slug] = Dictionary(uniqueKeysWithValues: others)
      }
    }
    return house.isEmpty ? [] : mixed(house)
  }

  /// - Parameter house: for each entity, by spelling as written, the one that the house prefers.
  private func mixed(_ house: [Slug: [String: String]]) -> [Finding] {
    var uses: [NameSpelling: [SpellingUse]] = [:]
    for page in directory.pages {
      let facts = directory.facts(page)
      let quoted = facts.quotedNames
      for (index, name) in facts.names.enumerated() {
        guard let preferred = house[name.entity]?[name.written], !quoted.contains(index),
          !facts.isQuoted(name.place)
        else { continue }
        let use = SpellingUse(
          written: name.written, isPreferred: Spelling(name.written).text == preferred,
          place: Place(facts.path, name.place.source))
        uses[NameSpelling(entity: name.entity, text: preferred), default: []].append(use)
      }
    }
    return uses.flatMap { name, uses in findings(about: name, uses) }
  }

  private func findings(about name: NameSpelling, _ uses: [SpellingUse]) -> [Finding] {
    let spellings = Set(uses.map { Spelling($0.written).text })
    guard spellings.count > 1 else { return [] }
    let right = uses.first(where: \.isPreferred)
    let preferred = right?.written ?? name.text
    var told: Set<SpellingUse> = []
    return uses.filter { !$0.isPreferred && told.insert($0.onPage).inserted }.map { use in
      Finding(
        .mixedSpelling,
        "'\(use.written)' and '\(preferred)' are one name in two spellings; write '\(preferred)' outside "
          + "quotations", at: use.place,
        notes: right.map { [Finding.Note("written '\(preferred)' here", $0.place)] } ?? [],
        suggestions: [preferred])
    }
  }
}

private struct NameSpelling: Hashable {
  let entity: Slug
  let text: String
}

private struct SpellingUse: Hashable {
  let written: String
  let isPreferred: Bool
  let place: Place

  /// The same for each use in one page.
  var onPage: SpellingUse {
    SpellingUse(written: written, isPreferred: isPreferred, place: Place(place.path))
  }
}

extension Facts {
  /// Indices of the names that stand in annotated quotations.
  fileprivate var quotedNames: Set<Int> {
    var indices: Set<Int> = []
    for annotation in [spans, regions].joined() {
      if case .quote = annotation.role { indices.formUnion(annotation.names) }
    }
    return indices
  }

  /// Whether it stands in a block quotation or between double quotation marks.
  fileprivate func isQuoted(_ place: FoundPlace) -> Bool {
    if place.isQuoted { return true }
    let sentence = Array(sentences[place.sentence].utf8)
    if QuotationDepth(sentence[..<place.marked.lowerBound]).isOpen { return true }
    // What closes behind the name without having been opened there was opened sentences ago.
    return QuotationDepth(sentence[place.marked.upperBound...]).isClosedUnopened
  }
}

/// What double quotation marks open and close in a stretch of a sentence.
private struct QuotationDepth {
  private(set) var isClosedUnopened = false
  private var openers: [Unicode.Scalar] = []

  var isOpen: Bool { !openers.isEmpty }

  init(_ text: ArraySlice<UInt8>) {
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      switch scalar {
      // German closes with the mark with which English opens.
      case "“" where openers.last == "„", "\"" where openers.last == "\"": openers.removeLast()
      case "“", "„", "«", "\"": openers.append(scalar)
      case "”", "»":
        if openers.popLast() == nil { isClosedUnopened = true }
      default: break
      }
    }
  }
}
