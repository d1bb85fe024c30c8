/// What stands on the other side of an apostrophe, a hyphen or a period.
extension NameTable {
  // MARK: Apostrophes

  /// Whether the apostrophe at `offset` closes an elided article (*l’Ukraine*, *dell’Ucraina*) or a quotation.
  func isElision(before offset: Int, in text: Span<UInt8>, _ scan: inout NameScan) -> Bool {
    let word = text.word(before: offset)
    guard let traits = text.traits(at: word.lowerBound, in: word) else { return true }
    guard traits.contains(.upper) else { return true }
    guard Self.elisions.contains(text.lowercasedASCII(word)) else { return false }
    return isSentenceStart(word.lowerBound, in: text, &scan.sentences)
  }

  private static let elisions: Set<String> = [
    "all", "d", "dall", "dell", "l", "nell", "qu", "sull", "un",
  ]

  // MARK: Hyphens

  /// Whether what stands before a hyphen leaves a name behind it alone.
  func isSeparateWord(before offset: Int, in text: Span<UInt8>, _ scan: NameScan) -> Bool {
    let word = text.word(before: offset)
    guard let traits = text.traits(at: word.lowerBound, in: word) else { return true }
    if traits.contains(.digit) { return false }
    if !traits.contains(.upper) || Self.prefixes.contains(text.lowercasedASCII(word)) { return true }
    if scan.nameEnd == offset { return true }
    return !scan.searchable.contains(word.lowerBound) && isName(at: word.lowerBound, in: text, depth: 3)
  }

  /// Whether what stands behind a hyphen leaves a name before it alone.
  func isSeparateWord(at offset: Int, in text: Span<UInt8>, depth: Int) -> Bool {
    guard offset < text.count else { return true }
    let traits = ScalarTraits(of: text.scalar(at: offset).value)
    if !traits.isWord || traits.contains(.lower) { return true }
    if !traits.contains(.upper) { return traits.contains(.letter) }
    return Self.participles.contains(text.lowercasedASCII(text.word(at: offset)))
      || depth < 4 && isName(at: offset, in: text, depth: depth + 1)
  }

  /// Whether a name stands at `start`, whoever owns it.
  private func isName(at start: Int, in text: Span<UInt8>, depth: Int) -> Bool {
    var accepted: [NameScan.Accepted] = []
    // Behind a hyphen no sentence starts.
    var sentences: [Range<Int>]? = []
    walk(from: start, in: text, into: &accepted)
    return accepted.contains { place in
      aliasesByKey[place.key].contains {
        caseAgrees(demands[$0], from: start, to: place.end, in: text, &sentences)
      } && isBoundary(after: place.end, in: text, depth: depth)
    }
  }

  /// Prefixes that a title or a sentence's start capitalizes, and that no name begins with.
  private static let prefixes: Set<String> = [
    "anti", "co", "counter", "cross", "ex", "inter", "intra", "mid", "neo", "non", "pan", "post", "pre",
    "pro",
    "quasi", "semi", "sub", "trans", "ultra", "un",
  ]

  /// Second parts of compounds that a title capitalizes, and that no name ends with.
  private static let participles: Set<String> = [
    "aligned", "backed", "based", "born", "brokered", "controlled", "funded", "held", "led", "linked", "made",
    "occupied", "owned", "run", "sponsored", "style", "wide",
  ]

  // MARK: Periods

  /// Whether the name that ends at `end`, where a period stands, is whole: not the beginning of an abbreviation
  /// (*U.S* in *U.S.A.*), an address (*Kyiv.ua*) or a number.
  func isSeparate(periodAt offset: Int, after end: Int, in text: Span<UInt8>) -> Bool {
    guard offset + 1 < text.count else { return true }
    let next = ScalarTraits(of: text.scalar(at: offset + 1).value)
    let word = text.word(before: end)
    if next.contains(.digit) {
      return !(text.traits(before: word.upperBound, in: word)?.contains(.digit) ?? false)
    }
    if next.contains(.lower) { return false }
    return !next.contains(.upper) || !text.isOneScalar(word)
  }

  /// Whether the name that begins at `start`, behind a period, is whole: not the end of an abbreviation (*S.A.* in
  /// *U.S.A.*) or of an address. Initials and short forms may do without a space (*В.Путин*, *г.Киев*).
  func isSeparate(periodAt offset: Int, from start: Int, in text: Span<UInt8>) -> Bool {
    let word = text.word(before: offset)
    guard let traits = text.traits(at: word.lowerBound, in: word) else { return true }
    let first = text.word(at: start)
    if traits.contains(.digit) { return !(text.traits(at: start, in: first)?.contains(.digit) ?? false) }
    if text.isOneScalar(first) { return false }
    return !traits.contains(.lower) || text.isOneScalar(word)
  }
}
