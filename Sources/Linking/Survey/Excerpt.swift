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

  /// A range of the block's text as it is shown, and where a part of it stands in that.
  func text(of range: Range<Int>, marking mark: Range<Int>) -> (text: String, marked: Range<Int>) {
    var shown: [UInt8] = []
    shown.reserveCapacity(range.count)
    var (start, end) = (0, 0)
    var offset = range.lowerBound
    var names = shownNames[...].drop { $0.textRange.lowerBound < offset }
    while offset < range.upperBound {
      let isPlaceholder = text[offset] == 0xEF && text[offset...].starts(with: Excerpt.placeholder)
      if isPlaceholder { Excerpt.trim(&shown) }
      if offset <= mark.lowerBound { start = shown.count }
      if offset <= mark.upperBound { end = shown.count }
      if let name = names.first, name.textRange.lowerBound == offset {
        shown += name.name
        names = names.dropFirst()
        offset = name.textRange.upperBound
        continue
      }
      if !isPlaceholder { Excerpt.append(text[offset], to: &shown) }
      offset += isPlaceholder ? Excerpt.placeholder.count : 1
    }
    if mark.lowerBound >= range.upperBound { start = shown.count }
    if mark.upperBound >= range.upperBound { end = shown.count }
    Excerpt.trim(&shown)
    end = min(end, shown.count)
    return (String(decoding: shown, as: UTF8.self), min(start, end)..<end)
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
