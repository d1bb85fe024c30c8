import ArgumentParser
import Diagnostics

/// `dossier explain CODE`: what a finding means, an example, how to mend it.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a finding's code means, with an example and how to mend it.",
    discussion: """
      Examples:
        dossier explain unknown-source
        dossier explain --all --format json
      """)

  @Flag(name: .long, help: "Explain every code.")
  var all = false

  @Option(name: .long, help: "text, or json: one object a line.")
  var format = ListFormat.text

  @Option(name: .long, help: "Color: auto, always or never. NO_COLOR and CLICOLOR_FORCE are heard.")
  var color = ColorChoice.auto

  @Argument(
    help: ArgumentHelp("Codes, as they stand in brackets behind a finding.", valueName: "code"),
    completion: .list(FindingCode.allCases.map(\.rawValue)))
  var codes: [String] = []

  func validate() throws {
    if codes.isEmpty != all {
      throw ValidationError(all ? "Give codes or --all, not both." : "Which code? Give one, or --all.")
    }
    for code in codes where FindingCode(rawValue: code) == nil {
      let near = Suggestions.nearest(to: code, among: FindingCode.allCases.map(\.rawValue))
      let hint = near.isEmpty ? "--all lists them" : "did you mean '\(near.joined(separator: "' or '"))'?"
      throw ValidationError("There is no code '\(code)'; \(hint)")
    }
  }

  func run() throws {
    let terminal = Terminal(color)
    let explanations =
      all ? Explanation.all : codes.compactMap { FindingCode(rawValue: $0)?.explanation }
    switch format {
    case .text:
      let texts = explanations.map { terminal.isColored ? $0.text.withBoldFirstLine : $0.text }
      try terminal.print(texts.joined(separator: "\n"))
    case .json: try terminal.print(explanations.map { $0.json + "\n" }.joined())
    }
  }
}

extension String {
  fileprivate var withBoldFirstLine: String {
    let end = firstIndex(of: "\n") ?? endIndex
    return "\u{1B}[1m\(self[..<end])\u{1B}[0m\(self[end...])"
  }
}
