/// The kinds of pages: each has a template of its own name and a view it is rendered with.
enum PageKind: String, CaseIterable, Sendable {
  case home, briefing, briefings, entity, entities
  case sharedName = "name"
  case timeline, source, sources, claims, corrections, page, redirect
  case notFound = "404"

  var template: String { rawValue }

  var view: any View.Type {
    switch self {
    case .home: HomeView.self
    case .briefing: BriefingView.self
    case .briefings: ArchiveView.self
    case .entity: EntityView.self
    case .entities: EntityIndexView.self
    case .sharedName: SharedNameView.self
    case .timeline: TimelineView.self
    case .source: SourceView.self
    case .sources: BibliographyView.self
    case .claims: ClaimsView.self
    case .corrections: CorrectionsView.self
    case .page: StandingPageView.self
    case .redirect: RedirectView.self
    case .notFound: NotFoundView.self
    }
  }
}
