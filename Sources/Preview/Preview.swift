package import Diagnostics
package import Publishing
import Rendering

/// What the preview shows now: the last good site, what is wrong since, and who looks at it.
///
/// The only shared state. A site is immutable and exchanged as a whole; pages are rendered by whoever asks, outside.
package actor Preview {
  /// The last site without errors; nil until there was one.
  package private(set) var site: BuiltSite?
  /// Counts exchanges, so that a page of an older site is not kept.
  private var edition = 0
  private var report: Report
  private(set) var base = "/"
  private var cache: PageCache
  private var made: [RelativePath: [UInt8]]?
  private var readers: [Int: Reader] = [:]
  private var nextReader = 0

  private struct Reader {
    let path: RelativePath
    /// Of the page that the browser shows; nil when it is not known.
    var digest: ContentDigest?
    /// Of the same page without the names of style sheets.
    var plainDigest: ContentDigest?
    let events: AsyncStream<Event>.Continuation
  }

  /// A request as far as it is answered from what is known.
  package struct Found: Sendable {
    package let route: Route
    package let page: ShownPage?
    package let made: [UInt8]?
    package let site: BuiltSite?
    package let edition: Int
    package let base: String
  }

  /// - Parameter cacheLimit: how many bytes of pages are kept.
  package init(cacheLimit: Int, report: Report) {
    cache = PageCache(limit: cacheLimit)
    self.report = report
  }

  // MARK: Asking

  package func find(_ request: PageRequest) -> Found {
    let route = Route(request, in: site, base: base) { Set(madeFiles.keys) }
    var page: ShownPage?
    var bytes: [UInt8]?
    switch route {
    case .page(let path, _): page = cache.page(at: path)
    case .made(let path): bytes = madeFiles[path]
    default: break
    }
    return Found(route: route, page: page, made: bytes, site: site, edition: edition, base: base)
  }

  /// Feeds and the like, made when they are first asked for.
  private var madeFiles: [RelativePath: [UInt8]] {
    if let made { return made }
    let files = site?.madeFiles ?? []
    let found = Dictionary(files.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    made = found
    return found
  }

  /// Keeps a page that was rendered from the site of an edition.
  package func keep(_ page: ShownPage, at path: RelativePath, of edition: Int) {
    if edition == self.edition { cache.keep(page, at: path) }
  }

  // MARK: Readers

  /// Paths that browsers show.
  package var openPaths: Set<RelativePath> { Set(readers.values.map(\.path)) }

  /// Opens a stream for a browser that shows a page. What it has missed it is told at once.
  ///
  /// - Parameter digest: of the page that it shows.
  package func open(_ path: RelativePath, digest: ContentDigest?) -> (id: Int, events: AsyncStream<Event>) {
    let (events, continuation) = AsyncStream.makeStream(of: Event.self, bufferingPolicy: .bufferingNewest(64))
    let id = nextReader
    nextReader += 1
    continuation.yield(.report(report.message(for: site?.source(at: path))))
    var reader = Reader(path: path, digest: digest, events: continuation)
    let now = shown(at: path)
    if now?.digest != digest { continuation.yield(.reload) }
    reader.digest = now?.digest
    reader.plainDigest = now.map { plain($0) }
    readers[id] = reader
    return (id, events)
  }

  package func close(_ id: Int) { readers.removeValue(forKey: id)?.events.finish() }

  /// Ends every stream: the server stops.
  package func closeAll() {
    for id in readers.keys.sorted() { close(id) }
  }

  /// Keeps connections alive.
  package func beat() {
    for reader in readers.values { reader.events.yield(.beat) }
  }

  private func shown(at path: RelativePath) -> ShownPage? {
    if let kept = cache.page(at: path) { return kept }
    let page = site?.shown(at: path, base: base)
    if let page, case .page? = site?.item(at: path) { cache.keep(page, at: path) }
    return page
  }

  private func plain(_ page: ShownPage) -> ContentDigest {
    guard let site else { return page.digest }
    return ContentDigest(StyleSheets(site).plain(page.published))
  }

  // MARK: Exchanging

  /// Shows another site.
  ///
  /// - Parameters:
  ///   - pages: those that browsers hold open, rendered from it already.
  ///   - copied: files below the base path that were copied from `Content/` and have other bytes now.
  /// - Returns: how many browsers were told to load their page again.
  @discardableResult
  package func show(
    _ site: BuiltSite, _ report: Report, pages: [RelativePath: ShownPage], copied: [RelativePath]
  ) -> Int {
    let old = self.site
    let oldSheets = old.map { StyleSheets($0) }
    self.site = site
    self.report = report
    base = site.basePath
    edition += 1
    made = nil
    cache.removeAll()
    for (path, page) in pages { if case .page? = site.item(at: path) { cache.keep(page, at: path) } }
    let sheets = StyleSheets(site)
    var changes = oldSheets?.changes(to: sheets) ?? []
    let otherFiles = copied.filter { !$0.string.hasSuffix(".css") }
    changes += copied.filter { $0.string.hasSuffix(".css") }.map { [$0.string, $0.string] }
    var reloads = 0
    for id in readers.keys.sorted() {
      guard let reader = readers[id] else { continue }
      let page = pages[reader.path] ?? shown(at: reader.path)
      let plainDigest = page.map { plain($0) }
      if !otherFiles.isEmpty || plainDigest != reader.plainDigest {
        reader.events.yield(.reload)
        reloads += 1
      } else if page?.digest != reader.digest || !changes.isEmpty {
        reader.events.yield(.styles(changes))
      }
      readers[id]?.digest = page?.digest
      readers[id]?.plainDigest = plainDigest
      reader.events.yield(.report(report.message(for: site.source(at: reader.path))))
    }
    // To free a large site takes a while: after the browsers know.
    withExtendedLifetime(old) {}
    return reloads
  }

  /// Tells what is wrong; the last good site stays.
  package func show(_ report: Report) {
    self.report = report
    for reader in readers.values {
      reader.events.yield(.report(report.message(for: site?.source(at: reader.path))))
    }
  }
}
