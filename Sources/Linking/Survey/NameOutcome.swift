package import Briefings

/// A name seen in a text, and what became of it.
package struct NameOutcome: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The alias as the record spells it.
    case linked(Slug, alias: String)
    /// The page's own entity.
    case ownPage(Slug)
    /// Only found by `[[…]]`: `auto: false`.
    case notAutomatic
    /// Counts only after another name of the entity.
    case awaitsName
    /// Its `from` or `to` excludes the briefing's date.
    case outOfDate
    /// By identifier.
    case ambiguous([Slug])
  }

  package let written: String
  /// In the file.
  package let source: Range<Int>
  package let reason: Reason
}
