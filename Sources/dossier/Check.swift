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
      """)

  @OptionGroup var site: SiteOptions

  func run() async throws {
    try await Run(site, output: nil, isForced: false, showsNotes: true).perform { pipeline in
      try await pipeline.check()
    }
  }
}
