import Briefings
import EDTF
import Linking
import Markdown

/// One page being filled: what it knows of the site, and how it leads to other pages.
struct PageContext: Sendable {
  let site: Site
  let catalog: Catalog
  let address: SiteAddress
  /// BCP 47, of the page.
  let language: String
  /// The way to the site's root: relative, or absolute for a page that is shown at any address (`404.html`).
  let root: String
  /// Whether texts are typeset as the catalog has them.
  private let isOfSite: Bool

  init(_ site: Site, _ catalog: Catalog, at address: SiteAddress, language: String, root: String? = nil) {
    self.site = site
    self.catalog = catalog
    self.address = address
    self.language = language
    self.root = root ?? address.root
    isOfSite = language == site.configuration.language
  }

  func url(to target: SiteAddress, fragment: String? = nil) -> String {
    url(encoded: SiteAddress.encoded(target.path), isSelf: target == address, fragment)
  }

  /// - Parameters:
  ///   - path: below the root, percent-encoded.
  ///   - isSelf: whether it is this page's.
  private func url(encoded path: String, isSelf: Bool, _ fragment: String?) -> String {
    guard let fragment else { return root.isEmpty && path.isEmpty ? "./" : root + path }
    let suffix = "#" + SiteAddress.encoded(fragment)
    return isSelf ? suffix : root + path + suffix
  }

  /// A text from front matter or out of a body with the quotation marks that the page's bodies have.
  func typeset(_ text: String) -> String {
    site.configuration.typography ? Markdown.typeset(text, language: language) : text
  }

  /// A part of a text: whether its quotation marks open or close goes by what stands before it.
  func typeset(_ part: String, after prior: String) -> String {
    let hasQuotes = part.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    guard hasQuotes, let last = prior.unicodeScalars.last else { return typeset(part) }
    let isOpening = last.properties.isWhitespace || "([{-–—".unicodeScalars.contains(last)
    return String(typeset((isOpening ? " " : "a") + part).unicodeScalars.dropFirst())
  }

  // MARK: Links

  func link(to page: PageID, fragment: String? = nil) -> LinkView? {
    guard let line = catalog.lines[page] else { return nil }
    let isEntity = if case .entity = page { true } else { false }
    return LinkView(
      text: isOfSite ? line.title : typeset(site.title(of: page) ?? ""),
      url: url(encoded: line.path, isSelf: line.address == address, fragment), isEntity: isEntity)
  }

  func entity(_ slug: Slug?) -> LinkView? { slug.flatMap { link(to: .entity($0)) } }

  func entities(_ slugs: [Slug]) -> [LinkView] { slugs.compactMap { entity($0) } }

  /// "El País, para. 2", leading to the source's page.
  func citation(_ cited: CitedSource) -> LinkView? {
    guard let name = site.publisherName(of: cited.source), let line = catalog.lines[.source(cited.source)]
    else { return nil }
    let text = cited.locator.isEmpty ? name : "\(name), \(cited.locator)"
    return LinkView(text: text, url: url(encoded: line.path, isSelf: false, nil))
  }

  /// The sources cited, each once, without locators.
  func publishers(_ citations: [CitedSource]) -> [LinkView] { publishers(citations.distinct(\.source)) }

  func publishers(_ sources: [Slug]) -> [LinkView] {
    sources.compactMap { citation(CitedSource(source: $0, locator: "")) }
  }

  func publisher(of source: SourcePage) -> LinkView {
    entity(source.publisher) ?? LinkView(text: source.publisherName)
  }

  /// A link to another site, if its address is one that a reader may be sent to.
  static func outward(_ text: String, _ url: String) -> LinkView {
    let isSafe = ["https://", "http://", "mailto:"].contains { scheme in
      url.utf8.count > scheme.utf8.count && url.utf8.prefix(scheme.utf8.count).elementsEqual(scheme.utf8)
    }
    return LinkView(text: text, url: isSafe ? url : nil)
  }

  // MARK: Dates

  func date(_ date: EDTFDate) -> DateView {
    DateView(words: date.words(language: language), datetime: date.htmlDateTime, edtf: date.text)
  }

  func date(_ day: CivilDay) -> DateView {
    guard let date = EDTFDate(day) else {
      return DateView(words: day.isoText, datetime: nil, edtf: day.isoText)
    }
    return self.date(date)
  }

  // MARK: Lists

  func pagination(_ count: Int, page: Int, _ address: (Int) -> SiteAddress) -> PaginationView? {
    let pages = catalog.pageCount(count)
    guard pages > 1 else { return nil }
    return PaginationView(
      number: page, count: pages, previous: page > 1 ? url(to: address(page - 1)) : nil,
      next: page < pages ? url(to: address(page + 1)) : nil)
  }

  /// The part of a list that the page shows.
  func slice<Item>(_ items: [Item], page: Int) -> ArraySlice<Item> {
    items[catalog.slice(items.count, page: page)]
  }

  func headings(_ body: PageBody) -> [HeadingView] {
    body.headings.filter { $0.level <= 3 }.map {
      HeadingView(text: typeset($0.text), id: $0.id, level: $0.level)
    }
  }
}

extension Collection {
  /// What the items have, each once, in the order of its first.
  func distinct<Value: Hashable>(_ value: (Element) -> Value) -> [Value] {
    var values: [Value] = []
    // A few are found sooner by looking at each.
    guard count > 8 else {
      for item in self {
        let value = value(item)
        if !values.contains(value) { values.append(value) }
      }
      return values
    }
    var seen: Set<Value> = []
    for item in self {
      let value = value(item)
      if seen.insert(value).inserted { values.append(value) }
    }
    return values
  }
}

/// "5,009": in groups of three digits.
func grouped(_ number: Int) -> String {
  guard number >= 1000 else { return String(number) }
  let rest = String(number % 1000)
  return grouped(number / 1000) + "," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
}

/// "1 source", "3 sources".
func counted(_ count: Int, _ one: String, _ many: String) -> String {
  "\(grouped(count)) \(count == 1 ? one : many)"
}
