import Foundation
import TestSupport
import Testing

/// The first and the third law: what is published depends on the content alone.
@Suite("Laws: same input, same bytes")
struct LawsSameBytesTests {
  /// Where and how a build runs; none of it may show.
  static let surroundings: [(arguments: [String], environment: [String: String])] = [
    (["-j", "1"], [:]),
    (["-j", "2"], [:]),
    (["-j", "7"], ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"]),
    (["-j", "2"], ["TZ": "Pacific/Pago_Pago", "LC_ALL": "C", "LANG": "ar_EG"]),
  ]

  @Test(arguments: surroundings)
  func `cores, time zone, locale and the order of directory entries do not show`(
    arguments: [String], environment: [String: String]
  ) throws {
    var files = Newsroom(seed: 1, briefings: 24).files
    files.merge(SampleSite.files) { _, sample in sample }
    let expected = try TestSite(files).publish(["-j", "1"])
    var dice = Dice(seed: UInt64(arguments.count + environment.count))
    let shuffled = try TestSite(files, order: files.keys.sorted().shuffled(using: &dice))
    #expect(try shuffled.publish(arguments, environment: environment).differences(from: expected) == [])
  }

  @Test func `the same folder published twice has the same bytes`() throws {
    let site = try TestSite(SampleSite.files)
    let first = try site.publish()
    #expect(try site.publish().differences(from: first) == [])
    try site.remove("Public")
    #expect(try site.publish().differences(from: first) == [])
  }

  @Test func `a clock that is given says the same as the environment's, in every time zone`() throws {
    let files = SampleSite.with([
      "Content/briefings/tomorrow.md": SampleSite.briefing("Tomorrow", "Text.", published: "2025-06-02")
    ])
    let byEnvironment = try TestSite(files).publish()
    for zone in ["Pacific/Kiritimati", "Pacific/Pago_Pago"] {
      let byClock = try TestSite(files).publish(
        ["--clock", "2025-06-01"], environment: ["SOURCE_DATE_EPOCH": "0", "TZ": zone])
      #expect(byClock.differences(from: byEnvironment) == [])
    }
    let later = try TestSite(files).publish(["--clock", "2025-06-02"])
    #expect(byEnvironment.places(of: "Tomorrow") == [])
    #expect(later.places(of: "Tomorrow").contains("briefings/tomorrow/index.html"))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `a rebuild after any edit gives the bytes of a build from nothing`(seed: UInt64) throws {
    var newsroom = Newsroom(seed: seed, briefings: 6)
    let warm = try TestSite(newsroom.files)
    _ = try warm.dossier("build")
    var failures = 0
    for step in 1...12 {
      let old = newsroom.files
      let before = warm.published
      let edit = newsroom.edit()
      try warm.edit(old, into: newsroom.files)
      let cold = try TestSite(newsroom.files)
      let (rebuilt, fresh) = (try warm.dossier("build"), try cold.dossier("build"))
      #expect(rebuilt.status == fresh.status, "step \(step), \(edit): \(rebuilt) \(fresh)")
      #expect(rebuilt.output == fresh.output, "step \(step), \(edit)")
      let expected = fresh.status == 0 ? cold.published : before
      #expect(warm.published.differences(from: expected) == [], "step \(step), \(edit)")
      failures += fresh.status == 0 ? 0 : 1
    }
    #expect(failures < 12, "some edits must leave a site that builds")
  }
}
