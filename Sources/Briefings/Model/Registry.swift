package import Diagnostics

/// Every entity, source, briefing and page by identifier, each list sorted by identifier; drafts and
/// future pages included, marked by `common.isWithheld`.
package struct Registry: Sendable {
  package var site = SiteConfiguration()
  package var briefings: [Briefing] = []
  package var entities: [Entity] = []
  package var sources: [Source] = []
  package var pages: [Page] = []
  /// Copied byte for byte to the root of the output.
  package var staticFiles: [Attachment] = []
  /// Pictures elsewhere in `Content/`, which keep their path below it.
  package var pictures: [Attachment] = []
  /// Files of no known kind. Like `pictures` and attachments they are `stray-file` if nothing refers to them,
  /// which only the linker can say.
  package var otherFiles: [Attachment] = []
  /// Receipts of quotations, and the writer's copies of sources: read by what checks quotations, never published.
  package var receipts: [RelativePath] = []
  package var texts: [RelativePath] = []
  package var findings: [Finding] = []

  /// Indices by identifier.
  package var briefingIndex: [Slug: Int] = [:]
  package var entityIndex: [Slug: Int] = [:]
  package var sourceIndex: [Slug: Int] = [:]
  package var pageIndex: [Slug: Int] = [:]

  package init() {}

  /// Whether every briefing and page was read: none has an error in its name or front matter, which may hide what it
  /// names and cites.
  package var isWhole: Bool {
    !findings.contains { finding in
      finding.severity == .error
        && ["briefings", "pages"].contains(finding.place.path.segments.dropFirst().first ?? "")
    }
  }
}
