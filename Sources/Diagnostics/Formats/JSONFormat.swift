/// Findings for programs: one object of JSON a line, sorted, none folded.
///
///     {"schema":1,"code":"unknown-source","severity":"error","message":"no source 'elpais-trce'","path":…}
///
/// <doc:Formats> tells the members. `schema` grows when one changes its meaning or goes; new ones may come at any time.
public struct JSONFormat {
  public static let schema = 1

  private let source: (RelativePath) -> SourceText?

  /// - Parameter source: reads the file a finding points at; nil when it cannot be read.
  public init(source: @escaping (RelativePath) -> SourceText?) { self.source = source }

  public func render(_ list: FindingList) -> String {
    var texts = SourceTexts(source)
    var counter = Fingerprint.Counter(list)
    return list.findings.map { object(of: $0, &texts, &counter).text + "\n" }.joined()
  }

  private func object(
    of finding: Finding, _ texts: inout SourceTexts, _ counter: inout Fingerprint.Counter
  ) -> JSON {
    let head: [(key: String, value: JSON)] = [
      ("schema", .number(JSONFormat.schema)), ("code", .string(finding.code.rawValue)),
      ("severity", .string(finding.severity.rawValue)),
      ("message", .string(Wording.oneLine(finding.message))),
    ]
    let fix = texts.text(of: finding.place.path).flatMap { finding.fix(in: $0) }
    let tail: [(key: String, value: JSON)] = [
      ("suggestions", .array(finding.suggestions.map { .string($0) })),
      ("isFixCertain", .flag(fix != nil)),
      (
        "notes",
        .array(
          finding.notes.map {
            .object([("message", .string(Wording.oneLine($0.message)))] + members(of: $0.place, &texts))
          })
      ),
      ("fingerprint", .string(counter.fingerprint(of: finding, &texts))),
    ]
    return .object(head + members(of: finding.place, &texts) + tail)
  }

  /// The path, and for what is no whole file lines, columns in Unicode scalars and offsets in bytes.
  private func members(of place: Place, _ texts: inout SourceTexts) -> [(key: String, value: JSON)] {
    let path: [(key: String, value: JSON)] = [("path", .string(place.path.string))]
    guard let range = place.range, let region = texts.region(of: place) else { return path }
    let numbers = [
      ("line", region.start.line), ("column", region.start.column), ("endLine", region.end.line),
      ("endColumn", region.end.column), ("offset", range.lowerBound), ("endOffset", range.upperBound),
    ]
    return path + numbers.map { (key: $0.0, value: .number($0.1)) }
  }
}
