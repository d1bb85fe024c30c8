import Foundation
import Testing

@Suite
struct OutputFolderTests {
  private let site: TestSite

  init() throws {
    site = try TestSite(SampleSite.files)
    for folder in ["Templates", "Sources", "home/documents"] { try site.makeFolder(folder) }
  }

  /// Below the site's root.
  static let refused = [
    ".", "..", "../..", "Content", "Content/static", "Content/new", "Templates", "Templates/assets",
    "Sources",
    "Sources/dossier", "Public/../Content", "home", "link", ".dossier", ".git",
  ]

  @Test(arguments: refused + ["/", ""])
  func `an output that would cost somebody's files is refused`(output: String) throws {
    try site.link("link", to: "Content")
    let before = Tree(site.outside)
    let outcome = try site.dossier(["build", "--output", output], environment: ["HOME": site.root + "/home"])
    #expect(outcome.status == 2, "\(outcome)")
    #expect(outcome.errors.contains("'\(output)'"), "\(outcome)")
    #expect(Tree(site.outside).differences(from: before) == [])
  }

  @Test(arguments: ["Elsewhere", "deep/down/here", "home/documents/site"])
  func `any other folder is made`(output: String) throws {
    let expected = try site.publish()
    let outcome = try site.dossier(["build", "-o", output], environment: ["HOME": site.root + "/home"])
    #expect(outcome.status == 0, "\(outcome)")
    #expect(Tree(site.root + "/" + output).differences(from: expected) == [])
  }

  @Test func `a relative output is meant from the current folder`() throws {
    let expected = try site.publish()
    let outcome = try Command(
      arguments: ["build", "--root", "site", "--output", "there"], folder: site.outside,
      environment: ["SOURCE_DATE_EPOCH": Command.noon]
    ).run()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(Tree(site.outside + "/there").differences(from: expected) == [])
  }

  @Test func `from a folder inside, the site above is found`() throws {
    let expected = try site.publish()
    try site.remove("Public")
    let outcome = try Command(
      arguments: ["build"], folder: site.root + "/Content/briefings",
      environment: ["SOURCE_DATE_EPOCH": Command.noon]
    ).run()
    #expect(outcome.status == 0, "\(outcome)")
    #expect(site.published.differences(from: expected) == [])
  }

  @Test func `a check writes nothing`() throws {
    let before = Tree(site.outside)
    #expect(try site.dossier("check", "--strict").status == 0)
    #expect(Tree(site.outside).differences(from: before) == [])
  }

  @Test func `a build leaves the content as it is and nothing beside the output`() throws {
    let before = Tree(site.root)
    try site.publish()
    let after = Tree(site.root).paths.filter { !$0.hasPrefix("Public/") && !$0.hasPrefix(".dossier/") }
    #expect(after == before.paths)
    #expect(Tree(site.outside).paths.allSatisfy { $0.hasPrefix("site/") })
  }
}
