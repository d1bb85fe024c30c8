import ArgumentParser
import Diagnostics
import Publishing

/// What becomes of findings: how they are printed, and which are known.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .long,
    help: "text, json, sarif or github (default: text; inside GitHub Actions github).")
  var format: FindingFormat?

  @Option(
    name: .long, help: ArgumentHelp("Leave out the findings that this file lists.", valueName: "file"),
    completion: .file())
  var baseline: String?

  @Option(
    name: .long,
    help: ArgumentHelp("List all findings in this file, as known from now on.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  func validate() throws {
    if baseline != nil, writeBaseline != nil {
      throw ValidationError("--baseline reads a list and --write-baseline makes one: give one of the two.")
    }
  }
}

/// The options of a run, with what they name read.
struct Report {
  let format: FindingFormat
  /// With the file's name as it was given.
  let known: (file: String, baseline: Baseline)?
  let writes: String?

  /// Findings as text, all of them.
  static let plain = Report(format: .text, known: nil, writes: nil)
}

extension Report {
  /// - Throws: `ExitCode(2)` for a baseline that cannot be read, its reason printed.
  init(_ options: ReportOptions, _ terminal: Terminal) throws {
    let known = try options.baseline.map { ($0, try Report.baseline($0, terminal)) }
    self.init(
      format: options.format ?? .usual(Environment()), known: known, writes: options.writeBaseline)
  }

  private static func baseline(_ file: String, _ terminal: Terminal) throws -> Baseline {
    guard !SiteRoot.isFolder(file), let bytes = SiteRoot.bytes(of: file) else {
      try terminal.fail(
        "cannot read the baseline '\(file)'; 'dossier check --write-baseline \(file)' makes it")
      throw ExitCode(2)
    }
    do {
      return try Baseline(reading: bytes)
    } catch {
      try terminal.fail(
        "'\(file)' is no baseline: \(error); 'dossier check --write-baseline \(file)' makes it anew")
      throw ExitCode(2)
    }
  }

  /// Writes the list of what is known from now on.
  ///
  /// - Throws: `ExitCode(2)` when it cannot be written, its reason printed.
  func write(_ outcome: RunOutcome, of root: String, to file: String, _ terminal: Terminal) throws {
    let baseline = Baseline(outcome.findings) { SiteRoot.source($0, below: root) }
    do {
      try TextFile.replace(file, with: baseline.text)
    } catch {
      try terminal.fail("cannot write the baseline '\(file)': \(error)")
      throw ExitCode(2)
    }
    let findings = baseline.count == 1 ? "1 finding is" : "\(baseline.count) findings are"
    try terminal.say("\(findings) known from now on: 'dossier check --baseline \(file)' leaves them out")
  }
}
