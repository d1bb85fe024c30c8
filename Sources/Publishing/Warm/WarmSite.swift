import Briefings
import Diagnostics
import EDTF
import Linking
import Markdown
import Rendering
import Tradecraft

/// The pipeline kept warm: what earlier runs read and surveyed is taken again where its file is the same.
///
///     var warm = WarmSite(settings)
///     let first = await warm.update(.everything)
///     let second = await warm.update(.files([path]))
///
/// After any changes the site is the one that a run from nothing would give. Linking is done anew each time: it
/// is one pure function of all.
package struct WarmSite: Sendable {
  private let settings: RunSettings
  private var content: KeptContent
  private var survey: Survey?
  private var surveyed: [RelativePath: Surveyed] = [:]
  private var quotations = QuotationProving()
  /// Whether receipts or copies of sources may be others than those that were read.
  private var readsSourcesAgain = true
  private var theme: Theme?
  private var routes: Routes?
  /// What the last run came to, and the day that it took for today.
  private var last: (outcome: Outcome, today: CivilDay)?

  /// What a run over the whole site comes to.
  package enum Outcome: Sendable {
    /// A site without errors.
    case built(BuiltSite)
    /// The content or the theme has errors.
    case refused(RunOutcome)
    case couldNotRun(RunError)
  }

  private struct Surveyed: Sendable {
    let page: PageID
    let size: Int
    let digest: UInt64
    let facts: Facts

    func isOf(_ document: Document) -> Bool {
      page == document.page && size == document.file.size && digest == document.file.digest
    }
  }

  package init(_ settings: RunSettings) {
    self.settings = settings
    content = KeptContent(ContentReader(root: settings.root))
  }

  /// Brings the site up to date.
  /// - Parameter changes: what may be different; more than is different does no harm.
  package mutating func update(_ changes: Changes) async -> Outcome {
    var isOther = last.map { $0.today != today } ?? true
    readsSourcesAgain = readsSourcesAgain || changes.touch(folder: "Content/sources")
    do throws(RunError) {
      if theme == nil || changes.touch(folder: "Templates") {
        theme = nil
        isOther = true
        theme = Theme(siteFiles: try settings.themeFiles())
      }
      do throws(ReadError) {
        if try await content.update(changes, jobs: settings.jobs) { isOther = true }
      } catch {
        throw .reading(error)
      }
    } catch {
      last = nil
      return .couldNotRun(error)
    }
    if !isOther, let last { return last.outcome }
    last = nil
    let outcome: Outcome
    do throws(RunError) { outcome = try await link() } catch { return .couldNotRun(error) }
    last = (outcome, today)
    return outcome
  }

  private var today: CivilDay { settings.today(content.site.0.timeZone) }

  private mutating func link() async throws(RunError) -> Outcome {
    let registry = settings.registry(content.listing, content.site, content.files.map(\.decoded))
    let facts = await facts(registry)
    let resolver = await settings.resolver(registry, facts)
    let linked = await settings.link(resolver)
    let proved = try await quotations.proved(
      linked, registry, content.reader, settings, readsAgain: readsSourcesAgain)
    readsSourcesAgain = false
    let renderer = Renderer(
      linked.site, theme: theme ?? Theme(siteFiles: []),
      showsWithheld: settings.includesDrafts || settings.includesFuture)
    let prepared = Prepared(
      site: linked, beforePages: tradecraftFindings(linked, registry) + proved.findings, renderer: renderer)
    let routes = Routes(renderer, linked, after: self.routes)
    self.routes = routes
    let findings = prepared.report(with: routes.collisions)
    let outcome = RunOutcome(
      findings: findings, counts: prepared.counts, publication: nil, output: settings.output)
    guard !findings.isFailure(isStrict: settings.isStrict) else { return .refused(outcome) }
    guard let survey else { preconditionFailure("facts come from a survey") }
    return .built(BuiltSite(renderer, outcome, routes, content, survey, resolver, linked.verdicts))
  }

  /// Of every file in the registry's order; surveyed again where bytes or names are others.
  private mutating func facts(_ registry: Registry) async -> [Facts] {
    let survey = Survey(registry, after: self.survey)
    if let earlier = self.survey, !survey.finds(theSameNamesAs: earlier) { surveyed = [:] }
    self.survey = survey
    let documents = registry.documents
    let kept = documents.map { document in
      surveyed[document.file.path].flatMap { $0.isOf(document) ? $0.facts : nil }
    }
    let missing = kept.indices.filter { kept[$0] == nil }
    let bodies = missing.map { bytes(of: documents[$0].file) }
    let found = await fanOut(missing.count, jobs: settings.jobs, progress: { _ in }) {
      (index) throws(Never) in
      let document = documents[missing[index]]
      let body = Body(path: document.file.path, bytes: bodies[index], start: document.file.bodyStart)
      let annotations = Markdown.annotations(of: body, options: MarkdownOptions())
      return survey.facts(of: document.page, in: document.file.path, annotations)
    }
    var facts = kept
    for (position, index) in missing.enumerated() {
      let document = documents[index]
      facts[index] = found[position]
      surveyed[document.file.path] = Surveyed(
        page: document.page, size: document.file.size, digest: document.file.digest, facts: found[position])
    }
    if surveyed.count > documents.count { forget(allBut: documents) }
    return facts.compactMap { $0 }
  }

  private func bytes(of file: ContentFile) -> [UInt8] {
    content.positions[file.path].flatMap { content.files[$0].bytes } ?? []
  }

  private mutating func forget(allBut documents: [Document]) {
    let paths = Set(documents.map(\.file.path))
    surveyed = surveyed.filter { paths.contains($0.key) }
  }
}
