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
  let content: KeptContent
  let survey: Survey
  /// What was saved since, shown before the rest of the site follows.
  var firstLook: FirstLook?

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
    firstLook?.site(for: page, in: renderer.site).map { renderer.showing($0) }
  }

  /// Each name in a page's text, in order, and why it was linked or not. `path` is the page's file.
  package func nameOutcomes(of page: PageID, in path: RelativePath) -> [NameOutcome] {
    guard let annotations = annotations(of: path) else { return [] }
    return (firstLook?.survey ?? survey).nameOutcomes(of: page, in: path, annotations)
  }

  /// The bytes that a file of `Content/` had when the site was built, or its page was rewritten.
  package func bytes(of path: RelativePath) -> [UInt8] { file(at: path)?.bytes ?? [] }

  /// Nil for a file that is no page's.
  func annotations(of path: RelativePath) -> Annotations? {
    guard let file = file(at: path), let bytes = file.bytes, let start = file.bodyStart else { return nil }
    let body = Body(path: path, bytes: bytes, start: start)
    return Markdown.annotations(of: body, options: MarkdownOptions())
  }

  private func file(at path: RelativePath) -> ReadFile? { firstLook?.files[path] ?? content.file(at: path) }
}
