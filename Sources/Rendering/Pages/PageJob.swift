package import Briefings
package import Diagnostics
package import Linking

/// One page to be written. Pages of a list are counted from 1.
package enum PageJob: Hashable, Sendable {
  case home
  case briefing(Slug)
  case archive(page: Int)
  case entity(Slug, page: Int)
  case entityIndex(page: Int)
  case sharedName(Slug)
  case timeline(page: Int)
  case year(Int)
  case month(year: Int, month: Int, page: Int)
  case undated(page: Int)
  case selection(TimelineSelection, page: Int)
  case source(Slug, page: Int)
  case bibliography(page: Int)
  /// The whole register, or a part of it.
  case claims(RegisterPart?, page: Int)
  case corrections(page: Int)
  case standing(Slug)
  /// From an old path, below the output, to a page.
  case redirect(RelativePath, to: PageID)
  case notFound

  package static let itemsPerPage = SiteAddress.itemsPerPage

  var kind: PageKind {
    switch self {
    case .home: .home
    case .briefing: .briefing
    case .archive: .briefings
    case .entity: .entity
    case .entityIndex: .entities
    case .sharedName: .sharedName
    case .timeline, .year, .month, .undated, .selection: .timeline
    case .source: .source
    case .bibliography: .sources
    case .claims: .claims
    case .corrections: .corrections
    case .standing: .page
    case .redirect: .redirect
    case .notFound: .notFound
    }
  }

  /// Where the page stands.
  package var address: SiteAddress {
    switch self {
    case .home: .home
    case .briefing(let slug): PageID.briefing(slug).address
    case .archive(let page): SiteAddress.briefings.page(page)
    case .entity(let slug, let page): PageID.entity(slug).address.page(page)
    case .entityIndex(let page): SiteAddress.entities.page(page)
    case .sharedName(let slug): .name(slug)
    case .timeline(let page): SiteAddress.timeline.page(page)
    case .year(let year): .year(year)
    case .month(let year, let month, let page): SiteAddress.month(month, of: year).page(page)
    case .undated(let page): SiteAddress.undated.page(page)
    case .selection(let selection, let page): SiteAddress.timeline(selection).page(page)
    case .source(let slug, let page): PageID.source(slug).address.page(page)
    case .bibliography(let page): SiteAddress.sources.page(page)
    case .claims(nil, let page): SiteAddress.claims.page(page)
    case .claims(let part?, let page): SiteAddress.claims(part).page(page)
    case .corrections(let page): SiteAddress.corrections.page(page)
    case .standing(let slug): PageID.page(slug).address
    case .redirect(let path, _): PageJob.address(ofRedirect: path)
    case .notFound: .notFound
    }
  }

  /// `old/page` and `old/page.html`: a path without an ending is a folder's.
  private static func address(ofRedirect path: RelativePath) -> SiteAddress {
    let isFile = path.lastSegment.utf8.contains(UInt8(ascii: "."))
    return SiteAddress(path: isFile ? path.string : path.string + "/")
  }

  /// The page of `Content/` it is made from, nil for lists.
  package var content: PageID? {
    switch self {
    case .briefing(let slug): .briefing(slug)
    case .entity(let slug, 1): .entity(slug)
    case .source(let slug, 1): .source(slug)
    case .standing(let slug): .page(slug)
    default: nil
    }
  }

  /// The page of `Content/` whose body it shows: the home page has an introduction.
  package var bodyPage: PageID? { self == .home ? Slug("index").map { .page($0) } : content }

  /// Whether it shows what an author wrote as a whole: only there may rendering find something. Lists are made of what
  /// linking has checked.
  package var showsBody: Bool { content != nil || self == .home }
}
