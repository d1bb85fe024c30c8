/// Finds whole words of ASCII in a text, longest first, outside given ranges.
struct WordSearch {
  private let bytes: [UInt8]
  private let excluded: [Range<Int>]

  /// - Parameter excluded: UTF-8 ranges that are somebody else's words, ascending.
  init(_ text: String, excluding excluded: [Range<Int>]) {
    bytes = Array(text.utf8)
    self.excluded = excluded
  }

  /// Each place in `range` where one of `words` stands (lower case, longest first), none overlapping.
  func matches(of words: [[UInt8]], in range: Range<Int>, anyCase: Bool) -> [(word: Int, range: Range<Int>)] {
    var found: [(word: Int, range: Range<Int>)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if !isWordByte(before: offset),
        let match = match(of: words, at: offset, before: range.upperBound, anyCase)
      {
        found.append(match)
        offset = match.range.upperBound
      } else {
        offset += 1
      }
    }
    return found
  }

  private func match(
    of words: [[UInt8]], at offset: Int, before end: Int, _ anyCase: Bool
  ) -> (word: Int, range: Range<Int>)? {
    for (index, word) in words.enumerated() where offset + word.count <= end {
      let range = offset..<offset + word.count
      guard matches(word, at: offset, anyCase), !isWordByte(at: range.upperBound), !isExcluded(range)
      else { continue }
      return (index, range)
    }
    return nil
  }

  private func matches(_ word: [UInt8], at offset: Int, _ anyCase: Bool) -> Bool {
    for (index, byte) in word.enumerated() {
      var other = bytes[offset + index]
      if anyCase, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(other) { other |= 0x20 }
      guard byte == other else { return false }
    }
    return true
  }

  private func isExcluded(_ range: Range<Int>) -> Bool { excluded.contains { $0.overlaps(range) } }

  private func isWordByte(before offset: Int) -> Bool { offset > 0 && isWordByte(at: offset - 1) }

  /// A hyphen joins: `not-likely` is one word.
  private func isWordByte(at offset: Int) -> Bool {
    guard offset < bytes.count else { return false }
    switch bytes[offset] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), 0x80...:
      return true
    default: return false
    }
  }
}
