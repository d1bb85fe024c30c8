/// A block's text as it is quoted elsewhere: without placeholders, on one line, and cut into sentences.
struct Excerpt {
  /// U+FFFC, which stands for a citation, a note reference or a picture.
  static let placeholder: [UInt8] = [0xEF, 0xBF, 0xBC]

  /// UTF-8.
  private var shown: [UInt8] = []
  /// For each offset of the block's text, and its end, the offset in `shown`.
  private var offsets: [Int] = []
  /// In the block's text, ascending; only white space lies between them.
  let sentences: [Range<Int>]

  init(of text: [UInt8], sentences: [Range<Int>]) {
    self.sentences = sentences
    shown.reserveCapacity(text.count)
    offsets.reserveCapacity(text.count + 1)
    var offset = 0
    while offset < text.count {
      if text[offset] == 0xEF, text[offset...].starts(with: Excerpt.placeholder) {
        while shown.last == UInt8(ascii: " ") { shown.removeLast() }
        offsets += [shown.count, shown.count, shown.count]
        offset += 3
        continue
      }
      offsets.append(shown.count)
      append(text[offset])
      offset += 1
    }
    offsets.append(shown.count)
  }

  private mutating func append(_ byte: UInt8) {
    let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    guard isSpace else { return shown.append(byte) }
    if let last = shown.last, last != UInt8(ascii: " ") { shown.append(UInt8(ascii: " ")) }
  }

  /// The sentence, or the sentences, that hold a range of the block's text.
  func sentence(around range: Range<Int>) -> Range<Int> {
    guard let first = sentences.first, let last = sentences.last else { return range }
    let lower = index(of: range.lowerBound)
    let upper = index(of: max(range.lowerBound, range.upperBound - 1))
    let start = lower.map { sentences[$0].lowerBound } ?? first.lowerBound
    let end = upper.map { sentences[$0].upperBound } ?? last.upperBound
    return min(start, range.lowerBound)..<max(end, range.upperBound)
  }

  /// Binary search: the sentence that holds an offset.
  private func index(of offset: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? low : nil
  }

  /// A range of the block's text as it is shown, and where a part of it stands in that.
  func text(of range: Range<Int>, marking mark: Range<Int>) -> (text: String, marked: Range<Int>) {
    var lower = offsets[range.lowerBound]
    var upper = min(max(offsets[range.upperBound], lower), shown.count)
    while lower < upper, shown[lower] == UInt8(ascii: " ") { lower += 1 }
    while upper > lower, shown[upper - 1] == UInt8(ascii: " ") { upper -= 1 }
    let start = min(max(offsets[mark.lowerBound], lower), upper)
    let end = min(max(offsets[mark.upperBound], start), upper)
    return (String(decoding: shown[lower..<upper], as: UTF8.self), start - lower..<end - lower)
  }
}
