import Briefings
import Diagnostics
import Linking

/// Checks where the links of templates lead, and what a template's HTML owes those who cannot see it.
///
/// Known are addresses that stand in a template as they are, behind `{{root}}` or without it; those that a view offers
/// were checked where they were made.
struct TemplateDestinations {
  private(set) var findings: [Finding] = []
  private let site: Site
  private let theme: Theme
  private let jobs: [PageJob]
  private lazy var pages = Dictionary(
    jobs.map { ($0.address.path, $0) }, uniquingKeysWith: { first, _ in first })
  private lazy var files = Set(
    theme.assets.files.map(\.path.string) + site.files.map(\.address.path)
      + TemplateDestinations.files(of: site).map(\.path))
  /// Of all bodies; looked at only for a fragment that no template has.
  private lazy var bodyIDs = Set(jobs.compactMap(\.content).flatMap { site.body(of: $0)?.identifiers ?? [] })

  init(_ site: Site, _ theme: Theme, _ jobs: [PageJob]) {
    self.site = site
    self.theme = theme
    self.jobs = jobs
    for markup in theme.templates.markup {
      findings += markup.findings
      for link in markup.links { check(link) }
    }
  }

  /// The outlets; without an address of its own a site has neither feed nor sitemap.
  private static func files(of site: Site) -> [SiteAddress] {
    let everySite: [SiteAddress] = [.calendar, .bibliographyJSON, .bibliographyBibTeX, .robots]
    return site.configuration.baseURL == nil ? everySite : everySite + absolute
  }

  private static let absolute: [SiteAddress] = [.atomFeed, .sitemap]

  private mutating func check(_ link: TemplateLink) {
    let (path, fragment) = Destinations.split(link.text)
    if link.beginsWithRoot {
      check(link, path: path, fragment)
    } else if Destinations.isRemote(link.text) {
      checkRemote(link)
    } else if path.isEmpty, let fragment {
      guard !fragment.isEmpty, !isThere(fragment), !bodyIDs.hasSpelling(fragment) else { return }
      report(
        .unknownAnchor, "no template has the identifier '\(fragment)'", link,
        Suggestions.nearest(to: fragment, among: theme.templates.identifiers).map { "#" + $0 })
    } else {
      let rest = path.utf8.drop { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }
      let mended = "{{root}}" + String(decoding: rest, as: UTF8.self)
      report(
        .unknownLink, "the pages of a template lie at any depth: begin the address with '{{root}}'", link,
        [mended + (fragment.map { "#" + $0 } ?? "")])
    }
  }

  /// Whether each page has it: the place of an identifier in a template, or its beginning.
  private func isThere(_ fragment: String) -> Bool {
    theme.templates.hasIdentifier(fragment) || Destinations.isTop(fragment)
  }

  private mutating func checkRemote(_ link: TemplateLink) {
    let scheme = Destinations.scheme(of: link.text) ?? "https"
    if link.isFetched {
      guard scheme != "data" else { return }
      report(
        .remoteImage, "a page asks nothing of another host: copy '\(link.text)' into Templates/assets/", link)
    } else if !["http", "https", "mailto", "tel"].contains(scheme) {
      report(
        .unsafeLink,
        "'\(link.text)' is no address a page may link to; use http, https, mailto, tel or a path", link)
    }
  }

  private mutating func check(_ link: TemplateLink, path: String, _ fragment: String?) {
    let path = Destinations.decoded(path) ?? path
    let isIndex = path.utf8.suffix(10).elementsEqual("index.html".utf8)
    let page = isIndex ? Destinations.folder(path) : path
    if let job = pages[page], job.address.path.utf8.elementsEqual(page.utf8) {
      return check(link, fragment, on: job)
    }
    guard !files.hasSpelling(path) else { return }
    if link.isConditional, TemplateDestinations.absolute.contains(SiteAddress(path: path)) { return }
    if let asset = theme.assets.templateName(ofPath: path) {
      report(
        .unknownLink, "an asset is published under a name of its own: write '{{root}}{{assets.\(asset)}}'",
        link, ["{{root}}{{assets.\(asset)}}"])
      return
    }
    report(
      .unknownLink, "nothing is published at '\(path)'", link,
      Suggestions.nearest(to: path, among: pages.keys.sorted() + files.sorted()).map { "{{root}}" + $0 })
  }

  private mutating func check(_ link: TemplateLink, _ fragment: String?, on job: PageJob) {
    guard let fragment, !fragment.isEmpty, !isThere(fragment) else { return }
    guard let page = job.content, let ids = site.body(of: page)?.identifiers else {
      report(.unknownAnchor, Destinations.changingList, link)
      return
    }
    guard !ids.hasSpelling(fragment) else { return }
    report(
      .unknownAnchor, "'\(site.title(of: page) ?? "")' has no heading or identifier '\(fragment)'", link,
      Suggestions.nearest(to: fragment, among: ids.sorted()).map { "{{root}}\(job.address.path)#\($0)" })
  }

  private mutating func report(
    _ code: FindingCode, _ message: String, _ link: TemplateLink, _ suggestions: [String] = []
  ) {
    findings.append(Finding(code, message, at: link.place, suggestions: suggestions))
  }
}

extension Set<String> {
  /// Whether it holds these very bytes: `String` compares by canonical equivalence, browsers and hosts do not.
  func hasSpelling(_ text: String) -> Bool {
    firstIndex(of: text).map { self[$0].utf8.elementsEqual(text.utf8) } ?? false
  }
}
