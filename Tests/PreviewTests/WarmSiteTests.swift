import Diagnostics
import Publishing
import Testing

struct WarmSiteTests {
  /// Law 3.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func `after any edits a warm site is what a build from nothing gives`(seed: UInt64) async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    let first = try await site.cold()
    #expect(site.shown(await warm.update(.everything)) == first)
    var edits = Edits(seed: seed)
    for step in 1...25 {
      let changes = Changes(try edits.edit(site))
      let outcome = site.shown(await warm.update(changes))
      let cold = try await site.cold()
      try #require(outcome == cold, "seed \(seed), step \(step): \(changes)")
    }
  }

  @Test func `naming more than what changed does no harm`() async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    let first = site.shown(await warm.update(.everything))
    #expect(site.shown(await warm.update(.files([EditedSite.first, EditedSite.person]))) == first)
    #expect(site.shown(await warm.update(.files([]))) == first)
    #expect(site.shown(await warm.update(.everything)) == first)
  }

  @Test func `a file that is touched or saved again changes nothing, one edited after that does`()
    async throws
  {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    let first = site.shown(await warm.update(.everything))
    try site.write(EditedSite.files[EditedSite.first.string] ?? "", to: EditedSite.first.string)
    #expect(site.shown(await warm.update(.files([EditedSite.first]))) == first)
    try site.write(EditedSite.briefing("First", "Other words."), to: EditedSite.first.string)
    let cold = try await site.cold()
    #expect(site.shown(await warm.update(.files([EditedSite.first]))) == cold)
    #expect(cold != first)
  }

  @Test func `a built site keeps showing what it was built from`() async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    guard case .built(let built) = await warm.update(.everything) else {
      Issue.record("the site has errors")
      return
    }
    let before = site.shown(.built(built))
    try site.write("broken", to: EditedSite.first.string)
    guard case .refused = await warm.update(.files([EditedSite.first])) else {
      Issue.record("a file without front matter is an error")
      return
    }
    #expect(site.shown(.built(built)) == before)
  }

  @Test func `a content folder that goes and comes back is read anew`() async throws {
    let site = try EditedSite()
    var warm = WarmSite(site.settings)
    let first = site.shown(await warm.update(.everything))
    try site.move("Content", to: "Away")
    guard case .couldNotRun = await warm.update(.everything) else {
      Issue.record("there is no Content")
      return
    }
    try site.move("Away", to: "Content")
    #expect(site.shown(await warm.update(.files([]))) == first)
  }
}
