/// Reads the words of a text and joins capitalized ones that only a blank, a hyphen or a joint stands between.
struct CapitalReader {
  struct Run {
    let words: [String]
    /// In the text.
    let range: Range<Int>
  }

  /// Folded.
  private(set) var lowercaseWords: Set<String> = []
  private let text: [UInt8]
  private let end: Int
  /// Ascending: words in them belong to somebody.
  private let owned: [Range<Int>]
  private var offset: Int

  init(_ text: [UInt8], in range: Range<Int>, owned: [Range<Int>]) {
    self.text = text
    self.owned = owned
    offset = range.lowerBound
    end = range.upperBound
  }

  mutating func next() -> Run? {
    var words: [String] = []
    var start = offset
    var last = offset
    var nameEnd = offset
    var joints: [String] = []
    while let word = nextWord() {
      let written = string(word)
      let isJoined = isJoint(last..<word.lowerBound)
      if isName(word) {
        if !words.isEmpty, !isJoined {
          offset = word.lowerBound
          break
        }
        if words.isEmpty { start = word.lowerBound }
        // The gap was joined, so a period in it is an initial's.
        if !words.isEmpty, joints.isEmpty, text[last] == UInt8(ascii: ".") { words[words.count - 1] += "." }
        words += joints + [written]
        joints = []
        last = word.upperBound
        nameEnd = last
      } else {
        if !isOwned(word) { lowercaseWords.insert(fold(written)) }
        guard !words.isEmpty else { continue }
        guard isJoined, joints.count < 2, !isOwned(word), UnownedNameSearch.joints.contains(written) else {
          break
        }
        joints.append(written)
        last = word.upperBound
      }
    }
    guard !words.isEmpty else { return nil }
    return Run(words: words, range: start..<nameEnd)
  }

  /// A word with the hyphens and apostrophes inside it, a possessive left out.
  private mutating func nextWord() -> Range<Int>? {
    let word = word(from: offset)
    offset = word?.upperBound ?? end
    return word
  }

  private func word(from offset: Int) -> Range<Int>? {
    let span = text.span
    var start = offset
    while start < end, !ScalarTraits(of: span.scalar(at: start).value).isWord {
      start += span.scalar(at: start).utf8Count
    }
    guard start < end else { return nil }
    var stop = min(span.word(at: start).upperBound, end)
    while stop < end {
      let sign = span.scalar(at: stop)
      let next = stop + sign.utf8Count
      guard next < end, FoldingRules.isApostrophe(sign.value) || FoldingRules.isHyphen(sign.value),
        ScalarTraits(of: span.scalar(at: next).value).contains(.upper)
      else { break }
      stop = min(span.word(at: next).upperBound, end)
    }
    return start..<stop
  }

  private func isName(_ word: Range<Int>) -> Bool {
    !isOwned(word) && ScalarTraits(of: text.span.scalar(at: word.lowerBound).value).contains(.upper)
  }

  private func isOwned(_ word: Range<Int>) -> Bool { owned.contains { $0.overlaps(word) } }

  /// Whether nothing but blanks stands there, or a period behind an initial.
  private func isJoint(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty else { return true }
    let isInitial = range.lowerBound > 0 && text[range.lowerBound] == UInt8(ascii: ".")
    let rest = isInitial && isAfterInitial(range.lowerBound) ? range.dropFirst() : range[...]
    return rest.allSatisfy { text[$0] == UInt8(ascii: " ") || text[$0] == UInt8(ascii: "\n") }
  }

  private func isAfterInitial(_ offset: Int) -> Bool {
    let word = text.span.word(before: offset)
    return text.span.isOneScalar(word)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
