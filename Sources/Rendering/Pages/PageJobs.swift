import Briefings
import Linking
import Tradecraft

extension PageJob {
  /// Every page of the site, in an order that depends on nothing but the site.
  static func all(of site: Site, _ catalog: Catalog) -> [PageJob] {
    var jobs: [PageJob] = [.home]
    jobs += site.briefings.map { .briefing($0.record.slug) }
    jobs += list(site.briefings.count, catalog) { .archive(page: $0) }
    for entity in site.entities {
      jobs += (1...EntityLists(entity).pageCount(catalog)).map { .entity(entity.record.slug, page: $0) }
    }
    jobs += list(site.entities.count, catalog) { .entityIndex(page: $0) }
    jobs += site.sharedNames.map { .sharedName($0.slug) }
    jobs += timeline(site.timeline, catalog)
    for source in site.sources {
      let count = max(source.resting.count, source.entities.count)
      jobs += list(count, catalog) { .source(source.record.slug, page: $0) }
    }
    jobs += list(site.sources.count, catalog) { .bibliography(page: $0) }
    jobs += list(site.statements.count, catalog) { .claims(nil, page: $0) }
    for group in catalog.register.parts {
      jobs += list(group.items.count, catalog) { .claims(group.part, page: $0) }
    }
    jobs += list(site.corrections.count, catalog) { .corrections(page: $0) }
    jobs += site.pages.filter { $0.record.slug.string != "index" }.map { .standing($0.record.slug) }
    return jobs + redirects(of: site) + [.notFound]
  }

  private static func timeline(_ timeline: Timeline, _ catalog: Catalog) -> [PageJob] {
    var jobs = list(timeline.years.count, catalog) { .timeline(page: $0) }
    for year in timeline.years {
      jobs.append(.year(year.year))
      guard year.isSplit else { continue }
      for month in year.months {
        jobs += list(month.events.count, catalog) { .month(year: year.year, month: month.month, page: $0) }
      }
    }
    if !timeline.undated.isEmpty { jobs += list(timeline.undated.count, catalog) { .undated(page: $0) } }
    for selection in catalog.timelineFilters.selections {
      let count = catalog.timelineFilters.events(of: selection).count
      jobs += list(count, catalog) { .selection(selection, page: $0) }
    }
    return jobs
  }

  private static func redirects(of site: Site) -> [PageJob] {
    let pages =
      site.briefings.map { ($0.id, $0.record.common) } + site.entities.map { ($0.id, $0.record.common) }
      + site.sources.map { ($0.id, $0.record.common) } + site.pages.map { ($0.id, $0.record.common) }
    return pages.flatMap { page, common in common.redirects.map { .redirect($0.value, to: page) } }
  }

  private static func list(_ count: Int, _ catalog: Catalog, _ job: (Int) -> PageJob) -> [PageJob] {
    (1...catalog.pageCount(count)).map(job)
  }
}

/// The lists on an entity's page, which are cut into pages together.
struct EntityLists {
  /// In the order of the page; a heading's identifier is `site-` and the raw value.
  enum Part: String {
    case topic, events, quotations, claimsBy = "claims-by", claimsAbout = "claims-about", mentions, related
  }

  let counts: [(part: Part, count: Int)]
  /// Of the longest.
  let count: Int

  init(_ entity: EntityPage) {
    counts = [
      (.topic, entity.topicOf.count), (.events, entity.events.count), (.quotations, entity.quotations.count),
      (.claimsBy, entity.claimsBy.count), (.claimsAbout, entity.claimsAbout.count),
      (.mentions, entity.mentionCount), (.related, entity.related.count),
    ]
    count = counts.map(\.count).max() ?? 0
  }

  func pageCount(_ catalog: Catalog) -> Int { catalog.pageCount(count) }
}
