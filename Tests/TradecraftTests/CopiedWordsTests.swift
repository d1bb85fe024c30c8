import Briefings
import Diagnostics
import Linking
import Markdown
import TestSupport
import Testing

@testable import Tradecraft

struct CopiedWordsTests {
  /// What any search for runs comes to: the longest common stretch that ends at each word.
  private func naive(_ words: [String], _ source: [String]) -> [Int] {
    var before = [Int](repeating: 0, count: source.count + 1)
    return words.map { word in
      var row = [Int](repeating: 0, count: source.count + 1)
      for (index, other) in source.enumerated() where word == other { row[index + 1] = before[index] + 1 }
      before = row
      return row.max() ?? 0
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `runs are those that a comparison of every word with every other finds`(seed: UInt64) {
    var dice = Dice(seed: seed)
    for _ in 0..<40 {
      let words = (0..<dice.below(60)).map { _ in String(dice.below(3)) }
      let source = (0..<dice.below(60)).map { _ in String(dice.below(3)) }
      let lengths = naive(words, source)
      let runs = CopiedRuns(of: source).found(in: words)
      let covered = Set(runs.flatMap { $0 })
      let expected = Set(
        lengths.enumerated().filter { $0.element >= 8 }.flatMap { ($0.offset - $0.element + 1)...$0.offset })
      #expect(covered == expected, "\(words) in \(source)")
      #expect(runs.map(\.count).max() ?? 0 == lengths.filter { $0 >= 8 }.max() ?? 0)
    }
  }

  private static let source =
    "Nobody knew what the master of the ship had said before she left the quay at noon on Monday."

  private func copied(_ body: String) throws -> CopiedWords {
    let site = TestSite.briefing(body)
    let linked = site.linked()
    let page = try #require(linked.checked.first { $0.page == .briefing("truce") })
    let file = try #require(site.files.first { $0.path == page.path })
    let start = try #require(linked.site.briefing("truce")).record.file.bodyStart
    let annotations = Markdown.annotations(
      of: Body(path: file.path, bytes: file.bytes, start: start), options: MarkdownOptions())
    return CopiedWords(page, annotations, "paper", text: Array(Self.source.utf8))
  }

  @Test(arguments: [
    ("What the master of the ship had said nobody told [@paper].", 8),
    ("WHAT the *master* of [the ship]{.x} had said: before [@paper].", 9),
    ("What the master of the ship had not said [@paper].", 0),
    ("\"What the master of the ship had said\" is unknown [@paper].", 0),
    ("What the master of \"the\" ship had said before [@paper].", 0),
    ("[What the master of the ship had said]{.quote speaker=kyiv} [@paper].", 0),
    ("> What the master of the ship had said\n\n[@paper]", 0),
    ("What the master of the\n\nship had said before she left [@paper].", 0),
    ("what the ma\u{AD}ster of the ship had said [@paper]", 8),
  ])
  func `a run is of the writer's own words, across marks and lines`(body: String, longest: Int) throws {
    let copied = try copied(body)
    #expect(copied.longestRun == longest)
    #expect(copied.findings.filter { $0.message.contains("in a row") }.count == (longest > 0 ? 1 : 0))
  }

  @Test func `a finding covers the run as it stands in the file`() throws {
    let body = "Yes: what the *master* of the ship had said, and more [@paper]."
    let finding = try #require(try copied(body).findings.first)
    let site = TestSite.briefing(body)
    let bytes = try #require(site.files.first { $0.path == finding.place.path }).bytes
    let range = try #require(finding.place.range)
    #expect(String(decoding: bytes[range], as: UTF8.self) == "what the *master* of the ship had said")
    #expect(!finding.message.contains("master"), "no word of a source is in the message")
  }

  @Test func `quotations are counted against a tenth of the source`() throws {
    let one = try copied("[\"Nobody\"]{.quote speaker=kyiv} [@paper].")
    #expect(one.quotedWords == 1 && one.sourceWords == 19)
    #expect(one.findings == [])
    let two = try copied("[\"Nobody knew\"]{.quote speaker=kyiv} [@paper].")
    #expect(
      two.findings.map(\.message) == [
        "2 of the 19 words of 'paper' are quoted here; quote a tenth of it at most"
      ])
    #expect(two.findings.map(\.identity) == ["too many words of 'paper' are quoted"])
    #expect(try copied("[\"Nobody knew\"]{.quote speaker=kyiv} [@wire].").quotedWords == 0)
  }
}
