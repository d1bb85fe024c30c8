import Briefings
import Linking

extension PageContext {
  func entityIndex(page: Int) -> EntityIndexView {
    let slice = catalog.slice(catalog.entities.count, page: page)
    let groups = catalog.entityTypes.compactMap { type, range -> EntityTypeView? in
      let shown = range.clamped(to: slice)
      guard !shown.isEmpty else { return nil }
      return EntityTypeView(title: type.plural, id: type.rawValue, letters: letters(of: type, shown))
    }
    let types = catalog.entityTypes.map { type, range in
      EntityTypeLinkView(
        link: LinkView(
          text: type.plural, url: url(to: typeAddress(type), fragment: type.rawValue), count: range.count),
        letters: (catalog.entityLetters[type] ?? []).map { letter in
          LinkView(text: letter.text, url: url(to: indexAddress(letter.position), fragment: letter.id))
        })
    }
    let count = catalog.entities.count
    return EntityIndexView(
      count: counted(count, "entity", "entities"), types: types,
      isLong: catalog.pageCount(count) > 1, span: span(slice),
      mostMentioned: page == 1 ? mostMentioned(24) : [], groups: groups,
      pagination: pagination(count, page: page) { SiteAddress.entities.page($0) })
  }

  /// The page of the index on which a type begins.
  func typeAddress(_ type: EntityType) -> SiteAddress {
    indexAddress(catalog.entityTypes.first { $0.type == type }?.range.lowerBound ?? 0)
  }

  private func indexAddress(_ position: Int) -> SiteAddress {
    SiteAddress.entities.page(position / catalog.itemsPerPage + 1)
  }

  func mostMentioned(_ count: Int) -> [LinkView] {
    site.mostMentioned.prefix(count).compactMap { slug in
      entity(slug).map { LinkView(text: $0.text, url: $0.url, count: site.entity(slug)?.mentionCount) }
    }
  }

  /// - Parameter shown: positions in `Catalog.entities`.
  private func letters(of type: EntityType, _ shown: Range<Int>) -> [EntityLetterView] {
    let starts = Dictionary(
      (catalog.entityLetters[type] ?? []).map { ($0.position, $0.id) },
      uniquingKeysWith: { first, _ in first })
    var letters: [EntityLetterView] = []
    for position in shown {
      guard let link = entity(catalog.entities[position]),
        let record = site.entity(catalog.entities[position])?.record
      else { continue }
      let filed = FiledName(record)
      let letter = filed.letter
      if letters.last?.letter != letter {
        letters.append(EntityLetterView(letter: letter, id: starts[position], entities: []))
      }
      letters[letters.count - 1].entities.append(
        LinkView(text: typeset(filed.text), url: link.url, summary: typeset(record.summary)))
    }
    return letters
  }

  /// "Abe, Shinzo to Dane, Karl": the first and the last name of a page of a long index.
  private func span(_ shown: Range<Int>) -> String? {
    guard let first = shown.first, let last = shown.last, shown.count < catalog.entities.count else {
      return nil
    }
    let names = [first, last].compactMap { site.entity(catalog.entities[$0])?.record }
      .map { typeset(FiledName($0).text) }
    return names.joined(separator: " to ")
  }
}

/// A letter of the index, and where it begins.
struct IndexLetter: Sendable {
  let text: String
  /// `person-a`, unique in the index.
  let id: String
  /// In `Catalog.entities`.
  let position: Int

  /// Scripts with more first letters than that are led to by the page.
  private static let limit = 64

  /// The letters of one type in order, each where it first stands.
  static func all(of type: EntityType, in range: Range<Int>, letter: (Int) -> String) -> [IndexLetter] {
    var seen: Set<String> = []
    var letters: [IndexLetter] = []
    for position in range {
      let text = letter(position)
      guard seen.insert(text).inserted else { continue }
      let name = text == "#" ? "other" : text.lowercased()
      letters.append(IndexLetter(text: text, id: "\(type.rawValue)-\(name)", position: position))
    }
    guard letters.count > limit else { return letters }
    var pages: Set<Int> = []
    return letters.filter { pages.insert($0.position / PageJob.itemsPerPage).inserted }
  }
}
