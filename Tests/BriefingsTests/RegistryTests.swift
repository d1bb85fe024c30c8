import Diagnostics
import EDTF
import Foundation
import TestSupport
import Testing

@testable import Briefings

private func matter(_ lines: String) -> String { "---\n\(lines)\n---\nBody\n" }

private let due = matter("title: x\npublished: 2025-03-10\nsummary: y")

@Suite struct RegistryTests {
  @Test func `everything is there by identifier`() throws {
    let site = try TemporarySite([
      "Content/site.yaml": "title: Desk\n", "Content/briefings/z/b.md": due, "Content/briefings/a/c.md": due,
      "Content/briefings/d/index.md": due, "Content/briefings/d/x.png": "",
      "Content/entities/k.md": matter("name: K\ntype: place"),
      "Content/sources/s.md": matter("title: S\npublisher: P"), "Content/pages/about.md": matter("title: A"),
    ])
    let registry = try site.registry()
    #expect(registry.findings.isEmpty)
    #expect(registry.site.title == "Desk")
    #expect(registry.briefings.map(\.slug.string) == ["b", "c", "d"])
    #expect(registry.briefings.map(\.attachments.count) == [0, 0, 1])
    let slug = try #require(Slug("c"))
    #expect(registry.briefingIndex[slug] == 1)
    #expect(
      registry.entityIndex.count == 1 && registry.sourceIndex.count == 1 && registry.pageIndex.count == 1)
  }

  @Test func `one identifier in two folders is an error that names both files`() throws {
    let entity = matter("name: K\ntype: place")
    let site = try TemporarySite([
      "Content/site.yaml": "title: Desk\n", "Content/entities/places/k.md": entity,
      "Content/entities/people/k.md": matter("name: L\ntype: person"), "Content/briefings/k.md": due,
      "Content/briefings/k/index.md": due,
    ])
    let registry = try site.registry()
    #expect(registry.findings.map(\.code) == [.duplicateID, .duplicateID])
    #expect(
      registry.findings.map(\.place.path.string) == [
        "Content/briefings/k/index.md", "Content/entities/places/k.md",
      ])
    #expect(
      registry.findings.map { $0.notes.first?.place.path.string } == [
        "Content/briefings/k.md", "Content/entities/people/k.md",
      ])
    #expect(registry.entities.map(\.name.value) == ["L"])
    #expect(registry.briefings.count == 1)
  }

  @Test func `a briefing and an entity may share an identifier`() throws {
    let site = try TemporarySite([
      "Content/site.yaml": "title: Desk\n", "Content/briefings/k.md": due,
      "Content/entities/k.md": matter("name: K\ntype: place"),
    ])
    #expect(try site.registry().findings.isEmpty)
  }

  @Test func `drafts and future pages are withheld and named`() throws {
    let site = try TemporarySite([
      "Content/site.yaml": "title: Desk\n", "Content/briefings/due.md": due,
      "Content/briefings/draft.md": matter("title: x\ndraft: true"),
      "Content/briefings/later.md": matter("title: x\npublished: 2025-03-11\nsummary: y"),
      "Content/entities/e.md": matter("name: K\ntype: place\ndraft: true"),
      "Content/sources/s.md": matter("title: S\npublisher: P\ndraft: true"),
      "Content/pages/p.md": matter("title: S\ndraft: true"),
    ])
    let registry = try site.registry()
    #expect(registry.findings.map(\.code) == Array(repeating: .withheld, count: 5))
    #expect(registry.findings.allSatisfy { $0.severity == .note })
    #expect(
      registry.findings.map(\.place.path.lastSegment) == ["draft.md", "later.md", "e.md", "p.md", "s.md"])
    let day = try #require(CivilDay(year: 2025, month: 3, day: 11))
    #expect(registry.briefings.map(\.common.withheld) == [.draft, nil, .future(day)])
    #expect(registry.findings[1].message.contains("2025-03-11"))

    #expect(try site.registry(clock: (2025, 3, 11)).findings.count == 4)
    #expect(try site.registry(drafts: true).findings.map(\.place.path.lastSegment) == ["later.md"])
    #expect(try site.registry(future: true).findings.count == 4)
    #expect(try site.registry(drafts: true, future: true).findings.isEmpty)
  }

  @Test(arguments: 0..<20)
  func `the registry does not depend on the order of the files`(seed: Int) throws {
    var random = Dice(seed: UInt64(truncatingIfNeeded: seed))
    let site = try TemporarySite([
      "Content/site.yaml": "titel: Desk\n", "Content/briefings/a.md": due, "Content/briefings/x/b.md": due,
      "Content/briefings/y/b.md": due, "Content/briefings/z/b.md": matter("title: 1"),
      "Content/entities/a.md": "",
    ])
    let reader = ContentReader(root: site.root)
    let listing = try reader.list()
    let (configuration, findings) = reader.site(listing)
    let day = try #require(CivilDay(year: 2025, month: 3, day: 10))
    func assembled(_ files: [DecodedFile]) -> Registry {
      Registry(
        listing, configuration, findings, files, clock: day, includeDrafts: false, includeFuture: false)
    }
    let files = listing.items.map(reader.read)
    let expected = assembled(files)
    let shuffled = assembled(files.shuffled(using: &random))
    #expect(shuffled.findings == expected.findings)
    #expect(shuffled.briefings.map(\.file.path) == expected.briefings.map(\.file.path))
    #expect(expected.findings == expected.findings.sorted())
  }

  @Test func `a site without its configuration is told what is missing`() throws {
    let registry = try TemporarySite().registry()
    #expect(registry.findings.map(\.code) == [.missingKey])
    #expect(registry.findings.first?.place.path.string == "Content/site.yaml")
  }

  @Test func `a file larger than ten megabytes is refused unread`() throws {
    let body = String(repeating: "0123456789", count: 1_000_001)
    let site = try TemporarySite(["Content/site.yaml": "title: x\n", "Content/pages/p.md": body])
    let registry = try site.registry()
    #expect(registry.findings.map(\.code) == [.fileTooLarge])
    #expect(registry.pages.isEmpty)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser can read everything"))
  func `a file that cannot be read is named`() throws {
    let site = try TemporarySite(["Content/site.yaml": "title: x\n", "Content/pages/p.md": due])
    chmod(site.root + "/Content/pages/p.md", 0)
    #expect(try site.registry().findings.map(\.code) == [.unreadableFile])
  }

  @Test func `a file that changed since it was read ends the run`() throws {
    let site = try TemporarySite(["Content/site.yaml": "title: x\n", "Content/briefings/a.md": due])
    let reader = ContentReader(root: site.root)
    let file = try #require(try site.registry().briefings.first).file
    #expect(try reader.bytes(of: file) == Array(due.utf8))
    try site.write("Content/briefings/a.md", due.replacing("Body", with: "Bodi"))
    #expect(throws: ReadError.changedMeanwhile(file.path)) { try reader.bytes(of: file) }
    try FileManager.default.removeItem(atPath: site.root + "/Content/briefings/a.md")
    #expect(throws: ReadError.unreadable(file.path, reason: "No such file or directory")) {
      try reader.bytes(of: file)
    }
  }
}

