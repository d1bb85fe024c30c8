import Briefings
import Diagnostics

extension Directory {
  func unknownEntity(
    _ reference: Located<String>, in path: RelativePath, _ code: FindingCode = .unknownEntity
  ) -> Finding {
    Finding(
      code, "no entity '\(reference.value)'", at: Place(path, reference.source),
      suggestions: entitySuggestions(for: reference.value))
  }

  /// By name first: who writes a name instead of an identifier is told the identifier.
  private func entitySuggestions(for text: String) -> [String] {
    if case .page(.entity(let slug)) = targets.outcome(of: text, preferring: [:]) { return [slug.string] }
    return Suggestions.nearest(to: text, among: registry.entities.lazy.map(\.slug.string))
  }

  func unknownSource(_ key: String, at place: Place) -> Finding {
    Finding(
      .unknownSource, "no source '\(key)'", at: place,
      suggestions: Suggestions.nearest(to: key, among: registry.sources.lazy.map(\.slug.string)))
  }
}
