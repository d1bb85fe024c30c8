import ArgumentParser
import Diagnostics
import Publishing

/// One run over a site: settings from options and environment, findings and the closing line printed, exit code.
struct Run {
  private let options: SiteOptions
  let settings: RunSettings
  let terminal: Terminal
  /// A build prints of its notes only those that say why something is not published.
  private let showsNotes: Bool

  /// - Throws: `ExitCode(2)` when there is no site, its reason printed.
  init(_ options: SiteOptions, output: String?, isForced: Bool, showsNotes: Bool) throws {
    self.options = options
    self.showsNotes = showsNotes || options.verbose
    terminal = Terminal(options.color)
    let environment = Environment()
    let root = try SiteRoot.find(options.root, terminal)
    var settings = RunSettings(
      root: root, output: output ?? SiteRoot.spelling("Public", below: root),
      today: Clock(options.clock, environment).today)
    settings.home = environment["HOME"]
    settings.baseURL = try options.baseURL ?? Run.baseURL(environment, terminal)
    settings.includesDrafts = options.drafts
    settings.includesFuture = options.future
    settings.isStrict = options.strict
    settings.isForced = isForced
    settings.jobs = options.jobs ?? Environment.cores
    self.settings = settings
  }

  /// - Throws: `ExitCode(2)` for one that is no address, its reason printed.
  private static func baseURL(_ environment: Environment, _ terminal: Terminal) throws -> String? {
    guard let url = environment["DOSSIER_BASE_URL"] else { return nil }
    if let refusal = SiteOptions.refusal(ofBaseURL: url) {
      try terminal.fail("DOSSIER_BASE_URL \(refusal)")
      throw ExitCode(2)
    }
    return url
  }

  /// - Throws: `ExitCode` 1 for content with errors, 2 when the run could not be carried out.
  func perform(_ stages: (Pipeline) async throws -> RunOutcome) async throws {
    let start = ContinuousClock.now
    let progress = Progress(terminal)
    let outcome: RunOutcome
    do {
      outcome = try await stages(Pipeline(settings) { progress.show($0, $1, $2) })
    } catch let error as RunError {
      progress.erase()
      try terminal.fail("\(error)")
      throw ExitCode(2)
    }
    progress.erase()
    try report(outcome, since: start)
    if outcome.couldNotRun { throw ExitCode(2) }
    if outcome.findings.isFailure(isStrict: options.strict) { throw ExitCode(1) }
  }

  private func report(_ outcome: RunOutcome, since start: ContinuousClock.Instant) throws {
    let format = TextFormat(isColored: terminal.isColored) { path in
      SiteRoot.source(path, below: settings.root)
    }
    let shown =
      showsNotes ? outcome.findings : outcome.findings.withoutNotes(except: [.withheld, .noBaseURL])
    try terminal.print(format.render(shown))
    guard !options.quiet else { return }
    if options.verbose { try terminal.say(outcome.details) }
    try terminal.say(outcome.summary(seconds: (ContinuousClock.now - start).seconds))
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
