import Briefings
import Diagnostics
import EDTF
import Linking
import Tradecraft

extension PageInProgress {
  func chrome() -> ChromeView {
    let site = renderer.site
    return ChromeView(
      root: context.root, home: context.url(to: .home),
      site: SiteView(
        title: site.configuration.title, language: site.configuration.language,
        publisher: site.configuration.publisher, hasFeed: site.configuration.baseURL != nil),
      page: head(), navigation: navigation(),
      extra: job.content.flatMap { site.common(of: $0)?.extra } ?? .map([]))
  }

  private func head() -> HeadView {
    let site = renderer.site
    let target = if case .redirect(_, let page) = job { page.address } else { job.address }
    var head = HeadView(
      title: title.map { context.typeset($0) }, description: summary.map { context.typeset($0) },
      canonical: site.absolute(target), language: context.language,
      direction: LanguageDirection.of(context.language), isNoIndex: renderer.showsWithheld)
    if case .notFound = job { head.canonical = nil }
    guard let page = job.content else { return head }
    head.isHidden = site.isWithheld(page)
    head.image = site.image(of: page, in: renderer.catalog).flatMap { site.absolute($0) }
    if case .briefing(let slug) = page, let record = site.briefing(slug)?.record {
      head.isArticle = true
      head.published = record.published?.isoText
      head.updated = record.updated?.isoText
    }
    return head
  }

  private var title: String? {
    let site = renderer.site
    return switch job {
    case .home: nil
    case .briefing(let slug): site.title(of: .briefing(slug))
    case .entity(let slug, let page): site.title(of: .entity(slug)).map { numbered($0, page) }
    case .source(let slug, let page): site.title(of: .source(slug)).map { numbered($0, page) }
    case .standing(let slug): site.title(of: .page(slug))
    case .archive(let page): numbered("Briefings", page)
    case .entityIndex(let page): numbered("Entities", page)
    case .sharedName(let slug): renderer.catalog.sharedName(slug, in: site)?.text
    case .timeline(let page): numbered("Timeline", page)
    case .year(let year): "Timeline \(year)"
    case .month(let year, let month, let page):
      numbered("Timeline \(year)-\(month < 10 ? "0" : "")\(month)", page)
    case .undated(let page): numbered("Undated events", page)
    case .selection(let selection, let page): numbered("Timeline: \(selection.title)", page)
    case .bibliography(let page): numbered("Sources", page)
    case .claims(let part, let page): numbered(part?.title ?? "Claims", page)
    case .corrections(let page): numbered("Corrections", page)
    case .redirect(_, let page): site.title(of: page)
    case .notFound: "No such page"
    }
  }

  private func numbered(_ title: String, _ page: Int) -> String {
    page == 1 ? title : "\(title), page \(page)"
  }

  private var summary: String? {
    let site = renderer.site
    return switch job {
    case .home: Slug("index").flatMap { site.page($0)?.record.summary }
    case .briefing(let slug): site.briefing(slug)?.record.summary
    case .entity(let slug, 1): site.entity(slug)?.record.summary
    case .standing(let slug): site.page(slug)?.record.summary
    default: nil
    }
  }

  private func navigation() -> [NavigationView] {
    renderer.site.navigation.map { entry in
      switch entry.link {
      case .page(let page, let fragment, _, _): inward(entry.text, page.address, fragment)
      case .name(let slug): inward(entry.text, .name(slug), nil)
      case .address(let address, let fragment): inward(entry.text, address, fragment)
      case .elsewhere(let url): NavigationView(text: entry.text, url: url, isCurrent: false)
      }
    }
  }

  private func inward(_ text: String, _ target: SiteAddress, _ fragment: String?) -> NavigationView {
    let isBelow = !target.path.isEmpty && context.address.path.utf8.starts(with: target.path.utf8)
    return NavigationView(
      text: text, url: context.url(to: target, fragment: fragment),
      isCurrent: isBelow || context.address == target)
  }
}

/// Which way a language is written.
enum LanguageDirection {
  /// `ltr` or `rtl`, by the tag's first part, or by its script where it names one.
  static func of(_ language: String) -> String {
    let parts = language.lowercased().split(separator: "-")
    let isRightToLeft =
      parts.first.map { rightToLeft.contains(String($0)) } ?? false
      || parts.contains { ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm"].contains($0) }
    return isRightToLeft && !parts.contains("latn") && !parts.contains("cyrl") ? "rtl" : "ltr"
  }

  private static let rightToLeft: Set<String> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ps", "sd", "syr", "ug", "ur", "yi",
  ]
}
