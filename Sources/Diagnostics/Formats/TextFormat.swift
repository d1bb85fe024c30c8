/// Findings as a terminal shows them: place, severity, message, code; the source line and a caret range; notes.
///
///     Content/briefings/truce.md:12:34: error: no source 'elpais-trce' [unknown-source]
///        12 | He called it a “truce in the sky” [@elpais-trce, para. 2].
///           |                                     ^~~~~~~~~~~ did you mean 'elpais-truce'?
public struct TextFormat {
  private let isColored: Bool
  private let source: (RelativePath) -> SourceText?

  /// - Parameter source: reads the file a finding points at; nil when it cannot be read.
  public init(isColored: Bool, source: @escaping (RelativePath) -> SourceText?) {
    self.isColored = isColored
    self.source = source
  }

  /// All findings of a run, sorted already, each ending in a line end. The same code in one file is shown twenty
  /// times, then counted.
  public func render(_ list: FindingList) -> String {
    var texts = SourceTexts(source)
    return list.folded({ render($0, &texts) }) { path, code, count in
      "\(path): note: \(Wording.folded(count)) [\(code.rawValue)]\n"
    }
  }

  private func render(_ finding: Finding, _ texts: inout SourceTexts) -> String {
    let severity = paint(finding.severity.rawValue, TextFormat.color(finding.severity))
    let head = "\(location(finding.place, &texts)): \(severity): \(Wording.oneLine(finding.message))"
    var output = head + " [\(finding.code.rawValue)]\n"
    output += excerpt(finding.place, &texts, hint: Wording.hint(finding.suggestions))
    for note in finding.notes {
      output += "\(location(note.place, &texts)): \(paint("note", "36")): \(Wording.oneLine(note.message))\n"
      output += excerpt(note.place, &texts, hint: "")
    }
    return output
  }

  private func location(_ place: Place, _ texts: inout SourceTexts) -> String {
    let path = Wording.oneLine(place.path.string)
    guard let start = texts.region(of: place)?.start else { return path }
    return paint("\(path):\(start.line):\(start.column)", "1")
  }

  private func excerpt(_ place: Place, _ texts: inout SourceTexts, hint: String) -> String {
    guard let range = place.range, let text = texts.text(of: place.path) else {
      return hint.isEmpty ? "" : "      | \(hint)\n"
    }
    let excerpt = Excerpt(text, range)
    let gutter = String(repeating: " ", count: max(0, 5 - excerpt.lineNumber.count))
    let blank = String(repeating: " ", count: gutter.count + excerpt.lineNumber.count)
    let caret = paint(excerpt.caret, "32")
    return "\(gutter)\(excerpt.lineNumber) | \(excerpt.line)\n"
      + "\(blank) | \(excerpt.padding)\(caret)\(hint.isEmpty ? "" : " " + hint)\n"
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
