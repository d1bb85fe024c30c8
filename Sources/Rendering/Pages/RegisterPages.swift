import Briefings
import Linking
import Tradecraft

extension PageContext {
  func claims(_ part: RegisterPart?, page: Int) -> ClaimsView {
    let register = catalog.register
    let items = part.flatMap { part in register.parts.first { $0.part == part }?.items } ?? site.statements
    var parts = [
      NavigationView(
        text: "All \(grouped(site.statements.count))", url: url(to: .claims), isCurrent: part == nil)
    ]
    parts += register.parts.map {
      NavigationView(
        text: "\($0.part.name.capitalizedFirst) \(grouped($0.items.count))", url: url(to: .claims($0.part)),
        isCurrent: $0.part == part)
    }
    return ClaimsView(
      title: part?.title ?? "Claims", summary: part?.explanation ?? registerSummary, parts: parts,
      speakers: part == nil && page == 1 ? speakers : [],
      claims: slice(items, page: page).compactMap { row($0) },
      pagination: pagination(items.count, page: page) { number in
        (part.map { SiteAddress.claims($0) } ?? .claims).page(number)
      })
  }

  /// "25 claims, 4 judgments and 2 gaps, each with what it rests on and how well it stands."
  private var registerSummary: String {
    let counts = Dictionary(uniqueKeysWithValues: catalog.register.parts.map { ($0.part, $0.items.count) })
    let kinds: [(count: Int, one: String, many: String)] = [
      (site.claims.count, "claim", "claims"), (counts[.judgments] ?? 0, "judgment", "judgments"),
      (counts[.assumptions] ?? 0, "assumption", "assumptions"), (counts[.gaps] ?? 0, "gap", "gaps"),
    ]
    let named = kinds.enumerated().filter { $0.offset == 0 || $0.element.count > 0 }
      .map { counted($0.element.count, $0.element.one, $0.element.many) }
    return "\(enumerated(named)), each with what it rests on and how well it stands."
  }

  private func enumerated(_ parts: [String]) -> String {
    parts.count < 2
      ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "")
  }

  /// A statement on the register's own pages, with all that is known of it.
  private func row(_ item: PageItem) -> ClaimView? {
    guard var view = claim(item) else { return nil }
    view.id = RegisterRow(of: item, in: site)?.fragment
    view.standing = catalog.register.standing(of: item).map { $0.words }
    view.relations = catalog.register.relations.of(item).compactMap { relation in
      guard let other = site.statement(relation.other), let row = RegisterRow(of: relation.other, in: site)
      else { return nil }
      let words = typeset("\"\(shortened(other.text))\"")
      return (relation.kind.words, LinkView(text: words, url: url(to: row.address, fragment: row.fragment)))
    }
    return view
  }

  /// Enough of a sentence to know it again, cut between words.
  private func shortened(_ text: String) -> String {
    let limit = 60
    guard text.unicodeScalars.count > limit else { return text }
    let start = text.unicodeScalars.prefix(limit)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return String(start[..<end]) + "…"
  }

  /// Entities on whose pages most claims stand as theirs.
  private var speakers: [LinkView] {
    let speaking = site.entities.filter { !$0.claimsBy.isEmpty }
    let most = speaking.sorted {
      $0.claimsBy.count == $1.claimsBy.count
        ? $0.record.slug < $1.record.slug : $0.claimsBy.count > $1.claimsBy.count
    }
    return most.prefix(PageContext.speakerLimit).map { entity in
      LinkView(
        text: typeset(entity.record.name.value), url: url(to: entity.address, fragment: "site-claims-by"),
        count: entity.claimsBy.count)
    }
  }

  private static let speakerLimit = 24

  func corrections(page: Int) -> CorrectionsView {
    CorrectionsView(
      corrections: slice(site.corrections, page: page).map { correction($0.correction, of: $0.briefing) },
      pagination: pagination(site.corrections.count, page: page) { SiteAddress.corrections.page($0) })
  }
}

extension Register.Standing {
  /// Where the status comes from.
  fileprivate var words: String {
    guard isDerived else { return "status stated by the writer" }
    switch (publications, sources) {
    case (0, _): return "status derived: nothing is cited"
    case (let publications, let sources) where sources > publications:
      let of = counted(publications, "publication", "independent publications")
      return "status derived: \(counted(sources, "source", "sources")) of \(of)"
    default:
      return
        "status derived: \(counted(publications, "publication is", "independent publications are")) cited"
    }
  }
}

extension RegisterRelations.Kind {
  fileprivate var words: String {
    switch self {
    case .disputes: "disputes"
    case .disputedBy: "disputed by"
    case .supersedes: "supersedes"
    case .supersededBy: "superseded by"
    case .restsOn: "rests on"
    case .basisOf: "basis of"
    }
  }
}

extension RegisterPart {
  /// In a list of parts.
  fileprivate var name: String {
    if case .status(let status) = self { status.words } else { segment }
  }

  var title: String {
    if case .status(let status) = self { "Claims: \(status.words)" } else { segment.capitalizedFirst }
  }

  /// One sentence for readers.
  fileprivate var explanation: String {
    switch self {
    case .status(let status): status.explanation
    case .forecasts: "Claims about what is to come."
    case .judgments: "What the desk concludes, with how likely it is and how sure the desk is of it."
    case .assumptions: "What judgments rest on without proof."
    case .gaps: "What is not known."
    }
  }
}

extension ClaimStatus {
  /// One sentence for readers.
  fileprivate var explanation: String {
    switch self {
    case .unverified: "Nothing but the saying of it is known."
    case .singleSource: "One publication says so; copies of one report count once."
    case .severalSources:
      "More than one publication says so; whether they are independent is not established."
    case .corroborated: "Independent publications agree, in the desk’s judgment."
    case .disputed: "Somebody says otherwise."
    case .denied: "Whom it is about denies it."
    case .refuted: "It has turned out to be false."
    case .superseded: "A later claim has taken its place."
    case .withdrawn: "Whoever said it has taken it back."
    }
  }
}
