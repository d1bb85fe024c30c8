/// Pairs `~~` (GFM 6.5): one opens before words and closes behind words, and the nearest opener is taken.
///
/// Words are whatever is no blank, as in Pandoc: GFM's own flanking leaves `so~~!~~` unstruck.
extension TokenList {
  /// After spans are known, since a pair stands in one span, one emphasis and one link. O(tokens).
  mutating func matchStrikes() {
    /// Openers, and -1 for each container that is open.
    var open: [Int] = []
    for index in tokens.indices {
      switch (tokens[index].kind, tokens[index].role) {
      case (.enter, _), (_, .spanOpen): open.append(-1)
      case (.exit, _), (_, .spanClose): while let last = open.popLast(), last >= 0 {}
      case (.strike, .plain): matchStrike(at: index, &open)
      default: break
      }
    }
  }

  private mutating func matchStrike(at index: Int, _ open: inout [Int]) {
    if let last = open.last, last >= 0, !isBlank(before: index) {
      open.removeLast()
      tokens[last].role = .strikeOpen
      tokens[index].role = .strikeClose
    } else if !isBlank(after: index) {
      open.append(index)
    }
  }

  private func isBlank(before index: Int) -> Bool {
    let token = tokens[index]
    guard token.lower > 0 else { return index == 0 || tokens[index - 1].isLineBreak }
    // The literal is not measured: a text with many `~~` would be, as often.
    let before = token.node.literal(max(0, token.lower - 2)..<token.lower)
    guard let last = before.last else { return true }
    return last <= 0x20 || before.count > 1 && before[0] == 0xC2 && last == 0xA0
  }

  private func isBlank(after index: Int) -> Bool {
    let token = tokens[index]
    // A NUL ends the literal, whose length nobody asks for.
    let first = token.node.literal(token.upper..<token.upper + 1)[0]
    guard first != 0 else { return index + 1 == tokens.count || tokens[index + 1].isLineBreak }
    return first <= 0x20
      || first == 0xC2 && token.node.literal(token.upper + 1..<token.upper + 2)[0] == 0xA0
  }
}

extension Token {
  var isLineBreak: Bool { kind == .softBreak || kind == .hardBreak }
}
