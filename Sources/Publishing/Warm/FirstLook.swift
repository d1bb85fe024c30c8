import Briefings
import Diagnostics
package import Linking
import Rendering

/// What a site shows of files that were saved since it was built: in milliseconds, where to link the whole site takes
/// its time.
struct FirstLook: Sendable {
  var resolver: Resolver
  var survey: Survey
  var pages: [PageID: RewrittenPage] = [:]
  var entities: [PageID: Entity] = [:]
  var files: [RelativePath: ReadFile] = [:]

  /// The site as one page is to be shown: that page alone is new, for what others list of it is told by its old words.
  /// Nil when it is as it was.
  func site(for page: PageID, in site: Site) -> Site? {
    guard let rewritten = pages[page] else { return nil }
    var site = site
    if let entity = entities[page] { site.replace(entity) }
    site.replace(rewritten)
    return site
  }

  /// What was done to a file.
  enum Edit {
    /// Other words below the same front matter.
    case words
    /// An entity is called or summed up otherwise.
    case names(Entity)
  }

  /// Of an entity's front matter: nothing else is decided by them than which names are found and what its page says.
  private static let namingKeys: Set = ["aliases", "not", "summary"]

  /// Nil when more may depend on it.
  static func edit(from old: ReadFile, to new: ReadFile) -> Edit? {
    guard let start = old.bodyStart, let before = old.bytes, let now = new.bytes else { return nil }
    if start == new.bodyStart, start < before.count, start < now.count, before[..<start] == now[..<start] {
      return .words
    }
    guard case .entity(let entity) = new.decoded.record,
      old.changedKeys(in: new)?.isSubset(of: namingKeys) == true
    else { return nil }
    return .names(entity)
  }
}

extension BuiltSite {
  /// The site with the pages of these files as they are now, and everything else as it was. Where names have changed,
  /// they are found on the pages that are looked at. Registers, lists and other pages follow with the next update.
  ///
  /// - Parameter watched: the pages that are looked at.
  /// - Returns: nil when more may have changed than that, or when there are errors in the pages.
  package func firstLook(at changes: Changes, watching watched: [PageID] = [], isStrict: Bool) -> BuiltSite? {
    guard case .files(let files) = changes, !files.isEmpty, files.count <= BuiltSite.firstLookLimit,
      watched.count <= BuiltSite.firstLookLimit
    else { return nil }
    var look = firstLook ?? FirstLook(resolver: resolver, survey: survey)
    var pages: Set<PageID> = []
    for path in files {
      guard let page = resolver.page(at: path), let old = look.files[path] ?? content.file(at: path),
        let new = content.readAgain(at: path), let edit = FirstLook.edit(from: old, to: new)
      else { return nil }
      look.files[path] = new
      pages.insert(page)
      guard case .names(let entity) = edit else { continue }
      guard let renamed = look.resolver.renaming(entity, after: look.survey) else { return nil }
      (look.resolver, look.survey) = renamed
      look.entities[page] = entity
      pages.formUnion(watched)
      pages.formUnion(look.pages.keys)
    }
    return showing(pages, look, isStrict: isStrict)
  }

  /// More files are no writer's edit, and more pages nobody's to look at.
  private static let firstLookLimit = 8

  private func showing(_ pages: Set<PageID>, _ look: FirstLook, isStrict: Bool) -> BuiltSite? {
    var other = self
    other.firstLook = look
    for page in pages {
      guard let path = look.resolver.path(of: page), let annotations = other.annotations(of: path) else {
        return nil
      }
      let facts = look.survey.facts(of: page, in: path, annotations)
      guard let rewritten = look.resolver.rewritten(facts, in: renderer.site) else { return nil }
      let findings = FindingList(verdicts.apply(to: rewritten.findings))
      guard !findings.isFailure(isStrict: isStrict) else { return nil }
      other.firstLook?.pages[page] = rewritten
    }
    return other
  }
}
