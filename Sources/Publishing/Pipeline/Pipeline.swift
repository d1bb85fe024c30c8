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
    let findings = prepared.report(with: silent)
    guard !findings.isFailure(isStrict: false) else { return outcome(prepared, findings, nil) }
    let weights = PageWeights(prepared, root: settings.root)
    let pages = try await render(
      prepared.renderer.jobs.filter(\.showsBody), of: prepared.renderer
    ) { (page) throws(RunError) in
      page.findings + weights.findings(about: page)
    }
    // What a build would find in its way once all is written.
    let collisions = Routes(prepared.renderer, prepared.site, after: nil).collisions
    return outcome(prepared, prepared.report(with: silent + collisions + pages.joined()), nil)
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
    let findings = prepared.report()
    guard !findings.isFailure(isStrict: settings.isStrict) else { return outcome(prepared, findings, nil) }
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
    if let age = settings.externalAge {
      external = try await externalFindings(registry, facts, theme, age: age)
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

  /// All findings so far as they are reported.
  func report(with pages: [Finding] = []) -> FindingList {
    FindingList(site.reported(with: beforePages + renderer.findings + pages))
  }
}
