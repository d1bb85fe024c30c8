/// A normal form's words between blanks, as a difference is told in.
struct Tokens: Sendable {
  struct Token: Sendable {
    /// In the form's scalars.
    let range: Range<Int>
    /// The scalars, and the same without the punctuation around them.
    let written: ArraySlice<UInt32>
    let bare: ArraySlice<UInt32>

    /// Whether it stands for words of the source, as `…` and `[all]` do.
    var isEdit: Bool {
      written.elementsEqual([NormalScalars.ellipsis]) || (written.first == 0x5B && written.last == 0x5D)
    }
  }

  let all: [Token]

  init(_ form: NormalForm) {
    var tokens: [Token] = []
    for written in form.scalars.split(separator: NormalScalars.space) {
      let start = written.firstIndex(where: NormalScalars.isWord) ?? written.endIndex
      let end = (written.lastIndex(where: NormalScalars.isWord) ?? written.endIndex - 1) + 1
      tokens.append(
        Token(
          range: written.startIndex..<written.endIndex, written: written,
          bare: start < end ? written[start..<end] : written))
    }
    all = tokens
  }
}

extension Tokens.Token {
  /// How far this word of a quotation is from one of a source: 0 for the same.
  ///
  /// - Parameter isAtEdge: first or last of the quotation, where punctuation is the writer's.
  func distance(to other: Tokens.Token, isAtEdge: Bool) -> Int {
    if written == other.written { return 0 }
    if bare == other.bare { return isAtEdge ? 0 : 1 }
    return isAlike(other) ? 2 : 3
  }

  /// Whether one may have been written for the other: half of the longer word is the same.
  private func isAlike(_ other: Tokens.Token) -> Bool {
    let same = zip(bare, other.bare).prefix { $0 == $1 }.count
    let (ours, theirs) = (bare.dropFirst(same), other.bare.dropFirst(same))
    let sameEnd = zip(ours.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    return 2 * (same + sameEnd) >= max(bare.count, other.bare.count)
  }
}
