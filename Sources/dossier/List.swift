import ArgumentParser
import Diagnostics
import Linking
import Publishing
import Tradecraft

/// `dossier list KIND`: what is on the site, as a table or as JSON.
struct List: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List briefings, entities, sources, events, claims or what is withheld.",
    discussion: """
      A table with a line of headings; with '--format json' one object a line, whose keys are the headings. Exit code 1 \
      says that the content has errors, so that something may be missing.

      Examples:
        dossier list entities
        dossier list claims --format json | jq -r 'select(.status == "disputed").text'
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var withheld: WithheldOptions

  @Option(name: .long, help: "text or json.")
  var format = ListFormat.text

  @Argument(help: "briefings, entities, sources, events, claims or withheld.")
  var kind: ListedKind

  func run() async throws {
    let inquiry = try Inquiry(site, withheld: withheld)
    let linked = try await inquiry.ask { pipeline in try await pipeline.site() }
    let listing = Listing(kind, of: linked.site)
    switch format {
    case .text: try inquiry.terminal.print(listing.table)
    case .json: try inquiry.terminal.print(listing.jsonLines)
    }
    let errors = linked.reported(with: []).count { $0.severity == .error }
    guard errors > 0 else { return }
    try inquiry.terminal.say(
      "the content has \(errors == 1 ? "an error" : "\(errors) errors"), so that something may be missing: "
        + "'dossier check' shows \(errors == 1 ? "it" : "them")")
    throw ExitCode(1)
  }
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum ListedKind: String, ExpressibleByArgument, CaseIterable {
  case briefings, entities, sources, events, claims, withheld
}
