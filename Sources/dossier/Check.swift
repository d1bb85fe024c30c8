import ArgumentParser
import Diagnostics
import Publishing

/// `dossier check`: all rules, writes nothing.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the content and templates; write nothing.",
    discussion: """
      Examples:
        dossier check
        dossier check --strict --quiet
        dossier check --texts ~/articles
        dossier check --format sarif > dossier.sarif
        dossier check --write-baseline known.jsonl
        dossier check --baseline known.jsonl
        dossier check --since v1.0
        dossier check --copied-words --texts ~/articles
        dossier check --external
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup var verbose: VerboseOption
  @OptionGroup var report: ReportOptions
  @OptionGroup var texts: TextsOption

  @Option(
    help: ArgumentHelp(
      "Tell what published briefings say otherwise than in this revision of the repository without a correction.",
      valueName: "revision"))
  var since: String?

  @Flag(
    help:
      "Measure how much of its sources' own words each briefing has: the longest run and the share quoted. Needs their local texts."
  )
  var copiedWords = false

  @Flag(
    help:
      "Ask other hosts, through curl, whether the addresses that the site names are there; one request at a time and a second between two for each host."
  )
  var external = false

  @Option(
    help: ArgumentHelp(
      "With --external: how many days an address that was found is not asked for again (default: 7).",
      valueName: "days"))
  var externalAge: Int?

  func validate() throws {
    guard let externalAge else { return }
    if externalAge < 0 { throw ValidationError("--external-age takes a number of days, 0 or more.") }
    if !external { throw ValidationError("--external-age goes with --external.") }
  }

  func run() async throws {
    var run = try Run(
      options, report: report, showsNotes: true, isVerbose: verbose.isSet, texts: texts)
    run.settings.since = since
    run.settings.measuresCopiedWords = copiedWords
    if external { run.settings.external = ExternalSettings(age: externalAge ?? 7, today: Clock.calendarDay) }
    try await run.perform { pipeline in try await pipeline.check() }
  }
}
