import Briefings
import Diagnostics
import EDTF
import Linking

/// The addresses of all pages that are to be found, by the protocol of sitemaps.org.
struct Sitemap {
  /// How many addresses a file may hold.
  static let limit = 50_000

  let site: Site
  let jobs: [PageJob]

  /// `sitemap.xml`, and where it is an index of more the files it lists; none without a base URL.
  var files: [OutputFile] {
    guard site.configuration.baseURL != nil else { return [] }
    let listed = jobs.filter { isListed($0) }
    if listed.count <= Self.limit { return [OutputFile(.sitemap, bytes: urls(listed[...]))] }
    var files: [OutputFile] = []
    var index = XMLText()
    index.open("sitemapindex", ["xmlns": Self.namespace])
    for start in stride(from: 0, to: listed.count, by: Self.limit) {
      let address = SiteAddress(path: "sitemap-\(files.count + 1).xml")
      files.append(OutputFile(address, bytes: urls(listed[start..<min(start + Self.limit, listed.count)])))
      index.open("sitemap")
      index.element("loc", site.absolute(address) ?? "")
      index.close("sitemap")
    }
    index.close("sitemapindex")
    return [OutputFile(.sitemap, bytes: index.bytes)] + files
  }

  private static let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

  private func isListed(_ job: PageJob) -> Bool {
    switch job {
    case .redirect, .notFound: false
    default: job.content.map { !site.isWithheld($0) } ?? true
    }
  }

  private func urls(_ jobs: ArraySlice<PageJob>) -> [UInt8] {
    var xml = XMLText()
    xml.open("urlset", ["xmlns": Self.namespace])
    for job in jobs {
      xml.open("url")
      xml.element("loc", site.absolute(job.address) ?? "")
      if case .briefing(let slug) = job, let record = site.briefing(slug)?.record,
        let day = record.updated ?? record.published
      {
        xml.element("lastmod", day.isoText)
      }
      xml.close("url")
    }
    xml.close("urlset")
    return xml.bytes
  }
}
