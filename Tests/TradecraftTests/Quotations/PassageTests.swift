import TestSupport
import Testing

@testable import Tradecraft

/// Which edits of a quotation are allowed, and how far.
struct PassageTests {
  private static let source = """
    A title without an end

    We want peace, and we want it soon. “Nobody else,” he said, ‘wants it more’ – not now.

    The sky was quiet. The Sky was not. Prices rose by 1,500 in May.

    Nobody asked for peace in the third paragraph.
    """

  private static func kind(_ quotation: String, in text: String = source, locator: String = "") -> QuotedMatch
    .Kind?
  {
    QuotedWords(quotation).match(in: LocalText(Array(text.utf8)), locator: locator)?.kind
  }

  @Test(arguments: [
    "We want peace, and we want it soon.", "we want it soon",
    "'Nobody else,' he said, \"wants it more\" - not now",
    "peace", "The sky", "The Sky", "more' – not",
  ])
  func `words as they stand are found`(quotation: String) {
    #expect(Self.kind(quotation) == .exact)
  }

  @Test(arguments: [
    "We wants peace", "we want peace", "want peace and", "e want it soon", "want it soo", "THE SKY",
    "the sky",
    "peac", "500 in May", "1 in May", "rose by 1", "without an end We want it", "",
  ])
  func `anything else is not`(quotation: String) {
    #expect(Self.kind(quotation) == nil)
  }

  @Test(arguments: [
    ("We want … it soon", QuotedMatch.Kind.elided), ("We want ... it soon", .elided),
    ("We want [...] it soon", .elided), ("We want […] it soon", .elided), ("… we want it …", .elided),
    ("We want peace, … The sky was quiet", .elided),
    ("[w]e want it soon", .edited), ("[W]e want it soon", .edited), ("[T]he sky was quiet", .edited),
    ("[t]he sky was quiet", .edited), ("[t]he sky … not", .edited),
    ("We want [a truce], and we", .edited), ("We want [a truce] it soon", .edited),
    ("[Ukrainians] want peace", .edited), ("We [all] want peace", .edited),
    ("We want peace [sic], and", .edited), ("We want [sic] peace", .edited),
    ("He said: [n]obody", nil), ("[b]e want it soon", nil), ("we [T]ant it", nil),
    ("it soon … We want", nil), ("want … want … want", nil), ("We want [peace", nil),
    ("We want [x] said", nil), ("We want [x] else", .edited), ("We want [x] Nobody else", .edited),
  ])
  func `edits are what they may be`(quotation: String, kind: QuotedMatch.Kind?) {
    #expect(Self.kind(quotation) == kind)
  }

  @Test(arguments: [(60, true), (61, false)])
  func `an omission is of sixty words at most`(count: Int, isFound: Bool) {
    let text = "first " + String(repeating: "word ", count: count) + "last thing"
    #expect((Self.kind("first … last thing", in: text) != nil) == isFound)
  }

  @Test(arguments: [(0, true), (8, true), (9, false)])
  func `words in brackets stand for eight at most`(count: Int, isFound: Bool) {
    let text = "first " + String(repeating: "word ", count: count) + "last thing"
    #expect((Self.kind("first [x] last thing", in: text) != nil) == isFound)
  }

  @Test(arguments: [
    ("peace", "para. 1", true), ("peace", "para. 3", true), ("peace", "para. 2", false),
    ("peace", "paras. 2-3", true),
    ("peace", "p. 2", true), ("peace", "", true), ("peace", "¶ 4", false),
    ("sky was quiet", "para. 1", false),
    ("The sky was quiet", "para. 1", true), ("title", "para. 1", false), ("title", "", true),
  ])
  func `a few words stand in the paragraph that is cited`(quotation: String, locator: String, isFound: Bool) {
    #expect((Self.kind(quotation, locator: locator) != nil) == isFound)
  }

  @Test func `every place is counted`() {
    let text = LocalText(Array(Self.source.utf8))
    #expect(QuotedWords("peace").match(in: text, locator: "")?.occurrences == 2)
    #expect(QuotedWords("aa aa").match(in: LocalText(Array("aa aa aa".utf8)), locator: "")?.occurrences == 2)
  }

