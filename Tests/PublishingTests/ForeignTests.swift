import Foundation
import Testing

@testable import Publishing

/// What somebody else put into the output folder survives every publication, at its place.
@Suite struct ForeignTests {
  private let old: Tree = ["index.html": "old", "a/index.html": "a", "b/index.html": "b"]
  private let new: Tree = ["index.html": "new", "a/index.html": "a", "c/index.html": "c"]

  enum Place: String, CaseIterable, CustomTestStringConvertible {
    case folder, link, linkElsewhere, mount, elsewhere
    var testDescription: String { rawValue }
  }

  private struct Setting {
    let site: TestSite
    let other: TestSite?
    let output: String
    let folder: String
    let way: Publication.Way
  }

  private static func isPossible(_ place: Place) -> Bool {
    switch place {
    case .folder, .link: true
    case .linkElsewhere, .elsewhere: OtherVolume.path != nil
    case .mount: OtherVolume.canMount
    }
  }

  private func setting(_ place: Place) throws -> Setting {
    let site = try TestSite()
    switch place {
    case .folder:
      try site.makeFolder("Public")
      return Setting(site: site, other: nil, output: site.output, folder: site.output, way: .exchanged)
    case .link:
      try site.makeFolder("real/site")
      try site.link("Public", to: "real/site")
      return Setting(
        site: site, other: nil, output: site.output, folder: site.path("real/site"),
        way: .fileByFile(because: .symbolicLink))
    case .linkElsewhere:
      let other = try TestSite(in: try #require(OtherVolume.path))
      try other.makeFolder("Public")
      try site.link("Public", to: other.output)
      return Setting(
        site: site, other: other, output: site.output, folder: other.output,
        way: .fileByFile(because: .symbolicLink))
    case .elsewhere:
      let other = try TestSite(in: try #require(OtherVolume.path))
      try other.makeFolder("Public")
      return Setting(site: site, other: other, output: other.output, folder: other.output, way: .exchanged)
    case .mount:
      try site.makeFolder("Public")
      try site.makeFolder("real")
      try OtherVolume.bind(site.path("real"), to: site.output)
      return Setting(
        site: site, other: nil, output: site.output, folder: site.output,
        way: .fileByFile(because: .mountPoint))
    }
  }

  @Test(
    .enabled(if: OtherVolume.path != nil, "there is no second file system to write to"),
    arguments: [Place.linkElsewhere, .elsewhere])
  func `an output on another file system`(place: Place) throws { try publishTwice(place) }

  @Test(.enabled(if: OtherVolume.canMount, "mounting is not permitted"))
  func `an output that is a mount point`() throws { try publishTwice(.mount) }

  @Test(arguments: [Place.folder, .link])
  func `an output in the site's folder`(place: Place) throws { try publishTwice(place) }

  private func publishTwice(_ place: Place) throws {
    let setting = try setting(place)
    defer { if place == .mount { OtherVolume.unmount(setting.site.output) } }
    try addForeign(to: setting.folder)
    let foreign = Snapshot.take(setting.folder)
    #expect(foreign.count == 9)
    for (number, tree) in [old, new, new, [:], old].enumerated() {
      let publication = try setting.site.publish(tree, to: setting.output)
      #expect(publication.leftover == nil)
      #expect(publication.way == (number == 2 ? .nothingToDo : setting.way))
      #expect(Snapshot.take(setting.folder).pages == foreign.with(tree))
      #expect(setting.site.stagingIsEmpty)
      #expect(setting.other?.stagingIsEmpty ?? true)
    }
    let isLink = try FileSystem.status(DiskPath(setting.output))?.kind == .link
    #expect(isLink == (place == .link || place == .linkElsewhere))
  }

  private func addForeign(to folder: String) throws {
    let files = FileManager.default
    for (path, text) in [
      (".git/HEAD", "ref"), (".git/objects/ab/cd", "object"), (".gitignore", "*\n"), ("a/notes.txt", "notes"),
      ("deep/er/file", "x"),
    ] {
      let path = folder + "/" + path
      try files.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
    try files.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
    try files.createDirectory(atPath: folder + "/b/empty", withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: folder + "/latest", withDestinationPath: "a")
    #expect(mkfifo(folder + "/pipe", 0o644) == 0)
  }

  @Test func `a git worktree with a .git file keeps it`() throws {
    let site = try TestSite()
    try site.write("gitdir: ../.git/worktrees/Public\n", to: "Public/.git")
    let inode = try #require(try FileSystem.status(DiskPath(site.path("Public/.git")))).inode
    for tree in [old, new] {
      #expect(try site.publish(tree).way == .exchanged)
      #expect(site.snapshot()[".git"] == "gitdir: ../.git/worktrees/Public\n")
      #expect(try FileSystem.status(DiskPath(site.path("Public/.git")))?.inode == inode)
    }
  }

  @Test func `names that are not UTF-8 survive`() throws {
    let site = try TestSite()
    try site.publish(old)
    let path = DiskPath(site.output).appending([0x66, 0xFF, 0x5C, 0x0A])
    guard (try? FileSystem.create(path, [1, 2, 3])) != nil else { return }
    try site.publish(new)
    #expect(try FileSystem.holds(path, [1, 2, 3]))
  }

  @Test func `files that are no longer written go, and their folders with them`() throws {
    let site = try TestSite()
    try site.publish(["a/b/c/d": "1", "a/x": "2"])
    try site.publish(["a/x": "2"])
    #expect(site.snapshot().pages == ["a/x": "2"])
  }

  @Test(
    .enabled(if: Tool.publishOnce != nil && Unprivileged.isPossible, "another user's rights cannot be taken"),
    arguments: [false, true])
  func `a folder around the output that cannot be written`(hasStaging: Bool) throws {
    let site = try TestSite()
    try site.publish(old)
    try site.write("theirs", to: "Public/a/theirs")
    if !hasStaging { try FileManager.default.removeItem(atPath: site.path(".dossier")) }
    try site.write(new.map { "\($0)\t\($1)\n" }.joined(), to: "list")
    let result = try Unprivileged.publish(site)
    #expect(result.output == "fileByFile(because: lies in a folder that cannot be written)\n")
    #expect(result.exitCode == 0)
    #expect(site.snapshot().pages == new.with(["a/theirs": "theirs"]))
    #expect(site.stagingIsEmpty)
  }

  @Test(
    .enabled(if: Tool.publishOnce != nil && Unprivileged.isPossible, "another user's rights cannot be taken"))
  func `a file that cannot be replaced leaves the output as it was`() throws {
    let site = try TestSite()
    try site.publish(old.with(["z/index.html": "z"]))
    try FileManager.default.removeItem(atPath: site.path(".dossier"))
    try site.write(new.with(["z/index.html": "zz"]).map { "\($0)\t\($1)\n" }.joined(), to: "list")
    let before = site.snapshot()
    let result = try Unprivileged.publish(site, locked: "Public/z")
    #expect(result.exitCode == 2)
    #expect(result.output.contains("could not"))
    #expect(site.snapshot() == before)
    #expect(site.stagingIsEmpty)
  }
}
