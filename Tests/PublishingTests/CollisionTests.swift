import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct CollisionTests {
  @Test(arguments: [
    (["a/index.html", "a/index.html"], "would be written twice"),
    (["a/Index.html", "a/index.html"], "only in case or normalization"),
    (["caf\u{E9}.html", "cafe\u{301}.html"], "only in case or normalization"),
    (["\u{C9}t\u{E9}", "e\u{301}te\u{301}"], "only in case or normalization"),
    (["a", "a/index.html"], "is needed as a folder too"),
    (["A", "a/index.html"], "is needed as a folder too"),
    (["Maps/a.png", "maps/b.png"], "needs a folder that another file spells differently"),
    (["x/Maps/y/a.png", "x/maps/b.png"], "needs a folder that another file spells differently"),
  ])
  func `two files that cannot both be there are named`(paths: [String], problem: String) throws {
    let files = try paths.enumerated().map { try outputFile($1, from: "Content/\($0).md") }
    let findings = Collisions.findings(in: files)
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == .pathCollision)
    #expect(finding.message.contains(problem))
    let places = Set([finding.place.path.string] + finding.notes.map(\.place.path.string))
    #expect(places == ["Content/0.md", "Content/1.md"])
    #expect(Collisions.findings(in: files.reversed()) == findings)
  }

  @Test(arguments: [
    (String(repeating: "a", count: 255), false), (String(repeating: "é", count: 128), true),
    ("x/" + String(repeating: "a", count: 256) + "/index.html", true),
    (String(repeating: "ab/", count: 999) + "a", false),
    (String(repeating: "ab/", count: 1_000) + "ab", true),
  ])
  func `what no file system keeps is told before it is written`(path: String, isTooLong: Bool) throws {
    let findings = Collisions.findings(in: [try outputFile(path, from: "Content/0.md")])
    #expect(findings.map(\.code) == (isTooLong ? [.badFileName] : []))
    #expect(findings.allSatisfy { $0.place.path.string == "Content/0.md" && $0.message.utf8.count < 200 })
  }

  @Test(arguments: [".dossier-manifest", ".dossier-staging/x"])
  func `the output's own names are kept free`(path: String) throws {
    #expect(Collisions.findings(in: [try outputFile(path)]).count == 1)
  }

  @Test func `files that differ otherwise do not collide`() throws {
    let paths = ["a", "b/a", "b/b", "a.html", "a-b", "ab/c", "b/c/a", "strasse", "straße", "index.html"]
    #expect(Collisions.findings(in: try paths.map { try outputFile($0) }).isEmpty)
  }

  @Test func `a collision publishes nothing and leaves nothing behind`() throws {
    let site = try TestSite()
    try site.publish(["index.html": "old"])
    let before = site.snapshot()
    let found = collisions {
      let staging = try site.begin()
      let files = try ["a", "a/b", "c", "c"].map { try staging.write([65], to: try outputFile($0)) }
      _ = try staging.commit(files)
    }
    #expect(found.count == 2)
    #expect(site.snapshot() == before)
    #expect(site.stagingIsEmpty)
  }

  /// What somebody else may have put where the new tree wants to be.
  @Test(arguments: [
    ("about.html", "about.html"), ("a", "a/index.html"), ("deep/er/file", "deep/er/file/index.html"),
  ])
  func `somebody else's file in the way is a finding, unless forced`(theirs: String, ours: String) throws {
    let site = try TestSite()
    try site.write("theirs", to: "Public/" + theirs)
    try site.write("stays", to: "Public/other")
    let before = site.snapshot()
    let found = collisions { try site.publish([ours: "ours"]) }
    #expect(found.map(\.code) == [.pathCollision])
    #expect(found.first?.message.contains("somebody else's") == true)
    #expect(site.snapshot() == before)
    try site.publish([ours: "ours"], force: true)
    #expect(site.snapshot().pages == [ours: "ours", "other": "stays"])
    #expect(site.stagingIsEmpty)
  }

  @Test(arguments: [false, true])
  func `a link of somebody else's is not written through`(isOutputLink: Bool) throws {
    let site = try TestSite()
    try site.makeFolder("real")
    if isOutputLink { try site.link("Public", to: "real") } else { try site.makeFolder("Public") }
    try site.write("theirs", to: "shared/style.css")
    try site.link("Public/assets", to: "../shared")
    #expect(collisions { try site.publish(["assets/style.css": "theirs", "b": "b"]) }.count == 1)
    try site.publish(["assets/style.css": "theirs", "b": "b"], force: true)
    #expect(
      site.snapshot(isOutputLink ? "real" : "Public").pages == ["assets/style.css": "theirs", "b": "b"])
    #expect(site.snapshot("shared") == ["style.css": "theirs"])
    try site.publish(["assets/style.css": "ours"])
    #expect(site.snapshot("shared") == ["style.css": "theirs"])
  }

  @Test(arguments: [false, true])
  func `a folder with somebody else's files is never replaced`(force: Bool) throws {
    let site = try TestSite()
    try site.publish(["a/index.html": "ours"])
    try site.write("theirs", to: "Public/a/notes.txt")
    let before = site.snapshot()
    let found = collisions { try site.publish(["a": "now a file"], force: force) }
    #expect(found.first?.message.contains("never replaced") == true)
    #expect(site.snapshot() == before)
  }

  @Test func `without a manifest every file is somebody else's`() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1", "a/b": "2"])
    try FileManager.default.removeItem(atPath: site.path("Public/.dossier-manifest"))
    #expect(collisions { try site.publish(["index.html": "1", "c": "3"]) }.count == 1)
    try site.publish(["c": "3"])
    #expect(site.snapshot().pages == ["index.html": "1", "a/b": "2", "c": "3"])
  }

  @Test func `a file of ours that has become a link is somebody else's`() throws {
    let site = try TestSite()
    try site.publish(["index.html": "1", "gone": "2"])
    for name in ["index.html", "gone"] {
      try FileManager.default.removeItem(atPath: site.path("Public/" + name))
      try site.link("Public/" + name, to: "elsewhere")
    }
    #expect(collisions { try site.publish(["index.html": "1"]) }.count == 1)
    try site.publish(["other": "3"])
    #expect(site.snapshot().pages == ["index.html": "-> elsewhere", "gone": "-> elsewhere", "other": "3"])
  }
}
