import Linking
import TestSupport
import Testing

/// Few signs, so that names meet and overlap often: letters in both cases, letters that fold to two or none,
/// accents before and behind, white space, Han.
private let alphabet: [String] = [
  "a", "A", "b", "e", "é", "e\u{301}", "E", "s", "ss", "ß", "ẞ", "ﬁ", "fi", "İ", "i", "I", "ı", " ", " ", " ",
  "\n", "\u{A0}",
  "\u{301}", "\u{AD}", ",", "\u{FFFC}", "😀", "—", "京", "北", "7", "Ω", "ς", "Σ", "/",
]

private func randomText(_ count: Int, _ numbers: inout Dice) -> String {
  (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] }.joined()
}

/// For each byte that a text folds to, white space apart, whether it comes from a capital.
private func capitals(_ text: some Sequence<Unicode.Scalar>) -> [Bool] {
  text.flatMap { scalar -> [Bool] in
    if scalar.properties.isWhitespace { return [] }
    let isUpper = [.uppercaseLetter, .titlecaseLetter].contains(scalar.properties.generalCategory)
    return Array(repeating: isUpper, count: fold("x\(scalar)x").utf8.count - 2)
  }
}

private struct NaiveMatch: Equatable {
  let range: Range<Int>
  let names: [Int]
}

/// The definition, slowly: every range of scalars is folded and compared with every name.
private func naiveMatches(of names: [(text: String, mindsCase: Bool)], in text: String) -> [NaiveMatch] {
  let scalars = Array(text.unicodeScalars)
  let offsets = scalars.reduce(into: [0]) { $0.append($0[$0.count - 1] + String($1).utf8.count) }
  func isInvisible(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{AD}" }
  func isMark(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{301}" }
  func isUnspaced(_ scalar: Unicode.Scalar) -> Bool { scalar == "京" || scalar == "北" }
  func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar == "7" || isMark(scalar)
  }
  func isFree(_ neighbour: Unicode.Scalar?, beside edge: Unicode.Scalar) -> Bool {
    guard let neighbour, isWord(neighbour) else { return true }
    return isUnspaced(neighbour) || isUnspaced(edge)
  }
  func stands(_ start: Int, _ end: Int) -> Bool {
    guard !isMark(scalars[start]), !isInvisible(scalars[start]), !scalars[start].properties.isWhitespace,
      let edge = scalars[start..<end].last(where: { !isMark($0) }), !isInvisible(edge),
      !edge.properties.isWhitespace, end == scalars.count || !isMark(scalars[end])
    else { return false }
    let before = scalars[..<start].reversed().first { !isInvisible($0) && !isMark($0) }
    let isAfterMark = scalars[..<start].reversed().first { !isInvisible($0) }.map(isMark) ?? false
    let after = scalars[end...].first { !isInvisible($0) }
    // A mark without a letter before it still adjoins.
    if isAfterMark, !(before.map(isUnspaced) ?? false), !isUnspaced(scalars[start]) { return false }
    if let after, isMark(after) { return false }
    return isFree(before, beside: scalars[start]) && isFree(after, beside: edge)
  }
  func owners(_ start: Int, _ end: Int) -> [Int] {
    guard stands(start, end) else { return [] }
    let written = scalars[start..<end]
    let folded = fold(String(String.UnicodeScalarView(written)))
    return names.indices.filter { index in
      guard !folded.isEmpty, fold(names[index].text) == folded else { return false }
      return !names[index].mindsCase || capitals(written) == capitals(names[index].text.unicodeScalars)
    }
  }
  var found: [NaiveMatch] = []
  var start = 0
  while start < scalars.count {
    let longest = (start + 1..<scalars.count + 1).reversed().first { !owners(start, $0).isEmpty }
    if let longest {
      found.append(NaiveMatch(range: offsets[start]..<offsets[longest], names: owners(start, longest)))
    }
    start = longest ?? start + 1
  }
  return found
}

@Suite struct `Matching names in random texts` {
  @Test(arguments: 1...150)
  func `the names found are the naive search's, leftmost and longest, with the same owners`(seed: Int) {
    var numbers = Dice(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15)
    let names = (0..<12).map { _ in
      (
        text: randomText(Int.random(in: 1...4, using: &numbers), &numbers),
        mindsCase: Bool.random(using: &numbers)
      )
    }.filter { !$0.text.contains(",") && !$0.text.contains("\u{FFFC}") }
    var aliases = names.enumerated().map { NameAlias(text: $0.element.text, owner: $0.offset) }
    for index in aliases.indices { aliases[index].isCaseSensitive = names[index].mindsCase }
    let table = NameTable(aliases: aliases, exclusions: [])
    let text = randomText(60, &numbers)
    let found = table.matches(in: Array(text.utf8)).map {
      NaiveMatch(range: $0.textRange, names: $0.candidates)
    }
    #expect(found == naiveMatches(of: names, in: text), "names \(names), text \(text.debugDescription)")
  }

  @Test(arguments: 1...100)
  func `matches are in order, never overlap, slice at scalars and fold to their alias`(seed: Int) {
    var numbers = Dice(seed: UInt64(seed) &* 0xD1B5_4A32_D192_ED03)
    let signs = alphabet + ["-", "'", "’", ".", "-", "'", "_", "@", "“"]
    func random(_ count: Int) -> String {
      (0..<count).map { _ in signs[Int.random(in: 0..<signs.count, using: &numbers)] }.joined()
    }
    let names = (0..<20).map { _ in random(Int.random(in: 1...4, using: &numbers)) }
    let table = NameTable(
      aliases: names.enumerated().map { NameAlias(text: $0.element, owner: $0.offset) },
      exclusions: [NameExclusion(text: random(3), owner: 0), NameExclusion(text: random(2), owner: 1)])
    let text = Array(random(300).utf8)
    var end = 0
    for match in table.matches(in: text) {
      #expect(match.textRange.lowerBound >= end && !match.textRange.isEmpty)
      end = match.textRange.upperBound
      let slice = String(validating: text[match.textRange], as: UTF8.self)
      #expect(slice != nil && !match.candidates.isEmpty)
      for candidate in match.candidates {
        let (found, name) = (fold(slice ?? ""), fold(table.aliases[candidate].text))
        #expect(found == name || found == withoutPeriod(name) || withoutPeriod(found) == name)
      }
    }
  }

  /// Without the last period, which an abbreviation may lack.
  private func withoutPeriod(_ text: String) -> String {
    text.unicodeScalars.last == "." ? String(text.unicodeScalars.dropLast()) : text
  }
}
