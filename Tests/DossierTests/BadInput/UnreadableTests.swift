import Foundation
import Testing

/// The site is published; then something cannot be read, or is not there.
@Suite("BadInput: what cannot be read")
struct BadInputUnreadableTests {
  private let site: TestSite
  private let before: Tree

  init() throws {
    site = try TestSite(SampleSite.files)
    before = try site.publish()
  }

  private func expectUnreadable(_ path: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try Unprivileged.give(site.outside)
    for command in ["build", "check"] {
      var line = site.command([command])
      line.isUnprivileged = true
      let outcome = try line.run()
      #expect(outcome.status == 2, "\(outcome)", sourceLocation: sourceLocation)
      #expect(outcome.everything.contains(path), "\(outcome)", sourceLocation: sourceLocation)
      #expect(site.published.differences(from: before) == [], sourceLocation: sourceLocation)
    }
  }

  @Test(.enabled(if: Unprivileged.isAvailable, "needs setpriv: the superuser may read every file"))
  func `a briefing that may not be read ends with 2`() throws {
    #expect(chmod(site.root + "/" + SampleSite.briefing, 0) == 0)
    try expectUnreadable(SampleSite.briefing)
  }

  /// An answer from a part of the content would be a wrong one.
  @Test(
    .enabled(if: Unprivileged.isAvailable, "needs setpriv: the superuser may read every file"),
    arguments: [
      ["list", "briefings"], ["suggest", "entities"], ["explain-links", SampleSite.entity], ["verify"],
    ])
  func `a question about content that may not be read ends with 2`(arguments: [String]) throws {
    #expect(chmod(site.root + "/" + SampleSite.briefing, 0) == 0)
    try Unprivileged.give(site.outside)
    var line = site.command(arguments)
    line.isUnprivileged = true
    let outcome = try line.run()
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.contains(SampleSite.briefing), "\(outcome)")
  }

  @Test func `a list of content with errors ends with 1 and says so`() throws {
    try BadInput.content[1].write(into: site)
    let outcome = try site.dossier("list", "briefings", "--format", "json")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("ferry") && outcome.errors.contains("something may be missing"), "\(outcome)")
  }

  @Test(.enabled(if: Unprivileged.isAvailable, "needs setpriv: the superuser may write every folder"))
  func `an output that may not be written is named, and the next build is a good one`() throws {
    try Unprivileged.give(site.outside)
    try site.write(SampleSite.briefing("Third", "Text."), to: "Content/briefings/third.md")
    var build = site.command(["build"])
    build.isUnprivileged = true
    #expect(chmod(site.root + "/Public", 0o555) == 0)
    let refused = try build.run()
    #expect(refused.status == 2)
    #expect(refused.errors.contains("/Public'") && !refused.errors.contains(".dossier"), "\(refused)")
    #expect(site.published.differences(from: before) == [])
    #expect(chmod(site.root + "/Public", 0o755) == 0)
    let again = try build.run()
    #expect(again.status == 0, "\(again)")
    #expect(site.published.pages.contains("briefings/third/index.html"))
  }

  @Test(.enabled(if: Unprivileged.isAvailable, "needs setpriv: the superuser may read every folder"))
  func `a folder that may not be read ends with 2`() throws {
    #expect(chmod(site.root + "/Content/entities", 0) == 0)
    defer { chmod(site.root + "/Content/entities", 0o755) }
    try expectUnreadable("Content/entities")
  }

  @Test(arguments: [
    SampleSite.briefing, SampleSite.entity, SampleSite.configuration, "Content/static/notes.txt",
  ])
  func `a link in a file's place that leads nowhere ends with 2`(path: String) throws {
    try site.remove(path)
    try site.link(path, to: "nowhere")
    try expectUnreadable(path)
  }

  @Test func `a link in a file's place that leads to itself ends with 2`() throws {
    try site.remove(SampleSite.briefing)
    try site.link(SampleSite.briefing, to: "ferry.md")
    try expectUnreadable(SampleSite.briefing)
  }

  @Test func `a folder in the place of the configuration ends with 2`() throws {
    try site.remove(SampleSite.configuration)
    try site.makeFolder(SampleSite.configuration)
    try expectUnreadable(SampleSite.configuration)
  }

  @Test func `a file in the place of Templates ends with 2`() throws {
    try site.write("x", to: "Templates")
    try expectUnreadable("'Templates'")
  }

  @Test(.enabled(if: Unprivileged.isAvailable, "needs setpriv: the superuser may read every folder"))
  func `templates that may not be listed end with 2`() throws {
    try site.makeFolder("Templates/partials")
    #expect(chmod(site.root + "/Templates/partials", 0) == 0)
    defer { chmod(site.root + "/Templates/partials", 0o755) }
    try expectUnreadable("'Templates/partials'")
  }

  @Test func `a link in a template's place that leads nowhere ends with 2`() throws {
    try site.makeFolder("Templates/partials")
    try site.link("Templates/partials/foot.mustache", to: "nowhere")
    try expectUnreadable("Templates/partials/foot.mustache")
  }

  @Test(arguments: ["build", "check"])
  func `without Content the message says where it looked and how to begin`(command: String) throws {
    let nothing = try Scratch()
    let here = try Command(arguments: [command], folder: nothing.path).run()
    #expect(here.status == 2)
    #expect(here.output == "")
    #expect(here.errors.contains(nothing.path) && here.errors.contains("dossier init"))
    let there = try Command(arguments: [command, "-r", nothing.path], folder: "/").run()
    #expect(there.status == 2)
    #expect(there.errors.contains(nothing.path) && there.errors.contains("dossier init"))
    #expect(Tree(nothing.path).isEmpty)
  }

  @Test func `a root that does not exist ends with 2`() throws {
    let outcome = try site.dossier("build", "-r", site.outside + "/nowhere")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(site.outside + "/nowhere") && outcome.errors.contains("dossier init"))
  }
}

/// What the command line itself gets wrong.
@Suite("BadInput: the command line")
struct BadInputUsageTests {
  static let lines = [
    ["build", "--no-such-flag"], ["check", "--no-such-flag"], ["init", "--no-such-flag"], ["--no-such-flag"],
    ["no-such-command"], ["build", "surplus"], ["build", "--jobs", "0"], ["build", "--jobs", "many"],
    ["build", "--clock", "yesterday"], ["build", "--clock", "2025-02-30"], ["build", "--color", "pink"],
    ["build", "--output"], ["init", "one", "two"],
  ]

  @Test(arguments: lines)
  func `what nobody understands ends with 64 and changes nothing`(line: [String]) throws {
    let site = try TestSite(SampleSite.files)
    let before = try site.publish()
    let outcome = try site.dossier(line)
    #expect(outcome.status == 64)
    #expect(outcome.output == "")
    #expect(outcome.errors.contains("--help"))
    #expect(site.published.differences(from: before) == [])
  }
}
