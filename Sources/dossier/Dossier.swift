import ArgumentParser

/// The command `dossier`: one file a subcommand.
@main
struct Dossier: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turn a folder of Markdown briefings into an annotated, cross-linked static site.",
    discussion: """
      Examples:
        dossier init desk && cd desk
        dossier build
        dossier check --strict
      """,
    version: "0.1.0",
    subcommands: [Build.self, Check.self, Initialize.self])

  static func main() async {
    Terminal.ignoreBrokenPipes()
    await main(nil)
  }
}
