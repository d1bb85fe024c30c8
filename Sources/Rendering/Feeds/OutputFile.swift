package import Diagnostics
import Linking

/// A file of the output that is no page.
package struct OutputFile: Sendable, Equatable {
  /// Below the output.
  package let path: RelativePath
  package let bytes: [UInt8]

  init(_ address: SiteAddress, bytes: [UInt8]) {
    guard let path = RelativePath(address.file) else {
      preconditionFailure("a file's address is a path below the output")
    }
    self.path = path
    self.bytes = bytes
  }

  init(path: RelativePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension Renderer {
  /// Assets, `feed.xml`, `timeline.ics`, `bibliography.json`, `bibliography.bib`, `sitemap.xml` and `robots.txt`, in
  /// this order. What is copied from `Content/` is `Site.files`.
  package var outputFiles: [OutputFile] {
    var files = theme.assets.files.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    if let feed = AtomFeed(site: site).bytes { files.append(OutputFile(.atomFeed, bytes: feed)) }
    files.append(OutputFile(.calendar, bytes: TimelineCalendar(site, catalog).bytes))
    files.append(OutputFile(.bibliographyJSON, bytes: CSLBibliography(site).bytes))
    files.append(OutputFile(.bibliographyBibTeX, bytes: BibLaTeXBibliography(site).bytes))
    files += Sitemap(site: site, jobs: jobs).files
    return files + [OutputFile(.robots, bytes: Array(robots.utf8))]
  }

  /// RFC 9309. A run that shows drafts is closed.
  private var robots: String {
    guard !showsWithheld else { return "User-agent: *\nDisallow: /\n" }
    let sitemap = site.absolute(.sitemap).map { "\nSitemap: \($0)\n" } ?? ""
    return "User-agent: *\nAllow: /\n" + sitemap
  }
}
