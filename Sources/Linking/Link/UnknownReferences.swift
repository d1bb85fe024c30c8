import Briefings
import Diagnostics

extension Directory {
  func unknownEntity(
    _ reference: Located<String>, in path: RelativePath, _ code: FindingCode = .unknownEntity
  ) -> Finding {
    let place = Place(path, reference.source)
    if let moved = targets.formerPaths.page(named: reference.value, of: "entities") {
      return Finding(
        code, "the entity '\(reference.value)' is '\(moved.slug)' now", at: place,
        suggestions: [moved.slug.string])
    }
    return Finding(
      code, "no entity '\(reference.value)'", at: place, suggestions: entitySuggestions(for: reference.value))
  }

  /// By name first: who writes a name instead of an identifier is told the identifier.
  private func entitySuggestions(for text: String) -> [String] {
    if case .page(.entity(let slug)) = targets.outcome(of: text, preferring: [:]) { return [slug.string] }
    return Suggestions.nearest(to: text, among: registry.entities.lazy.map(\.slug.string))
  }

  func unknownSource(_ key: String, at place: Place) -> Finding {
    if let moved = targets.formerPaths.page(named: key, of: "sources") {
      return Finding(
        .unknownSource, "the source '\(key)' is '\(moved.slug)' now", at: place,
        suggestions: [moved.slug.string])
    }
    return Finding(
      .unknownSource, "no source '\(key)'", at: place,
      suggestions: Suggestions.nearest(to: key, among: registry.sources.lazy.map(\.slug.string)))
  }
}
