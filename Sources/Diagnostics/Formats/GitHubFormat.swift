/// Findings as workflow commands, which GitHub shows beside the lines of a pull request.
///
///     ::error file=Content/briefings/truce.md,line=12,endLine=12,col=37,endColumn=48,title=unknown-source::no source…
///
/// Notes are notices. Columns are UTF-16, the end behind the last one.
public struct GitHubFormat {
  private let tree: SourceTree
  private let source: (RelativePath) -> SourceText?

  /// - Parameters:
  ///   - tree: the repository, which GitHub's paths begin at.
  ///   - source: reads the file a finding points at; nil when it cannot be read.
  public init(in tree: SourceTree, source: @escaping (RelativePath) -> SourceText?) {
    self.tree = tree
    self.source = source
  }

  /// All findings of a run, sorted already, one line each. The same code in one file is shown twenty times, then
  /// counted.
  public func render(_ list: FindingList) -> String {
    var texts = SourceTexts(source)
    return list.folded({ command(for: $0, &texts) }) { path, code, count in
      let file = GitHubFormat.property(tree.path(of: path))
      return "::notice file=\(file),title=\(code.rawValue)::\(Wording.folded(count)) [\(code.rawValue)]\n"
    }
  }

  /// Why a run ended before everything was looked at.
  public func render(reason: String) -> String {
    "::error title=dossier::\(GitHubFormat.data(Wording.oneLine(reason)))\n"
  }

  private func command(for finding: Finding, _ texts: inout SourceTexts) -> String {
    var properties = "file=\(GitHubFormat.property(tree.path(of: finding.place.path)))"
    if let region = texts.region(of: finding.place, columns: .utf16) {
      properties += ",line=\(region.start.line),endLine=\(region.end.line)"
      properties += ",col=\(region.start.column),endColumn=\(region.end.column)"
    }
    properties += ",title=\(finding.code.rawValue)"
    let lines = [message(of: finding)] + finding.notes.map { note(of: $0, &texts) }
    let data = GitHubFormat.data(lines.joined(separator: "\n"))
    return "::\(GitHubFormat.name(of: finding.severity)) \(properties)::\(data)\n"
  }

  private func message(of finding: Finding) -> String {
    let hint = Wording.hint(finding.suggestions)
    return "\(Wording.oneLine(finding.message)) [\(finding.code.rawValue)]\(hint.isEmpty ? "" : "\n" + hint)"
  }

  private func note(of note: Finding.Note, _ texts: inout SourceTexts) -> String {
    let path = Wording.oneLine(tree.path(of: note.place.path))
    let line = texts.region(of: note.place).map { ":\($0.start.line)" } ?? ""
    return "\(Wording.oneLine(note.message)): \(path)\(line)"
  }

  private static func name(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "notice"
    }
  }

  // MARK: Escapes

  /// What stands behind `::`.
  private static func data(_ text: String) -> String { escaped(text, "%\r\n") }

  /// A value before it, which `,` and `:` would end.
  private static func property(_ text: String) -> String { escaped(text, "%\r\n:,") }

  private static func escaped(_ text: String, _ special: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if special.unicodeScalars.contains(scalar) {
        output += "%\(Digits.hexadecimal(scalar.value, count: 2).uppercased())".unicodeScalars
      } else {
        output.append(scalar)
      }
    }
    return String(output)
  }
}
