import ArgumentParser
import Diagnostics
import Linking
import Publishing

/// `dossier explain-links FILE`: why each name was linked or not.
struct ExplainLinks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-links",
    abstract: "Say of each name in a file why it is linked or not.",
    discussion: """
      One line a name, in the order of the file: its place, whom it is counted for, and the alias and rule behind it; \
      or why it is nobody's: several owners, dates, 'auto: false', 'after-name', a heading, code, a link.

      Examples:
        dossier explain-links Content/briefings/truce.md
        dossier explain-links Content/briefings/truce.md | grep 'not linked'
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var quiet: QuietOption

  @Argument(
    help: ArgumentHelp("A briefing, entity, source or page of Content/.", valueName: "file"),
    completion: .file())
  var file: String

  func run() async throws {
    let inquiry = try Inquiry(site)
    let path = try inquiry.path(of: file)
    let names = try await inquiry.ask { pipeline in try await pipeline.names(in: path) }
    guard let names, let source = inquiry.source(path) else {
      try inquiry.terminal.fail("'\(path)' is no briefing, entity, source or page of the site")
      throw ExitCode(2)
    }
    try inquiry.terminal.print(names.map { "\(line($0, in: source))\n" }.joined())
    let linked = names.count { $0.isLinked }
    let counted = names.count { $0.entity != nil }
    if !quiet.isSet {
      try inquiry.terminal.say(
        "\(names.count) names: \(counted) counted as mentions, \(linked) of them linked")
    }
  }

  private func line(_ name: ExplainedName, in source: SourceText) -> String {
    let place = source.position(at: name.source.lowerBound)
    let fate: String
    switch (name.entity, name.isLinked) {
    case (let entity?, true): fate = "links to \(entity)"
    case (let entity?, false): fate = "counts for \(entity), not linked"
    case (nil, _): fate = "not linked"
    }
    return "\(source.path.string):\(place.line):\(place.column): '\(name.written)' \(fate): \(name.why)"
  }
}
