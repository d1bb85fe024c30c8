import ArgumentParser
import Diagnostics
import Foundation
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

  /// What was asked for, or is usual where the program runs.
  var chosen: FindingFormat { format ?? .usual(Environment()) }

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
  /// - Throws: for a baseline that cannot be read.
  init(_ options: ReportOptions) throws(Refusal) {
    var known: (file: String, baseline: Baseline)?
    if let file = options.baseline { known = (file, try Report.baseline(file)) }
    self.init(format: options.chosen, known: known, writes: options.writeBaseline)
  }

  private static func baseline(_ file: String) throws(Refusal) -> Baseline {
    guard !SiteRoot.isFolder(file), let bytes = SiteRoot.bytes(of: file, limit: limit) else {
      throw Refusal("cannot read the baseline '\(file)'; 'dossier check --write-baseline \(file)' makes it")
    }
    do {
      return try Baseline(reading: bytes)
    } catch {
      let isDamaged = isList(bytes)
      throw Refusal(
        "'\(file)' is no baseline: \(error)"
          + (isDamaged ? "; 'dossier check --write-baseline \(file)' makes it anew" : ""))
    }
  }

  /// Bytes; more than any site's findings take.
  private static let limit = 256_000_000

  /// Whether a file may be replaced by a baseline: it is empty, or its first line is an entry of one, of any schema.
  private static func isList(_ bytes: [UInt8]) -> Bool {
    struct Entry: Decodable {
      let schema: Int
      let code: String
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first(where: { line in !line.allSatisfy { $0 <= 0x20 } }) else { return true }
    return (try? JSONDecoder().decode(Entry.self, from: Data(first))) != nil
  }

  /// Writes the list of what is known from now on.
  ///
  /// - Throws: `ExitCode(2)` when it cannot be written, its reason printed.
  func write(
    _ outcome: RunOutcome, of root: String, to file: String, _ terminal: Terminal, isQuiet: Bool
  ) throws {
    let baseline = Baseline(outcome.findings) { SiteRoot.source($0, below: root) }
    if TextFile.isFile(file), let old = SiteRoot.bytes(of: file, limit: Report.limit), !Report.isList(old) {
      try terminal.fail("'\(file)' is there already and is no baseline: name another file")
      throw ExitCode(2)
    }
    do {
      try TextFile.replace(file, with: baseline.text)
    } catch {
      try terminal.fail("cannot write the baseline '\(file)': \(error)")
      throw ExitCode(2)
    }
    guard !isQuiet else { return }
    let isOne = baseline.count == 1
    let findings = isOne ? "1 finding is" : "\(baseline.count) findings are"
    try terminal.say(
      "\(findings) known from now on: 'dossier check --baseline \(file)' leaves \(isOne ? "it" : "them") out")
  }
}
