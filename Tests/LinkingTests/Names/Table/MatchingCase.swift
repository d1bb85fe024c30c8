import Linking
import Testing

/// A text, the names that are searched for in it, and in brackets the links that are to be found.
struct MatchingCase: Sendable, CustomTestStringConvertible {
  enum Script: Sendable, CaseIterable {
    case latin, cyrillic, greek, turkish, german, arabic, hebrew, chinese, japanese, thai, emoji
  }

  let script: Script
  let aliases: [String]
  let text: MarkedText

  init(_ script: Script, _ aliases: [String], _ text: MarkedText) {
    self.script = script
    self.aliases = aliases
    self.text = text
  }

  var testDescription: String { "\(script): \(aliases.joined(separator: ", ")): \(text.marked)" }

  static let table =
    latinWords + latinSigns + latinCase + cyrillic + greek + turkish + german + semitic + unspaced + emoji
}

extension MatchingCase.Script {
  /// Whether a scalar is of those that only this part of the table is about.
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    switch self {
    case .latin: (0x41...0x24F).contains(scalar.value) && scalar.properties.isAlphabetic
    case .cyrillic: (0x400...0x4FF).contains(scalar.value)
    case .greek: (0x370...0x3FF).contains(scalar.value)
    case .turkish: scalar == "İ" || scalar == "ı"
    case .german: scalar == "ß" || scalar == "ẞ"
    case .arabic: (0x600...0x6FF).contains(scalar.value)
    case .hebrew: (0x590...0x5FF).contains(scalar.value)
    case .chinese: (0x4E00...0x9FFF).contains(scalar.value)
    case .japanese: (0x3040...0x30FF).contains(scalar.value)
    case .thai: (0xE00...0xE7F).contains(scalar.value)
    case .emoji: scalar.properties.isEmojiPresentation
    }
  }
}

@Suite struct `Matching by the table` {
  @Test(arguments: MatchingCase.table)
  func `each name is linked, and nothing else`(entry: MatchingCase) {
    let mistakes = entry.text.mistakes(of: NameTable(entry.aliases))
    #expect(mistakes.falseNames == [])
    #expect(mistakes.missedNames == [])
  }

  @Test func `the table has at least 120 cases, with and without links`() {
    #expect(MatchingCase.table.count >= 120)
    #expect(MatchingCase.table.count { $0.text.names.isEmpty } >= 20)
    #expect(MatchingCase.table.count { !$0.text.names.isEmpty } >= 90)
    #expect(Set(MatchingCase.table.map(\.testDescription)).count == MatchingCase.table.count)
  }

  @Test(arguments: MatchingCase.Script.allCases)
  func `each script has its cases, written in it`(script: MatchingCase.Script) {
    let cases = MatchingCase.table.filter { $0.script == script }
    #expect(cases.count >= 5)
    for entry in cases {
      #expect(entry.text.marked.unicodeScalars.contains { script.holds($0) }, "\(entry.testDescription)")
    }
  }
}
