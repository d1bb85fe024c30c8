package import Briefings
package import Diagnostics
package import Linking
import Markdown
import Tradecraft

/// Makes pages from a linked site. Immutable, so that any number of pages is rendered at the same time.
package struct Renderer: Sendable {
  package let site: Site
  package let theme: Theme
  /// Every page to be written, in an order that depends on the site alone.
  package let jobs: [PageJob]
  /// What is wrong with the theme, and with `template` in front matter; sorted. With any error nothing is
  /// rendered.
  package let findings: [Finding]
  let catalog: Catalog
  /// Whether the run shows drafts or future pages: then no page is to be indexed.
  let showsWithheld: Bool

  /// - Parameter showsWithheld: whether the run was asked for drafts or for future pages.
  package init(_ site: Site, theme: Theme, showsWithheld: Bool) {
    self.site = site
    self.theme = theme
    self.showsWithheld = showsWithheld
    catalog = Catalog(site)
    jobs = PageJob.all(of: site, catalog)
    let chosen = ChosenTemplates(site, theme)
    let findings = theme.findings + chosen.findings
    self.findings =
      (findings + TemplateDestinations(site, theme, jobs).findings
      + StrayThemeFiles(theme, chosen: chosen.names, after: findings).findings).sorted()
  }

  /// Whether pages can be made at all: whatever is wrong with the content, but not with a broken theme.
  package var canRender: Bool { !findings.contains(where: \.code.endsRun) }

  /// For a site in which some pages say something else, and all else is the same.
  package func showing(_ site: Site) -> Renderer { Renderer(site, after: self) }

  private init(_ site: Site, after other: Renderer) {
    self.site = site
    theme = other.theme
    jobs = other.jobs
    findings = other.findings
    catalog = other.catalog
    showsWithheld = other.showsWithheld
  }

  /// One page.
  /// - Parameters:
  ///   - forms: what earlier pages have left to be used again; the page is the same without.
  ///   - read: the bytes of a file of `Content/`; called at most once, and not for lists.
  /// - Throws: what `read` throws.
  package func render<Failure: Error>(
    _ job: PageJob, _ forms: inout Forms, read: (ContentFile) throws(Failure) -> [UInt8]
  ) throws(Failure) -> RenderedPage {
    var page = PageInProgress(job, in: self)
    if let content = page.bodyPage { page.writeBody(of: content, from: try page.source(of: content, read)) }
    guard let path = RelativePath(job.address.file) else {
      preconditionFailure("a page's address is a path below the output")
    }
    return RenderedPage(path: path, bytes: page.bytes(&forms), findings: page.findings)
  }
}

/// A page ready to be written.
package struct RenderedPage: Sendable {
  /// Below the output.
  package let path: RelativePath
  package let bytes: [UInt8]
  package let findings: [Finding]
}
