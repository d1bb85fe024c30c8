/// Words in a text: runs of letters, digits, marks and what is invisible inside words.
extension Span<UInt8> {
  func word(before end: Int) -> Range<Int> {
    var start = end
    while start > 0 {
      let step = scalar(before: start)
      guard step.isWordPart else { break }
      start -= step.utf8Count
    }
    return start..<end
  }

  func word(at start: Int) -> Range<Int> {
    var end = start
    while end < count {
      let step = scalar(at: end)
      guard step.isWordPart else { break }
      end += step.utf8Count
    }
    return start..<end
  }

  /// The traits of the scalar at `offset`, nil when `word` is empty.
  func traits(at offset: Int, in word: Range<Int>) -> ScalarTraits? {
    word.isEmpty ? nil : ScalarTraits(of: scalar(at: offset).value)
  }

  /// The traits of the scalar before `offset`, nil when `word` is empty.
  func traits(before offset: Int, in word: Range<Int>) -> ScalarTraits? {
    word.isEmpty ? nil : ScalarTraits(of: scalar(before: offset).value)
  }

  func isOneScalar(_ word: Range<Int>) -> Bool {
    !word.isEmpty && scalar(at: word.lowerBound).utf8Count == word.count
  }

  /// A short word for a look-up in a list of ASCII words; empty when it is none.
  func lowercasedASCII(_ word: Range<Int>) -> String {
    guard word.count <= 12, word.allSatisfy({ self[$0] < 0x80 }) else { return "" }
    return String(decoding: word.map { self[$0] | 0x20 }, as: UTF8.self)
  }

  func string(_ range: Range<Int>) -> String {
    String(decoding: range.map { self[$0] }, as: UTF8.self)
  }
}

extension ScalarStep {
  fileprivate var isWordPart: Bool {
    let traits = ScalarTraits(of: value)
    return traits.isWord || traits.contains(.ignorable)
  }
}
