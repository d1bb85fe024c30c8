package import Diagnostics
package import EDTF

extension Registry {
  /// Merges what was read into one registry: sorted by identifier, each identifier once, what is not due marked.
  /// The order of `files` does not matter.
  /// - Parameter clock: today; decides only whether a briefing is due.
  package init(
    _ listing: ContentListing, _ site: SiteConfiguration, _ siteFindings: [Finding], _ files: [DecodedFile],
    clock: CivilDay, includeDrafts: Bool, includeFuture: Bool
  ) {
    self.init()
    self.site = site
    staticFiles = listing.staticFiles
    pictures = listing.pictures
    otherFiles = listing.otherFiles
    receipts = listing.receipts
    texts = listing.texts
    findings = listing.findings + siteFindings
    let due = DueDate(clock: clock, includeDrafts: includeDrafts, includeFuture: includeFuture)
    for file in unique(files) {
      findings += file.findings
      add(file.record, due, listing)
    }
    briefingIndex = Self.index(briefings.map(\.slug))
    entityIndex = Self.index(entities.map(\.slug))
    sourceIndex = Self.index(sources.map(\.slug))
    pageIndex = Self.index(pages.map(\.slug))
    findings.sort()
  }

  /// By identifier; of those with one identifier and kind, the first by path. The others are findings.
  private mutating func unique(_ files: [DecodedFile]) -> [DecodedFile] {
    let sorted = files.sorted { a, b in
      a.item.slug == b.item.slug ? a.item.path < b.item.path : a.item.slug < b.item.slug
    }
    var first: [ContentKind: ContentItem] = [:]
    return sorted.filter { file in
      if let other = first[file.item.kind], other.slug == file.item.slug {
        findings += file.findings + [.duplicate(file.item, other)]
        return false
      }
      first[file.item.kind] = file.item
      return true
    }
  }

  private mutating func add(_ record: DecodedFile.Record?, _ due: DueDate, _ listing: ContentListing) {
    switch record {
    case .briefing(var briefing):
      briefing.attachments = listing.attachments[briefing.file.path] ?? []
      briefing.common.withheld = due.withholding(briefing.common, published: briefing.published)
      note(briefing.common, briefing.file.path, briefing.publishedSource)
      briefings.append(briefing)
    case .entity(var entity):
      entity.common.withheld = due.withholding(entity.common)
      note(entity.common, entity.file.path)
      entities.append(entity)
    case .source(var source):
      source.common.withheld = due.withholding(source.common)
      note(source.common, source.file.path)
      sources.append(source)
    case .page(var page):
      page.common.withheld = due.withholding(page.common)
      note(page.common, page.file.path)
      pages.append(page)
    case nil: break
    }
  }

  private mutating func note(_ common: CommonMatter, _ path: RelativePath, _ published: Range<Int>? = nil) {
    switch common.withheld {
    case .draft: findings.append(.withheld(path, nil, "withheld: it is a draft; --drafts shows it"))
    case .future(let day):
      findings.append(.withheld(path, published, "withheld until \(day.written); --future shows it"))
    case nil: break
    }
  }

  private static func index(_ slugs: [Slug]) -> [Slug: Int] {
    var result: [Slug: Int] = [:]
    result.reserveCapacity(slugs.count)
    for (index, slug) in slugs.enumerated() { result[slug] = index }
    return result
  }
}

/// Decides what is published in this run.
private struct DueDate {
  let clock: CivilDay
  let includeDrafts: Bool
  let includeFuture: Bool

  func withholding(_ common: CommonMatter, published: CivilDay? = nil) -> Withholding? {
    if common.isDraft, !includeDrafts { return .draft }
    if let published, published > clock, !includeFuture { return .future(published) }
    return nil
  }
}

extension CivilDay {
  fileprivate var written: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Finding {
  fileprivate static func withheld(_ path: RelativePath, _ source: Range<Int>?, _ message: String) -> Finding
  {
    Finding(.withheld, message, at: Place(path, source))
  }

  fileprivate static func duplicate(_ item: ContentItem, _ first: ContentItem) -> Finding {
    let noun = item.kind == .entity ? "an entity" : "a \(item.kind.rawValue)"
    return Finding(
      .duplicateID,
      "\(noun) called '\(item.slug)' is there already, in '\(first.path)'; rename one of the two",
      at: Place(item.path), notes: [Finding.Note("first defined here", Place(first.path))])
  }
}
