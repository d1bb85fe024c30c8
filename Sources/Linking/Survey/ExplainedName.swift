package import Briefings

/// A name in a text, and in words what became of it and why.
package struct ExplainedName: Sendable, Equatable {
  package let written: String
  /// In the file.
  package let source: Range<Int>
  /// Whom it is counted for; nil for nobody.
  package let entity: Slug?
  package let isLinked: Bool
  /// "its alias 'Zelenskiy', the first in its section".
  package let why: String

  package init(_ outcome: NameOutcome, in body: PageBody, of registry: Registry) {
    written = outcome.written
    source = outcome.source
    let mention = body.mentions.first { $0.source.lowerBound == outcome.source.lowerBound }
    isLinked = mention?.isLinked ?? false
    entity = mention?.entity
    why = ExplainedName.why(outcome, mention, registry)
  }

  private static func why(_ outcome: NameOutcome, _ mention: Mention?, _ registry: Registry) -> String {
    switch outcome.reason {
    case .linked(let slug, let alias, let choice):
      guard let mention else { return "\(slug) is withheld" }
      let name = registry.name(of: slug) == alias ? "its name" : "its alias '\(alias)'"
      return "\(name)\(words(choice)), \(words(mention, registry.site.linkNames))"
    case .explicit(let slug): return mention == nil ? "\(slug) is withheld" : "written as [[…]]"
    case .ownPage: return "this is its own page"
    case .notAutomatic(let slugs): return "'auto: false': a name of \(list(slugs)) only where [[…]] says so"
    case .awaitsName(let slugs):
      return "'after-name: true': no other name of \(list(slugs)) stands before it"
    case .outOfDate(let slugs): return "'from' or 'to' excludes the briefing's date: a name of \(list(slugs))"
    case .ambiguous(let slugs):
      return
        "it may mean \(list(slugs, "or")); write [[\(slugs[0])|\(outcome.written)]] or name one under 'prefer'"
    case .preferredOwnerWithheld(let slug): return "'prefer' says that it means \(slug), which is withheld"
    case .excluded(let slugs, let text): return "'not: \(text)' keeps it from \(list(slugs))"
    case .joined(let slugs): return "a hyphen makes it part of a longer name than that of \(list(slugs))"
    case .otherCapitals(let slugs, let alias):
      return "its capitals differ from '\(alias)', a name of \(list(slugs))"
    case .unsearched(let place, let slugs): return "\(words(place)), a name of \(list(slugs, "or"))"
    }
  }

  private static func words(_ choice: NameOutcome.Choice) -> String {
    switch choice {
    case .onlyOwner: ""
    case .date: ", whose owner at the briefing's date it is"
    case .named: ", whose owner has been named before"
    case .preference: ", as 'prefer' says"
    }
  }

  private static func words(_ mention: Mention, _ policy: SiteConfiguration.NameLinking) -> String {
    switch (policy, mention.isLinked) {
    case (.none, _): "and 'link-names: none' makes no links of names"
    case (.all, _): "and 'link-names: all' links each"
    case (.first, true): "the first in this page"
    case (.first, false): "but not the first in this page"
    case (.firstInSection, true): "the first in its section"
    case (.firstInSection, false): "but not the first in its section"
    }
  }

  private static func words(_ place: NameOutcome.Place) -> String {
    switch place {
    case .heading: "it stands in a heading"
    case .link: "it stands in a link"
    case .code: "it stands in code or a construct"
    case .acrossMarkup: "markup begins or ends inside it"
    }
  }

  private static func list(_ slugs: [Slug], _ conjunction: String = "and") -> String {
    slugs.map(\.string).joined(separator: " \(conjunction) ")
  }
}

extension Registry {
  fileprivate func name(of entity: Slug) -> String? {
    entityIndex[entity].map { entities[$0].name.value } ?? entities.first { $0.slug == entity }?.name.value
  }
}
