import Briefings
import Diagnostics

/// `Content/` as it was read last, with the bytes of every file: pages are rendered from what was linked, whatever
/// has been saved since.
struct KeptContent: Sendable {
  let reader: ContentReader
  private(set) var listing = ContentListing()
  private(set) var site: (SiteConfiguration, [Finding]) = (SiteConfiguration(), [])
  /// As `listing.items`.
  private(set) var files: [ReadFile] = []
  private(set) var positions: [RelativePath: Int] = [:]
  private var isComplete = false

  init(_ reader: ContentReader) { self.reader = reader }

  /// Reads what changed.
  /// - Returns: false when all that was kept is still the same: a file was saved without an edit.
  /// - Throws: when there is no `Content/`; the next update then reads everything.
  mutating func update(_ changes: Changes, jobs: Int) async throws(ReadError) -> Bool {
    guard isComplete, case .files(let changed) = changes, changed.allSatisfy(isPlainChange) else {
      isComplete = false
      try await readAll(changes, jobs: jobs)
      isComplete = true
      return true
    }
    var isOther = false
    for path in changed {
      guard let position = positions[path] else {
        site = reader.site(listing)
        isOther = true
        continue
      }
      let file = reader.read(listing.items[position], after: files[position])
      guard file.bytes == nil || file.bytes != files[position].bytes else { continue }
      files[position] = file
      isOther = true
    }
    return isOther
  }

  func file(at path: RelativePath) -> ReadFile? { positions[path].map { files[$0] } }

  /// A file as it is now, if it is there as before and can be read.
  func readAgain(at path: RelativePath) -> ReadFile? {
    guard let position = positions[path], reader.isPlainFile(path) else { return nil }
    let file = reader.read(listing.items[position], after: files[position])
    return file.bytes == nil ? nil : file
  }

  /// Whether the folder's listing is the same after this change: a file that was there has other bytes.
  private func isPlainChange(_ path: RelativePath) -> Bool {
    (positions[path] != nil || listing.site == path) && reader.isPlainFile(path)
  }

  /// Lists the folder; reads what is new and what may have changed.
  private mutating func readAll(_ changes: Changes, jobs: Int) async throws(ReadError) {
    let listing = try reader.list()
    let items = listing.items
    let earlier = items.map { item in positions[item.path].map { files[$0] } }
    files = await fanOut(items.count, jobs: jobs, progress: { _ in }) { [reader] (index) throws(Never) in
      if let kept = earlier[index], kept.decoded.item == items[index], !changes.contain(items[index].path) {
        return kept
      }
      return reader.read(items[index], after: earlier[index])
    }
    self.listing = listing
    site = reader.site(listing)
    positions = Dictionary(
      uniqueKeysWithValues: items.enumerated().map { ($0.element.path, $0.offset) })
  }
}
