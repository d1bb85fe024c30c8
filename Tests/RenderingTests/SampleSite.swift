import Briefings
import Diagnostics
import EDTF
import Foundation
import Linking
import Markdown

@testable import Rendering

/// A site read, surveyed and linked from files in a folder.
struct SampleSite {
  let site: Site
  let reader: ContentReader
  var theme = Theme(siteFiles: [])
  var showsWithheld = false
  /// What was made up for a test goes with it.
  private let madeUp: MadeUpFolder?

  /// The repository's own `Content/`.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init(root: URL = SampleSite.root, drafts: Bool = false) throws {
    // The repository may lie among temporary files, too: it is never removed.
    let isMadeUp = root != SampleSite.root && root.path.hasPrefix(FileManager.default.temporaryDirectory.path)
    madeUp = isMadeUp ? MadeUpFolder(root) : nil
    reader = ContentReader(root: root.path(percentEncoded: false))
    let today = try CivilDay(parsing: "2030-01-01")
    let registry = try reader.registry(clock: today, includeDrafts: drafts, includeFuture: false)
    let survey = Survey(registry)
    let reader = reader
    let facts = try registry.documents.map { document in
      let bytes = try reader.bytes(of: document.file)
      let body = Body(path: document.file.path, bytes: bytes, start: document.file.bodyStart)
      return survey.facts(
        of: document.page, in: document.file.path, Markdown.annotations(of: body, options: MarkdownOptions()))
    }
    site = link(registry, facts, today: today).site
    showsWithheld = drafts
  }

  /// A site of files made up for a test, by path below `Content/`.
  init(_ files: KeyValuePairs<String, String>, drafts: Bool = false) throws {
    try self.init(root: SampleSite.folder(files.map { ($0.key, $0.value) }), drafts: drafts)
  }

  static func folder(_ files: [(String, String)]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString)")
    for (path, text) in files {
      let file = folder.appending(path: "Content/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }

  var renderer: Renderer { Renderer(site, theme: theme, showsWithheld: showsWithheld) }

  func page(_ job: PageJob) throws -> String {
    String(decoding: try renderer.render(job, read: reader.bytes).bytes, as: UTF8.self)
  }

  func outputFile(_ path: String) -> String? {
    renderer.outputFiles.first { $0.path.string == path }.map { String(decoding: $0.bytes, as: UTF8.self) }
  }
}

private final class MadeUpFolder: Sendable {
  private let url: URL

  init(_ url: URL) { self.url = url }

  deinit { try? FileManager.default.removeItem(at: url) }
}
