package import Diagnostics

/// What one file holds.
package struct DecodedFile: Sendable {
  package enum Record: Sendable {
    case briefing(Briefing)
    case entity(Entity)
    case source(Source)
    case page(Page)
  }

  package let item: ContentItem
  /// Nil only when the file could not be read. With errors in the front matter the record is there all the
  /// same, so that one mistake is not reported as a missing record wherever it is named.
  package let record: Record?
  package let findings: [Finding]

  package init(item: ContentItem, record: Record?, findings: [Finding]) {
    self.item = item
    self.record = record
    self.findings = findings
  }

  /// Splits and decodes the front matter. A pure function of bytes and name. O(bytes).
  package init(decoding bytes: [UInt8], _ item: ContentItem) {
    var report = FileReport(path: item.path)
    let (fields, bodyStart) = Fields.frontMatter(of: bytes, item.kind.schema, into: &report)
    let file = ContentFile(
      path: item.path, bodyStart: bodyStart, size: bytes.count, digest: Digest.of(bytes))
    var record = Record(fields, item, file, &report)
    if !report.findings.isEmpty { record.markErrors() }
    self.init(item: item, record: record, findings: report.findings)
  }
}

/// A file as it lay there once: what it holds, and its bytes.
package struct ReadFile: Sendable {
  /// Nil when it could not be read.
  package let bytes: [UInt8]?
  package let decoded: DecodedFile

  /// UTF-8 offset of the body's first byte; nil when it could not be read.
  package var bodyStart: Int? {
    switch decoded.record {
    case .briefing(let briefing): briefing.file.bodyStart
    case .entity(let entity): entity.file.bodyStart
    case .source(let source): source.file.bodyStart
    case .page(let page): page.file.bodyStart
    case nil: nil
    }
  }
}

extension DecodedFile.Record {
  fileprivate init(_ fields: Fields, _ item: ContentItem, _ file: ContentFile, _ report: inout FileReport) {
    switch item.kind {
    case .briefing: self = .briefing(Briefing(fields, file: file, slug: item.slug, &report))
    case .entity: self = .entity(Entity(fields, file: file, slug: item.slug, &report))
    case .source: self = .source(Source(fields, file: file, slug: item.slug, &report))
    case .page: self = .page(Page(fields, file: file, slug: item.slug, &report))
    }
  }

  fileprivate mutating func markErrors() {
    switch self {
    case .briefing(var briefing):
      briefing.common.hasErrors = true
      self = .briefing(briefing)
    case .entity(var entity):
      entity.common.hasErrors = true
      self = .entity(entity)
    case .source(var source):
      source.common.hasErrors = true
      self = .source(source)
    case .page(var page):
      page.common.hasErrors = true
      self = .page(page)
    }
  }
}

extension ContentKind {
  var schema: Schema {
    switch self {
    case .briefing: .briefing
    case .entity: .entity
    case .source: .source
    case .page: .page
    }
  }
}
