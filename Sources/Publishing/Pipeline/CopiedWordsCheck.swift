import Briefings
import Diagnostics
import Linking
import Markdown
import Tradecraft

extension Pipeline {
  /// Every briefing beside each local copy of a source that it cites or lists; by briefing, then in the order of its
  /// sources.
  func copiedWords(
    _ linked: LinkedSite, _ registry: Registry, _ copies: LocalCopies
  ) async throws(RunError) -> [CopiedWords] {
    let files = Dictionary(uniqueKeysWithValues: registry.documents.map { ($0.page, $0.file) })
    let briefings = linked.checked.filter { if case .briefing = $0.page { true } else { false } }
    let found = try await fanOut(briefings.count, jobs: settings.jobs, progress: { _ in }) {
      [reader] (index) throws(RunError) -> [CopiedWords] in
      guard let file = files[briefings[index].page] else { return [] }
      return try Pipeline.copiedWords(briefings[index], file, copies, reader)
    }
    return found.flatMap { $0 }
  }

  private static func copiedWords(
    _ page: CheckedPage, _ file: ContentFile, _ copies: LocalCopies, _ reader: ContentReader
  ) throws(RunError) -> [CopiedWords] {
    var texts: [(source: Slug, bytes: [UInt8])] = []
    for source in page.body.sources.map(\.source) {
      do throws(LocalCopies.Unusable) {
        if let bytes = try copies.bytes(of: source) { texts.append((source, bytes)) }
      } catch {
        // What lies in the site is told where quotations are proved.
        if error.finding == nil { throw .localCopy(error) }
      }
    }
    guard !texts.isEmpty else { return [] }
    let bytes = try reading { () throws(ReadError) in try reader.bytes(of: file) }
    let body = Body(path: page.path, bytes: bytes, start: file.bodyStart)
    let annotations = Markdown.annotations(of: body, options: MarkdownOptions())
    return texts.map { CopiedWords(page, annotations, $0.source, text: $0.bytes) }
  }
}

extension CopiedWords {
  /// "truce and elpais-truce: longest run 0 words, 35 of 1,204 words quoted (2.9 %)".
  var remark: String {
    let perMille = sourceWords == 0 ? 0 : (1000 * quotedWords + sourceWords / 2) / sourceWords
    let run = longestRun == 0 ? "no eight words in a row" : "\(longestRun) words in a row"
    return "\(page.slug) beside \(source): \(run); \(quotedWords) of \(sourceWords) words quoted "
      + "(\(perMille / 10).\(perMille % 10) %)"
  }
}
