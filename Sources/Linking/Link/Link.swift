package import Briefings
package import Diagnostics
package import EDTF

/// The site that readers see, and all that was checked on the way to it.
package struct LinkedSite: Sendable {
  package let site: Site
  /// Every page of `Content/`, the withheld ones too, by identifier: what the rules check.
  package let checked: [CheckedPage]
  /// Of parsing, surveying and linking; neither silenced nor regraded yet, in no order.
  package let findings: [Finding]
  /// What comments and `site.yaml` say about findings.
  package let verdicts: Verdicts

  /// All findings of the run as they are reported: silenced ones gone, regraded, sorted.
  package func reported(with others: [Finding]) -> [Finding] {
    verdicts.apply(to: findings + others)
  }
}

/// A page as rules see it. Its references lead to withheld pages only if it is withheld itself.
package struct CheckedPage: Sendable {
  package let page: PageID
  package let path: RelativePath
  package let body: PageBody
  /// BCP 47.
  package let language: String
  package let yardstick: Yardstick
}

/// Resolves every reference between the files of a site. A pure function; the order of `facts` is of no account.
///
/// - Parameter today: decides only which of the pages shown are marked as future ones.
package func link(_ registry: Registry, _ facts: [Facts], today: CivilDay) -> LinkedSite {
  let directory = Directory(registry, facts, today: today)
  let visibility = Visibility(directory)
  var findings = registry.findings
  var bodies: [PageID: PageBody] = [:]
  var matter: [PageID: LinkedMatter] = [:]
  var tellings: [FoundTelling] = []
  for page in directory.pages {
    let isShown = visibility.shows(page)
    var linker = BodyLinker(page, in: directory, shows: { isShown ? visibility.shows($0) : true })
    linker.link()
    matter[page] = linker.linkMatter()
    bodies[page] = linker.body
    findings += linker.findings
    if isShown { tellings += linker.tellings }
  }
  let timeline = TimelineBuilder(tellings, hemisphere: registry.site.hemisphere)
  var builder = SiteBuilder(directory, visibility, bodies, matter, timeline)
  builder.build()
  let navigation = Navigation(directory, visibility)
  builder.site.navigation = navigation.entries
  findings += timeline.findings + navigation.findings
  findings += Rules(directory, builder.site, uses: visibility.uses, strayFiles: builder.strayFiles).findings()
  return LinkedSite(
    site: builder.site, checked: directory.pages.map { directory.checked($0, bodies[$0] ?? PageBody()) },
    findings: findings, verdicts: Verdicts(directory))
}

extension Directory {
  fileprivate func checked(_ page: PageID, _ body: PageBody) -> CheckedPage {
    CheckedPage(
      page: page, path: file(page).path, body: body,
      language: common(page).language ?? registry.site.language,
      yardstick: briefing(page)?.yardstick ?? registry.site.yardstick)
  }
}
