import Foundation
import Testing

@testable import Publishing

@Suite struct OutputFolderTests {
  private func refusal(_ output: String, site: TestSite, home: String? = nil) -> String? {
    do {
      _ = try OutputFolder(output, site: site.root, home: home)
      return nil
    } catch .refusedOutput(_, let reason) {
      return reason
    } catch {
      Issue.record("\(error)")
      return nil
    }
  }

  @Test(arguments: [
    ("/", "root of the file system"), ("{}", "site's root"), ("{}/", "site's root"), ("{}/..", "site's root"),
    ("{}/Public/..", "site's root"), ("{}/./.", "site's root"),
    ("{}/Content", "site's Content"), ("{}/Content/out", "lies in the site's Content"),
    ("{}/Content/../Templates/a/b", "lies in the site's Templates"),
    ("{}/Sources/x", "lies in the site's Sources"),
    ("{}/.git/x", "lies in the site's .git"), ("{}/.dossier", "site's .dossier"),
    ("{}/to-content", "site's Content"), ("{}/to-content/new", "lies in the site's Content"),
    ("{}/to-root", "site's root"), ("{}/to-nowhere", "leads nowhere"), ("{}/file", "not a folder"),
    ("{}/den", "home folder"), ("{}/den/..", "site's root"),
    ("{}/elsewhere", "site's Templates, or holds it"),
  ])
  func `a folder that holds or is something else is refused`(output: String, reason: String) throws {
    let site = try TestSite()
    try site.makeFolder("Content")
    try site.makeFolder("den/user")
    try site.makeFolder("elsewhere/theme")
    try site.write("text", to: "file")
    try site.link("Templates", to: "elsewhere/theme")
    try site.link("to-content", to: "Content")
    try site.link("to-root", to: ".")
    try site.link("to-nowhere", to: "missing")
    let output = output.replacingOccurrences(of: "{}", with: site.root)
    #expect(refusal(output, site: site, home: site.path("den/user"))?.contains(reason) == true)
  }

  @Test(arguments: [
    "Public", "Public/", "a/b/c", "Contents", "Content-2/x", "to-folder", "../{}-out", "x/../Public",
  ])
  func `any other folder is taken`(output: String) throws {
    let site = try TestSite()
    try site.makeFolder("Content")
    try site.makeFolder("folder")
    try site.link("to-folder", to: "folder")
    let output =
      site.root + "/" + output.replacingOccurrences(of: "{}", with: (site.root as NSString).lastPathComponent)
    #expect(refusal(output, site: site, home: "/nowhere/nobody") == nil)
  }

  @Test func `the sentence names the folder as it was spelled`() throws {
    let site = try TestSite()
    let error = #expect(throws: PublishError.self) { try OutputFolder("/", site: site.root, home: nil) }
    #expect(error?.description == "will not publish into '/': it is the root of the file system")
  }
}
