/// What a writer may have meant.
public enum Suggestions {
  /// At most three of `candidates`: those a few slips of the pen away from `word`, the nearest first, then
  /// those that begin with it; equals in the order of their bytes.
  ///
  /// Letters of either case are the same, and so are a space, `_` and `-`; quotation marks that a word processor puts
  /// around a word count for nothing. A slip is a letter too many, too few, wrong, or two exchanged; one is allowed for
  /// every three letters, but none in a single letter. O(candidates × their length²) at worst.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
    let wanted = folded(word)
    guard !wanted.isEmpty else { return [] }
    var ranked: [(rank: Int, candidate: String)] = []
    for candidate in candidates {
      if let rank = rank(of: folded(candidate), for: wanted) { ranked.append((rank, candidate)) }
    }
    ranked.sort { a, b in
      a.rank == b.rank
        ? a.candidate.utf8.lexicographicallyPrecedes(b.candidate.utf8) : a.rank < b.rank
    }
    var result: [String] = []
    for (_, candidate) in ranked where result.last != candidate {
      result.append(candidate)
      if result.count == 3 { break }
    }
    return result
  }

  private static func rank(of candidate: [UInt8], for wanted: [UInt8]) -> Int? {
    let allowed = wanted.count == 1 ? 0 : max(1, wanted.count / 3)
    if abs(candidate.count - wanted.count) <= allowed {
      let distance = distance(wanted, candidate)
      if distance <= allowed { return distance }
    }
    let isPrefix = wanted.count >= 3 && candidate.starts(with: wanted)
    return isPrefix ? wanted.count + candidate.count : nil
  }

  private static func folded(_ word: String) -> [UInt8] {
    unquoted(word).map { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: " "), UInt8(ascii: "_"): UInt8(ascii: "-")
      default: byte
      }
    }
  }

  private static func unquoted(_ word: String) -> Substring.UTF8View {
    let quotes: Set<Unicode.Scalar> = ["‘", "’", "‚", "“", "”", "„", "«", "»", "‹", "›"]
    var scalars = Substring(word).unicodeScalars
    while let first = scalars.first, quotes.contains(first) { scalars.removeFirst() }
    while let last = scalars.last, quotes.contains(last) { scalars.removeLast() }
    return Substring(scalars).utf8
  }

  /// Optimal string alignment: Levenshtein's distance with exchanged neighbours as one edit.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforeLast[j - 1] + 1) }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[b.count]
  }
}
