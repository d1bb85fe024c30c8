import ArgumentParser
import Diagnostics
import Preview
import Publishing

/// `dossier serve`: a preview that follows what is saved.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the site in the browser; follow every change.",
    discussion: """
      Drafts and future pages are shown, marked. Pages load again when something in them changed; errors appear \
      over the page until they are mended. Nothing is written to Public/.

      Examples:
        dossier serve --open
        dossier serve --port 0 --as-published
        dossier serve --editor-url 'idea://open?file={path}&line={line}'
      """)

  @OptionGroup var options: RunOptions

  @Option(name: [.customShort("p"), .long], help: "The port; 0 takes any that is free.")
  var port = 8000

  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address to listen on. Any but this machine's own lets the whole network read drafts.",
      valueName: "address"))
  var host = "127.0.0.1"

  @Flag(name: [.customShort("O"), .customLong("open")], help: "Open the site in the browser.")
  var opens = false

  @Flag(name: .long, help: "Hide drafts and future pages.")
  var asPublished = false

  @Flag(name: .long, help: "Look for changes twice a second, where the system does not tell of them.")
  var poll = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What opens a file in the editor, with {path}, {line} and {column}; empty for none.", valueName: "url"))
  var editorURL = "vscode://file{path}:{line}:{column}"

  func validate() throws {
    if !(0..<65_536).contains(port) { throw ValidationError("--port takes a number from 0 to 65535.") }
  }

  func run() async throws {
    let run = try Run(options)
    let terminal = run.terminal
    let serving = Serving(settings(run.settings)) { line in
      if !options.quiet.isSet { try? terminal.say(line) }
    } isReady: { address in
      try? terminal.print("\(address)\n")
      if opens { Browser.open(address) }
    }
    do {
      let signal = try await serving.run()
      if signal != 0 { throw ExitCode(128 + signal) }
    } catch let error as ServeError {
      try terminal.fail("\(error)")
      throw ExitCode(2)
    }
  }

  private func settings(_ run: RunSettings) -> ServeSettings {
    var run = run
    if !asPublished {
      run.includesDrafts = true
      run.includesFuture = true
    }
    var settings = ServeSettings(run)
    settings.host = host
    settings.port = port
    settings.editor = editorURL.isEmpty ? nil : editorURL
    settings.polls = poll
    return settings
  }
}
