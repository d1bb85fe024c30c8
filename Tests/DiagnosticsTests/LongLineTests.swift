import TestSupport
import Testing

@testable import Diagnostics

/// Places and identities cost the same in a line of megabytes as in a short one.
@Suite("Long lines")
struct LongLineTests {
  private static let pieces = [
    "a", "é", "汉", "😀", " ", "\t", "\n", "\r", "\r\n", String(repeating: "b", count: 300),
    String(repeating: "漢", count: 100), String(repeating: "😀", count: 65),
  ]

  private static func text(seed: UInt64) -> SourceText {
    var dice = Dice(seed: seed)
    let words = (0..<dice.below(80)).map { _ in dice.pick(pieces) }
    let mark = dice.oneIn(3) ? "\u{FEFF}" : ""
    let bytes = Array((mark + words.joined()).utf8) + (seed % 4 == 0 ? [0xFF, 0x80, 0xF0] : [])
    return SourceText(path: RelativePath(literal: "a.md"), bytes: bytes)
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func `positions are those that counting from the start of the line gives`(seed: UInt64) {
    let text = LongLineTests.text(seed: seed)
    var dice = Dice(seed: seed + 1_000)
    let offsets = (0..<50).map { _ in dice.below(text.bytes.count + 2) } + [0, text.bytes.count, 256, 512]
    for offset in offsets {
      for unit in [ColumnUnit.scalars, .utf16] {
        #expect(text.position(at: offset, columns: unit) == Naive.position(in: text, at: offset, unit))
      }
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func `identities are those that digesting the line for each finding gives`(seed: UInt64) {
    let text = LongLineTests.text(seed: seed)
    var dice = Dice(seed: seed + 1_000)
    let list = FindingList(
      (0..<60).map { number in
        let start = dice.below(text.bytes.count + 1)
        return Finding(.unusedNote, "\(number)", at: Place(text.path, start..<start))
      })
    var texts = SourceTexts { _ in text }
    for finding in list.findings {
      #expect(FindingIdentity(finding, &texts).line == Naive.digest(in: text, of: finding))
    }
  }

  /// A version that counts or digests the line for each finding has 400,000 million bytes to look at here.
  @Test func `two hundred thousand findings on one line are counted once`() {
    let count = 200_000
    let text = SourceText(
      path: RelativePath(literal: "a.md"), bytes: Array(repeating: UInt8(ascii: "x"), count: count * 10))
    var (texts, counter) = (SourceTexts { _ in text }, Fingerprint.Counter(FindingList([])))
    var last: (region: Region?, fingerprint: String)
    last = (nil, "")
    for number in 0..<count {
      let finding = Finding(.unusedNote, "x", at: Place(text.path, number * 10..<number * 10 + 5))
      last = (texts.region(of: finding.place), counter.fingerprint(of: finding, &texts))
    }
    #expect(last.region?.start == Position(line: 1, column: count * 10 - 9))
    #expect(last.fingerprint.hasSuffix(":\(count)"))
  }

  @Test(arguments: ["json", "sarif", "github", "text", "baseline"])
  func `twenty thousand findings on one line of each format have their places`(format: String) throws {
    let marked = MarkedText(String(repeating: "⟦ab⟧ 漢😀 ", count: 20_000) + "⟦ab⟧")
    let list = FindingList(marked.ranges.indices.map { Finding(.unusedNote, "x", at: marked.place($0)) })
    let (tree, source) = (SourceTree(top: "/", prefix: nil), marked.source)
    switch format {
    case "json":
      let last = JSONFormat(source: source).render(list).split(separator: "\n").last
      #expect(last?.contains("\"line\":1,\"column\":120001,\"endLine\":1,\"endColumn\":120003,") == true)
      #expect(last?.contains(":20001\"}") == true)
    case "sarif":
      let log = SARIFFormat(in: tree, version: "1", source: source).render(list, couldRun: true)
      #expect(log.contains("\"startColumn\":120001,"))
    case "github": #expect(GitHubFormat(in: tree, source: source).render(list).contains(",col=134,"))
    case "text": #expect(TextFormat(isColored: false, source: source).render(list).contains(":1:115: "))
    default:
      let known = try Baseline(reading: Array(Baseline(list, source: source).text.utf8))
      #expect(known.remainder(of: list, source: source).ignored == 20_001)
    }
  }
}

/// Everything counted anew for each place.
private enum Naive {
  static func position(in text: SourceText, at offset: Int, _ unit: ColumnUnit) -> Position {
    let line = text.lineStarts.lastIndex { $0 <= offset } ?? 0
    let start = line == 0 && text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : text.lineStarts[line]
    let before = text.bytes[start..<max(start, min(offset, text.bytes.count))]
    let pairs = unit == .utf16 ? before.count { $0 >= 0xF0 } : 0
    return Position(line: line + 1, column: before.count { $0 & 0xC0 != 0x80 } + pairs + 1)
  }

  static func digest(in text: SourceText, of finding: Finding) -> String {
    let offset = finding.place.range?.lowerBound ?? 0
    let line = text.bytes[text.lineRange((text.lineStarts.lastIndex { $0 <= offset } ?? 0) + 1)]
    let blanks: [UInt8] = [0x20, 0x09]
    let words = line.drop { blanks.contains($0) }.reversed().drop { blanks.contains($0) }.reversed()
    return Digits.hexadecimal(Fingerprint.hash(words), count: 16)
  }
}
