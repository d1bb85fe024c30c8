package import Diagnostics
package import EDTF

/// `Content/briefings/…/<slug>.md`.
package struct Briefing: Sendable {
  package var file: ContentFile
  package var slug: Slug
  package var common = CommonMatter()
  package var title = ""
  /// Nil only for a draft.
  package var published: CivilDay?
  /// Where the day is written.
  package var publishedSource: Range<Int>?
  package var updated: CivilDay?
  /// Where `updated` stands.
  package var updatedSource: Range<Int>?
  /// The bottom line: one or two sentences.
  package var summary = ""
  package var authors: [String] = []
  /// Sources read, cited or not, as written.
  package var sources: [Located<String>] = []
  /// Entities the briefing is about, as written.
  package var topics: [Located<String>] = []
  package var yardstick: Yardstick?
  /// Alias → entity, for names with two owners.
  package var prefer: [(alias: Located<String>, entity: Located<String>)] = []
  package var corrections: [Correction] = []
  package var events: [FrontMatterEvent] = []
  /// Files beside an `index.md`: where they lie, and their name below the page's folder.
  package var attachments: [Attachment] = []

  package init(file: ContentFile, slug: Slug) {
    self.file = file
    self.slug = slug
  }
}

package struct Attachment: Sendable {
  package let path: RelativePath
  /// Below the page's own folder: `map.png`.
  package let name: RelativePath

  package init(path: RelativePath, name: RelativePath) {
    self.path = path
    self.name = name
  }
}

package struct Correction: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case correction, clarification, update, retraction
  }
  package let date: CivilDay
  package let kind: Kind
  package let text: String
  package let source: Range<Int>

  package init(date: CivilDay, kind: Kind, text: String, source: Range<Int>) {
    self.date = date
    self.kind = kind
    self.text = text
    self.source = source
  }
}

/// An entry of `events:` in a briefing's front matter.
package struct FrontMatterEvent: Sendable {
  package var id: Located<String>?
  package var date: Located<EDTFDate>
  package var title: String
  package var place: Located<String>?
  package var who: [Located<String>] = []
  package var sources: [Located<String>] = []
  package var reported: Located<EDTFDate>?
  package var status: EventStatus = .occurred
  package var source: Range<Int>

  package init(date: Located<EDTFDate>, title: String, source: Range<Int>) {
    self.date = date
    self.title = title
    self.source = source
  }
}

package enum EventStatus: String, Sendable, CaseIterable {
  case occurred, scheduled, disputed
}

/// The vocabulary of likelihood terms.
package enum Yardstick: String, Sendable, CaseIterable {
  case icd203a = "icd203-a"
  case icd203b = "icd203-b"
  case phia
  case none
}
