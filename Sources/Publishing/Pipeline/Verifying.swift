import Briefings
package import Diagnostics
import Linking
package import Tradecraft

extension Pipeline {
  /// Looks for every quotation in its source, withheld pages included, and writes receipts of what was found.
  package func verify() async throws(RunError) -> Verification {
    let registry = try await wholeRegistry()
    let facts = try await survey(registry)
    let site = await settings.link(registry, facts)
    var quotations = QuotationProving()
    let proved = try await quotations.proved(site, registry, reader, settings, readsAgain: true)
    let errors = site.reported(with: tradecraftFindings(site, registry)).filter { $0.severity == .error }
    let renewed = proved.proofs.renewedReceipts(keepsUnknown: !errors.isEmpty)
    let changed = try publishing { () throws(PublishError) in
      try ReceiptWriting(root: settings.root, reader).write(renewed)
    }
    let after = proved.proofs.with(renewed.map { ReceiptFile($0.path, $0.bytes) })
    let findings = site.verdicts.apply(to: proved.unread + after.findings(proved.copies))
    return Verification(findings: FindingList(errors + findings), proofs: after, changed: changed)
  }
}

/// What `dossier verify` found and wrote.
package struct Verification: Sendable {
  /// About quotations; errors of any kind, because they may hide quotations.
  package let findings: FindingList
  package let proofs: QuotationProofs
  /// Receipts written or removed.
  package let changed: [RelativePath]
}

/// Writes files of receipts, each in one step.
struct ReceiptWriting {
  private let root: DiskPath
  private let reader: ContentReader

  init(root: String, _ reader: ContentReader) {
    self.root = DiskPath(root)
    self.reader = reader
  }

  /// - Parameter files: nothing for a file that is to go.
  /// - Returns: the files that are others now.
  func write(_ files: [(path: RelativePath, bytes: [UInt8])]) throws(PublishError) -> [RelativePath] {
    var changed: [RelativePath] = []
    for (path, bytes) in files {
      let target = root.appending(path.utf8)
      if bytes.isEmpty {
        if try FileSystem.removeFile(target) { changed.append(path) }
      } else if (try? reader.load(path).get()) != bytes {
        try write(bytes, to: target)
        changed.append(path)
      }
    }
    return changed
  }

  /// Under a name that is ignored first: a reader sees the old file or the new one.
  private func write(_ bytes: [UInt8], to target: DiskPath) throws(PublishError) {
    try FileSystem.makeFolders(target.parent)
    let draft = target.parent.appending([UInt8(ascii: ".")] + target.name + Array(".new".utf8))
    try FileSystem.removeFile(draft)
    do throws(PublishError) {
      try FileSystem.create(draft, bytes)
    } catch {
      try FileSystem.removeFile(draft)
      throw error
    }
    try FileSystem.move(draft, to: target)
  }
}
