extension Explanation {
  /// `error, fixed: no configuration turns it down`.
  public var weight: String {
    code.isFixed
      ? "\(code.severity.rawValue), fixed: no configuration turns it down" : code.severity.rawValue
  }

  /// For a terminal: paragraphs of at most 80 columns, the example indented.
  public var text: String {
    let example = self.example.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n")
    let parts = [
      "\(code.rawValue) (\(weight))", Explanation.wrapped(meaning), Explanation.wrapped(reason),
      "For example:\n\n\(example)", Explanation.wrapped("How to mend it: \(mend)"),
    ]
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// The same in Markdown, without the code.
  public var markdown: String {
    // The example may hold fences of its own.
    let fence = example.utf8.contains(UInt8(ascii: "`")) ? "````" : "```"
    return
      "\(meaning) \(reason)\n\nFor example:\n\n\(fence)\n\(example)\n\(fence)\n\nHow to mend it: \(mend)\n"
  }

  /// The same as one object of JSON on a line.
  public var json: String {
    JSON.members([
      "schema": .number(1), "code": .string(code.rawValue), "subject": .string(subject.rawValue),
      "severity": .string(code.severity.rawValue), "isFixed": .flag(code.isFixed),
      "meaning": .string(meaning), "reason": .string(reason), "example": .string(example),
      "mend": .string(mend),
    ]).text
  }

  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.unicodeScalars.count + 1 + word.unicodeScalars.count > 80 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return (lines + [line]).joined(separator: "\n")
  }
}
