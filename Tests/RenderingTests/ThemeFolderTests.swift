import Diagnostics
import Foundation
import Testing

@testable import Rendering

/// What lies in the place of a template and cannot be one.
struct ThemeFolderTests {
  /// Why the folder of a site is refused into which `make` has put something; nil when it is taken.
  private func refusal(_ make: (URL) throws -> Void) throws -> ThemeFolder.Unreadable? {
    let site = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: site) }
    try FileManager.default.createDirectory(at: site, withIntermediateDirectories: true)
    try make(site)
    do throws(ThemeFolder.Unreadable) {
      _ = try ThemeFolder.files(in: site.appending(path: "Templates"))
      return nil
    } catch {
      return error
    }
  }

  private func makeFolder(_ path: String, in site: URL) throws {
    try FileManager.default.createDirectory(at: site.appending(path: path), withIntermediateDirectories: true)
  }

  private func makeLink(_ name: String, to target: String, in site: URL) throws {
    try FileManager.default.createSymbolicLink(
      atPath: site.appending(path: name).path(percentEncoded: false), withDestinationPath: target)
  }

  @Test(arguments: ["page.mustache", "partials/head.mustache", "assets/x.css"])
  func `a pipe in the place of a file is refused`(name: String) throws {
    let error = try refusal { site in
      try makeFolder("Templates/partials", in: site)
      try makeFolder("Templates/assets", in: site)
      #expect(mkfifo(site.appending(path: "Templates/\(name)").path(percentEncoded: false), 0o644) == 0)
    }
    #expect(error?.path.string == "Templates/" + name)
    #expect(error?.reason == "it is neither a file nor a folder")
  }

  @Test(arguments: ["page.mustache", "partials/head.mustache", "assets/x.css"])
  func `a folder in the place of a file is refused`(name: String) throws {
    let error = try refusal { try makeFolder("Templates/\(name)", in: $0) }
    #expect(error?.path.string == "Templates/" + name)
    #expect(error?.reason == "it is a folder; put a file there")
  }

  @Test func `a file in the place of the folder is refused in words`() throws {
    let error = try refusal { try Data().write(to: $0.appending(path: "Templates")) }
    #expect(error?.path.string == "Templates")
    #expect(error?.reason == "it is no folder")
  }

  @Test func `a link in the place of the folder is refused only if it leads nowhere`() throws {
    let error = try refusal { try makeLink("Templates", to: "nowhere", in: $0) }
    #expect(error?.path.string == "Templates")
    #expect(error?.reason == "it is a link that leads nowhere")
    let other = try refusal { site in
      try makeFolder("theme", in: site)
      try makeLink("Templates", to: "theme", in: site)
    }
    #expect(other == nil)
  }

  @Test func `folders may have dots in their names`() throws {
    #expect(try refusal { try makeFolder("Templates/assets/v1.2", in: $0) } == nil)
  }
}
