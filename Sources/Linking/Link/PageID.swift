package import Briefings

/// A page made from one file of `Content/`.
package enum PageID: Hashable, Sendable {
  case briefing(Slug)
  case entity(Slug)
  case source(Slug)
  /// `Content/pages/`; `index` introduces the home page.
  case page(Slug)

  package var slug: Slug {
    switch self {
    case .briefing(let slug), .entity(let slug), .source(let slug), .page(let slug): slug
    }
  }

  package var address: SiteAddress {
    switch self {
    case .briefing(let slug): PageID.address("briefings/", slug)
    case .entity(let slug): PageID.address("entities/", slug)
    case .source(let slug): PageID.address("sources/", slug)
    case .page(let slug): slug.string == "index" ? .home : PageID.address("", slug)
    }
  }

  private static func address(_ folder: String, _ slug: Slug) -> SiteAddress {
    SiteAddress(path: String(joining: folder, slug.string, "/"))
  }

  /// As the kind is stated in `[[briefings/truce]]`, and the order of kinds.
  package var kind: String {
    switch self {
    case .briefing: "briefings"
    case .entity: "entities"
    case .source: "sources"
    case .page: "pages"
    }
  }
}

extension PageID: Comparable {
  package static func < (a: PageID, b: PageID) -> Bool {
    a.kind == b.kind ? a.slug < b.slug : a.kind.utf8.lexicographicallyPrecedes(b.kind.utf8)
  }
}

/// The `index`th of a page's statements, quotations or mentions: which list, the field that holds it says.
package struct PageItem: Hashable, Sendable, Comparable {
  package let page: PageID
  package let index: Int

  package init(page: PageID, index: Int) {
    self.page = page
    self.index = index
  }

  package static func < (a: PageItem, b: PageItem) -> Bool {
    a.page == b.page ? a.index < b.index : a.page < b.page
  }
}
