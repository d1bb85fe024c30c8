/// Findings as a log of SARIF 2.1.0 (OASIS Standard, 27 March 2020), which code scanning services and editors read.
///
/// Columns count Unicode scalars; the rules are all codes with what `explain` says of them; a fix stands where the
/// suggestion is certain. Fingerprints do not depend on where a line stands.
public struct SARIFFormat {
  private static let base = "%SRCROOT%"

  private let tree: SourceTree
  private let version: String
  private let source: (RelativePath) -> SourceText?

  /// - Parameters:
  ///   - tree: the repository, which the addresses of files begin at.
  ///   - version: of this program.
  ///   - source: reads the file a finding points at; nil when it cannot be read.
  public init(in tree: SourceTree, version: String, source: @escaping (RelativePath) -> SourceText?) {
    self.tree = tree
    self.version = version
    self.source = source
  }

  /// - Parameters:
  ///   - couldRun: false when the run ended before everything was looked at.
  ///   - reason: why it ended, when that is no finding.
  public func render(_ list: FindingList, couldRun: Bool, reason: String? = nil) -> String {
    var texts = SourceTexts(source)
    var counter = Fingerprint.Counter(list)
    let results = list.findings.map { result(for: $0, &texts, &counter) }
    let run: JSON = .members([
      "tool": .members(["driver": SARIFRules.driver(version: version)]),
      "invocations": .array([SARIFFormat.invocation(couldRun, reason)]),
      "originalUriBaseIds": .members([SARIFFormat.base: .members(["uri": .string(tree.address)])]),
      // By default a lone CR ends no line, and columns count UTF-16.
      "newlineSequences": .array([.string("\r\n"), .string("\n"), .string("\r")]),
      "columnKind": .string("unicodeCodePoints"),
      "results": .array(results),
    ])
    let log: JSON = .members([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"), "version": .string("2.1.0"),
      "runs": .array([run]),
    ])
    return log.text + "\n"
  }

  /// 3.20.
  private static func invocation(_ couldRun: Bool, _ reason: String?) -> JSON {
    let notifications = reason.map { reason in
      JSON.array([
        .members(["level": .string("error"), "message": SARIFFormat.message(Wording.oneLine(reason))])
      ])
    }
    return .members([
      "executionSuccessful": .flag(couldRun), "toolExecutionNotifications": notifications,
    ])
  }

  // MARK: Results (3.27)

  private func result(
    for finding: Finding, _ texts: inout SourceTexts, _ counter: inout Fingerprint.Counter
  ) -> JSON {
    let fix = texts.text(of: finding.place.path).flatMap { finding.fix(in: $0) }
    let hint = Wording.hint(finding.suggestions)
    let message = Wording.oneLine(finding.message) + (hint.isEmpty ? "" : "; " + hint)
    let notes = finding.notes.enumerated().map { number, note in
      location(of: note.place, &texts, id: number + 1, message: note.message)
    }
    return .members([
      "ruleId": .string(finding.code.rawValue),
      "ruleIndex": SARIFRules.position(of: finding.code).map { .number($0) },
      "level": .string(SARIFFormat.level(of: finding.severity)),
      "message": SARIFFormat.message(message),
      "locations": .array([location(of: finding.place, &texts)]),
      "relatedLocations": notes.isEmpty ? nil : .array(notes),
      "partialFingerprints": .members([
        "primaryLocationLineHash": .string(counter.fingerprint(of: finding, &texts))
      ]),
      "fixes": fix.map { .array([self.fix($0, &texts)]) },
    ])
  }

  /// 3.58; no `none`: findings that are off do not come here.
  static func level(of severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note, .off: "note"
    }
  }

  private func location(
    of place: Place, _ texts: inout SourceTexts, id: Int? = nil, message: String? = nil
  ) -> JSON {
    let physical: JSON = .members([
      "artifactLocation": artifact(place.path),
      "region": texts.region(of: place).map(SARIFFormat.region),
    ])
    return .members([
      "id": id.map { .number($0) }, "physicalLocation": physical,
      "message": message.map { SARIFFormat.message(Wording.oneLine($0)) },
    ])
  }

  private func artifact(_ path: RelativePath) -> JSON {
    .members(["uri": .string(tree.address(of: path)), "uriBaseId": .string(SARIFFormat.base)])
  }

  /// 3.30.2: the end column is the one behind the last.
  private static func region(_ region: Region) -> JSON {
    .members([
      "startLine": .number(region.start.line), "startColumn": .number(region.start.column),
      "endLine": .number(region.end.line), "endColumn": .number(region.end.column),
    ])
  }

  /// 3.55.
  private func fix(_ fix: Fix, _ texts: inout SourceTexts) -> JSON {
    let change: JSON = .members([
      "artifactLocation": artifact(fix.place.path),
      "replacements": .array([
        .members([
          "deletedRegion": texts.region(of: fix.place).map(SARIFFormat.region),
          "insertedContent": .members(["text": .string(fix.replacement)]),
        ])
      ]),
    ])
    return .members([
      "description": SARIFFormat.message("Write '\(Wording.oneLine(fix.replacement))'."),
      "artifactChanges": .array([change]),
    ])
  }
}
