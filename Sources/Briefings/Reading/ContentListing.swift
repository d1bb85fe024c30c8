package import Diagnostics

package enum ContentKind: String, Sendable, CaseIterable {
  case briefing, entity, source, page

  /// The folder below `Content/`.
  package var folder: String {
    switch self {
    case .briefing: "briefings"
    case .entity: "entities"
    case .source: "sources"
    case .page: "pages"
    }
  }

  /// Whether a word stands in addresses already, so that nothing of this kind can have it for its identifier.
  package func reserves(_ slug: Slug) -> Bool {
    switch (self, slug.string) {
    case (.page, "index"): false
    case (_, "page"), (_, "index"), (.entity, "names"): true
    case (.page, let word):
      ["assets", "briefings", "claims", "corrections", "entities", "sources", "timeline"].contains(word)
    default: false
    }
  }
}

/// A file that holds a record, known by its name alone.
package struct ContentItem: Sendable, Hashable {
  package let path: RelativePath
  package let kind: ContentKind
  package let slug: Slug

  package init(path: RelativePath, kind: ContentKind, slug: Slug) {
    self.path = path
    self.kind = kind
    self.slug = slug
  }
}

/// What lies in `Content/`, by names alone; every list sorted by the bytes of its paths.
package struct ContentListing: Sendable {
  /// `Content/site.yaml`, if it is there.
  package var site: RelativePath?
  package var items: [ContentItem] = []
  /// Below `Content/static`, named below it.
  package var staticFiles: [Attachment] = []
  /// Pictures that belong to no page's folder, named below `Content`.
  package var pictures: [Attachment] = []
  /// Receipts of quotations: `Content/sources/receipts/<source>.jsonl`.
  package var receipts: [RelativePath] = []
  /// The writer's copies of sources, never published: `Content/sources/text/…/<source>.txt`.
  package var texts: [RelativePath] = []
  /// Everything else, named below `Content`.
  package var otherFiles: [Attachment] = []
  /// Files beside an `index.md`, by that `index.md`.
  package var attachments: [RelativePath: [Attachment]] = [:]
  package var findings: [Finding] = []

  package init() {}
}
