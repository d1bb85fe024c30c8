import Briefings

/// What every template sees beside its page's own content: `root`, `assets`, `site`, `page`, `navigation`.
struct ChromeView: View {
  /// From this page up to the site's root, `../../`; what a template writes before every path of the site.
  var root: String
  /// The home page, which has no path of its own to write after `root`.
  var home: String
  var site: SiteView
  var page: HeadView
  var navigation: [NavigationView]
  var extra = ExtraValue.map([])

  static let names: NameTable<Self> = [
    .text("root") { $0.root },
    .text("home") { $0.home },
    .assets("assets"),
    .view("site") { $0.site },
    .view("page") { $0.page },
    .rows("navigation") { $0.navigation },
    .open("extra") { $0.extra },
  ]
}

/// The site as a whole.
struct SiteView: View {
  var title: String
  var language: String
  var publisher: String?
  /// Whether there is a base URL, and with it a feed.
  var hasFeed: Bool

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("language") { $0.language },
    .text("publisher") { $0.publisher },
    .flag("feed") { $0.hasFeed },
  ]
}

/// What stands in a page's head.
struct HeadView: View {
  /// Of the thing the page shows, without the site's name; nil on the home page.
  var title: String?
  var description: String?
  /// Absolute; nil without a base URL.
  var canonical: String?
  /// BCP 47.
  var language: String
  /// `ltr` or `rtl`.
  var direction = "ltr"
  /// Absolute address of the picture for social cards.
  var image: String?
  /// `2025-03-05`, on a briefing.
  var published: String?
  var updated: String?
  var isArticle = false
  /// Not published: a draft, one that is dated ahead, or what only such pages use.
  var isHidden = false
  /// From a run that shows such pages.
  var isNoIndex = false

  static let names: NameTable<Self> = [
    .text("title") { $0.title },
    .text("description") { $0.description },
    .text("canonical") { $0.canonical },
    .text("language") { $0.language },
    .text("direction") { $0.direction },
    .text("image") { $0.image },
    .text("published") { $0.published },
    .text("updated") { $0.updated },
    .flag("article") { $0.isArticle },
    .flag("hidden") { $0.isHidden },
    .flag("noindex") { $0.isNoIndex },
  ]
}

/// An entry of the site's navigation.
struct NavigationView: View {
  var text: String
  /// Relative to the page, or absolute.
  var url: String
  /// Whether the page is this one or lies below it.
  var isCurrent: Bool
  static let names: NameTable<Self> = [
    .text("text") { $0.text },
    .text("url") { $0.url },
    .flag("current") { $0.isCurrent },
  ]
}
