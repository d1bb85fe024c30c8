import Briefings
import Diagnostics
import Foundation
import Testing

@testable import Rendering

struct WholeSiteTests {
  /// Every page and file of the repository's own site, by path.
  static func render() throws -> [String: String] {
    let sample = try SampleSite()
    let renderer = sample.renderer
    var pages: [String: String] = [:]
    for job in renderer.jobs {
      let page = try renderer.render(job, read: sample.reader.bytes)
      #expect(pages.updateValue(String(decoding: page.bytes, as: UTF8.self), forKey: page.path.string) == nil)
    }
    for file in renderer.outputFiles { pages[file.path.string] = String(decoding: file.bytes, as: UTF8.self) }
    return pages
  }

  @Test func `the repository's site renders, twice to the same bytes`() throws {
    let pages = try Self.render()
    #expect(pages == (try Self.render()))
    if let folder = ProcessInfo.processInfo.environment["DOSSIER_RENDER_TO"] {
      for (path, text) in pages {
        let file = URL(filePath: folder).appending(path: path)
        try FileManager.default.createDirectory(
          at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
    }
  }
}
