import Briefings
import Diagnostics
import Foundation
import Linking
import Markdown
import Rendering

/// The stages that fan out.
extension Pipeline {
  func read() async throws(RunError) -> Registry {
    let listing = try reading { () throws(ReadError) in try reader.list() }
    let (site, siteFindings) = reader.site(listing)
    let items = listing.items
    let files = await fanOut(items.count, jobs: settings.jobs, progress: { progress(.read, $0, items.count) })
    {
      [reader] (index) throws(Never) in reader.read(items[index])
    }
    return settings.registry(listing, (site, siteFindings), files)
  }

  func survey(_ registry: Registry) async throws(RunError) -> [Facts] {
    let survey = Survey(registry)
    let documents = registry.documents
    let count = documents.count
    return try await fanOut(count, jobs: settings.jobs, progress: { progress(.survey, $0, count) }) {
      [reader] (index) throws(RunError) in
      let document = documents[index]
      let bytes = try reading { () throws(ReadError) in try reader.bytes(of: document.file) }
      let body = Body(path: document.file.path, bytes: bytes, start: document.file.bodyStart)
      let annotations = Markdown.annotations(of: body, options: MarkdownOptions())
      return survey.facts(of: document.page, in: document.file.path, annotations)
    }
  }

  /// Pages of `renderer`, each given to `use` as soon as it is there: no more than a page a core is held.
  func render<Value: Sendable>(
    _ jobs: [PageJob], of renderer: Renderer,
    use: @escaping @Sendable (RenderedPage, PageJob) throws(RunError) -> Value
  ) async throws(RunError) -> [Value] {
    try await fanOut(
      jobs.count, jobs: settings.jobs, keeping: Forms(), progress: { progress(.render, $0, jobs.count) }
    ) { [reader] (index, forms) throws(RunError) in
      let page = try reading { () throws(ReadError) in
        try renderer.render(jobs[index], &forms) { (file) throws(ReadError) in try reader.bytes(of: file) }
      }
      return try use(page, jobs[index])
    }
  }
}

extension RunSettings {
  /// What was read, as one registry.
  func registry(
    _ listing: ContentListing, _ site: (SiteConfiguration, [Finding]), _ files: [DecodedFile]
  ) -> Registry {
    var registry = Registry(
      listing, site.0, site.1, files, clock: today(site.0.timeZone), includeDrafts: includesDrafts,
      includeFuture: includesFuture)
    if let url = baseURL { registry.site.baseURL = SiteConfiguration.baseURL(url) }
    return registry
  }

  func link(_ registry: Registry, _ facts: [Facts]) async -> LinkedSite {
    await link(await resolver(registry, facts))
  }

  /// The first half of linking.
  func resolver(_ registry: Registry, _ facts: [Facts]) async -> Resolver {
    let linker = Linker(registry, facts, today: today(registry.site.timeZone))
    let named = await fanOut(linker.pages.count, jobs: jobs, progress: { _ in }) {
      (page) throws(Never) in linker.named(page)
    }
    return linker.resolver(with: named)
  }

  /// The second half.
  func link(_ resolver: Resolver) async -> LinkedSite {
    let resolved = await fanOut(resolver.pages.count, jobs: jobs, progress: { _ in }) {
      (page) throws(Never) in resolver.resolved(page)
    }
    return resolver.site(of: resolved)
  }

  func themeFiles() throws(RunError) -> [ThemeFile] {
    do throws(ThemeFolder.Unreadable) {
      return try ThemeFolder.files(in: URL(filePath: root + "/Templates"))
    } catch {
      throw .template(error.path, reason: error.reason)
    }
  }
}

/// Runs `body`, and names the stage's failure as the run's.
func reading<Value>(_ body: () throws(ReadError) -> Value) throws(RunError) -> Value {
  do throws(ReadError) { return try body() } catch { throw .reading(error) }
}

/// Runs `body`, and names the stage's failure as the run's.
func publishing<Value>(_ body: () throws(PublishError) -> Value) throws(RunError) -> Value {
  do throws(PublishError) { return try body() } catch { throw .publishing(error) }
}
