/// The files that findings point at. Findings are sorted by path, so that keeping a few of them reads each once.
struct SourceTexts {
  private static let keptCount = 4

  private let read: (RelativePath) -> SourceText?
  /// The latest last.
  private var kept: [(path: RelativePath, text: SourceText?)] = []
  /// The latest line, because findings of one line follow one another.
  private var digested: (path: RelativePath, line: Int, digest: String)?

  init(_ read: @escaping (RelativePath) -> SourceText?) { self.read = read }

  /// Nil when the file cannot be read.
  mutating func text(of path: RelativePath) -> SourceText? {
    if let position = kept.firstIndex(where: { $0.path == path }) {
      kept.append(kept.remove(at: position))
    } else {
      if kept.count == SourceTexts.keptCount { kept.removeFirst() }
      kept.append((path, read(path)))
    }
    return kept.last?.text
  }

  /// Nil for a place that is a whole file, or lies in one that cannot be read.
  mutating func region(of place: Place, columns: ColumnUnit = .scalars) -> Region? {
    guard let range = place.range, let text = text(of: place.path) else { return nil }
    return Region(range, in: text, columns: columns)
  }

  /// A digest of the line that holds an offset, 16 hexadecimal digits; nil when the file cannot be read.
  mutating func lineDigest(of path: RelativePath, at offset: Int) -> String? {
    guard let text = text(of: path) else { return nil }
    let line = text.line(at: offset)
    if let digested, digested.line == line, digested.path == path { return digested.digest }
    let digest = Digits.hexadecimal(Fingerprint.hash(text.trimmedLine(line)), count: 16)
    digested = (path, line, digest)
    return digest
  }
}
