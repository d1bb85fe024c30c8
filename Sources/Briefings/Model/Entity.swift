package import EDTF

/// `Content/entities/…/<slug>.md`.
package struct Entity: Sendable {
  package var file: ContentFile
  package var slug: Slug
  package var common = CommonMatter()
  package var name: Located<String>
  package var type: EntityType
  /// As an index files it, *Leyen, Ursula von der*; nil: by its name.
  package var sortName: String?
  package var aliases: [Alias] = []
  /// Strings never linked to this entity.
  package var not: [Located<String>] = []
  /// One line, shown in lists and hover cards.
  package var summary = ""
  package var sources: [Located<String>] = []
  /// `Q…`.
  package var wikidata: String?
  package var links: [(label: String, url: String)] = []
  /// The addresses of `links`, where they stand.
  package var outward: [Located<String>] = []
  package var relations: [Relation] = []
  /// Dates by type: `born`, `died`, `founded`, `dissolved`, `date`, in this order.
  package var dates: [(key: String, date: Located<EDTFDate>)] = []
  package var place: Located<String>?
  package var within: Located<String>?
  package var parties: [Located<String>] = []
  /// Degrees.
  package var coordinates: (latitude: Double, longitude: Double)?

  package init(file: ContentFile, slug: Slug, name: Located<String>, type: EntityType) {
    self.file = file
    self.slug = slug
    self.name = name
    self.type = type
  }
}

package enum EntityType: String, Sendable, CaseIterable {
  case person, organization, place, event, agreement, work, topic
}

/// Another spelling under which an entity is found in text.
package struct Alias: Sendable {
  package var text: Located<String>
  /// Nil: decided by the alias's form.
  package var isCaseSensitive: Bool?
  /// False: never linked by itself, only by `[[…]]`.
  package var isAutomatic = true
  /// Counts only after another name of the entity has stood in the same briefing.
  package var isAfterName = false
  package var language: String?
  package var from: Located<EDTFDate>?
  package var to: Located<EDTFDate>?

  package init(text: Located<String>) { self.text = text }
}

package struct Relation: Sendable {
  package let to: Located<String>
  package let kind: String
  package let from: Located<EDTFDate>?
  package let until: Located<EDTFDate>?

  package init(
    to: Located<String>, kind: String, from: Located<EDTFDate>?, until: Located<EDTFDate>?
  ) {
    self.to = to
    self.kind = kind
    self.from = from
    self.until = until
  }
}
