import Briefings
import Diagnostics
import Foundation
import Linking
import Publishing
import Rendering

extension Answering {
  /// Why each name in a page is linked, or not.
  func names(_ request: PageRequest, _ found: Preview.Found) -> Reply {
    guard let site = found.site, let path = asked(request, found), case .page(let job)? = site.item(at: path),
      let page = job.content, let source = site.source(at: path)
    else { return Reply(refusing: 404, "No text of yours stands on this page.") }
    let text = SourceText(path: source, bytes: site.bytes(of: source))
    let lines = site.nameOutcomes(of: page, in: source).map { outcome in
      "\(text.position(at: outcome.source.lowerBound).line): '\(outcome.written)' \(outcome.reason.words)"
    }
    guard let data = try? JSONEncoder().encode(lines) else {
      preconditionFailure("texts can be written as JSON")
    }
    return file(RelativePath(literal: "names.json"), [UInt8](data)).reply(to: request)
  }

  /// The page that the script asks about.
  private func asked(_ request: PageRequest, _ found: Preview.Found) -> RelativePath? {
    let address = try? RequestPath(request.target, below: found.base)
    return address?.parameter("page").flatMap { RelativePath($0) }
  }
}

extension NameOutcome.Reason {
  /// What became of the name, to stand behind it.
  fileprivate var words: String {
    switch self {
    case .linked(let slug, let alias, let choice): "leads to \(slug), by its name '\(alias)'\(choice.words)"
    case .explicit(let slug): "leads to \(slug), as written"
    case .ownPage(let slug): "is not linked: this is the page of \(slug)"
    case .notAutomatic(let slugs): "is not linked: for \(list(slugs)) it says 'auto: false'"
    case .awaitsName(let slugs): "is not linked: it counts only after another name of \(list(slugs))"
    case .outOfDate(let slugs): "is not linked: on the briefing's day it was no name of \(list(slugs))"
    case .ambiguous(let slugs): "is not linked: it may be \(list(slugs))"
    case .preferredOwnerWithheld(let slug): "is not linked: 'prefer' says \(slug), which is withheld"
    case .excluded(let slugs, let text): "is not linked: 'not: \(text)' keeps it from \(list(slugs))"
    case .joined(let slugs): "is not linked: a hyphen makes it part of a longer name than \(list(slugs))"
    case .otherCapitals(let slugs, let alias): "is not linked: \(list(slugs)) is written '\(alias)'"
    case .unsearched(let place, let slugs): "is not linked \(place.words): it would be \(list(slugs))"
    }
  }

  private func list(_ slugs: [Slug]) -> String { slugs.map(\.string).joined(separator: " or ") }
}

extension NameOutcome.Choice {
  fileprivate var words: String {
    switch self {
    case .onlyOwner: ""
    case .date: "; on the briefing's day it was nobody else's"
    case .named: "; other owners have not been named"
    case .preference: ", which 'prefer' chooses"
    }
  }
}

extension NameOutcome.Place {
  fileprivate var words: String {
    switch self {
    case .heading: "in a heading"
    case .link: "inside a link"
    case .code: "in code"
    case .acrossMarkup: "across markup"
    }
  }
}
