import Briefings
package import Diagnostics
package import Linking
import Markdown
package import Rendering

/// A site without errors, with all that its pages are rendered from: immutable, and apart from what is saved later.
package struct BuiltSite: Sendable {
  package let renderer: Renderer
  package let outcome: RunOutcome
  let routes: Routes
  let resolver: Resolver
  let verdicts: Verdicts
  private let content: KeptContent
  private let survey: Survey
  /// Pages that were saved since, shown before the rest of the site follows.
  private var rewritten: Rewritten?

  private struct Rewritten: Sendable {
    var renderer: Renderer
    var pages: Set<PageID> = []
    var files: [RelativePath: [UInt8]] = [:]
  }

  init(
    _ renderer: Renderer, _ outcome: RunOutcome, _ routes: Routes, _ content: KeptContent, _ survey: Survey,
    _ resolver: Resolver, _ verdicts: Verdicts
  ) {
    self.renderer = renderer
    self.outcome = outcome
    self.routes = routes
    self.content = content
    self.survey = survey
    self.resolver = resolver
    self.verdicts = verdicts
  }

  /// What a path below the output holds.
  package enum Item: Sendable {
    case page(PageJob)
    case asset([UInt8])
    /// Copied byte for byte: its path below the root.
    case file(RelativePath)
  }

  /// Nil for what is neither a page, nor an asset, nor a copied file; feeds and the sitemap are `madeFiles`.
  package func item(at path: RelativePath) -> Item? {
    switch routes.targets[path] {
    case .page(let index): .page(renderer.jobs[index])
    case .asset(let index): .asset(renderer.theme.assets.files[index].bytes)
    case .file(let index): .file(renderer.site.files[index].path)
    case nil: nil
    }
  }

  /// Feeds, sitemap and robots.txt, with the assets.
  package var madeFiles: [Rendering.OutputFile] { renderer.outputFiles }

  package func render(_ job: PageJob) -> RenderedPage {
    var forms = Forms()
    let renderer = job.content.flatMap { showing($0) } ?? renderer
    return renderer.render(job, &forms) { (file) throws(Never) in bytes(of: file.path) }
  }

  /// The renderer that knows a page's new words, if it has any.
  private func showing(_ page: PageID) -> Renderer? {
    rewritten.flatMap { $0.pages.contains(page) ? $0.renderer : nil }
  }

  /// Each name in a page's text, in order, and why it was linked or not. `path` is the page's file.
  package func nameOutcomes(of page: PageID, in path: RelativePath) -> [NameOutcome] {
    guard let start = content.file(at: path)?.bodyStart else { return [] }
    let body = Body(path: path, bytes: bytes(of: path), start: start)
    return survey.nameOutcomes(
      of: page, in: path, Markdown.annotations(of: body, options: MarkdownOptions()))
  }

  /// The bytes that a file of `Content/` had when the site was built, or its page was rewritten.
  package func bytes(of path: RelativePath) -> [UInt8] {
    rewritten?.files[path] ?? content.file(at: path)?.bytes ?? []
  }

  // MARK: First looks

  /// The site with the pages of these files as they are now, and everything else as it was: in milliseconds, where to
  /// link the whole site takes its time. Registers, lists and other pages follow with the next update.
  ///
  /// - Returns: nil when more may have changed than the pages' own words, or when there are errors in them.
  package func firstLook(at changes: Changes, isStrict: Bool) -> BuiltSite? {
    guard case .files(let files) = changes, !files.isEmpty, files.count <= BuiltSite.firstLookLimit else {
      return nil
    }
    var rewritten = rewritten ?? Rewritten(renderer: renderer)
    var site = rewritten.renderer.site
    for path in files.sorted() {
      guard let (page, bytes) = rewrittenPage(at: path, in: site, isStrict: isStrict) else { return nil }
      site.replace(page)
      rewritten.pages.insert(page.page)
      rewritten.files[path] = bytes
    }
    rewritten.renderer = renderer.showing(site)
    var other = self
    other.rewritten = rewritten
    return other
  }

  /// More files are no writer's edit.
  private static let firstLookLimit = 8

  private func rewrittenPage(at path: RelativePath, in site: Site, isStrict: Bool) -> (
    RewrittenPage, [UInt8]
  )? {
    guard let page = resolver.page(at: path), let bytes = content.rewrittenBody(at: path),
      let start = content.file(at: path)?.bodyStart
    else { return nil }
    let body = Body(path: path, bytes: bytes, start: start)
    let facts = survey.facts(of: page, in: path, Markdown.annotations(of: body, options: MarkdownOptions()))
    guard let rewritten = resolver.rewritten(facts, in: site) else { return nil }
    let findings = FindingList(verdicts.apply(to: rewritten.findings))
    return findings.isFailure(isStrict: isStrict) ? nil : (rewritten, bytes)
  }
}
