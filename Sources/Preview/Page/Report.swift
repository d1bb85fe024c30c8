package import Diagnostics
import Foundation

/// What the last run found, as pages show it.
package struct Report: Sendable {
  /// One finding, in the terminal's words.
  package struct Item: Sendable, Equatable, Encodable {
    package let severity: String
    package let code: String
    package let path: String
    package let line: Int?
    /// Message, excerpt, carets and notes.
    package let text: String
    /// Opens the editor at the place; nil where no editor is configured.
    package let edit: String?
  }

  private struct Message: Encodable {
    let errors: [Item]
    let errorCount: Int
    let page: [Item]
    let source: String?
    let edit: String?
  }

  /// More would not be read on a page.
  private static let shownErrors = 50

  private let findings: FindingList
  private let errors: [Item]
  private let sources: SourceFiles
  package let isFailure: Bool

  /// - Parameter failure: why the run could not be carried out, in place of findings.
  package init(_ findings: FindingList, failure: String? = nil, isFailure: Bool, sources: SourceFiles) {
    self.findings = findings
    self.sources = sources
    self.isFailure = isFailure
    if let failure {
      errors = [
        Item(
          severity: "error", code: "", path: "", line: nil, text: "dossier: error: \(failure)\n", edit: nil)
      ]
    } else {
      // With --strict a run may be refused for warnings alone.
      let worst: Severity = findings.count(.error) > 0 ? .error : .warning
      errors =
        isFailure
        ? findings.findings.filter { $0.severity == worst }.prefix(Report.shownErrors).map(sources.item) : []
    }
  }

  /// The first thing to mend, for the terminal.
  package var firstLine: String? {
    errors.first.map { String($0.text.prefix { $0 != "\n" }) }
  }

  /// For the page made from `source`: errors of the whole site, those of the page first, and all that was found in it.
  func message(for source: RelativePath?) -> String {
    let own =
      source.map { path in findings.findings.filter { $0.place.path == path }.map(sources.item) } ?? []
    let sorted = errors.filter { $0.path == source?.string } + errors.filter { $0.path != source?.string }
    let message = Message(
      errors: sorted, errorCount: max(errors.count, isFailure ? findings.count(.error) : 0), page: own,
      source: source?.string, edit: source.flatMap { sources.edit($0, Position(line: 1, column: 1)) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(message) else {
      preconditionFailure("texts and numbers can be written as JSON")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

/// The files that findings point at, for excerpts, and the way into the writer's editor.
package struct SourceFiles: Sendable {
  let root: String
  /// With `{path}`, `{line}` and `{column}`; nil: none.
  let editor: String?

  package init(root: String, editor: String?) {
    self.root = root
    self.editor = editor
  }

  func text(_ path: RelativePath) -> SourceText? {
    FileManager.default.contents(atPath: root + "/" + path.string)
      .map { SourceText(path: path, bytes: [UInt8]($0)) }
  }

  func item(_ finding: Finding) -> Report.Item {
    let position = finding.place.range.flatMap { range in
      text(finding.place.path)?.position(at: range.lowerBound)
    }
    let format = TextFormat(isColored: false) { text($0) }
    return Report.Item(
      severity: finding.severity.rawValue, code: finding.code.rawValue, path: finding.place.path.string,
      line: position?.line, text: format.render(FindingList([finding])),
      edit: edit(finding.place.path, position ?? Position(line: 1, column: 1)))
  }

  func edit(_ path: RelativePath, _ position: Position) -> String? {
    guard let editor else { return nil }
    let allowed = CharacterSet.urlPathAllowed
    let whole = (root + "/" + path.string).addingPercentEncoding(withAllowedCharacters: allowed)
    return editor.replacingOccurrences(of: "{path}", with: whole ?? "")
      .replacingOccurrences(of: "{line}", with: String(position.line))
      .replacingOccurrences(of: "{column}", with: String(position.column))
  }
}
