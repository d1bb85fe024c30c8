package import Briefings

/// Words verbatim from a source.
package struct Quotation: Sendable, Equatable {
  /// Unique in its page: the author's, or `quote-` and the digest.
  package let id: String
  package let hasExplicitID: Bool
  package let page: PageID
  package let shape: AnnotationShape
  /// With the quotation marks around it, and the way back to the file.
  package let words: AnnotatedWords
  /// Without the quotation marks around it.
  package let text: String
  /// 8 hexadecimal digits over the words, white space collapsed.
  package let digest: String
  /// Nil: unknown or missing, and reported.
  package let speaker: Slug?
  package let translatedBy: String?
  /// BCP 47.
  package let language: String?
  package let citations: [CitedSource]
  /// Whether the writer cites anything for it, known or not.
  package let isCited: Bool
  /// In the file, the whole construct.
  package let source: Range<Int>
  /// In the file, the group `{…}`.
  package let attributeSource: Range<Int>
}
