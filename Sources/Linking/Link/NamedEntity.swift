import Briefings
import Markdown

/// A place where an entity is named, by `[[…]]` or by its name.
struct NamedEntity {
  let entity: Slug
  let place: FoundPlace
  let written: String
  /// Index in `Facts.names`, nil for an explicit one.
  let name: Int?
  /// Index in `Facts.links` for an explicit one.
  let link: Int?
  var id = ""

  /// In the order of the page. A page's links to itself are no mentions.
  static func all(
    in facts: Facts, targets: TargetTable, preferring preferred: [String: Slug]
  ) -> [NamedEntity] {
    var result = facts.names.enumerated().map {
      NamedEntity(
        entity: $0.element.entity, place: $0.element.place, written: $0.element.written, name: $0.offset,
        link: nil)
    }
    for (index, link) in facts.links.enumerated() {
      guard case .wiki = link.use, !link.target.isEmpty,
        let page = targets.outcome(of: link.target, preferring: preferred).page,
        case .entity(let entity) = page, page != facts.page
      else { continue }
      result.append(
        NamedEntity(entity: entity, place: link.place, written: link.text, name: nil, link: index))
    }
    return result.indices.sorted { a, b in
      let (first, second) = (result[a].place, result[b].place)
      return (first.block, first.textRange.lowerBound, a) < (second.block, second.textRange.lowerBound, b)
    }.map { result[$0] }
  }
}
