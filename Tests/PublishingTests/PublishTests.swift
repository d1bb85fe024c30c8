import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct PublishTests {
  private let old: Tree = [
    "index.html": "old", "a/index.html": "a", "b/c/index.html": "c", "style.css": "css",
  ]
  private let new: Tree = ["index.html": "new", "a/index.html": "a", "d/index.html": "d", "style.css": "css"]

  @Test(arguments: ["Public", "not/yet/there"])
  func `a first publication makes the folder`(output: String) throws {
    let site = try TestSite()
    let publication = try site.publish(old, to: site.path(output))
    #expect(publication.way == .created)
    #expect((publication.written, publication.unchanged, publication.removed) == (4, 0, 0))
    #expect(site.snapshot(output).pages == old)
    #expect(site.stagingIsEmpty)
    #expect(site.snapshot(".dossier")[".gitignore"] == "*\n")
  }

  @Test func `a second publication exchanges the folders and says what happened`() throws {
    let site = try TestSite()
    try site.publish(old)
    let publication = try site.publish(new)
    #expect(publication.way == .exchanged)
    #expect((publication.written, publication.unchanged, publication.removed) == (2, 2, 1))
    #expect(publication.leftover == nil)
    #expect(site.snapshot().pages == new)
    #expect(site.stagingIsEmpty)
  }

  @Test func `an unchanged file stays the very same file`() throws {
    let site = try TestSite()
    try site.publish(old)
    let path = DiskPath(site.path("Public/style.css"))
    let before = try #require(try FileSystem.status(path))
    try site.publish(new)
    #expect(try #require(try FileSystem.status(path)).isSame(as: before))
  }

  @Test func `the folders of the replaced tree serve the next one, without a file in them`() throws {
    let site = try TestSite()
    try site.publish(old)
    try site.publish(new)
    let spare = Set(site.snapshot(".dossier").keys).subtracting(["lock", ".gitignore"])
    #expect(spare.count == 1 && spare.first?.hasSuffix("/a/") == true)
    try site.publish(["a": "a file"])
    #expect(site.snapshot().pages == ["a": "a file"])
    let staging = try site.begin()
    _ = try staging.write(new)
    try staging.abandon()
    #expect(site.snapshot().pages == ["a": "a file"])
    try site.publish(new)
    #expect(site.snapshot().pages == new)
    #expect(site.stagingIsEmpty)
  }

  @Test func `when nothing has changed nothing is touched`() throws {
    let site = try TestSite()
    try site.publish(old)
    let folder = try #require(try FileSystem.status(DiskPath(site.output)))
    let publication = try site.publish(old)
    #expect(publication.way == .nothingToDo)
    #expect(try #require(try FileSystem.status(DiskPath(site.output))).isSame(as: folder))
    #expect(site.stagingIsEmpty)
  }

  @Test func `a published file that somebody has edited is written again`() throws {
    let site = try TestSite()
    try site.publish(old)
    let before = site.snapshot()
    try site.write("csS", to: "Public/style.css")
    #expect(try site.publish(old).written == 1)
    #expect(site.snapshot() == before)
  }

  @Test func `the manifest names every file, and nothing else`() throws {
    let site = try TestSite()
    try site.write("theirs", to: "Public/.gitignore")
    try site.publish(new)
    let manifest = try Manifest.read(in: DiskPath(site.output), force: false)
    #expect(manifest.entries.map(\.path.string) == new.keys.sorted())
    #expect(
      manifest.entries.map(\.digest)
        == new.sorted { $0.key < $1.key }.map { ContentDigest(Array($0.value.utf8)) })
  }

  @Test(arguments: [0o022, 0o077, 0o002])
  func `files and folders have the usual permissions under the umask`(mask: Int) throws {
    // The mask belongs to the process, so only a process of its own may change it.
    let site = try TestSite()
    try site.write("a/b.html\ttext\n", to: "list")
    let command =
      "umask \(String(mask, radix: 8)); '\(try #require(Tool.publishOnce))' '\(site.root)' '\(site.output)' '\(site.path("list"))'"
    #expect(try Tool.run("/bin/sh", ["-c", command]).exitCode == 0)
    let mode = { (name: String) in try #require(try FileSystem.status(DiskPath(site.path(name)))).mode & 0o777
    }
    #expect(try mode("Public/a/b.html") == UInt32(0o644 & ~mask))
    #expect(try mode("Public/a") == UInt32(0o755 & ~mask))
  }

  @Test func `the folder's own permissions survive an exchange`() throws {
    let site = try TestSite()
    try site.publish(old)
    #expect(chmod(site.output, 0o2750) == 0)
    #expect(try site.publish(new).way == .exchanged)
    #expect(try #require(try FileSystem.status(DiskPath(site.output))).mode & 0o7777 == 0o2750)
  }

  @Test(arguments: [0, 5, 65_536, 300_000])
  func `a static file is copied byte for byte`(size: Int) throws {
    let site = try TestSite()
    let text = String(repeating: "x", count: size)
    try site.write(text, to: "Content/static/logo.svg")
    for expected in [StagedFile.Published.nothing, .same] {
      let staging = try site.begin()
      let file = try staging.copy(
        RelativePath(literal: "Content/static/logo.svg"), to: try outputFile("logo.svg"))
      #expect(file.published == expected)
      #expect(file.size == size)
      #expect(file.digest == ContentDigest(Array(text.utf8)))
      _ = try staging.commit([file])
      #expect(site.snapshot().pages == ["logo.svg": text])
    }
  }

  @Test func `many threads may write at once`() async throws {
    let site = try TestSite()
    for round in 0..<2 {
      let staging = try site.begin()
      let staged = try await withThrowingTaskGroup(of: StagedFile.self) { group in
        for number in 0..<400 {
          group.addTask {
            try staging.write(
              Array("\(number / (round + 1))".utf8),
              to: try outputFile("\(number % 7)/\(number % 5)/\(number)"))
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      _ = try staging.commit(staged)
      #expect(site.snapshot().pages.count == 400)
      #expect(site.snapshot()["6/4/209"] == "\(209 / (round + 1))")
    }
  }

  @Test func `a failed build leaves everything as it was`() throws {
    let site = try TestSite()
    try site.publish(old)
    let before = site.snapshot()
    let staging = try site.begin()
    _ = try staging.write(new)
    try staging.abandon()
    #expect(site.snapshot() == before)
    #expect(site.stagingIsEmpty)
  }

  @Test func `two runs at once do not disturb each other`() throws {
    let site = try TestSite()
    let other = try TestSite()
    try site.publish(old)
    let staging = try site.begin()
    let staged = try staging.write(new)
    let error = #expect(throws: PublishError.self) { try site.begin() }
    #expect(error?.description.contains("another run is publishing") == true)
    #expect(throws: PublishError.self) {
      try OutputFolder(site.output, site: other.root, home: nil).begin(force: false)
    }
    #expect(try staging.commit(staged).way == .exchanged)
    #expect(site.snapshot().pages == new)
    try site.publish(old)
  }

  @Test func `a folder that was put in the output's place meanwhile is not touched`() throws {
    let site = try TestSite()
    try site.publish(old)
    let staging = try site.begin()
    let staged = try staging.write(new)
    try FileManager.default.moveItem(atPath: site.output, toPath: site.path("moved"))
    try site.write("theirs", to: "Public/file")
    #expect(throws: PublishError.self) { try staging.commit(staged) }
    #expect(site.snapshot() == ["file": "theirs"])
    #expect(site.stagingIsEmpty)
  }

  @Test func `a damaged manifest stops the build until it is forced`() throws {
    let site = try TestSite()
    try site.publish(old)
    try site.write("dossier-manifest 1\n<<<<<<< HEAD\n", to: "Public/.dossier-manifest")
    let before = site.snapshot()
    let error = #expect(throws: PublishError.self) { try site.publish(new) }
    #expect(error?.description.hasPrefix("line 2 of '") == true)
    #expect(site.snapshot() == before)
    #expect(site.stagingIsEmpty)
    try site.publish(new, force: true)
    #expect(site.snapshot().pages == new.with(["b/c/index.html": "c"]))
  }
}
