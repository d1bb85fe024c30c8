/// Words of ASCII that a text is searched for.
struct WordList: Sendable {
  /// Lower case, longest first.
  fileprivate let words: [[UInt8]]
  fileprivate let isAnyCase: Bool
  /// Whether a word begins so, by byte: nearly all places in a text are passed over by it.
  fileprivate let begins: [Bool]

  /// - Parameter words: in lower case, longest first.
  init(_ words: [[UInt8]], isAnyCase: Bool = true) {
    self.words = words
    self.isAnyCase = isAnyCase
    begins = (UInt8.min...UInt8.max).map { byte in
      words.contains { $0.first == (isAnyCase ? WordSearch.lowercased(byte) : byte) }
    }
  }
}

/// Finds whole words of ASCII in a text, longest first, outside given ranges.
struct WordSearch {
  private let bytes: [UInt8]
  private let excluded: [Range<Int>]

  /// - Parameter excluded: UTF-8 ranges that are somebody else's words, ascending.
  init(_ text: String, excluding excluded: [Range<Int>]) {
    bytes = Array(text.utf8)
    self.excluded = excluded
  }

  /// Each place in `range` where one of the words stands, none overlapping.
  func matches(of list: WordList, in range: Range<Int>) -> [(word: Int, range: Range<Int>)] {
    var found: [(word: Int, range: Range<Int>)] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      if list.begins[Int(bytes[offset])], !isWordByte(before: offset),
        let match = match(of: list, at: offset, before: range.upperBound)
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
    of list: WordList, at offset: Int, before end: Int
  ) -> (word: Int, range: Range<Int>)? {
    for (index, word) in list.words.enumerated() where offset + word.count <= end {
      let range = offset..<offset + word.count
      guard matches(word, at: offset, list.isAnyCase), !isWordByte(at: range.upperBound), !isExcluded(range)
      else { continue }
      return (index, range)
    }
    return nil
  }

  private func matches(_ word: [UInt8], at offset: Int, _ isAnyCase: Bool) -> Bool {
    for (index, byte) in word.enumerated() {
      let other = bytes[offset + index]
      guard byte == (isAnyCase ? WordSearch.lowercased(other) : other) else { return false }
    }
    return true
  }

  fileprivate static func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
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
