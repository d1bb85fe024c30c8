package import Briefings

/// A name seen in a text, and what became of it.
package struct NameOutcome: Sendable, Equatable {
  package enum Reason: Sendable, Equatable {
    /// The alias as the record spells it.
    case linked(Slug, alias: String, Choice)
    /// `[[…]]`.
    case explicit(Slug)
    /// The page's own entity.
    case ownPage(Slug)
    /// Only found by `[[…]]`: `auto: false`.
    case notAutomatic([Slug])
    /// Counts only after another name of the entity.
    case awaitsName([Slug])
    /// Its `from` or `to` excludes the briefing's date.
    case outOfDate([Slug])
    /// By identifier.
    case ambiguous([Slug])
    /// The briefing's `prefer` names an entity that is withheld.
    case preferredOwnerWithheld(Slug)
    /// It stands inside a string of their `not`.
    case excluded([Slug], by: String)
    /// A hyphen joins it to a word that is no name: *Kyiv-Pechersk*.
    case joined([Slug])
    /// It would be their alias in other capitals.
    case otherCapitals([Slug], alias: String)
    /// It stands where names are not looked for.
    case unsearched(Place, [Slug])
  }

  /// Why it is this owner's.
  package enum Choice: Sendable, Equatable {
    case onlyOwner
    /// The other owners' `from` and `to` exclude the briefing's date.
    case date
    /// The other owners have not been named in the page.
    case named
    /// The briefing's `prefer`.
    case preference
  }

  package enum Place: Sendable, Equatable {
    case heading, link, code
    /// It begins inside a construct and ends outside of it.
    case acrossMarkup
  }

  package let written: String
  /// In the file.
  package let source: Range<Int>
  package let reason: Reason
}
