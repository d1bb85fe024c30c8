package import EDTF

/// `Content/sources/<slug>.md`: one record a source; the body is its descriptor.
package struct Source: Sendable {
  package enum Address: Sendable, Equatable {
    case url(String)
    /// `url: unknown`: the page says that no address is known.
    case unknown
    case missing
  }

  package var file: ContentFile
  package var slug: Slug
  package var common = CommonMatter()
  package var title = ""
  /// An entity's identifier, or a name.
  package var publisher: Located<String>
  /// A CSL type: `article-newspaper`, `webpage`, `report`…
  package var type: String?
  package var authors: [String] = []
  package var published: Located<EDTFDate>?
  package var language: String?
  package var address: Address = .missing
  package var accessed: CivilDay?
  /// Where `accessed` stands.
  package var accessedSource: Range<Int>?
  package var archiveURL: String?
  /// `url` and `archive-url`, where they stand.
  package var outward: [Located<String>] = []
  package var archived: CivilDay?
  /// The source it copies (wire copies count once).
  package var origin: Located<String>?
  /// Admiralty code, `A` to `F`.
  package var reliability: String?

  package init(file: ContentFile, slug: Slug, publisher: Located<String>) {
    self.file = file
    self.slug = slug
    self.publisher = publisher
  }
}
