import ArgumentParser
import Briefings
import Diagnostics
import Linking
import Publishing
import Tradecraft

/// `dossier verify`: quotations are looked for in their sources, receipts are written.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for every quotation in its source; write receipts of those found.",
    discussion: """
      A source's text is looked for as <source>.txt in Content/sources/text, or in the folder of --texts. It is read \
      and never published. What was found is written to Content/sources/receipts/<source>.jsonl; commit it, and then \
      a run of 'dossier check' can tell without the text whether a quotation has been changed since.

      A table of all quotations is printed, then what is wrong. Exit codes: 0 nothing is wrong, 1 a quotation is not \
      in its source or the content has other errors (with --strict also: could not be verified), 2 could not run.

      Examples:
        dossier verify
        dossier verify --texts ~/articles
        dossier verify --strict --quiet
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var quiet: QuietOption
  @OptionGroup var texts: TextsOption

  @Flag(name: .long, help: "Let warnings count as errors: what could not be verified.")
  var strict = false

  func run() async throws {
    let inquiry = try Inquiry(site, texts: texts)
    let verification = try await inquiry.ask { pipeline in try await pipeline.verify() }
    let proofs = verification.proofs
    if !quiet.isSet, !proofs.check.quotations.isEmpty {
      try inquiry.terminal.print(Listing(proofs).table)
    }
    let format = TextFormat(isColored: inquiry.terminal.isColored, source: inquiry.source)
    try inquiry.terminal.print(format.render(verification.findings))
    if !quiet.isSet { try inquiry.terminal.say(Verify.summary(verification)) }
    if verification.findings.isFailure(isStrict: strict) { throw ExitCode(1) }
  }

  private static func summary(_ verification: Verification) -> String {
    let proofs = verification.proofs
    let states = proofs.check.quotations.indices.map { proofs.state(of: $0) }
    let order: [QuotationProofs.State] = [.found, .receipt, .skipped, .missing, .changed, .unverified]
    let counts = order.compactMap { state -> String? in
      let count = states.count { $0 == state }
      return count == 0 ? nil : "\(count) \(state.rawValue)"
    }
    let all = "\(states.count) \(states.count == 1 ? "quotation" : "quotations")"
    let changes = verification.changed.map { "'\($0)'" }.joined(separator: ", ")
    let written = changes.isEmpty ? "no receipt changed" : "receipts changed: \(changes)"
    return ([all] + counts).joined(separator: ", ") + "; " + written
  }
}

/// `--texts`, as several commands take it.
struct TextsOption: ParsableArguments {
  @Option(
    name: .customLong("texts"),
    help: ArgumentHelp(
      "Where the texts of sources lie, as <source>.txt (default: Content/sources/text).", valueName: "dir"),
    completion: .directory)
  var folder: String?

  /// - Throws: for what is no folder.
  func existing() throws(Refusal) -> String? {
    guard let folder else { return nil }
    if SiteRoot.isFolder(folder) { return folder }
    throw Refusal("--texts: there is no folder '\(folder)'")
  }
}

extension Listing {
  /// A row a quotation.
  init(_ proofs: QuotationProofs) {
    columns = ["state", "match", "times", "paragraph", "source", "quotation"]
    rows = proofs.check.quotations.enumerated().map { index, cited in
      var source = cited.quotation.citations.first?.source
      var (match, times, paragraph) = ("", "", "")
      if case .found(let passage, let found) = proofs.proofs[index] {
        source = found
        (match, times) = (passage.match, String(passage.occurrences))
        paragraph = passage.paragraph.map { String($0) } ?? ""
      }
      return [
        .text(proofs.state(of: index).rawValue), .text(match), .text(times), .text(paragraph),
        .text(source?.string ?? ""), .text("\(cited.briefing)#\(cited.quotation.id)"),
      ]
    }
  }
}
