package import Diagnostics

/// The pages asked for last, as many as fit in a number of bytes.
package struct PageCache: Sendable {
  private let limit: Int
  private var pages: [RelativePath: (page: ShownPage, used: Int)] = [:]
  package private(set) var size = 0
  private var clock = 0

  /// - Parameter limit: in bytes of pages.
  package init(limit: Int) { self.limit = limit }

  package mutating func page(at path: RelativePath) -> ShownPage? {
    guard let found = pages[path] else { return nil }
    clock += 1
    pages[path]?.used = clock
    return found.page
  }

  /// Keeps a page; the ones not asked for the longest make room. One larger than the limit is not kept.
  package mutating func keep(_ page: ShownPage, at path: RelativePath) {
    remove(path)
    guard page.bytes.count <= limit else { return }
    clock += 1
    pages[path] = (page, clock)
    size += page.bytes.count
    if size > limit { shrink() }
  }

  package mutating func removeAll() {
    pages = [:]
    size = 0
  }

  private mutating func remove(_ path: RelativePath) {
    if let old = pages.removeValue(forKey: path) { size -= old.page.bytes.count }
  }

  /// Down to three quarters, so that sorting is paid for by many pages.
  private mutating func shrink() {
    let byAge = pages.map { (path: $0.key, used: $0.value.used) }.sorted { $0.used < $1.used }
    for (path, _) in byAge where size > limit / 4 * 3 { remove(path) }
  }
}
