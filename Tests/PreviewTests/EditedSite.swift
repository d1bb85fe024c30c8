import Diagnostics
import EDTF
import Foundation
import Linking
import Publishing
import Rendering
import Testing

@testable import Preview

/// A small site in a folder of its own, removed at the end.
final class EditedSite: Sendable {
  let root: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    root = base + "/dossier-preview-\(UUID().uuidString)"
    for (path, text) in EditedSite.files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  static let first = RelativePath(literal: "Content/briefings/first.md")
  static let person = RelativePath(literal: "Content/entities/ada-moor.md")

  static let files: [String: String] = [
    "Content/site.yaml": "title: Desk\nbase-url: https://example.org/desk/\nlanguage: en\n",
    first.string: briefing("First", "Ada Moor sailed [@notice, p. 2]. The ship waited."),
    "Content/briefings/second.md": briefing("Second", "Nobody saw the Line."),
    "Content/briefings/folder/third/index.md": briefing("Third", "See [[first]].\n\n![A map](map.svg)"),
    "Content/briefings/folder/third/map.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n",
    person.string: entity("Ada Moor", "person", aliases: ["the captain"]),
    "Content/entities/island-line.md": entity("Island Line", "organization", aliases: ["the Line"]),
    "Content/sources/notice.md":
      "---\ntitle: Notice\npublisher: island-line\ntype: report\npublished: 2025-02-05\nurl: unknown\n---\nTwo pages.\n",
    "Content/pages/about.md": "---\ntitle: About\nsummary: Us.\n---\nText.\n",
    "Content/static/notes.txt": "Notes.\n",
    "Templates/assets/extra.css": ".x { color: red }\n",
  ]

  static func briefing(_ title: String, _ body: String, draft: Bool = false) -> String {
    "---\ntitle: \(title)\npublished: 2025-01-01\nsummary: In short.\ndraft: \(draft)\n---\n\(body)\n"
  }

  static func entity(_ name: String, _ type: String, aliases: [String]) -> String {
    "---\nname: \(name)\ntype: \(type)\naliases: [\(aliases.joined(separator: ", "))]\nsummary: Known.\n---\nOf the Line.\n"
  }

  func path(_ name: String) -> String { root + "/" + name }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  func move(_ name: String, to other: String) throws {
    let target = URL(fileURLWithPath: path(other))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? FileManager.default.removeItem(at: target)
    try FileManager.default.moveItem(at: URL(fileURLWithPath: path(name)), to: target)
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file below a folder, sorted, named below the root.
  func names(below folder: String) -> [String] {
    let walk = FileManager.default.enumerator(atPath: path(folder))
    var names: [String] = []
    while let name = walk?.nextObject() as? String {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path(folder + "/" + name), isDirectory: &isFolder)
      if !isFolder.boolValue { names.append(folder + "/" + name) }
    }
    return names.sorted()
  }

  var settings: RunSettings {
    var settings = RunSettings(root: root, output: root + "/Public") { _ in
      guard let day = CivilDay(year: 2025, month: 6, day: 1) else { preconditionFailure("1 June is a day") }
      return day
    }
    settings.includesDrafts = true
    settings.includesFuture = true
    settings.jobs = 2
    return settings
  }
}

/// All that a site comes to: every file's bytes, or what is wrong.
enum WholeSite: Equatable {
  case site([String: [UInt8]], findings: [String])
  case refused(findings: [String])
  case failure(String)
}

extension EditedSite {
  /// Built from nothing, by the command's own pipeline, into an empty folder.
  func cold() async throws -> WholeSite {
    try? remove("Public")
    do {
      let outcome = try await Pipeline(settings) { _, _, _ in }.build()
      let findings = outcome.findings.findings.map(EditedSite.line)
      guard outcome.publication != nil else { return .refused(findings: findings) }
      var files: [String: [UInt8]] = [:]
      for name in names(below: "Public") where !name.hasSuffix(".dossier-manifest") {
        files[String(name.dropFirst(7))] = [UInt8](FileManager.default.contents(atPath: path(name)) ?? Data())
      }
      return .site(files, findings: findings)
    } catch {
      return .failure("\(error)")
    }
  }

  /// The same from what a preview would show.
  func shown(_ outcome: WarmSite.Outcome) -> WholeSite {
    switch outcome {
    case .couldNotRun(let error): return .failure("\(error)")
    case .refused(let run): return .refused(findings: run.findings.findings.map(EditedSite.line))
    case .built(let site):
      var files: [String: [UInt8]] = [:]
      for job in site.renderer.jobs {
        let page = site.render(job)
        files[page.path.string] = page.bytes
      }
      for file in site.madeFiles { files[file.path.string] = file.bytes }
      for file in site.renderer.site.files {
        files[file.address.file] = [UInt8](
          FileManager.default.contents(atPath: path(file.path.string)) ?? Data())
      }
      return .site(files, findings: site.outcome.findings.findings.map(EditedSite.line))
    }
  }

  private static func line(_ finding: Finding) -> String {
    "\(finding.place.path) \(finding.place.range.map { "\($0)" } ?? "-") \(finding.severity) \(finding.message)"
  }
}
