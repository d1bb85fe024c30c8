import Linking
import Testing

private func alias(_ text: String, _ owner: Int, _ change: (inout NameAlias) -> Void = { _ in }) -> NameAlias
{
  var alias = NameAlias(text: text, owner: owner)
  change(&alias)
  return alias
}

extension NameTable {
  /// The names found in `text`, each with its owners: `Kyiv:0`, `Georgia:0,1`.
  fileprivate func found(_ text: String, in ranges: [Range<Int>]? = nil) -> [String] {
    let bytes = Array(text.utf8)
    var matches: [NameMatch] = []
    findMatches(in: bytes, searchable: ranges ?? [0..<bytes.count], into: &matches)
    return matches.map { match in
      let owners = match.candidates.map { String(aliases[$0].owner) }.joined(separator: ",")
      return String(decoding: bytes[match.textRange], as: UTF8.self) + ":" + owners
    }
  }
}

@Suite struct `Matching against a table of names` {
  @Test func `a name with two owners is found with both`() {
    let table = NameTable(
      aliases: [alias("Georgia", 0), alias("GEORGIA", 1), alias("Géorgia", 2)], exclusions: [])
    #expect(table.found("Georgia and GEORGIA") == ["Georgia:0,2", "GEORGIA:0,1,2"])
  }

  @Test func `an alias can be made to mind its case, or not to`() {
    let table = NameTable(
      aliases: [
        alias("eu", 0) { $0.isCaseSensitive = false }, alias("Times", 1) { $0.isCaseSensitive = true },
        alias("McKinsey", 2),
      ], exclusions: [])
    #expect(
      table.found("EU eu Eu, TIMES times Times, MCKINSEY Mckinsey mcKinsey") == [
        "EU:0", "eu:0", "Eu:0", "Times:1", "MCKINSEY:2", "Mckinsey:2",
      ])
  }

  @Test func `when capitals rule out the longer name, the shorter one is found`() {
    let table = NameTable(
      aliases: [alias("Sun", 0), alias("Sun TV", 1) { $0.isCaseSensitive = true }], exclusions: [])
    #expect(table.found("Sun TV, Sun Tv, SUN TV") == ["Sun TV:1", "Sun:0"])
  }

  @Test func `an alias that is never linked by itself still hides the shorter names in it`() {
    let table = NameTable(
      aliases: [alias("Kyiv", 0), alias("Kyiv Post", 1) { $0.isAutomatic = false }], exclusions: [])
    #expect(table.found("Kyiv Post of Kyiv") == ["Kyiv Post:1", "Kyiv:0"])
  }

  @Test func `inside an exclusion its owner's names do not count, and others do`() {
    let table = NameTable(
      aliases: [alias("Jordan", 0), alias("Jordan", 1), alias("Michael", 2), alias("River Jordan", 0)],
      exclusions: [
        NameExclusion(text: "Michael Jordan", owner: 0), NameExclusion(text: "Jordan Times", owner: 1),
      ])
    #expect(
      table.found("Jordan, Michael Jordan, Jordan Times") == [
        "Jordan:0,1", "Michael:2", "Jordan:1", "Jordan:0",
      ])
    #expect(
      table.found("River Jordan Times; Jordanian, Michael Jordans Jordan") == [
        "River Jordan:0", "Michael:2", "Jordan:0,1",
      ])
  }

  @Test func `an exclusion reaches across what is not searched`() {
    let table = NameTable(
      aliases: [alias("Jordan", 0)], exclusions: [NameExclusion(text: "Michael Jordan", owner: 0)])
    #expect(table.found("Michael Jordan", in: [8..<14]) == [])
    #expect(table.found("Thomas  Jordan", in: [8..<14]) == ["Jordan:0"])
  }

  @Test func `a match lies in one searchable range, whose neighbours still count`() {
    let table = NameTable(
      aliases: [alias("White House", 0), alias("White", 1), alias("US", 2)], exclusions: [])
    #expect(table.found("White House", in: [0..<11]) == ["White House:0"])
    #expect(table.found("White House", in: [0..<6, 6..<11]) == ["White:1"])
    #expect(table.found("White House", in: [6..<11]) == [])
    #expect(table.found("USA US", in: [0..<2, 3..<6]) == ["US:2"])
    #expect(table.found("AUS-US", in: [1..<3, 4..<6]) == [])
    #expect(table.found("White-US", in: [6..<8]) == ["US:2"])
  }

  @Test func `a candidate is looked up by name but for case, accents and spaces`() {
    let table = NameTable(
      aliases: [alias("Jean-Noël Barrot", 0), alias("U.S.", 1), alias("Jean-Noel Barrot", 2)], exclusions: [])
    #expect(table.aliases(named: " jean–noel  BARROT ") == [0, 2])
    #expect(table.aliases(named: "u.s") == [1])
    #expect(table.aliases(named: "Jean") == [])
    #expect(table.aliases(named: "") == [])
  }

  @Test func `an empty table and empty names find nothing`() {
    #expect(NameTable(aliases: [], exclusions: []).matches(in: Array("Kyiv".utf8)) == [])
    let blank = NameTable(aliases: [alias("", 0), alias(" ", 1), alias("\u{301}", 2)], exclusions: [])
    #expect(blank.matches(in: Array("a b  \u{301}\u{301}".utf8)) == [])
    #expect(blank.matches(in: []) == [])
  }

  @Test func `ill-formed UTF-8 is walked over`() {
    let table = NameTable(aliases: [alias("Kyiv", 0)], exclusions: [])
    let text: [UInt8] = [0xFF, 0xC3] + Array("Kyiv".utf8) + [0xE2, 0x80] + Array(" Kyiv".utf8) + [0xF0]
    #expect(table.matches(in: text).map(\.textRange) == [2..<6, 9..<13])
  }

  @Test(arguments: [
    "a-", "Kyiv-", "Kyiv ", "Kyiv", "Kyiv'", "L'Kyiv ", "Pro-x ", "北", "é", "e\u{301}", "U.S.", ". \u{FFFC}",
    "“",
  ])
  func `a text of one thing repeated costs no more than its length`(unit: String) {
    let table = NameTable(
      aliases: [alias("Kyiv", 0), alias("pro-x", 1), alias("U.S.", 2), alias("北", 3)], exclusions: [])
    let text = Array(String(repeating: unit, count: 20_000).utf8)
    #expect(table.matches(in: text).allSatisfy { $0.textRange.upperBound <= text.count })
  }
}
