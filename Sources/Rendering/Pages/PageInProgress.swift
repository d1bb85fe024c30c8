import Briefings
import Diagnostics
import Linking
import Markdown
import Tradecraft

/// One page on its way from a job to its text.
struct PageInProgress {
  let job: PageJob
  let renderer: Renderer
  let context: PageContext
  private(set) var findings: [Finding] = []
  /// The body as HTML.
  private var body: [UInt8] = []

  init(_ job: PageJob, in renderer: Renderer) {
    self.job = job
    self.renderer = renderer
    let site = renderer.site
    let ownLanguage = job.bodyPage.flatMap { site.common(of: $0)?.language }
    context = PageContext(
      site, renderer.catalog, at: job.address, language: ownLanguage ?? site.configuration.language,
      root: job == .notFound ? site.configuration.basePath : nil)
  }

  private var site: Site { renderer.site }

  /// The page whose body is shown: the home page shows its introduction.
  var bodyPage: PageID? {
    guard let page = job.bodyPage, let file = site.file(of: page),
      file.size > file.bodyStart
    else { return nil }
    return page
  }

  func source<Failure: Error>(
    of page: PageID, _ read: (ContentFile) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [UInt8] {
    guard let file = site.file(of: page) else { return [] }
    return try read(file)
  }

  // MARK: Body

  mutating func writeBody(of page: PageID, from bytes: [UInt8]) {
    guard let file = site.file(of: page) else { return }
    let source = Body(path: file.path, bytes: bytes, start: file.bodyStart)
    var options = MarkdownOptions()
    options.typographyLanguage = site.configuration.typography ? context.language : nil
    let rewrites = rewrites(for: page)
    body = Markdown.html(of: source, options: options, rewrites: rewrites)
    if case .briefing(let slug) = page, site.briefing(slug)?.body.keyJudgments.isEmpty == false {
      body = KeyJudgmentsFirst.arranged(body)
    }
    if String(validating: body, as: UTF8.self) == nil {
      body = Array(String(decoding: body, as: UTF8.self).utf8)
      findings.append(
        Finding(
          .repairedCharacter, "a character reference here is no character: it was replaced",
          at: Place(file.path)))
    }
  }

  private func rewrites(for page: PageID) -> Rewrites {
    var rewrites = renderer.catalog.register.rewrites(for: page, in: site)
    for index in rewrites.spans.indices {
      guard let chip = rewrites.spans[index].chip else { continue }
      rewrites.spans[index].chip?.cssClass = "chip \(chip.cssClass)"
    }
    return rewrites
  }

  /// The table of terms, where judgments of the page use any.
  private func yardstickView(_ briefing: BriefingPage) -> YardstickView? {
    guard let terms = renderer.catalog.register.yardstick(of: briefing.id, in: site) else { return nil }
    let yardstick = briefing.record.yardstick ?? site.configuration.yardstick
    return YardstickView(
      name: yardstick.title,
      terms: terms.map { term, isUsed in
        TermView(term: term.name, lower: term.lower, upper: term.upper, isUsed: isUsed)
      })
  }

  // MARK: Page

  /// The page, as UTF-8.
  func bytes(_ forms: inout Forms) -> [UInt8] {
    switch job {
    case .home: filled(context.home(introduction: body), &forms)
    case .briefing(let slug):
      filled(
        site.briefing(slug).map { context.briefing($0, body: body, yardstick: yardstickView($0)) }, &forms)
    case .archive(let number): filled(context.archive(page: number), &forms)
    case .entity(let slug, let number):
      filled(site.entity(slug).map { context.entity($0, page: number, body: body) }, &forms)
    case .entityIndex(let number): filled(context.entityIndex(page: number), &forms)
    case .sharedName(let slug):
      filled(renderer.catalog.sharedName(slug, in: site).map { context.sharedName($0) }, &forms)
    case .timeline(let number): filled(context.timeline(page: number), &forms)
    case .year(let year): filled(renderer.catalog.year(year, in: site).map { context.year($0) }, &forms)
    case .month(let year, let month, let number): filled(self.month(month, of: year, page: number), &forms)
    case .undated(let number): filled(context.undated(page: number), &forms)
    case .selection(let selection, let number): filled(context.selection(selection, page: number), &forms)
    case .source(let slug, let number):
      filled(site.source(slug).map { context.source($0, page: number, body: body) }, &forms)
    case .bibliography(let number): filled(context.bibliography(page: number), &forms)
    case .claims(let part, let number): filled(context.claims(part, page: number), &forms)
    case .corrections(let number): filled(context.corrections(page: number), &forms)
    case .standing(let slug): filled(site.page(slug).map { context.standing($0, body: body) }, &forms)
    case .redirect(_, let target):
      filled(
        RedirectView(title: site.title(of: target) ?? "", target: context.url(to: target.address)), &forms)
    case .notFound: filled(NotFoundView(), &forms)
    }
  }

  private func month(_ number: Int, of year: Int, page: Int) -> TimelineView? {
    guard let year = renderer.catalog.year(year, in: site),
      let month = year.months.first(where: { $0.month == number })
    else {
      return nil
    }
    return context.month(month, of: year, page: page)
  }

  private func filled(_ content: (some View)?, _ forms: inout Forms) -> [UInt8] {
    guard let content else { preconditionFailure("a job names something that the site shows") }
    let view = PageView(content: content, chrome: chrome())
    guard let bytes = renderer.theme.templates.render(view, with: template, &forms) else {
      preconditionFailure("every kind of page has a template")
    }
    return bytes
  }

  /// The kind's template, or the one that front matter chooses.
  private var template: String {
    guard let page = job.content, let chosen = site.common(of: page)?.template?.value,
      renderer.theme.templates.contains(chosen)
    else { return job.kind.template }
    return chosen
  }
}
