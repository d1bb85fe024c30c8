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
        dossier check --format sarif > dossier.sarif
        dossier check --write-baseline known.jsonl
        dossier check --baseline known.jsonl
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var report: ReportOptions

  func run() async throws {
    try await Run(site, output: nil, isForced: false, report: report, showsNotes: true).perform { pipeline in
      try await pipeline.check()
    }
  }
}
