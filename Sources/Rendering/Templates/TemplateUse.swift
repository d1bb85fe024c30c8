/// A template as pages use it.
struct TemplateUse: Sendable {
  /// What a page of a kind owes its readers.
  enum Need: Sendable {
    case nothing
    /// Words, or a name of the page's own: lists may be explained, and "not found" is words alone.
    case words
    /// A name of the page's own, not only of the site's.
    case ownName
    case name(String)
  }

  let template: String
  /// The names that it is offered.
  let declaration: ViewDeclaration
  var need = Need.nothing
}

extension PageKind {
  /// This kind's page in a template, its own if no other is named.
  func use(of template: String? = nil, assets: Set<String>) -> TemplateUse {
    TemplateUse(
      template: template ?? self.template, declaration: view.pageDeclaration(assets: assets), need: need)
  }

  private var need: TemplateUse.Need {
    switch self {
    case .briefing, .entity, .sharedName, .source, .page: .ownName
    case .redirect: .name("target")
    case .home, .briefings, .entities, .timeline, .sources, .claims, .corrections, .notFound: .words
    }
  }
}
