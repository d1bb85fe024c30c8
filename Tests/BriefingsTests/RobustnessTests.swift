import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Briefings

/// Whatever is written: no crash, and every finding points into the file.
@Suite struct RobustnessTests {
  private static let sample = """
    ---
    title: &t "Kyiv \\"é\\" 🙂"
    name: 'it''s'
    type: person
    publisher: [*t, {a: b}]
    published: 2025-03-05 # comment
    summary: >-
      folded
      *text*
    events:
    - {date: 2025, title: !!str x}
    - date: ..
      title: |
        block
    ? complex
    : - - a
    extra: {"a": 'b', c: [d, e]}\r
    ---
    Body é
    """

  private func decodeEverywhere(_ bytes: [UInt8]) {
    for kind in ContentKind.allCases {
      expectPlaces(DecodedFile(decoding: bytes, .sample(kind)).findings, in: bytes)
    }
    let site = SiteConfiguration.decode(bytes, path: RelativePath(literal: "Content/site.yaml"))
    expectPlaces(site.1, in: bytes)
  }

  private func expectPlaces(_ findings: [Finding], in bytes: [UInt8]) {
    for finding in findings {
      let range = finding.place.range ?? -1..<0
      #expect(range.lowerBound >= 0 && range.upperBound <= bytes.count, "\(finding)")
      #expect(!finding.message.utf8.contains { $0 < 0x20 }, "one line: \(finding)")
      guard finding.code == .badYAML else { continue }
      #expect(!range.isEmpty, "something to be seen: \(finding)")
      let ownWords = ["while ", "did not ", "found ", "expected ", "could not "]
      #expect(!ownWords.contains(where: finding.message.hasPrefix), "the parser's own words: \(finding)")
    }
  }

  @Test func `a file cut off anywhere is read or refused`() {
    let bytes = Array(Self.sample.utf8)
    for end in 0...bytes.count { decodeEverywhere(Array(bytes[..<end])) }
  }

