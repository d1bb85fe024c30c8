import ArgumentParser
import Diagnostics
import Publishing

/// One run over a site: settings from options and environment, findings and the closing line printed, exit code.
struct Run {
  private let options: RunOptions
  var settings: RunSettings
  let terminal: Terminal
  private let reporting: Report
  /// A build prints of its notes only those that say why something is not published.
  private let showsNotes: Bool
  /// Whether it says how many files were written.
  private let showsDetails: Bool

  /// - Parameter report: how findings are printed; nil: as text, all of them.
  /// - Throws: `ExitCode(2)` when there is no site or no baseline, its reason printed.
  init(
    _ options: RunOptions, output: String? = nil, isForced: Bool = false, report: ReportOptions? = nil,
    showsNotes: Bool = false, isVerbose: Bool = false, texts: TextsOption? = nil
  ) throws {
    self.options = options
    self.showsNotes = showsNotes || isVerbose
    showsDetails = isVerbose
    terminal = Terminal(options.site.color)
    do throws(Refusal) {
      var settings = try Run.settings(options, output)
      settings.isForced = isForced
      settings.texts = try texts?.existing()
      self.settings = settings
      if let report { reporting = try Report(report) } else { reporting = .plain }
    } catch {
      try terminal.end(error, as: report?.chosen ?? .text, root: options.site.root ?? ".")
    }
  }

  private static func settings(_ options: RunOptions, _ output: String?) throws(Refusal) -> RunSettings {
    let environment = Environment()
    let root = try SiteRoot.find(options.site.root)
    var settings = RunSettings(
      root: root, output: output ?? SiteRoot.spelling("Public", below: root),
      today: try Clock(options.site.clock, environment).today)
    settings.home = environment["HOME"]
    settings.baseURL = if let url = options.baseURL { url } else { try baseURL(environment) }
    settings.includesDrafts = options.withheld.drafts
    settings.includesFuture = options.withheld.future
    settings.isStrict = options.strict
    settings.jobs = options.site.jobs ?? Environment.cores
    return settings
  }

  private static func baseURL(_ environment: Environment) throws(Refusal) -> String? {
    guard let url = environment["DOSSIER_BASE_URL"] else { return nil }
    if let refusal = RunOptions.refusal(ofBaseURL: url) { throw Refusal("DOSSIER_BASE_URL \(refusal)") }
    return url
  }

  /// - Throws: `ExitCode` 1 for content with errors, 2 when the run could not be carried out.
  func perform(_ stages: (Pipeline) async throws -> RunOutcome) async throws {
    let start = ContinuousClock.now
    let progress = Progress(terminal)
    var outcome: RunOutcome
    do {
      outcome = try await stages(Pipeline(settings) { progress.show($0, $1, $2) })
    } catch let error as RunError {
      progress.erase()
      try terminal.end(Refusal("\(error)"), as: reporting.format, root: settings.root)
    }
    progress.erase()
    if let file = reporting.writes, !outcome.couldNotRun {
      return try reporting.write(
        outcome, of: settings.root, to: file, terminal, isQuiet: options.quiet.isSet)
    }
    let remainder = reporting.known?.baseline.remainder(of: outcome.findings, unasked: settings.unasked) {
      SiteRoot.source($0, below: settings.root)
    }
    if let remainder { outcome.findings = remainder.findings }
    try report(outcome, remainder, since: start)
    if outcome.couldNotRun { throw ExitCode(2) }
    if outcome.findings.isFailure(isStrict: options.strict) { throw ExitCode(1) }
  }

  private func report(
    _ outcome: RunOutcome, _ remainder: Baseline.Remainder?, since start: ContinuousClock.Instant
  ) throws {
    var shown = outcome
    if !showsNotes { shown.findings = outcome.findings.withoutNotes(except: [.withheld, .noBaseURL]) }
    try terminal.print(
      reporting.format.render(shown, of: settings.root, isColored: terminal.isColored))
    guard !options.quiet.isSet else { return }
    if showsDetails { try terminal.say(outcome.details) }
    for remark in outcome.remarks { try terminal.say(remark) }
    try terminal.say(outcome.summary(seconds: (ContinuousClock.now - start).seconds))
    if let remainder { try sayKnown(remainder) }
  }

  private func sayKnown(_ remainder: Baseline.Remainder) throws {
    guard let file = reporting.known?.file else { return }
    let (ignored, gone) = (remainder.ignored, remainder.gone)
    try terminal.say("\(ignored) known \(ignored == 1 ? "finding is" : "findings are") left out ('\(file)')")
    guard gone > 0 else { return }
    try terminal.say(
      "note: \(gone) \(gone == 1 ? "entry" : "entries") of '\(file)' no longer \(gone == 1 ? "occurs" : "occur"): "
        + "'dossier check --write-baseline \(file)' drops \(gone == 1 ? "it" : "them")")
  }
}

extension RunSettings {
  /// What is only found by a run that is asked for it.
  fileprivate var unasked: Set<FindingCode> {
    var codes: Set<FindingCode> = []
    if external == nil { codes.formUnion([.deadLink, .movedLink]) }
    if !measuresCopiedWords { codes.insert(.copiedWords) }
    if since == nil { codes.insert(.silentCorrection) }
    return codes
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
