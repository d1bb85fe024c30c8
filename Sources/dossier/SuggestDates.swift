import ArgumentParser
import Diagnostics
import EDTF
import Linking
import Publishing

/// `dossier suggest dates FILE`: what "on Tuesday" and "August of that year" mean.
struct SuggestDates: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dates",
    abstract: "Propose a date for each expression of time in a text; write nothing.",
    discussion: """
      One line an expression: its place, the date in EDTF, and the rule behind it. A briefing's own day of publication \
      is counted from, of a source and of its local text the source's; '--published' says it for any other text.

      Rules:
        weekday        the latest such day up to and including publication
        last-weekday   strictly before it; next-weekday strictly after; this-weekday in its week
        weekday-ahead  the first such day from publication on, of what will be
        day, ago       counted from publication
        anchored       counted from an event: a date in its words, or an event entity of that name
        later          counted from the nearest date before it
        that-period    of the year, month or day of the nearest date before it
        month          the latest such month up to publication
        period         the week, month or year of publication, or the one beside it
        recent         an approximate interval up to publication
        season, plain  said in full

      Examples:
        dossier suggest dates Content/briefings/truce.md
        dossier suggest dates --published 2025-03-04 article.txt
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var quiet: QuietOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The day the text was published, as YYYY-MM-DD (default: what its record says).",
      valueName: "day"))
  var published: String?

  @Argument(
    help: ArgumentHelp("A file of Content/, or any text in UTF-8.", valueName: "file"),
    completion: .file())
  var file: String

  func validate() throws {
    if let published, (try? CivilDay(parsing: published)) == nil {
      throw ValidationError("--published takes a day written YYYY-MM-DD, not '\(published)'.")
    }
  }

  func run() async throws {
    let terminal = Terminal(site.color)
    guard !SiteRoot.isFolder(file), let bytes = SiteRoot.bytes(of: file),
      String(validating: bytes, as: UTF8.self) != nil
    else {
      try terminal.fail("'\(file)' cannot be read as a text in UTF-8")
      throw ExitCode(2)
    }
    let answer = try await answer(bytes, terminal)
    let source = SourceText(path: RelativePath(literal: "text"), bytes: bytes)
    try terminal.print(answer.proposals.map { line($0, in: source) }.joined())
    guard !quiet.isSet else { return }
    let count = answer.proposals.count
    let open = answer.proposals.count { $0.date == nil }
    let rest = open == 0 ? "" : ", \(open) without a date"
    let expressions = count == 1 ? "expression" : "expressions"
    try terminal.say("\(count) \(expressions) of time\(rest); published on \(answer.published)")
  }

  /// A text of no site needs none, if it is said when it was published.
  private func answer(_ bytes: [UInt8], _ terminal: Terminal) async throws -> SuggestedDates {
    let day = published.flatMap { try? CivilDay(parsing: $0) }
    if let day, site.root == nil, SiteRoot.aboveHere() == nil {
      return SuggestedDates(day, DateSuggestions(published: day, registry: nil).proposals(in: bytes))
    }
    let inquiry = try Inquiry(site)
    let path = inquiry.pathBelowRoot(of: file)
    let answer = try await inquiry.ask { pipeline in
      try await pipeline.dates(in: path, bytes, published: day)
    }
    guard let answer else {
      try terminal.fail("nothing says when '\(file)' was published; say it with '--published YYYY-MM-DD'")
      throw ExitCode(2)
    }
    return answer
  }

  private func line(_ proposal: DateProposal, in source: SourceText) -> String {
    let place = source.position(at: proposal.source.lowerBound)
    let date = proposal.date?.text ?? "no date"
    return "\(file):\(place.line):\(place.column): '\(proposal.words)' → \(date) "
      + "[\(proposal.rule.rawValue)] \(proposal.reason)\n"
  }
}
