import Briefings
import Diagnostics

/// Pages by the paths that they had before: what their `redirects` say.
struct FormerPaths {
  private var pages: [String: PageID] = [:]

  /// Of two pages with one old path, which is an error of its own, the first counts.
  init(_ registry: Registry) {
    for entity in registry.entities { add(.entity(entity.slug), entity.common) }
    for briefing in registry.briefings { add(.briefing(briefing.slug), briefing.common) }
    for page in registry.pages { add(.page(page.slug), page.common) }
    for source in registry.sources { add(.source(source.slug), source.common) }
  }

  private mutating func add(_ page: PageID, _ common: CommonMatter) {
    for path in common.redirects where pages[path.value.string] == nil { pages[path.value.string] = page }
  }

  /// - Parameter path: `entities/kiev/`, with its last slash or without.
  func page(at path: String) -> PageID? {
    pages[path.utf8.last == UInt8(ascii: "/") ? String(path.dropLast()) : path]
  }

  /// The page of a kind that had an identifier before.
  ///
  /// - Parameter kind: as in `[[briefings/truce]]`; nil: the first kind of which there is one.
  func page(named identifier: String, of kind: String? = nil) -> PageID? {
    guard Slug(identifier) != nil else { return nil }
    let kinds = kind.map { [$0] } ?? ["entities", "briefings", "pages"]
    return kinds.lazy.compactMap { kind in
      self.page(at: kind == "pages" ? identifier : "\(kind)/\(identifier)")
    }.first
  }
}
