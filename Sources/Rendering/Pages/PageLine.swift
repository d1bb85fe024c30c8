import Briefings
import Linking
import Markdown

/// What a link to a page takes, made once a run: pages lead to each other by the hundred thousand.
struct PageLine: Sendable {
  /// Typeset in the site's language.
  let title: String
  let address: SiteAddress
  /// Below the root, percent-encoded.
  let path: String

  init(_ title: String, _ address: SiteAddress, _ site: Site) {
    let configuration = site.configuration
    self.title = configuration.typography ? Markdown.typeset(title, language: configuration.language) : title
    self.address = address
    path = SiteAddress.encoded(address.path)
  }

  static func all(of site: Site) -> [PageID: PageLine] {
    let pages =
      site.briefings.map(\.id) + site.entities.map(\.id) + site.sources.map(\.id) + site.pages.map(\.id)
    return Dictionary(
      uniqueKeysWithValues: pages.map { ($0, PageLine(site.title(of: $0) ?? "", $0.address, site)) })
  }
}
