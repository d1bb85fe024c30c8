import Diagnostics
import EDTF
import Foundation
import Publishing
import Testing

private let recording = ProcessInfo.processInfo.environment["RECORD_FINDINGS"] != nil

/// Each code has a fixture that yields it, with its place marked, and nothing else.
@Suite("Findings: one fixture a code")
struct FindingsTests {
  /// What no rule reports yet.
  private static let unproduced: Set<FindingCode> = [
    .copiedWords
  ]

  /// What more than a folder of files yields, and where it is tested.
  private static let elsewhere: [FindingCode: String] = [
    .silentCorrection: "Commands/SinceTests.swift"
  ]

  /// The sources of this program without the list of codes and their explanations.
  private static func sources() throws -> [String: String] {
    let folder = Project.root + "/Sources"
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Diagnostics/") }
    return try Dictionary(
      uniqueKeysWithValues: paths.map { ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
    )
  }

  @Test func `what no rule reports yet is named by no rule`() throws {
    for (path, text) in try FindingsTests.sources() {
      for code in FindingsTests.unproduced {
        #expect(!text.contains(".\(code)"), "\(path) may report \(code.rawValue): give it a fixture")
      }
    }
  }

  private func findings(in site: TestSite) async throws -> FindingList {
    let today = try CivilDay(parsing: "2025-06-01")
    let settings = RunSettings(root: site.root, output: "", today: { _ in today })
    return try await Pipeline(settings, progress: { _, _, _ in }).check().findings
  }

  private func text(of list: FindingList, in site: TestSite) -> String {
    TextFormat(isColored: false) { path in site.source(path) }.render(list)
  }

  @Test(arguments: Fixture.all)
  func `a fixture yields its finding at the marks, byte for byte`(fixture: Fixture) async throws {
    let site = try TestSite(fixture.files)
    let list = try await findings(in: site)
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
    let list = try await findings(in: try TestSite(fixture.nearMisses))
    #expect(!list.findings.contains { $0.code == fixture.code }, "\(list.findings.map(\.message))")
    #expect(list.count(.error) == 0, "\(list.findings.map(\.message))")
  }

  @Test(arguments: Fixture.all)
  func `a certain fix mends what it is for`(fixture: Fixture) async throws {
    let site = try TestSite(fixture.files)
    for finding in try await findings(in: site).findings {
      guard let source = site.source(finding.place.path), let fix = finding.fix(in: source),
        let range = fix.place.range
      else { continue }
      var bytes = source.bytes
      bytes.replaceSubrange(range, with: Array(fix.replacement.utf8))
      try site.write(bytes, to: fix.place.path.string)
      let rest = try await findings(in: site).findings
      #expect(!rest.contains { $0.code == finding.code && $0.message == finding.message })
      try site.write(source.bytes, to: fix.place.path.string)
    }
  }

  @Test(arguments: FindingCode.allCases)
  func `each code is produced, and its explanation's example is what produces it`(code: FindingCode) throws {
    let fixture = Fixture.all.first { $0.name == code.rawValue }
    if FindingsTests.unproduced.contains(code) {
      #expect(fixture == nil, "it is produced now: take it off the list")
      return
    }
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
