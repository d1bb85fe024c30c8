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
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var texts: TextsOption

  @Option(
    help: ArgumentHelp(
      "Tell what published briefings say otherwise than in this revision of the repository without a correction.",
      valueName: "revision"))
  var since: String?

  func run() async throws {
    var run = try Run(site, output: nil, isForced: false, report: report, showsNotes: true, texts: texts)
    run.settings.since = since
    try await run.perform { pipeline in try await pipeline.check() }
  }
}