  @Test(arguments: 0..<300)
  func `a file with damage anywhere is read or refused`(seed: Int) {
    var random = Dice(seed: UInt64(truncatingIfNeeded: seed))
    let pieces = [
      "*", "&a ", "\t", "\r", "[", "]", "{", "}", ": ", "- ", "? ", "'", "\"", "\n", "#", "|", ">", "!", "%",
      "\0", "\u{85}", "\u{2028}", "\u{FEFF}", "---\n", "é", "🙂", "*t", "\\",
    ]
    var bytes = Array(Self.sample.utf8)
    for _ in 0..<Int(random.next() % 6) + 1 {
      let offset = Int(random.next() % UInt64(bytes.count))
      if random.next() % 3 == 0 {
        bytes.remove(at: offset)
      } else {
        bytes.insert(contentsOf: Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8), at: offset)
      }
    }
    decodeEverywhere(bytes)
  }

  @Test(arguments: [
    "[]: x", "{}: x", "? [a, b]\n: c", "? {a: b}\n: c", "&a a: *a", "*a", "*", "&", "&a", "!", "!!", "!<x> y",
    "!!binary x",
    "!!python/object:os.system x", "%YAML 1.1\n--- a", "%TAG ! x", "--- a\n--- b", "a: b\n...\nc: d",
    "a: |\n", "a: >9\n b",
    "\"\\uD800\": x", "\"\\U00110000\": x", "a: \"\\x00\"", "- a\nb: c", "a:\n\t- b", "\ta: b", "a: b: c: d",
    "{a, b}", "{? a}",
    "{?}", "[?]", "[a: b, c]", "[: b]", ": x", ": \n: ", "? \n? ", "'': 1\n'': 2", "\"\\x41\": 1\nA: 2",
    "{a: 1, a: 2, a: 3}",
    "? *a\n: x", "a: &b\n? *b", "a: &x {y: *x}", "a: *\nb: *\n", "*a : b", "[*a]: b", "\u{85}: x",
    "\u{2028}a: b", "a: @b", "a: `b`", "a: %b",
    "-", "?", ":", ",", "]", "}", "|", ">", "a: 'b", "a: \"b", "a: [b", "a: {b", "<<: {a: b}", "a: !!map b",
    "é: 1\n\u{E9}: 2\ne\u{301}: 3",
    String(repeating: "a: 1\n", count: 50), String(repeating: "[", count: 5_000),
    String(repeating: "a: &a *a\n", count: 50),
  ])
  func `nasty YAML is read or refused`(yaml: String) {
    decodeEverywhere(Array("---\n\(yaml)\n---\n".utf8))
    decodeEverywhere(Array(yaml.utf8))
    decodeEverywhere(Array("---\r\ntitle: x\r\n\(yaml)\r\n---\r\n".utf8))
    for value in ["title: \(yaml)", "extra: {a: \(yaml)}", "events: [\(yaml)]"] {
      decodeEverywhere(Array("---\n\(value)\n---\n".utf8))
    }
  }

  // MARK: The big list of naughty strings

  private static let naughtyStrings: [String] = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<8 {
      folder.deleteLastPathComponent()
      let file = folder.appending(path: "../shared/suites/blns.json")
      if let data = try? Data(contentsOf: file),
        let list = try? JSONDecoder().decode([String].self, from: data)
      {
        return list
      }
    }
    return []
  }()

  /// As YAML writes any text at all: in double quotes, everything unusual escaped.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\" + String(scalar)
      case 0x20..<0x7F, 0xA1..<0x2028, 0x202A..<0xD800, 0x1F300..<0x1FA00: result += String(scalar)
      default:
        let digits = String(scalar.value, radix: 16)
        result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
      }
    }
    return result + "\""
  }

  @Test(
    .enabled(if: !naughtyStrings.isEmpty, "the external suites are not beside the project"),
    arguments: ContentKind.allCases)
  func `naughty strings in quotes come back as they are, in every field that takes any text`(
    kind: ContentKind
  ) {
    // Foundation, through which the parser makes its strings, takes a byte order mark away from their beginning.
    for text in Self.naughtyStrings where text.unicodeScalars.first != "\u{FEFF}" {
      let lines = kind.schema.keys.map { "\($0.name): \(quoted(text))\n" }.joined()
      let bytes = Array("---\n\(lines)extra2: \(quoted(text))\n---\n".utf8)
      let file = DecodedFile(decoding: bytes, .sample(kind))
      expectPlaces(file.findings, in: bytes)
      guard !text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) else { continue }
      switch file.record {
      case .briefing(let briefing):
        #expect(same(briefing.title, text) && same(briefing.summary, text))
        #expect(same(briefing.authors.first, text) && same(briefing.sources.first?.value, text))
      case .entity(let entity):
        #expect(same(entity.name.value, text) && same(entity.aliases.first?.text.value, text))
        #expect(same(entity.not.first?.value, text) && same(entity.within?.value, text))
      case .source(let source): #expect(same(source.title, text) && same(source.publisher.value, text))
      case .page(let page):
        #expect(same(page.title, text) && same(page.common.image?.value, text))
      case nil: Issue.record("no record")
      }
    }
  }

  /// `==` would call two spellings of é the same.
  private func same(_ a: String?, _ b: String) -> Bool {
    a.map { Array($0.utf8) == Array(b.utf8) } ?? false
  }

  @Test(
    .enabled(if: !naughtyStrings.isEmpty, "the external suites are not beside the project"),
    arguments: KindAndKey.all)
  func `naughty strings without quotes are read or refused at a place`(each: KindAndKey) {
    for (index, text) in Self.naughtyStrings.enumerated() where index % 9 == each.key.name.utf8.count % 9 {
      for line in ["\(each.key.name): \(text)", "\(each.key.name): [\(text)]", "\(text): x"] {
        let bytes = Array("---\ntitle: x\nname: y\n\(line)\n---\n".utf8)
        expectPlaces(DecodedFile(decoding: bytes, .sample(each.kind)).findings, in: bytes)
      }
    }
  }
}
