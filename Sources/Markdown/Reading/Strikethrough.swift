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
    let literal = token.node.literal
    guard token.lower > 0 else { return index == 0 || tokens[index - 1].isLineBreak }
    let isNoBreakSpace =
      token.lower > 1 && literal[token.lower - 2] == 0xC2 && literal[token.lower - 1] == 0xA0
    return literal[token.lower - 1] <= 0x20 || isNoBreakSpace
  }

  private func isBlank(after index: Int) -> Bool {
    let token = tokens[index]
    let literal = token.node.literal
    guard token.upper < literal.count else {
      return index + 1 == tokens.count || tokens[index + 1].isLineBreak
    }
    let isNoBreakSpace =
      token.upper + 1 < literal.count && literal[token.upper] == 0xC2 && literal[token.upper + 1] == 0xA0
    return literal[token.upper] <= 0x20 || isNoBreakSpace
  }
}

extension Token {
  var isLineBreak: Bool { kind == .softBreak || kind == .hardBreak }
}
