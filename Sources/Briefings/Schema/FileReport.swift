import Diagnostics

/// The findings of one file as they are made.
struct FileReport: Sendable {
  let path: RelativePath
  private(set) var findings: [Finding] = []

  init(path: RelativePath) {
    self.path = path
  }

  mutating func add(_ finding: Finding) { findings.append(finding) }

  /// - Parameter source: UTF-8 range in the file; nil for the file as a whole.
  mutating func add(
    _ code: FindingCode, _ message: String, at source: Range<Int>?,
    note: (message: String, source: Range<Int>)? = nil, suggestions: [String] = [],
    knownAs identity: String? = nil
  ) {
    let notes = note.map { [Finding.Note($0.message, Place(path, $0.source))] } ?? []
    findings.append(
      Finding(
        code, message, at: Place(path, source), notes: notes, suggestions: suggestions, knownAs: identity))
  }
}
