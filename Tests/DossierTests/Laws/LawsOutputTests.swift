import Foundation
import Testing

/// The fifth and the sixth law: whose files are in `Public/`, and what happens to them.
@Suite("Laws: the output holds what is ours and what is somebody else's")
struct LawsOutputTests {
  private static let manifest = ".dossier-manifest"

  /// Paths in the manifest with their sizes.
  private func manifest(of tree: Tree) throws -> [String: Int] {
    let lines = try #require(tree.text(LawsOutputTests.manifest)).split(separator: "\n")
    var entries: [String: Int] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: " ", maxSplits: 2)
      try #require(parts.count == 3)
      entries[String(parts[2])] = Int(parts[1])
    }
    return entries
  }

  @Test func `every file is in the manifest, with its size`() throws {
    let tree = try TestSite(Newsroom(seed: 5, briefings: 12).files).publish()
    let entries = try manifest(of: tree)
    #expect(Set(entries.keys).union([LawsOutputTests.manifest]) == Set(tree.paths))
    for (path, size) in entries { #expect(tree.bytes(path)?.count == size, "\(path)") }
  }

  @Test func `what somebody else put there is left alone, build after build`() throws {
    let site = try TestSite(SampleSite.files)
    try site.write("*\n!.gitignore\n", to: "Public/.gitignore")
    try site.write("mine\n", to: "Public/briefings/mine.txt")
    try site.write("mine\n", to: "Public/.well-known/deep/er.txt")
    try site.makeFolder("Public/empty")
    try site.link("Public/link", to: "../nowhere")
    let foreign = site.published
    for change in [nil, "Content/briefings/second-ship.md"] {
      if let change {
        try site.remove(change)
        try site.write(SampleSite.briefing("Alone", "Text."), to: SampleSite.briefing)
      }
      let tree = try site.publish()
      for (path, entry) in foreign.entries { #expect(tree.entries[path] == entry, "\(path)") }
      let entries = try manifest(of: tree)
      #expect(
        Set(tree.paths).subtracting(entries.keys) == Set(foreign.paths).union([LawsOutputTests.manifest]))
    }
    #expect(site.published.bytes("briefings/second-ship/index.html") == nil)
  }

  @Test func `a file of somebody else in our way is a mistake, and is replaced only by force`() throws {
    let site = try TestSite(SampleSite.files)
    try site.write("mine\n", to: "Public/briefings/ferry/index.html")
    let before = site.published
    let refused = try site.dossier("build")
    #expect(refused.status == 1)
    #expect(
      refused.output.contains("[path-collision]")
        && refused.output.contains("'Public/briefings/ferry/index.html'"))
    for (folder, spelling) in [(site.root + "/Content", "'../Public/"), (site.outside, "'site/Public/")] {
      let root = folder == site.outside ? ["--root", "site"] : []
      let elsewhere = try Command(arguments: ["build"] + root, folder: folder).run()
      #expect(elsewhere.output.contains(spelling), "\(elsewhere)")
    }
    #expect(site.published.differences(from: before) == [])
    #expect(
      try site.publish(["--force"]).text("briefings/ferry/index.html")?.contains("island ferry") == true)
    #expect(try site.dossier("build").status == 0)
  }

  @Test func `without room to write, nothing changes`() throws {
    let site = try TestSite(SampleSite.files)
    let before = try site.publish()
    try site.write(SampleSite.briefing("Third", "Text."), to: "Content/briefings/third.md")
    // No file may grow beyond one block; the signal for that is ignored, so that writing fails instead.
    var command = site.command(["-c", "trap '' XFSZ; ulimit -f 1; exec \"$0\" build", Binary.dossier])
    command.program = "/bin/sh"
    let outcome = try command.run()
    #expect(outcome.status == 2, "\(outcome)")
    #expect(site.published.differences(from: before) == [])
    #expect(try site.publish().bytes("briefings/third/index.html") != nil)
  }

  @Test(.enabled(if: Binary.inPath("timeout") != nil, "needs the program timeout"))
  func `killed at any time, the output is the old site or the new one`() throws {
    let site = try TestSite(Newsroom(seed: 6, briefings: 30).files)
    let old = try site.publish()
    try site.write("title: Another name\nbase-url: https://example.org/\n", to: SampleSite.configuration)
    let expected = try TestSite(
      Newsroom(seed: 6, briefings: 30).files.merging(
        [SampleSite.configuration: "title: Another name\nbase-url: https://example.org/\n"]) { _, new in new }
    ).publish()
    for milliseconds in [20, 60, 120, 200, 300, 450] {
      var command = site.command([
        "-s", "KILL", "0.\(milliseconds < 100 ? "0" : "")\(milliseconds)", Binary.dossier, "build",
      ])
      command.program = try #require(Binary.inPath("timeout"))
      _ = try command.run()
      let tree = site.published
      #expect(
        tree.differences(from: old) == [] || tree.differences(from: expected) == [], "\(milliseconds) ms")
    }
    #expect(try site.publish().differences(from: expected) == [])
  }
}
