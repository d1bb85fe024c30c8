package import Briefings

/// An entity named in a page's text, by `[[…]]` or found by its name.
package struct Mention: Sendable, Equatable {
  package let entity: Slug
  /// `mention-<entity>`, then `-2`, `-3`; unique in its page.
  package let id: String
  /// As the author wrote it.
  package let written: String
  /// Index in `PageBody.sentences`.
  package let sentence: Int
  /// The name, as UTF-8 offsets in that sentence.
  package let marked: Range<Int>
  package let kinds: MentionKinds
  /// Whether it is a link on the page; a later one of its section may be none.
  package let isLinked: Bool
  /// Index in `Annotations.textBlocks`.
  package let block: Int
  /// In that block's text.
  package let textRange: Range<Int>
  /// In the file.
  package let source: Range<Int>

  /// By `[[…]]`.
  package var isExplicit: Bool { kinds.contains(.explicit) }
}

/// The mentions of one entity in one page.
package struct MentionGroup: Sendable, Equatable {
  package let page: PageID
  /// Indices in the page's `PageBody.mentions`, ascending.
  package internal(set) var mentions: [Int]
}

/// A spelling of an entity as it stands in texts.
package struct SeenName: Sendable, Equatable {
  package let text: String
  package let count: Int
}

/// Another entity that stands in the same paragraphs.
package struct RelatedEntity: Sendable, Equatable {
  package let entity: Slug
  /// How many paragraphs name both.
  package let paragraphs: Int
}

/// A relation of the front matter, seen from either end.
package struct EntityRelation: Sendable, Equatable {
  package let other: Slug
  package let kind: String
  /// EDTF as written canonically; nil for none.
  package let from: String?
  package let until: String?
  /// Whether the other entity's record states it.
  package let isIncoming: Bool
}
