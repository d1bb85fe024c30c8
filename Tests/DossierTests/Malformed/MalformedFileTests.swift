import Foundation
import TestSupport
import Testing

/// Files that were cut off or damaged: refused at a place or published whole.
@Suite("Malformed: cut off and damaged files")
struct MalformedFileTests {
  /// What decides over the damage, and how many copies of each file are damaged.
  private static let seed = number("MALFORMED_SEED", otherwise: 1)
  private static let count = number("MALFORMED_CASES", otherwise: 30)

  private static func number(_ name: String, otherwise number: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? number
  }

  @Test(arguments: Spoiled.records.map(\.path))
  func `a file cut off anywhere is refused at a place or published`(path: String) throws {
    let file = try #require(Spoiled.records.first { $0.path == path })
    try MalformedSite(file.cut()).buildWhatIsAccepted()
  }

  @Test func `files damaged anywhere are refused at a place or published`() throws {
    var dice = Dice(seed: UInt64(MalformedFileTests.seed))
    var files: [String: [UInt8]] = [:]
    for file in Spoiled.records {
      files.merge(file.damaged(MalformedFileTests.count, &dice)) { first, _ in first }
    }
    try MalformedSite(files).buildWhatIsAccepted()
  }

  @Test func `what is to be spoiled is sound`() throws {
    let files = Dictionary(uniqueKeysWithValues: Spoiled.records.map { ($0.path, $0.bytes) })
    let picture = ["Content/briefings/pic.png": [UInt8]("picture".utf8)]
    let accepted = try MalformedSite(files.merging(picture) { first, _ in first }).buildWhatIsAccepted()
    #expect(accepted == files.count + 1)
  }

  /// Next to a name, whose end is looked for by scalars.
  @Test func `bytes beyond Unicode are no UTF-8`() throws {
    let text = Array(SampleSite.briefing("Beyond", "The Island Line").utf8.dropLast())
    for bytes: [UInt8] in [[0xF4, 0x90, 0x80, 0x80], [0xF7, 0xBF, 0xBF, 0xBF], [0xED, 0xA0, 0x80]] {
      let findings = try MalformedSite(["Content/briefings/beyond.md": text + bytes]).check()
      #expect(findings.contains { $0.code == "bad-encoding" })
    }
  }

  @Test func `a control character in a key is no part of a message`() throws {
    let text = "---\ntitle: T\n\"na\\tme\": x\n---\nText.\n"
    let findings = try MalformedSite(["Content/pages/tab.md": Array(text.utf8)]).check()
    #expect(findings.contains { $0.code == "unknown-key" })
  }

  /// What a site has only one of.
  @Test(arguments: [
    SampleSite.configuration, SampleSite.receipts, "Templates/briefing.mustache",
    "Templates/partials/head.mustache", "Templates/assets/style.css",
  ])
  func `the site's own file cut off or damaged is refused at a place, or the site published`(path: String)
    throws
  {
    let text =
      try SampleSite.files[path] ?? String(contentsOfFile: Project.root + "/" + path, encoding: .utf8)
    let bytes = Array(text.utf8)
    var dice = Dice(seed: UInt64(MalformedFileTests.seed))
    for number in 0..<max(6, MalformedFileTests.count / 5) {
      let end = dice.below(bytes.count)
      let spoiled = number % 2 == 0 ? Array(bytes.prefix(end)) : Spoiled.damaged(bytes, &dice)
      try MalformedSite([path: spoiled]).build()
    }
  }
}
