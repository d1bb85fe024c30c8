/// Findings as a terminal shows them: place, severity, message, code; the source line and a caret range; notes.
///
///     Content/briefings/truce.md:12:34: error: no source 'elpais-trce' [unknown-source]
///        12 | He called it a “truce in the sky” [@elpais-trce, para. 2].
///           |                                     ^~~~~~~~~~~ did you mean 'elpais-truce'?
public struct TextFormat {
  /// A finding that stands in one file more often than this is folded.
  public static let foldAfter = 20

  private let isColored: Bool
  private let source: (RelativePath) -> SourceText?

  /// - Parameter source: reads the file a finding points at; nil when it cannot be read.
  public init(isColored: Bool, source: @escaping (RelativePath) -> SourceText?) {
    self.isColored = isColored
    self.source = source
  }

  /// All findings of a run, sorted already, each ending in a line end.
  public func render(_ list: FindingList) -> String {
    var output = ""
    var shown: [FindingCode: Int] = [:]
    var path: RelativePath?
    var text: SourceText?
    for finding in list.findings {
      if finding.place.path != path {
        output += folded(shown, path)
        shown = [:]
        path = finding.place.path
        text = source(finding.place.path)
      }
      shown[finding.code, default: 0] += 1
      if shown[finding.code, default: 0] <= TextFormat.foldAfter { output += render(finding, text) }
    }
    return output + folded(shown, path)
  }

  private func folded(_ shown: [FindingCode: Int], _ path: RelativePath?) -> String {
    guard let path else { return "" }
    return shown.filter { $0.value > TextFormat.foldAfter }
      .sorted { $0.key.rawValue < $1.key.rawValue }
      .map {
        "\(path): note: \($0.value - TextFormat.foldAfter) more like this are not shown [\($0.key.rawValue)]\n"
      }
      .joined()
  }

  private func render(_ finding: Finding, _ text: SourceText?) -> String {
    let severity = paint(finding.severity.rawValue, TextFormat.color(finding.severity))
    let head = "\(location(finding.place, text)): \(severity): \(TextFormat.oneLine(finding.message))"
    var output = head + " [\(finding.code.rawValue)]\n"
    output += excerpt(finding.place, text, hint: TextFormat.hint(finding.suggestions))
    for note in finding.notes {
      let noteText = note.place.path == finding.place.path ? text : source(note.place.path)
      output +=
        "\(location(note.place, noteText)): \(paint("note", "36")): \(TextFormat.oneLine(note.message))\n"
      output += excerpt(note.place, noteText, hint: "")
    }
    return output
  }

  private func location(_ place: Place, _ text: SourceText?) -> String {
    guard let range = place.range, let text else { return "\(place.path)" }
    let position = text.position(at: range.lowerBound)
    return paint("\(place.path):\(position.line):\(position.column)", "1")
  }

  private func excerpt(_ place: Place, _ text: SourceText?, hint: String) -> String {
    guard let range = place.range, let text else {
      return hint.isEmpty ? "" : "     | \(hint)\n"
    }
    let excerpt = Excerpt(text, range)
    let gutter = String(repeating: " ", count: max(0, 5 - excerpt.lineNumber.count))
    let blank = String(repeating: " ", count: gutter.count + excerpt.lineNumber.count)
    let caret = paint(excerpt.caret, "32")
    return "\(gutter)\(excerpt.lineNumber) | \(excerpt.line)\n"
      + "\(blank) | \(excerpt.padding)\(caret)\(hint.isEmpty ? "" : " " + hint)\n"
  }

  private static func hint(_ suggestions: [String]) -> String {
    guard !suggestions.isEmpty else { return "" }
    return "did you mean \(suggestions.map { "'\($0)'" }.joined(separator: " or "))?"
  }

  /// A message never brings its own line ends or control characters to the terminal.
  private static func oneLine(_ message: String) -> String {
    String(
      String.UnicodeScalarView(message.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }

  private func paint(_ text: String, _ color: String) -> String {
    isColored ? "\u{1B}[\(color)m\(text)\u{1B}[0m" : text
  }

  private static func color(_ severity: Severity) -> String {
    switch severity {
    case .error: "1;31"
    case .warning: "1;33"
    case .note, .off: "36"
    }
  }
}
