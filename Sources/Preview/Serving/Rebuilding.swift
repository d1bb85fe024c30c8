import Diagnostics
import Foundation
import Linking
package import Publishing
import Rendering

/// One change after the other: the site brought up to date, shown, and a line said.
package struct Rebuilding {
  private var warm: WarmSite
  private let preview: Preview
  private let sources: SourceFiles
  private let isStrict: Bool
  private let say: @Sendable (String) -> Void
  /// Of files that are copied from `Content/`, by where they stand.
  private var stamps: [RelativePath: FileStamp] = [:]

  package init(
    _ settings: ServeSettings, _ preview: Preview, say: @escaping @Sendable (String) -> Void
  ) {
    warm = WarmSite(settings.run)
    self.preview = preview
    self.say = say
    sources = SourceFiles(root: settings.run.root, editor: settings.editor)
    isStrict = settings.run.isStrict
  }

  /// Brings the preview up to date.
  /// - Returns: what the run came to.
  @discardableResult
  package mutating func run(_ changes: Changes) async -> WarmSite.Outcome {
    let start = ContinuousClock.now
    let outcome = await warm.update(changes)
    switch outcome {
    case .built(let site): await show(site, since: start)
    case .refused(let run):
      let report = Report(run.findings, isFailure: true, sources: sources)
      await preview.show(report)
      tell(run, "; the last good site stays", since: start)
      if let first = report.firstLine { say(first) }
    case .couldNotRun(let error):
      let report = Report(FindingList([]), failure: "\(error)", isFailure: true, sources: sources)
      await preview.show(report)
      say("dossier: error: \(error); the last good site stays")
    }
    return outcome
  }

  private mutating func show(_ site: BuiltSite, since start: ContinuousClock.Instant) async {
    let copied = copiedAnew(site)
    var pages: [RelativePath: ShownPage] = [:]
    for path in await preview.openPaths { pages[path] = site.shown(at: path, base: site.basePath) }
    let report = Report(site.outcome.findings, isFailure: false, sources: sources)
    let reloads = await preview.show(site, report, pages: pages, copied: copied)
    tell(site.outcome, reloads == 0 ? "" : "; \(reloads) reloaded", since: start)
  }

  /// Where copied files stand whose bytes may be others since the last time.
  private mutating func copiedAnew(_ site: BuiltSite) -> [RelativePath] {
    var now: [RelativePath: FileStamp] = [:]
    for file in site.renderer.site.files {
      guard let path = RelativePath(file.address.file) else { continue }
      now[path] = FileStamp(sources.root + "/" + file.path.string)
    }
    defer { stamps = now }
    return stamps.keys.filter { now[$0] != nil && now[$0] != stamps[$0] }.sorted()
  }

  private func tell(_ run: RunOutcome, _ ending: String, since start: ContinuousClock.Instant) {
    let parts = (ContinuousClock.now - start).components
    say(run.summary(seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18) + ending)
  }
}