@Suite struct DigestTests {
  @Test(arguments: 0..<40)
  func `a digest changes with every bit, every length and every exchange of words`(count: Int) {
    var random = Dice(seed: UInt64(truncatingIfNeeded: count))
    let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    var seen: Set<UInt64> = [Digest.of(bytes), Digest.of(bytes + [0])]
    for bit in 0..<count * 8 {
      var changed = bytes
      changed[bit / 8] ^= 1 << (bit % 8)
      seen.insert(Digest.of(changed))
    }
    #expect(seen.count == count * 8 + 2)
    if count >= 16 {
      #expect(Digest.of(Array(bytes[8..<16] + bytes[..<8] + bytes[16...])) != Digest.of(bytes))
    }
  }

  @Test func `a digest is the same on every machine`() {
    #expect(Digest.of([]) == DigestTests.mixed(DigestTests.mixed(0x243F_6A88_85A3_08D3, 0), 0))
    let word: UInt64 = 0x0807_0605_0403_0201
    let first = DigestTests.mixed(DigestTests.mixed(0x243F_6A88_85A3_08D3, 9), word)
    #expect(Digest.of([1, 2, 3, 4, 5, 6, 7, 8, 9]) == DigestTests.mixed(DigestTests.mixed(first, 9), 0))
  }

  /// As the documentation says, written out again.
  private static func mixed(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15).low
    return product ^ (product >> 32)
  }
}
