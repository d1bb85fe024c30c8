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
  private let files: [ReadFile]
  private let positions: [RelativePath: Int]
  private let survey: Survey?

  init(
    renderer: Renderer, outcome: RunOutcome, routes: Routes, files: [ReadFile],
    positions: [RelativePath: Int],
    survey: Survey?
  ) {
    self.renderer = renderer
    self.outcome = outcome
    self.routes = routes
    self.files = files
    self.positions = positions
    self.survey = survey
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
    return renderer.render(job, &forms) { (file) throws(Never) in bytes(of: file.path) }
  }

  /// Each name in a page's text, in order, and why it was linked or not. `path` is the page's file.
  package func nameOutcomes(of page: PageID, in path: RelativePath) -> [NameOutcome] {
    guard let survey, let position = positions[path], let bytes = files[position].bytes,
      let start = files[position].bodyStart
    else { return [] }
    let body = Body(path: path, bytes: bytes, start: start)
    return survey.nameOutcomes(
      of: page, in: path, Markdown.annotations(of: body, options: MarkdownOptions()))
  }

  /// The bytes that a file of `Content/` had when the site was built.
  package func bytes(of path: RelativePath) -> [UInt8] {
    positions[path].flatMap { files[$0].bytes } ?? []
  }
}
