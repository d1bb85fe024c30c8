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
  private var report: Report
  /// The last update's site, with what was saved since; nil when there were errors.
  private var looked: BuiltSite?
  private var waiting = Waiting()
  private var isUpdating = false
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
    report = Report(FindingList([]), isFailure: false, sources: sources)
  }

  // MARK: Following

  /// Until there are no more changes.
  ///
  /// What was saved is shown at once where it is a page's own words. The whole site follows beside it as soon as
  /// nothing more comes, one update at a time; further saves are shown on top of it.
  package mutating func follow(_ changes: AsyncStream<Changes>) async {
    let (steps, next) = AsyncStream.makeStream(of: Step.self)
    await withDiscardingTaskGroup { tasks in
      tasks.addTask {
        for await change in changes { next.yield(.saved(change)) }
        next.finish()
      }
      for await step in steps {
        switch await take(step) {
        case nil: break
        case .wait:
          tasks.addTask {
            try? await Task.sleep(for: Rebuilding.pause)
            next.yield(.paused)
          }
        case .update(let changes):
          tasks.addTask(priority: .utility) { [warm] in
            var warm = warm
            let start = ContinuousClock.now
            let outcome = await warm.update(changes)
            next.yield(.updated(warm, outcome, since: start))
          }
        }
      }
      tasks.cancelAll()
    }
  }

  private enum Step: Sendable {
    case saved(Changes)
    /// Nothing was saved for a while, or something else since.
    case paused
    case updated(WarmSite, WarmSite.Outcome, since: ContinuousClock.Instant)
  }

  /// What is to be done beside.
  private enum Order {
    case wait
    case update(Changes)
  }

  /// How long nothing is saved before the whole site follows.
  private static let pause = Duration.milliseconds(200)
  /// How long it waits at most.
  private static let patience = Duration.seconds(2)

  private mutating func take(_ step: Step) async -> Order? {
    switch step {
    case .saved(let changes):
      waiting.add(changes)
      guard !isUpdating else {
        if let look = await firstLook(at: changes) { await showFirst(look) }
        return nil
      }
      guard let look = await firstLook(at: changes) else { return update() }
      await showFirst(look)
      return .wait
    case .paused:
      guard !isUpdating, let last = waiting.last, let first = waiting.first else { return nil }
      let now = ContinuousClock.now
      return now - last >= Rebuilding.pause || now - first >= Rebuilding.patience ? update() : nil
    case .updated(let warm, let outcome, let start):
      isUpdating = false
      self.warm = warm
      await show(outcome, since: start)
      guard let changes = waiting.changes else { return nil }
      guard let look = await firstLook(at: changes) else { return update() }
      await showFirst(look)
      return .wait
    }
  }

  private func firstLook(at changes: Changes) async -> BuiltSite? {
    guard let looked else { return nil }
    let watched = await preview.openPaths.compactMap { path in
      if case .page(let job) = looked.item(at: path) { job.content } else { nil }
    }
    return looked.firstLook(at: changes, watching: Set(watched).sorted(), isStrict: isStrict)
  }

  private mutating func update() -> Order? {
    guard let changes = waiting.changes else { return nil }
    waiting = Waiting()
    isUpdating = true
    return .update(changes)
  }

  // MARK: Showing

  /// Brings the preview up to date.
  /// - Returns: what the run came to.
  @discardableResult
  package mutating func run(_ changes: Changes) async -> WarmSite.Outcome {
    let start = ContinuousClock.now
    let outcome = await warm.update(changes)
    await show(outcome, since: start)
    return outcome
  }

  private mutating func show(_ outcome: WarmSite.Outcome, since start: ContinuousClock.Instant) async {
    looked = nil
    switch outcome {
    case .built(let site):
      looked = site
      await show(site, since: start)
    case .refused(let run):
      report = Report(run.findings, isFailure: true, sources: sources)
      await preview.show(report)
      tell(run, "; the last good site stays", since: start)
      if let first = report.firstLine { say(first) }
    case .couldNotRun(let error):
      report = Report(FindingList([]), failure: "\(error)", isFailure: true, sources: sources)
      await preview.show(report)
      say("dossier: error: \(error); the last good site stays")
    }
  }

  private mutating func show(_ site: BuiltSite, since start: ContinuousClock.Instant) async {
    let copied = copiedAnew(site)
    report = Report(site.outcome.findings, isFailure: false, sources: sources)
    let reloads = await preview.show(site, report, pages: await openPages(of: site), copied: copied)
    tell(site.outcome, reloads == 0 ? "" : "; \(reloads) reloaded", since: start)
  }

  /// Before the whole site follows; what was found last is still told.
  private mutating func showFirst(_ site: BuiltSite) async {
    looked = site
    await preview.show(site, report, pages: await openPages(of: site), copied: [])
  }

  private func openPages(of site: BuiltSite) async -> [RelativePath: ShownPage] {
    var pages: [RelativePath: ShownPage] = [:]
    for path in await preview.openPaths { pages[path] = site.shown(at: path, base: site.basePath) }
    return pages
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

/// Changes that no update has seen.
private struct Waiting {
  private(set) var changes: Changes?
  private(set) var first: ContinuousClock.Instant?
  private(set) var last: ContinuousClock.Instant?

  mutating func add(_ more: Changes) {
    let now = ContinuousClock.now
    first = first ?? now
    last = now
    changes?.add(more)
    changes = changes ?? more
  }
}
