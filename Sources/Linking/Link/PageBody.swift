package import Briefings

/// What the body of a page says, resolved against the whole site.
///
/// Indices into `Annotations` hold because survey and render read the same bytes by the same function.
package struct PageBody: Sendable {
  /// For the table of contents, in order.
  package var headings: [PageHeading] = []
  /// For the reading time; code and markup are not counted.
  package var wordCount = 0
  /// Sentences that mentions and citations refer to, in order.
  package var sentences: [String] = []
  /// In the order of the page.
  package var mentions: [Mention] = []
  /// In step with `Annotations.citations`, an entry an item.
  package var citations: [[PageCitation]] = []
  /// What is cited, numbered by first use, then what was only read.
  package var sources: [PageSource] = []
  /// Identifiers, in step with `Annotations.notes`.
  package var noteIDs: [String] = []
  /// In the order of the page.
  package var statements: [Statement] = []
  package var quotations: [Quotation] = []
  package var keyJudgments: [KeyJudgments] = []
  /// In step with `Annotations.links`; nil: leads nowhere that may be shown.
  package var links: [PageLink?] = []
  /// In step with `Annotations.images`; nil: there is no such picture.
  package var images: [SiteAddress?] = []
  /// In step with `Annotations.spans` and `.regions`: how each is shown.
  package var spans: [PageAnnotation] = []
  package var regions: [PageAnnotation] = []

  /// In minutes, at 230 words a minute, at least one.
  package var readingMinutes: Int { max(1, (wordCount + 115) / 230) }

  /// Every identifier that a link may lead to, but for events of the front matter.
  package var identifiers: Set<String> {
    var identifiers = Set(headings.map(\.id) + noteIDs + sources.map(\.anchor))
    identifiers.formUnion((spans + regions).compactMap(\.id))
    identifiers.formUnion(mentions.compactMap(\.id))
    return identifiers
  }
}

package struct PageHeading: Sendable, Equatable {
  /// 1 to 6.
  package let level: Int
  package let text: String
  package let id: String
}

/// One citation's item.
package struct PageCitation: Sendable, Equatable {
  /// Nil: no such source, and reported.
  package let source: Slug?
  /// In `PageBody.sources`, counted from 1.
  package let number: Int?
  package let locator: String
  package let suppressesAuthor: Bool
  package let isInText: Bool
  /// Index in `PageBody.sentences`.
  package let sentence: Int?
}

/// An entry in a page's list of sources.
package struct PageSource: Sendable, Equatable {
  package let source: Slug
  /// Counted from 1; those only read follow those cited.
  package let number: Int
  package let isCited: Bool
  /// Its entry's identifier in the page: `source-<slug>`.
  package let anchor: String
}

/// Where a link of the text leads.
package enum PageLink: Sendable, Equatable {
  /// A page of the site, with a fragment in it; `id` is an explicit mention's, `name` what is shown
  /// when the writer gave no label.
  case page(PageID, fragment: String?, name: String?, id: String?)
  /// The page that offers every owner of a name.
  case name(Slug)
  /// A file or a generated page of the site.
  case address(SiteAddress, fragment: String?)
  /// Somewhere else, as written.
  case elsewhere(String)
}

/// How an annotated span or block is shown.
package struct PageAnnotation: Sendable, Equatable {
  /// Nil for none.
  package var id: String?
  /// The role (`claim`, `key-judgments`, `callout note`…), empty when it has none.
  package var cssClass: String
  /// Index in `PageBody.statements` or `.quotations`, when it is one.
  package var statement: Int?
  package var quotation: Int?
  /// Index in `Timeline.events`, when it is one and published.
  package var event: Int?
}

/// A `key-judgments` block.
package struct KeyJudgments: Sendable, Equatable {
  /// Index in `Annotations.regions`.
  package let region: Int
  /// In the file.
  package let source: Range<Int>
  package let items: [Item]

  package struct Item: Sendable, Equatable {
    package let wordCount: Int
    /// Indices in `Annotations.textBlocks`.
    package let blocks: Range<Int>
    /// In the file.
    package let source: Range<Int>
  }
}
