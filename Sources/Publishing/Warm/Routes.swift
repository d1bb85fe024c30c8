import Briefings
import Diagnostics
import Linking
import Rendering

/// What stands at which path: the only way from an address to anything.
struct Routes: Sendable {
  /// Positions in the renderer's and the site's lists.
  enum Target: Sendable {
    case page(Int)
    case asset(Int)
    case file(Int)
  }

  private(set) var targets: [RelativePath: Target] = [:]
  /// Paths that two things would be written to.
  let collisions: [Finding]

  private struct Asset: Equatable {
    let path: RelativePath
    let source: RelativePath?
  }

  private let jobs: [PageJob]
  private let files: [SiteFile]
  private let assets: [Asset]
  private let baseURL: String?

  /// - Parameter earlier: taken again when the same things stand at the same paths.
  init(_ renderer: Renderer, _ linked: LinkedSite, after earlier: Routes?) {
    let assets = renderer.theme.assets.files.map { Asset(path: $0.path, source: $0.source) }
    let files = renderer.site.files
    let baseURL = renderer.site.configuration.baseURL
    if let earlier, earlier.collisions.isEmpty, earlier.baseURL == baseURL, earlier.assets == assets,
      earlier.files == files, earlier.jobs == renderer.jobs
    {
      self = earlier
      return
    }
    self.baseURL = baseURL
    self.assets = assets
    self.files = files
    jobs = renderer.jobs
    var targets: [RelativePath: Target] = [:]
    targets.reserveCapacity(jobs.count + files.count + assets.count)
    var written: [OutputFile] = []
    let origins = Origins(linked)
    for (index, job) in jobs.enumerated() {
      guard let path = RelativePath(job.address.file) else { continue }
      targets[path] = .page(index)
      written.append(OutputFile(path, .page, from: origins.place(of: job)))
    }
    for (index, asset) in assets.enumerated() {
      targets[asset.path] = .asset(index)
      written.append(OutputFile(asset.path, .asset, from: Origins.place(ofAsset: asset.source)))
    }
    for (index, file) in files.enumerated() {
      guard let path = RelativePath(file.address.file) else { continue }
      targets[path] = .file(index)
      written.append(OutputFile(path, .asset, from: Place(file.path)))
    }
    for file in renderer.outputFiles.dropFirst(assets.count) {
      written.append(OutputFile(file.path, .list, from: Origins.theme))
    }
    self.targets = targets
    collisions = Collisions.findings(in: written)
  }
}
