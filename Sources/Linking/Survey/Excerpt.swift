/// A block's text as it is quoted elsewhere: without placeholders, on one line, and cut into sentences.
struct Excerpt {
  /// U+FFFC, which stands for a citation, a note reference or a picture.
  static let placeholder: [UInt8] = [0xEF, 0xBF, 0xBC]

  /// The block's, UTF-8.
  private let text: [UInt8]
  /// In the block's text, ascending; only white space lies between them.
  let sentences: [Range<Int>]
  /// Ascending.
  private let shownNames: [ShownName]

  init(of text: [UInt8], sentences: [Range<Int>], shownNames: [ShownName] = []) {
    self.text = text
    self.sentences = sentences
    self.shownNames = shownNames
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

  /// A range of the block's text as it is shown. O(its length).
  func shown(_ range: Range<Int>) -> ShownExcerpt {
    var shown: [UInt8] = []
    shown.reserveCapacity(range.count)
    var counts: [Int32] = []
    counts.reserveCapacity(range.count)
    var offset = range.lowerBound
    var names = shownNames[...].drop { $0.textRange.lowerBound < offset }
    while offset < range.upperBound {
      let isPlaceholder = text[offset] == 0xEF && text[offset...].starts(with: Excerpt.placeholder)
      if isPlaceholder { Excerpt.trim(&shown) }
      let count = Int32(truncatingIfNeeded: shown.count)
      let start = offset
      if let name = names.first, name.textRange.lowerBound == offset {
        shown += name.name
        names = names.dropFirst()
        offset = name.textRange.upperBound
      } else {
        if !isPlaceholder { Excerpt.append(text[offset], to: &shown) }
        offset += isPlaceholder ? Excerpt.placeholder.count : 1
      }
      for _ in start..<offset { counts.append(count) }
    }
    let end = shown.count
    Excerpt.trim(&shown)
    return ShownExcerpt(
      text: String(decoding: shown, as: UTF8.self), range: range, counts: counts, end: end, count: shown.count
    )
  }

  /// A range of the block's text as it is shown, and where a part of it stands in that.
  func text(of range: Range<Int>, marking mark: Range<Int>) -> (text: String, marked: Range<Int>) {
    let shown = shown(range)
    return (shown.text, shown.marked(mark))
  }

  private static func append(_ byte: UInt8, to shown: inout [UInt8]) {
    let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t")
    guard isSpace else { return shown.append(byte) }
    if let last = shown.last, last != UInt8(ascii: " ") { shown.append(UInt8(ascii: " ")) }
  }

  private static func trim(_ shown: inout [UInt8]) {
    while shown.last == UInt8(ascii: " ") { shown.removeLast() }
  }
}

/// A part of a block's text as it is shown, and where each of its bytes stands in that.
struct ShownExcerpt {
  let text: String
  /// Of the block's text.
  fileprivate let range: Range<Int>
  /// By offset in the range: how many bytes are shown before it.
  fileprivate let counts: [Int32]
  /// How many bytes were shown before white space at the end was taken away, and behind that.
  fileprivate let end: Int
  fileprivate let count: Int

  /// Where a range of the block's text stands in the shown one. O(1).
  func marked(_ mark: Range<Int>) -> Range<Int> {
    let end = min(position(of: mark.upperBound), count)
    return min(position(of: mark.lowerBound), end)..<end
  }

  private func position(of offset: Int) -> Int {
    if offset >= range.upperBound { return end }
    return offset < range.lowerBound ? 0 : Int(counts[offset - range.lowerBound])
  }
}
