import Markdown

/// Collects an annotation's words from the blocks it covers.
struct WordsBuilder {
  private var bytes: [UInt8] = []
  private var runs: [AnnotatedWords.Run] = []
  private var foreign: [Range<Int>] = []
  private var paragraphs: [Range<Int>] = []
  /// Of the block at hand, ascending.
  private var shownNames: ArraySlice<ShownName> = []
  /// Where stretches of the block at hand have come to stand.
  private var moves: [Move] = []

  private struct Move {
    let textOffset: Int
    let wordsOffset: Int
    let utf8Count: Int
  }

  /// Appends `range` of a block's text; `foreign` are names and quotations in that block, `shownNames` what stands
  /// for links without a label.
  mutating func append(
    _ block: TextBlock, _ range: Range<Int>, foreign others: [Range<Int>], shownNames names: [ShownName]
  ) {
    shownNames = names[...].drop { $0.textRange.lowerBound < range.lowerBound }
    if !bytes.isEmpty { bytes.append(UInt8(ascii: "\n")) }
    let start = bytes.count
    moves = []
    // In the order of the text.
    let first = block.pieces.firstIndex(whereSorted: { $0.textOffset + $0.utf8Count > range.lowerBound })
    for piece in block.pieces[first...] {
      guard piece.textOffset < range.upperBound else { break }
      let end = piece.textOffset + piece.utf8Count
      append(piece, of: block, max(piece.textOffset, range.lowerBound)..<min(end, range.upperBound))
    }
    if block.isQuoted { foreign.append(start..<bytes.count) }
    for other in others { note(other.clamped(to: range)) }
    paragraphs.append(start..<bytes.count)
  }

  private mutating func append(_ piece: TextPiece, of block: TextBlock, _ range: Range<Int>) {
    let text = block.text[range]
    if text.elementsEqual(Excerpt.placeholder) {
      while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
      return
    }
    let start = bytes.count
    if let name = shownNames.first, name.textRange.lowerBound == range.lowerBound {
      shownNames = shownNames.dropFirst()
      bytes += name.name
      foreign.append(start..<bytes.count)
      return
    }
    bytes += text
    for offset in start..<bytes.count where bytes[offset] == UInt8(ascii: "\n") {
      bytes[offset] = UInt8(ascii: " ")
    }
    moves.append(Move(textOffset: range.lowerBound, wordsOffset: start, utf8Count: range.count))
    if piece.kind != .plain { foreign.append(start..<bytes.count) }
    guard piece.utf8Count == piece.sourceCount else { return }
    appendRun(at: start, from: piece.sourceOffset + range.lowerBound - piece.textOffset, range.count)
  }

  private mutating func appendRun(at start: Int, from sourceOffset: Int, _ utf8Count: Int) {
    if let last = runs.last, last.textOffset + last.utf8Count == start,
      last.sourceOffset + last.utf8Count == sourceOffset
    {
      runs[runs.count - 1] = AnnotatedWords.Run(
        textOffset: last.textOffset, sourceOffset: last.sourceOffset,
        utf8Count: last.utf8Count + utf8Count)
    } else {
      runs.append(
        AnnotatedWords.Run(textOffset: start, sourceOffset: sourceOffset, utf8Count: utf8Count))
    }
  }

  private mutating func note(_ range: Range<Int>) {
    for move in moves {
      let lower = max(range.lowerBound, move.textOffset)
      let upper = min(range.upperBound, move.textOffset + move.utf8Count)
      guard lower < upper else { continue }
      let shift = move.wordsOffset - move.textOffset
      foreign.append(lower + shift..<upper + shift)
    }
  }

  func finished() -> AnnotatedWords {
    AnnotatedWords(
      text: String(decoding: bytes, as: UTF8.self), runs: runs,
      foreign: foreign.filter { !$0.isEmpty }.sorted {
        ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
      },
      paragraphs: paragraphs)
  }
}
