package import Briefings
package import Diagnostics

/// `Content/sources/receipts/<source>.jsonl`: a receipt a line, sorted.
package struct ReceiptFile: Sendable {
  package let path: RelativePath
  /// Nil for a name that no source can have.
  package let source: Slug?
  package private(set) var entries: [Entry] = []
  /// Lines that are no receipts.
  package private(set) var findings: [Finding] = []

  package struct Entry: Sendable {
    package let receipt: Receipt
    /// Of its line, in the file.
    package let range: Range<Int>
  }

  package init(_ path: RelativePath, _ bytes: [UInt8]) {
    self.path = path
    source = Slug(String(decoding: path.lastSegment.utf8.dropLast(".jsonl".utf8.count), as: UTF8.self))
    for line in bytes.split(separator: 0x0A) {
      var line = line
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { continue }
      do throws(Receipt.Unreadable) {
        entries.append(Entry(receipt: try Receipt(line: line), range: line.startIndex..<line.endIndex))
      } catch {
        findings.append(.badReceipt(error.reason, Place(path, line.startIndex..<line.endIndex)))
      }
    }
  }

  package static func path(of source: Slug) -> RelativePath? {
    RelativePath("Content/sources/receipts/\(source).jsonl")
  }

  /// What a file of these receipts holds; nothing for none.
  package static func bytes(of receipts: [Receipt]) -> [UInt8] {
    var lines = Set(receipts.map(\.line)).sorted { $0.lexicographicallyPrecedes($1) }
    for index in lines.indices { lines[index].append(0x0A) }
    return Array(lines.joined())
  }
}

extension Finding {
  fileprivate static func badReceipt(_ reason: String, _ place: Place) -> Finding {
    Finding(
      .badReceipt, "no receipt: \(reason); 'dossier verify' writes the file anew", at: place)
  }
}
