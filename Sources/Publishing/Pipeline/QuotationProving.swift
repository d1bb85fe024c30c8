import Briefings
import Diagnostics
import Linking
import Tradecraft

/// Reads receipts and the writer's copies of sources, and holds every quotation against them.
///
/// Kept between runs it reads and compares again only what may have changed.
struct QuotationProving: Sendable {
  private var receipts: [RelativePath: Result<ReceiptFile, ContentReader.Unread>] = [:]
  private var compared: [Slug: Compared] = [:]

  /// One source; of a copy only its digest is kept.
  private struct Compared: Sendable {
    let questions: [String]
    /// Nil: there is no copy.
    let digest: UInt64?
    let comparison: Comparison?
    /// Why the copy cannot be used.
    var unread: Finding?
  }

  struct Proved: Sendable {
    let proofs: QuotationProofs
    let copies: LocalCopies
    /// Receipts and copies that cannot be read.
    let unread: [Finding]
    /// Whether every briefing was read: otherwise a receipt may be one of a quotation that was not seen.
    let isWhole: Bool

    var findings: [Finding] {
      unread + proofs.findings(copies).filter { isWhole || $0.code != .staleReceipt }
    }
  }

  /// - Parameter readsAgain: whether receipts and copies may be others than last time.
  mutating func proved(
    _ linked: LinkedSite, _ registry: Registry, _ reader: ContentReader, _ settings: RunSettings,
    readsAgain: Bool
  ) async throws(RunError) -> Proved {
    let copies = LocalCopies(root: settings.root, folder: settings.texts, listed: registry.texts)
    let check = QuotationCheck(linked, registry)
    let files = receiptFiles(registry.receipts, reader, readsAgain)
    let comparisons = try await comparisons(check, copies, settings.jobs, readsAgain)
    return Proved(
      proofs: check.proofs(comparisons, files.compactMap { try? $0.get() }), copies: copies,
      unread: files.compactMap { file in
        if case .failure(let unread) = file { unread.finding } else { nil }
      } + compared.values.compactMap(\.unread).sorted(), isWhole: registry.isWhole)
  }

  private mutating func receiptFiles(
    _ paths: [RelativePath], _ reader: ContentReader, _ readsAgain: Bool
  ) -> [Result<ReceiptFile, ContentReader.Unread>] {
    var read: [RelativePath: Result<ReceiptFile, ContentReader.Unread>] = [:]
    for path in paths {
      let kept = readsAgain ? nil : receipts[path]
      read[path] = kept ?? reader.load(path).map { ReceiptFile(path, $0) }
    }
    receipts = read
    return paths.compactMap { read[$0] }
  }

  private mutating func comparisons(
    _ check: QuotationCheck, _ copies: LocalCopies, _ jobs: Int, _ readsAgain: Bool
  ) async throws(RunError) -> [Comparison] {
    let sources = copies.isEmpty ? [] : check.sources
    let earlier = compared
    let found = try await fanOut(sources.count, jobs: jobs, progress: { _ in }) {
      (index) throws(RunError) in
      let (source, questions) = (sources[index], check.questions(of: sources[index]))
      let kept = earlier[source].flatMap { $0.questions == questions ? $0 : nil }
      if let kept, !readsAgain { return kept }
      return try QuotationProving.compared(source, questions, check, copies, kept)
    }
    compared = Dictionary(uniqueKeysWithValues: zip(sources, found))
    return found.compactMap(\.comparison)
  }

  private static func compared(
    _ source: Slug, _ questions: [String], _ check: QuotationCheck, _ copies: LocalCopies, _ kept: Compared?
  ) throws(RunError) -> Compared {
    let bytes: [UInt8]?
    do throws(LocalCopies.Unusable) {
      bytes = try copies.bytes(of: source)
    } catch {
      guard let finding = error.finding else { throw .localCopy(error) }
      return Compared(questions: questions, digest: nil, comparison: nil, unread: finding)
    }
    guard let bytes else { return Compared(questions: questions, digest: nil, comparison: nil) }
    let digest = Digest.of(bytes)
    if let kept, kept.digest == digest { return kept }
    let comparison = check.comparison(with: LocalText(bytes), of: source)
    return Compared(questions: questions, digest: digest, comparison: comparison)
  }
}
