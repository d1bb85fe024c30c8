import Briefings
import Diagnostics
import Linking

/// Checks the templates that front matter chooses by `template`.
struct ChosenTemplates {
  private(set) var findings: [Finding] = []
  /// What front matter names, also that of pages which are withheld.
  private(set) var names: Set<String>

  init(_ site: Site, _ theme: Theme) {
    var checked: Set<String> = []
    names = site.withheldTemplates
    let assets = Set(theme.assets.addresses.keys)
    let pages: [(PageID, PageKind)] =
      site.briefings.map { ($0.id, .briefing) } + site.entities.map { ($0.id, .entity) }
      + site.sources.map { ($0.id, .source) } + site.pages.map { ($0.id, .page) }
    for (page, kind) in pages {
      guard let chosen = site.common(of: page)?.template, let file = site.file(of: page) else { continue }
      names.insert(chosen.value)
      guard theme.templates.contains(chosen.value) else {
        let place = Place(file.path, chosen.source)
        findings.append(.unknownPartial(chosen.value, at: place, known: theme.templates.names))
        continue
      }
      guard checked.insert("\(kind.rawValue) \(chosen.value)").inserted else { continue }
      let problems = theme.templates.findings(validating: [kind.use(of: chosen.value, assets: assets)])
      findings +=
        ChosenTemplates.isForAnother(kind, chosen.value)
        ? ChosenTemplates.misfit(chosen.value, problems, at: Place(file.path, chosen.source)) : problems
    }
  }

  /// Whether pages of another kind are shown by it, so that the choice is wrong and not the template.
  private static func isForAnother(_ kind: PageKind, _ template: String) -> Bool {
    kind.template != template && PageKind.allCases.contains { $0.template == template }
  }

  private static func misfit(_ template: String, _ problems: [Finding], at place: Place) -> [Finding] {
    guard let first = problems.first else { return [] }
    let rest = problems.count == 1 ? "" : ", and \(problems.count - 1) more"
    return [
      Finding(
        first.code,
        "the template '\(template)' is for other pages (\(first.message)\(rest)); take it out or choose one for these",
        at: place)
    ]
  }
}
