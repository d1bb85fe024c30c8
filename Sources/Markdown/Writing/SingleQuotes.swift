/// Which straight single quotes of a text belong together; the others are apostrophes.
///
/// Flanking as for emphasis (CommonMark 6.2): `'tis the season to be 'jolly'` has one pair.
struct SingleQuotes {
  enum Role {
    case opening, closing
  }

  private var roles: [Int: Role] = [:]

  func role(at offset: Int) -> Role? { roles[offset] }

  /// Code and what stands for a construct holds no quotation marks of the sentence. O(length).
  init(in block: TextBlock) {
    var text = block.text
    var edges: Set<Int> = []
    var parent = 0
    for piece in block.pieces {
      // Emphasis or a link begins or ends between two pieces of different parents.
      if piece.parent != parent || piece.kind == .opaque { edges.insert(piece.textOffset) }
      parent = piece.parent
      guard piece.kind == .opaque else { continue }
      edges.insert(piece.textOffset + piece.utf8Count)
      for offset in piece.textOffset..<piece.textOffset + piece.utf8Count { text[offset] = UInt8(ascii: "x") }
    }
    self = text.withUnsafeBufferPointer { SingleQuotes(in: $0, edges: edges) }
  }

  /// O(length).
  ///
  /// - Parameter edges: offsets at which markup stands, which is no letter to a quotation mark beside it.
  init(in text: UnsafeBufferPointer<UInt8>, edges: Set<Int> = []) {
    var open: [Int] = []
    for offset in text.indices where text[offset] == UInt8(ascii: "'") {
      let follows = offset > 0 && text[offset - 1] > 0x20
      let precedes = offset + 1 < text.count && text[offset + 1] > 0x20
      let isAfterLetter = follows && !edges.contains(offset) && isLetter(text, before: offset)
      let isBeforeLetter = precedes && !edges.contains(offset + 1) && isLetter(text, after: offset)
      // Two side by side quote nothing.
      if isDoubled(text, offset, edges) { continue }
      // Between letters it is an apostrophe: `it's`.
      if follows, !(isAfterLetter && isBeforeLetter), let start = open.last {
        open.removeLast()
        roles[start] = .opening
        roles[offset] = .closing
      } else if precedes, !isAfterLetter, !(0x30...0x39).contains(text[offset + 1]) {
        open.append(offset)
      }
    }
  }

  private func isDoubled(_ text: UnsafeBufferPointer<UInt8>, _ offset: Int, _ edges: Set<Int>) -> Bool {
    offset > 0 && text[offset - 1] == text[offset] && !edges.contains(offset)
      || offset + 1 < text.count && text[offset + 1] == text[offset] && !edges.contains(offset + 1)
  }

  private func isLetter(_ text: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    if offset > 2, text[offset - 3] == 0xE2, text[offset - 2] == 0x80 { return false }
    return CitationKey.isLetterOrDigit(text[offset - 1])
  }

  /// General punctuation (U+2000 to U+203F: quotation marks, dashes) is none.
  private func isLetter(_ text: UnsafeBufferPointer<UInt8>, after offset: Int) -> Bool {
    if offset + 2 < text.count, text[offset + 1] == 0xE2, text[offset + 2] == 0x80 { return false }
    return CitationKey.isLetterOrDigit(text[offset + 1])
  }
}
