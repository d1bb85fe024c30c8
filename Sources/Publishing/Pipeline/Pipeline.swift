import Briefings
import Diagnostics
import EDTF
import Linking
import Markdown
import Rendering
import Tradecraft

/// The five stages in their order: read → survey → link → render → publish.
///
///     let outcome = try await Pipeline(settings) { stage, done, total in }.build()
///
/// Each stage is a pure function of one document or of the whole; only the pipeline spreads work over cores.
package struct Pipeline {
  let settings: RunSettings
  let reader: ContentReader
  let progress: (Stage, Int, Int) -> Void

  /// - Parameter progress: called from one task: stage, items done, items in all.
  package init(_ settings: RunSettings, progress: @escaping (Stage, Int, Int) -> Void) {
    self.settings = settings
    self.progress = progress
    reader = ContentReader(root: settings.root)
  }

  /// All rules over content, templates and pages; writes nothing.
  package func check() async throws(RunError) -> RunOutcome {
    let prepared = try await prepare()
    let silent = try await silentCorrections(prepared)
    return outcome(prepared, try await everything(prepared, with: silent), nil)
  }

  /// What pages, and all that would be written, have wrong beside what is known before: also where there are errors
  /// already, because one run tells of everything.
  private func everything(
    _ prepared: Prepared, with more: [Finding] = []
  ) async throws(RunError) -> FindingList {
    let weights = PageWeights(prepared, root: settings.root)
    let jobs = prepared.renderer.canRender ? prepared.renderer.jobs.filter(\.showsBody) : []
    let pages = try await render(jobs, of: prepared.renderer) { (page, _) throws(RunError) in
      page.findings + weights.findings(about: page)
    }
    return prepared.report(with: more + prepared.collisions + pages.joined())
  }

  private func silentCorrections(_ prepared: Prepared) async throws(RunError) -> [Finding] {
    guard let since = settings.since, let before = try await PublishedRevision(since, settings).site() else {
      return []
    }
    return Tradecraft.silentCorrections(since: since, from: before, to: prepared.site)
  }

  /// The first three stages.
  func linked() async throws(RunError) -> LinkedSite {
    let registry = try await read()
    return await settings.link(registry, try await survey(registry))
  }

  /// Publishes the site; with any error nothing is published, and the output stays as it was.
  package func build() async throws(RunError) -> RunOutcome {
    let output = try publishing { () throws(PublishError) in
      try OutputFolder(settings.output, site: settings.root, home: settings.home)
    }
    let prepared = try await prepare()
    guard !prepared.report().isFailure(isStrict: settings.isStrict) else {
      return outcome(prepared, try await everything(prepared), nil)
    }
    let staging = try publishing { () throws(PublishError) in try output.begin(force: settings.isForced) }
    do throws(RunError) {
      return try await publish(prepared, into: staging)
    } catch {
      try publishing { () throws(PublishError) in try staging.abandon() }
      throw error
    }
  }

  /// The first three stages, and the theme.
  private func prepare() async throws(RunError) -> Prepared {
    let registry = try await read()
    let facts = try await survey(registry)
    progress(.link, 0, 1)
    let site = await settings.link(registry, facts)
    var quotations = QuotationProving()
    let proved = try await quotations.proved(site, registry, reader, settings, readsAgain: true)
    let copied =
      settings.measuresCopiedWords ? try await copiedWords(site, registry, proved.copies) : []
    let theme = Theme(siteFiles: try settings.themeFiles())
    var external: ExternalFindings?
    if let asking = settings.external {
      external = try await externalFindings(registry, facts, theme, asking)
    }
    let renderer = Renderer(
      site.site, theme: theme, showsWithheld: settings.includesDrafts || settings.includesFuture)
    progress(.link, 1, 1)
    return Prepared(
      site: site,
      beforePages: tradecraftFindings(site, registry) + proved.findings + copied.flatMap(\.findings)
        + (external?.findings ?? []),
      renderer: renderer, remarks: remarks(copied) + (external.map { [$0.remark] } ?? []))
  }

  private func remarks(_ copied: [CopiedWords]) -> [String] {
    guard settings.measuresCopiedWords else { return [] }
    return copied.isEmpty ? ["No source has a local text: nothing was compared."] : copied.map(\.remark)
  }

  func outcome(_ prepared: Prepared, _ findings: FindingList, _ publication: Publication?) -> RunOutcome {
    RunOutcome(
      findings: findings, counts: prepared.counts, publication: publication, output: settings.output,
      remarks: prepared.remarks)
  }
}

/// What is known before the first page is rendered.
struct Prepared {
  let site: LinkedSite
  /// Beside those of linking.
  let beforePages: [Finding]
  let renderer: Renderer
  /// What was measured, a line each.
  var remarks: [String] = []

  var counts: RunOutcome.Counts {
    let site = renderer.site
    var counts = RunOutcome.Counts()
    counts.pages = renderer.jobs.count
    counts.entities = site.entities.count
    counts.events = site.timeline.events.count
    counts.claims = site.claims.count
    counts.sources = site.sources.count
    return counts
  }

  /// What a build would find in its way once all is written.
  var collisions: [Finding] { Routes(renderer, site, after: nil).collisions }

  /// All findings so far as they are reported.
  ///
  /// - Parameter later: what was found after them. What follows from an earlier one is left out: two files in each
  ///   other's way write to one path, and what is no UTF-8 is repaired to be shown.
  func report(with later: [Finding] = []) -> FindingList {
    let earlier = beforePages + renderer.findings
    guard !later.isEmpty else { return FindingList(site.reported(with: earlier)) }
    var unreadable: Set<RelativePath> = []
    var colliding: Set<Set<RelativePath>> = []
    for finding in site.findings + earlier {
      if finding.code == .badEncoding { unreadable.insert(finding.place.path) }
      if finding.code == .pathCollision { colliding.insert(finding.paths) }
    }
    let new = later.filter { finding in
      switch finding.code {
      case .repairedCharacter: !unreadable.contains(finding.place.path)
      case .pathCollision: !colliding.contains(finding.paths)
      default: true
      }
    }
    return FindingList(site.reported(with: earlier + new))
  }
}

extension Finding {
  /// Of the files that it speaks of.
  fileprivate var paths: Set<RelativePath> { Set([place.path] + notes.map(\.place.path)) }
}
