import Foundation
import Publishing
import Testing

@testable import Preview

struct WatchTests {
  /// Edits are made in bursts while a preview follows; when all is told, it shows what a build from nothing gives.
  @Test(.timeLimit(.minutes(2)), arguments: [false, true], [11, 12] as [UInt64])
  func `whatever happens to files is seen in the end`(polls: Bool, seed: UInt64) async throws {
    let site = try EditedSite()
    let watch = Watch(root: site.root, polls: polls)
    #if os(Linux)
      #expect(watch.way == (polls ? .polling : .events))
    #endif
    var edits = Edits(seed: seed)
    var warm = WarmSite(site.settings)
    var shown = site.shown(await warm.update(.everything))
    var changes = watch.changes.makeAsyncIterator()
    for _ in 1...(polls ? 3 : 8) {
      for _ in 0...3 { _ = try edits.edit(site) }
      // Something that is surely seen, after all the rest.
      let mark = "Content/static/mark-\(UUID().uuidString).txt"
      try site.write("x", to: mark)
      let cold = try await site.cold()
      while shown != cold {
        guard let next = await changes.next() else {
          Issue.record("the watch has ended")
          return
        }
        shown = site.shown(await warm.update(next))
      }
    }
  }

  #if os(Linux)
    @Test(.timeLimit(.minutes(1)))
    func `a file reached by a link is watched where it lies`() async throws {
      let site = try EditedSite()
      try site.write(EditedSite.briefing("Linked", "One."), to: "Elsewhere/linked.md")
      try FileManager.default.createSymbolicLink(
        atPath: site.path("Content/briefings/linked.md"), withDestinationPath: "../../Elsewhere/linked.md")
      let watch = Watch(root: site.root, polls: false)
      var changes = watch.changes.makeAsyncIterator()
      try site.write(EditedSite.briefing("Linked", "Two."), to: "Elsewhere/linked.md")
      let seen = await changes.next()
      #expect(seen != nil)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a thousand files at once are few changes`() async throws {
      let site = try EditedSite()
      let watch = Watch(root: site.root, polls: false)
      for number in 0..<1000 {
        try site.write(EditedSite.briefing("T", "B."), to: "Content/briefings/n-\(number).md")
      }
      var warm = WarmSite(site.settings)
      let cold = try await site.cold()
      var shown: WholeSite?
      var count = 0
      var changes = watch.changes.makeAsyncIterator()
      while shown != cold, let next = await changes.next() {
        shown = site.shown(await warm.update(next))
        count += 1
      }
      #expect(count < 20)
    }
  #endif
}
