import Briefings
import Diagnostics

/// An entry of the site's navigation, and where it leads.
package struct NavigationEntry: Sendable, Equatable {
  package let text: String
  package let link: PageLink
}

/// The navigation of `site.yaml`, or the built-in one, as seen from the home page.
struct Navigation {
  /// In the order written. What is withheld is left out.
  private(set) var entries: [NavigationEntry] = []
  private(set) var findings: [Finding] = []
  private let directory: Directory
  private let visibility: Visibility

  private static let path = RelativePath(literal: "Content/site.yaml")
  private static let builtIn: [(text: String, address: SiteAddress)] = [
    ("Briefings", .briefings), ("Timeline", .timeline), ("Entities", .entities), ("Claims", .claims),
    ("Sources", .sources),
  ]

  init(_ directory: Directory, _ visibility: Visibility) {
    self.directory = directory
    self.visibility = visibility
    let written = directory.registry.site.navigation
    guard !written.isEmpty else {
      entries = Navigation.builtIn.map {
        NavigationEntry(text: $0.text, link: .address($0.address, fragment: nil))
      }
      return
    }
    for entry in written {
      if let link = resolve(entry.link) { entries.append(NavigationEntry(text: entry.text, link: link)) }
    }
  }

  private mutating func resolve(_ link: Located<String>) -> PageLink? {
    switch Destinations(directory).destination(link.value, at: .home, in: nil) {
    case .elsewhere: return .elsewhere(link.value)
    case .page(let page, let fragment), .moved(let page, let fragment): return resolve(link, page, fragment)
    case .address(let address, let fragment):
      if address.isPage, fragment?.isEmpty == false {
        report(.unknownAnchor, Destinations.changingList, at: link)
      }
      if let owner = directory.owner(of: address), !visibility.shows(owner) {
        report(
          .withheld, "'\(address.path)' is withheld with its page, so the navigation does not name it",
          at: link)
        return nil
      }
      return .address(address, fragment: fragment)
    case .refused:
      report(
        .unsafeLink,
        "'\(link.value)' is no address a page may link to; use http, https, mailto, tel or a path", at: link)
    case .unknown:
      report(
        .unknownLink, "the link '\(link.value)' leads nowhere", at: link,
        Destinations(directory).suggestions(for: link.value, at: .home, in: nil))
    }
    return nil
  }

  private mutating func resolve(_ link: Located<String>, _ page: PageID, _ fragment: String?) -> PageLink? {
    let fragment = fragment.flatMap { $0.isEmpty ? nil : $0 }
    let anchor = fragment.flatMap { directory.anchor($0, on: page) }
    if let fragment, anchor == nil {
      report(
        .unknownAnchor, "'\(directory.title(page))' has no heading or identifier '\(fragment)'", at: link,
        Suggestions.nearest(to: fragment, among: directory.anchorCandidates(on: page)).map {
          "/\(page.address.path)#\($0)"
        })
    }
    guard visibility.shows(page) else {
      report(
        .withheld, "'\(directory.title(page))' is withheld, so the navigation does not name it", at: link)
      return nil
    }
    return .page(page, fragment: anchor, name: nil, id: nil)
  }

  private mutating func report(
    _ code: FindingCode, _ message: String, at link: Located<String>, _ suggestions: [String] = []
  ) {
    findings.append(
      Finding(code, message, at: Place(Navigation.path, link.source), suggestions: suggestions))
  }
}
