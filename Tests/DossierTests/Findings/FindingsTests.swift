import Diagnostics
import EDTF
import Foundation
import Publishing
import Testing

private let recording = ProcessInfo.processInfo.environment["RECORD_FINDINGS"] != nil

/// Each code has a fixture that yields it, with its place marked, and nothing else.
@Suite("Findings: one fixture a code")
struct FindingsTests {
  /// What more than a folder of files yields, and where it is tested.
  private static let elsewhere: [FindingCode: String] = [
    .silentCorrection: "Commands/SinceTests.swift", .deadLink: "Commands/ExternalTests.swift",
    .movedLink: "Commands/ExternalTests.swift",
  ]

  private func findings(in site: TestSite, of fixture: Fixture) async throws -> FindingList {
    let today = try CivilDay(parsing: "2025-06-01")
    var settings = RunSettings(root: site.root, output: "", today: { _ in today })
    settings.measuresCopiedWords = fixture.code == .copiedWords
    return try await Pipeline(settings, progress: { _, _, _ in }).check().findings
  }

  private func text(of list: FindingList, in site: TestSite) -> String {
    TextFormat(isColored: false) { path in site.source(path) }.render(list)
  }

  @Test(arguments: Fixture.all)
  func `a fixture yields its finding at the marks, byte for byte`(fixture: Fixture) async throws {
    let site = try TestSite(fixture.files)
    let list = try await findings(in: site, of: fixture)
    let code = try #require(fixture.code, "there is no such code")
    let output = text(of: list, in: site)
    if recording, output != fixture.expected {
      try fixture.record(output)
      Issue.record("recorded: look at the difference, then run without RECORD_FINDINGS")
      return
    }
    #expect(output == fixture.expected, "run with RECORD_FINDINGS=1 and look at the difference")
    #expect(Set(list.findings.map(\.code)) == [code])
    let marked = fixture.files.flatMap { file in file.ranges.map { "\(file.path) \($0)" } }
    let places = list.findings.compactMap { finding in
      finding.place.range.map { "\(finding.place.path) \($0)" }
    }
    #expect(places.sorted() == marked.sorted())
  }

  @Test(arguments: Fixture.all.filter { !$0.nearMisses.isEmpty })
  func `what is nearly the same yields nothing of the kind`(fixture: Fixture) async throws {
    let list = try await findings(in: try TestSite(fixture.nearMisses), of: fixture)
    #expect(!list.findings.contains { $0.code == fixture.code }, "\(list.findings.map(\.message))")
    #expect(list.count(.error) == 0, "\(list.findings.map(\.message))")
  }

  @Test(arguments: Fixture.all)
  func `a certain fix mends what it is for`(fixture: Fixture) async throws {
    let site = try TestSite(fixture.files)
    for finding in try await findings(in: site, of: fixture).findings {
      guard let source = site.source(finding.place.path), let fix = finding.fix(in: source),
        let range = fix.place.range
      else { continue }
      var bytes = source.bytes
      bytes.replaceSubrange(range, with: Array(fix.replacement.utf8))
      try site.write(bytes, to: fix.place.path.string)
      let rest = try await findings(in: site, of: fixture).findings
      #expect(!rest.contains { $0.code == finding.code && $0.message == finding.message })
      try site.write(source.bytes, to: fix.place.path.string)
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `each code is produced, and its explanation's example is what produces it`(code: FindingCode) throws {
    let fixture = Fixture.all.first { $0.name == code.rawValue }
    if let file = FindingsTests.elsewhere[code] {
      let path = "\(Project.root)/Tests/DossierTests/\(file)"
      #expect(try String(contentsOfFile: path, encoding: .utf8).contains("[\(code.rawValue)]"))
      return
    }
    let text = try #require(fixture, "\(code.rawValue) has no fixture").text
    for line in code.explanation.example.split(separator: "\n") {
      #expect(text.contains(line), "'\(line)' is not in the fixture")
    }
  }
}

extension TestSite {
  func source(_ path: RelativePath) -> SourceText? {
    guard let bytes = FileManager.default.contents(atPath: root + "/" + path.string) else { return nil }
    return SourceText(path: path, bytes: Array(bytes))
  }
}
