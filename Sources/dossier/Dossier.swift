import ArgumentParser

/// The command `dossier`: one file a subcommand.
@main
struct Dossier: AsyncParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "dossier",
    abstract: "Turn a folder of Markdown briefings into an annotated, cross-linked static site.",
    discussion: """
      Examples:
        dossier init desk && cd desk
        dossier serve --open
        dossier build
        dossier check --strict
      """,
    version: version,
    subcommands: [
      Build.self, Check.self, Verify.self, Serve.self, New.self, Initialize.self, List.self, Explain.self,
      ExplainLinks.self,
      Suggest.self,
    ])

  static func main() async {
    Terminal.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      if var work = command as? any AsyncParsableCommand {
        try await work.run()
      } else {
        try command.run()
      }
    } catch {
      end(error)
    }
  }

  /// Help and version are results, too: that they could not be written is told by the exit code.
  private static func end(_ reason: any Error) -> Never {
    let (code, terminal) = (exitCode(for: reason), Terminal(.never))
    let text = fullMessage(for: reason)
    guard !text.isEmpty else { exit(withError: code) }
    do {
      if code.isSuccess { try terminal.print(text + "\n") } else { try terminal.say(text) }
    } catch {
      exit(withError: error)
    }
    exit(withError: code)
  }
}
