/// How a quotation differs from the passage of a source that is nearest to it, word by word.
///
/// For the writer's terminal alone: it holds words of the source.
struct WordDiff: Sendable {
  enum Step: Sendable, Equatable {
    case same(quoted: Int, source: Int)
    /// Both differ: the quotation's words and those of the source, either of which may be none.
    case changed(quoted: Range<Int>, source: Range<Int>)
  }

  let steps: [Step]
  /// Of the source's words, from the first that is the same to the last.
  let source: Range<Int>

  /// - Parameters:
  ///   - quoted: all words of a quotation.
  ///   - window: where in `source` to look; what stands before and behind the passage costs nothing.
  init(_ quoted: [Tokens.Token], _ source: [Tokens.Token], in window: Range<Int>) {
    var table = CostTable(quoted, source, window)
    let (path, end) = table.path()
    steps = WordDiff.joined(path)
    self.source = (path.compactMap(\.source).min() ?? end)..<end
  }

  var changes: [(quoted: Range<Int>, source: Range<Int>)] {
    steps.compactMap { step in
      if case .changed(let quoted, let source) = step { (quoted, source) } else { nil }
    }
  }

  private static func joined(_ path: [CostTable.Move]) -> [Step] {
    var steps: [Step] = []
    for move in path {
      switch move.kind {
      case .same: steps.append(.same(quoted: move.quoted, source: move.source ?? 0))
      case .edited:
        if move.takesQuoted { steps.append(.same(quoted: move.quoted, source: move.before)) }
      case .changed:
        let quoted = move.quoted..<move.quoted + (move.takesQuoted ? 1 : 0)
        let source = (move.source ?? move.before)..<(move.source.map { $0 + 1 } ?? move.before)
        if case .changed(let q, let s) = steps.last, q.upperBound == quoted.lowerBound,
          s.upperBound == source.lowerBound
        {
          steps[steps.count - 1] = .changed(
            quoted: q.lowerBound..<quoted.upperBound, source: s.lowerBound..<source.upperBound)
        } else {
          steps.append(.changed(quoted: quoted, source: source))
        }
      }
    }
    return steps
  }
}

/// The least that each prefix of a quotation differs from a stretch of the source that ends at each word.
private struct CostTable {
  struct Move {
    enum Kind { case same, changed, edited }
    var kind: Kind
    /// Index of the quotation's word, or of the one that follows.
    var quoted: Int
    var takesQuoted: Bool
    /// Index of the source's word; nil when it has none here.
    var source: Int?
    /// Index of the source's word that follows.
    var before: Int
  }

  private let quoted: [Tokens.Token]
  private let source: [Tokens.Token]
  private let window: Range<Int>
  /// Row by row: a row more than the quotation has words, a column more than the window.
  private var costs: [Int32]
  private var width: Int { window.count + 1 }
  /// A word of the source that is missing; one too many costs more than a wrong one, which stands for a word.
  private static let missing: Int32 = 2
  private static let extra: Int32 = 4

  init(_ quoted: [Tokens.Token], _ source: [Tokens.Token], _ window: Range<Int>) {
    self.quoted = quoted
    self.source = source
    self.window = window
    costs = [Int32](repeating: 0, count: (quoted.count + 1) * (window.count + 1))
    for row in 1..<max(1, quoted.count + 1) {
      for column in 0..<width { costs[row * width + column] = cost(row, column) }
    }
  }

  private func cost(_ row: Int, _ column: Int) -> Int32 {
    let above = costs[(row - 1) * width + column]
    if quoted[row - 1].isEdit { return column == 0 ? above : min(above, costs[row * width + column - 1]) }
    let extra = above + Self.extra
    guard column > 0 else { return extra }
    let missing = costs[row * width + column - 1] + Self.missing
    return min(extra, missing, costs[(row - 1) * width + column - 1] + distance(row, column))
  }

  private func distance(_ row: Int, _ column: Int) -> Int32 {
    let isAtEdge = row == 1 || row == quoted.count
    return Int32(quoted[row - 1].distance(to: source[window.lowerBound + column - 1], isAtEdge: isAtEdge))
  }

  /// The cheapest way through, from its first word to its last, and where the source's words end.
  mutating func path() -> ([Move], end: Int) {
    var row = quoted.count
    let last = costs[(row * width)..<(row * width + width)]
    var column = (last.indices.min { costs[$0] < costs[$1] } ?? row * width) - row * width
    let end = window.lowerBound + column
    var moves: [Move] = []
    while row > 0 {
      let move = move(row, column)
      moves.append(move)
      if move.takesQuoted { row -= 1 }
      if move.source != nil { column -= 1 }
    }
    return (moves.reversed(), end)
  }

  private func move(_ row: Int, _ column: Int) -> Move {
    let here = costs[row * width + column]
    let before = window.lowerBound + column
    if quoted[row - 1].isEdit {
      let isAbove = here == costs[(row - 1) * width + column]
      return Move(
        kind: .edited, quoted: row - 1, takesQuoted: isAbove, source: isAbove ? nil : before - 1,
        before: before)
    }
    if column > 0, here == costs[(row - 1) * width + column - 1] + distance(row, column) {
      let kind: Move.Kind = distance(row, column) == 0 ? .same : .changed
      return Move(kind: kind, quoted: row - 1, takesQuoted: true, source: before - 1, before: before)
    }
    if here == costs[(row - 1) * width + column] + Self.extra {
      return Move(kind: .changed, quoted: row - 1, takesQuoted: true, source: nil, before: before)
    }
    return Move(kind: .changed, quoted: row, takesQuoted: false, source: before - 1, before: before)
  }
}
