import ArgumentParser
import Diagnostics
import Publishing

/// `dossier build`: Content/ → Public/.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Publish Content/ into Public/.",
    discussion: """
      Nothing is published when the content has errors; Public/ then stays as it is.

      Examples:
        dossier build
        dossier build --drafts --output ../preview
        dossier build --base-url https://example.org/briefings/
      """,
    aliases: ["generate"])

  @OptionGroup var options: RunOptions
  @OptionGroup var verbose: VerboseOption

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("Where the site is published (default: Public in the root).", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Flag(name: [.customShort("f"), .long], help: "Replace files of somebody else that are in the way.")
  var force = false

  func run() async throws {
    try await Run(options, output: output, isForced: force, isVerbose: verbose.isSet).perform { pipeline in
      try await pipeline.build()
    }
  }
}
