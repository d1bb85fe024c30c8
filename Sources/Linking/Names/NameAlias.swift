/// One spelling under which an entity is found in text.
package struct NameAlias: Sendable {
  package let text: String
  /// The entity's index, in whatever list the caller keeps.
  package let owner: Int
  /// Nil: decided by the alias's form.
  package var isCaseSensitive: Bool?
  /// False: never linked by itself. It is matched all the same, so that no shorter name is found inside it.
  package var isAutomatic = true
  /// Counts only after another name of the entity has stood in the same briefing.
  package var isAfterName = false
  /// The first and last day on which the alias means its owner, as the caller counts days; not looked at here.
  package var fromDay: Int?
  package var toDay: Int?

  package init(text: String, owner: Int) {
    self.text = text
    self.owner = owner
  }

  /// Whether it means its owner wherever it stands.
  var isUnconditional: Bool { isAutomatic && !isAfterName && fromDay == nil && toDay == nil }
}

/// A string that never means the entity in question, although one of its names stands in it.
package struct NameExclusion: Sendable {
  package let text: String
  package let owner: Int

  package init(text: String, owner: Int) {
    self.text = text
    self.owner = owner
  }
}

/// A name found in a text.
package struct NameMatch: Sendable, Equatable {
  /// UTF-8 offsets in the text; a possessive is left outside, an accent typed after its letter is inside.
  package let textRange: Range<Int>
  /// Indices of all aliases that match there, in ascending order, whoever owns them.
  package let candidates: [Int]
}
