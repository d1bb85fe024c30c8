package import Diagnostics
package import Publishing
package import Rendering

/// What a request comes to: decided from the built site's table alone.
package enum Route: Sendable {
  case page(RelativePath, PageJob)
  case asset(RelativePath, [UInt8])
  /// Copied from `Content/`: where it stands, and where it lies below the root.
  case copied(RelativePath, from: RelativePath)
  /// A feed, the sitemap, robots.txt.
  case made(RelativePath)
  case redirect(String)
  /// The path that was asked for, to notice when there is a page.
  case notFound(RelativePath?)
  case script
  case events
  /// Why names in a page are linked.
  case names
  case malformed

  /// Names that begin with a dot are never published: these are the preview's own.
  static let scriptPath = RelativePath(literal: ".dossier/preview.js")
  static let namesPath = RelativePath(literal: ".dossier/names")
  static let eventsPath = RelativePath(literal: ".dossier/events")

  /// - Parameters:
  ///   - madeFiles: paths of feeds and the like.
  package init(
    _ request: PageRequest, in site: BuiltSite?, base: String, madeFiles: () -> Set<RelativePath>
  ) {
    do throws(RequestPath.Refusal) {
      self = Route(try RequestPath(request.target, below: base), in: site, base: base, madeFiles: madeFiles)
    } catch {
      switch error {
      case .malformed: self = .malformed
      case .outside(let redirect?): self = .redirect(redirect)
      case .outside(nil): self = .notFound(nil)
      }
    }
  }

  private init(
    _ path: RequestPath, in site: BuiltSite?, base: String, madeFiles: () -> Set<RelativePath>
  ) {
    guard let file = path.file else {
      self = .notFound(nil)
      return
    }
    if file == Route.scriptPath {
      self = .script
    } else if file == Route.eventsPath {
      self = .events
    } else if file == Route.namesPath {
      self = .names
    } else if let item = site?.item(at: file) {
      self = Route(item, at: file)
    } else if let folder = path.folderFile, site?.item(at: folder) != nil {
      self = .redirect(path.sent + "/" + (path.query.isEmpty ? "" : "?" + path.query))
    } else {
      self = madeFiles().contains(file) ? .made(file) : .notFound(file)
    }
  }

  private init(_ item: BuiltSite.Item, at path: RelativePath) {
    switch item {
    case .page(let job): self = .page(path, job)
    case .asset(let bytes): self = .asset(path, bytes)
    case .file(let source): self = .copied(path, from: source)
    }
  }
}
