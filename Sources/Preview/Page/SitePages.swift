import Briefings
import Diagnostics
import Linking
package import Publishing
import Rendering

extension BuiltSite {
  /// What a browser that asks for a path below the site's root is shown: the page, or the one that says that there
  /// is none. Nil where a file stands that is no page.
  func shown(at path: RelativePath, base: String) -> ShownPage? {
    switch item(at: path) {
    case .page(let job): ShownPage(render(job).bytes, at: path, base: base)
    case .asset, .file: nil
    case nil: ShownPage(render(.notFound).bytes, at: path, base: base)
    }
  }

  /// The file of `Content/` that a page is made from; nil for lists.
  func source(at path: RelativePath) -> RelativePath? {
    guard case .page(let job)? = item(at: path) else { return nil }
    let site = renderer.site
    return switch job.content {
    case .briefing(let slug)?: site.briefing(slug)?.record.file.path
    case .entity(let slug)?: site.entity(slug)?.record.file.path
    case .source(let slug)?: site.source(slug)?.record.file.path
    case .page(let slug)?: site.page(slug)?.record.file.path
    case nil: job == .home ? Slug("index").flatMap { site.page($0)?.record.file.path } : nil
    }
  }

  /// Begins and ends with a slash.
  package var basePath: String {
    guard let url = renderer.site.configuration.baseURL,
      let colon = url.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return "/" }
    let afterScheme = url.utf8[colon...].dropFirst().drop { $0 == UInt8(ascii: "/") }
    return afterScheme.firstIndex(of: UInt8(ascii: "/")).map { String(url[$0...]) } ?? "/"
  }
}
