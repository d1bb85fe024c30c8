import Briefings
import Diagnostics
import Linking
import Rendering

/// The last stage: pages and files into the staging folder, then all at once into the output.
extension Pipeline {
  private struct Written: Sendable {
    let file: StagedFile
    let findings: [Finding]
  }

  func publish(_ prepared: Prepared, into staging: Staging) async throws(RunError) -> RunOutcome {
    let renderer = prepared.renderer
    let origins = Origins(prepared.site)
    let weights = PageWeights(prepared, root: settings.root)
    let pages = try await render(renderer.jobs, of: renderer) { (page, job) throws(RunError) in
      let file = OutputFile(page.path, job.content == nil ? .list : .page, from: origins.place(of: job))
      return Written(
        file: try publishing { () throws(PublishError) in try staging.write(page.bytes, to: file) },
        findings: page.findings + weights.findings(about: page))
    }
    var files = pages.map(\.file)
    try publishing { () throws(PublishError) in files += try copy(renderer, into: staging) }
    let found = pages.flatMap(\.findings)
    let findings = prepared.report(with: found)
    guard !findings.isFailure(isStrict: settings.isStrict) else {
      try publishing { () throws(PublishError) in try staging.abandon() }
      return outcome(prepared, prepared.report(with: found + prepared.collisions), nil)
    }
    progress(.publish, 0, files.count)
    return try commit(files, findings, prepared, staging)
  }

  /// What is no page: assets, feed, sitemap, static files, pictures, attachments.
  private func copy(_ renderer: Renderer, into staging: Staging) throws(PublishError) -> [StagedFile] {
    var files: [StagedFile] = []
    for asset in renderer.theme.assets.files {
      let file = OutputFile(asset.path, .asset, from: Origins.place(ofAsset: asset.source))
      files.append(try staging.write(asset.bytes, to: file))
    }
    for file in renderer.outputFiles.dropFirst(files.count) {
      files.append(try staging.write(file.bytes, to: OutputFile(file.path, .list, from: Origins.theme)))
    }
    for file in renderer.site.files {
      guard let path = RelativePath(file.address.file) else { continue }
      files.append(try staging.copy(file.path, to: OutputFile(path, .asset, from: Place(file.path))))
    }
    return files
  }

  private func commit(
    _ files: [StagedFile], _ findings: FindingList, _ prepared: Prepared, _ staging: Staging
  ) throws(RunError) -> RunOutcome {
    do throws(PublishError) {
      let publication = try staging.commit(files)
      return outcome(prepared, findings, publication)
    } catch {
      guard case .collisions(let collisions) = error else { throw .publishing(error) }
      try publishing { () throws(PublishError) in try staging.abandon() }
      return outcome(prepared, FindingList(findings.findings + collisions), nil)
    }
  }
}

/// What each page is made from, for findings about its path.
struct Origins {
  /// Lists and assets are made from the theme.
  static let theme = Place(RelativePath(literal: "Templates"))

  /// - Parameter source: the site's file; nil for one that is built in.
  static func place(ofAsset source: RelativePath?) -> Place { source.map { Place($0) } ?? theme }

  private let paths: [PageID: RelativePath]
  private let site: Site

  init(_ site: LinkedSite) {
    paths = Dictionary(site.checked.map { ($0.page, $0.path) }, uniquingKeysWith: { first, _ in first })
    self.site = site.site
  }

  func place(of job: PageJob) -> Place {
    if case .redirect(let old, let target) = job, let path = paths[target] {
      let redirect = site.common(of: target)?.redirects.first { $0.value == old }
      return Place(path, redirect?.source)
    }
    // The page of a name that several have is made for the first of them.
    if case .sharedName(let slug) = job,
      let owner = site.sharedNames.first(where: { $0.slug == slug })?.owners.first
    {
      return paths[.entity(owner)].map { Place($0) } ?? Origins.theme
    }
    return job.bodyPage.flatMap { paths[$0] }.map { Place($0) } ?? Origins.theme
  }
}