  @Test(arguments: [
    ("平和への願い、です。今すぐ", "への願い", true), ("平和への願い", "平願", false), ("สวัสดีครับ", "สวัสดี", true),
  ])
  func `scripts without blanks are quoted from anywhere`(text: String, quotation: String, isFound: Bool) {
    #expect((Self.kind(quotation, in: text) != nil) == isFound)
  }

  @Test func `a place is told in the text as it is`() throws {
    let text = LocalText(Array("Ünï\r\n\r\n“It’s\u{AD} so,” he said.".utf8))
    let match = try #require(
      QuotedWords("it’s").match(in: text, locator: "") ?? QuotedWords("It's so").match(in: text, locator: ""))
    let range = text.form.range(of: match.passage.scalars)
    #expect(String(decoding: text.bytes[range], as: UTF8.self) == "It’s\u{AD} so")
    #expect(text.codePoints(before: range.lowerBound) == 8)
  }

  // MARK: Laws

  @Test(arguments: Array(UInt64(1)...300))
  func `a search finds what trying every place finds`(seed: UInt64) {
    var dice = Dice(seed: seed)
    let source = (0..<40).map { _ in dice.pick(["a", "b", "aa", "Ab", "b,"]) }.joined(separator: " ")
    let pattern = (0..<(1 + dice.below(6))).map { _ in
      dice.pick(["a", "b", "aa", "ab", "b,", "…", "[x]", "[a]b"])
    }.joined(separator: " ")
    let words = QuotedWords(pattern)
    let text = LocalText(Array(source.utf8))
    let segments = QuotedPattern(edited: words.form.scalars)
    let found = PassageSearch(segments, in: text).passages()
    #expect(Set(found.map(\.scalars.upperBound)) == Trying(segments, text).ends, "\(pattern) in \(source)")
  }

  @Test(arguments: Array(UInt64(1)...100))
  func `a stretch of any text is found in it`(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    let words = dice.sentence(words: 80).split(separator: " ")
    let start = dice.below(70)
    let quotation = words[start..<start + 4 + dice.below(6)].joined(separator: " ")
    let text = LocalText(Array(words.joined(separator: dice.pick([" ", "\n", "\u{A0}"])).utf8))
    #expect(QuotedWords(quotation).match(in: text, locator: "")?.kind == .exact)
  }

  @Test func `a text that repeats itself is searched once for each segment`() {
    let text = LocalText(Array(String(repeating: "a ", count: 20_000).utf8))
    let quotation = Array(repeating: "a a a", count: 20).joined(separator: " … ") + " b"
    #expect(QuotedWords(quotation).match(in: text, locator: "") == nil)
  }
}

/// The slow way: every end of a segment from every end of the one before.
private struct Trying {
  private(set) var ends: Set<Int>

  init(_ pattern: QuotedPattern, _ text: LocalText) {
    let scalars = text.form.scalars
    ends = []
    guard !pattern.segments.isEmpty else { return }
    var before: Set<Int>?
    for (index, segment) in pattern.segments.enumerated() {
      let isLast = index + 1 == pattern.segments.count
      let isOpen = isLast || pattern.segments[index + 1].gap != .none
      var after: Set<Int> = []
      for start in scalars.indices where start + segment.scalars.count <= scalars.count {
        let end = start + segment.scalars.count
        guard Trying.isSame(scalars[start..<end], segment), !isOpen || text.isBoundary(end) else { continue }
        guard segment.gap == .none || text.isBoundary(start) else { continue }
        let isReached = before.map { ends in
          ends.contains { Trying.bridges($0..<max($0, start), $0 <= start, segment.gap, text) }
        }
        if isReached ?? true { after.insert(end) }
      }
      before = after
    }
    ends = before ?? []
  }

  private static func isSame(_ scalars: ArraySlice<UInt32>, _ segment: QuotedPattern.Segment) -> Bool {
    zip(scalars, segment.scalars).enumerated().allSatisfy { index, pair in
      pair.0 == pair.1 || (index == 0 && segment.mayChangeCase && pair.0 ^ pair.1 == 0x20)
    }
  }

  private static func bridges(
    _ range: Range<Int>, _ isAhead: Bool, _ gap: QuotedPattern.Gap, _ text: LocalText
  ) -> Bool {
    guard isAhead else { return false }
    switch gap {
    case .none: return range.isEmpty
    case .words(let limit):
      let between = NormalForm.text(text.form.scalars[range])
      return between.split(separator: " ").count { $0.contains { $0.isLetter } } <= limit
    }
  }
}
