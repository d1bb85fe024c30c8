package import Briefings
import Diagnostics
package import EDTF

/// The first half of linking: what every page is called, what can be referred to in it, what it uses.
package struct Linker: Sendable {
  private let directory: Directory

  package init(_ registry: Registry, _ facts: [Facts], today: CivilDay) {
    directory = Directory(registry, facts, today: today)
  }

  /// Every page of `Content/` by a number.
  package var pages: Range<Int> { directory.pages.indices }

  package func named(_ page: Int) -> NamedPage {
    let id = directory.pages[page]
    let anchors = directory.named(id)
    return NamedPage(anchors: anchors, uses: Uses(of: id, anchors.mentions, in: directory).numbers)
  }

  /// - Parameter named: in the order of `pages`.
  package func resolver(with named: [NamedPage]) -> Resolver {
    var directory = directory
    directory.anchors = Dictionary(uniqueKeysWithValues: zip(directory.pages, named.map(\.anchors)))
    return Resolver(directory, Visibility(directory, uses: named.map(\.uses)))
  }
}

/// What one page lends to the others.
package struct NamedPage: Sendable {
  let anchors: PageAnchors
  /// As in `Visibility.uses`.
  let uses: [Int]
}

/// The second half of linking: where every reference leads, and what that gives back to others.
package struct Resolver: Sendable {
  let directory: Directory
  let visibility: Visibility

  init(_ directory: Directory, _ visibility: Visibility) {
    self.directory = directory
    self.visibility = visibility
  }

  /// As in ``Linker/pages``.
  package var pages: Range<Int> { directory.pages.indices }

  package func resolved(_ page: Int) -> ResolvedPage {
    let id = directory.pages[page]
    let isShown = visibility.shows(id)
    var linker = BodyLinker(id, in: directory, shows: { isShown ? visibility.shows($0) : true })
    linker.link()
    let matter = linker.linkMatter()
    return ResolvedPage(
      body: linker.body, matter: matter, findings: linker.findings, tellings: isShown ? linker.tellings : [])
  }

  /// - Parameter resolved: in the order of `pages`.
  package func site(of resolved: [ResolvedPage]) -> LinkedSite {
    let registry = directory.registry
    let timeline = TimelineBuilder(resolved.flatMap(\.tellings), hemisphere: registry.site.hemisphere)
    var builder = SiteBuilder(
      directory, visibility,
      Dictionary(uniqueKeysWithValues: zip(directory.pages, resolved.map(\.body))),
      Dictionary(uniqueKeysWithValues: zip(directory.pages, resolved.map(\.matter))), timeline)
    builder.build()
    let navigation = Navigation(directory, visibility)
    builder.site.navigation = navigation.entries
    let rules = Rules(
      directory, builder.site, uses: visibility.uses, strayFiles: builder.strayFiles)
    return LinkedSite(
      site: builder.site, checked: zip(directory.pages, resolved).map { directory.checked($0, $1.body) },
      findings: registry.findings + resolved.flatMap(\.findings) + timeline.findings + navigation.findings
        + rules.findings(),
      verdicts: Verdicts(directory))
  }
}

/// One page with its references resolved.
package struct ResolvedPage: Sendable {
  let body: PageBody
  let matter: LinkedMatter
  let findings: [Finding]
  /// The accounts of events that it gives, none of a withheld page.
  let tellings: [FoundTelling]
}

extension Directory {
  fileprivate func checked(_ page: PageID, _ body: PageBody) -> CheckedPage {
    CheckedPage(
      page: page, path: file(page).path, body: body,
      language: common(page).language ?? registry.site.language,
      yardstick: briefing(page)?.yardstick ?? registry.site.yardstick)
  }
}
