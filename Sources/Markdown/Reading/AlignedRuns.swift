/// One text node's literal, cut where the marked text differs from it.
struct AlignedRuns {
  struct Run {
    var literal: Range<Int>
    var marked: Range<Int>
  }

  private(set) var runs: [Run] = []

  mutating func append(literal: Range<Int>, marked: Range<Int>) {
    runs.append(Run(literal: literal, marked: marked))
  }

  /// Where a range of the literal stands, as one range.
  func place(of range: Range<Int>) -> Range<Int> {
    let pieces = pieces(of: range)
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return first.marked.lowerBound..<max(first.marked.lowerBound, last.marked.upperBound)
  }

  /// A range of the literal in pieces that stand in the marked text as they are.
  func pieces(of range: Range<Int>) -> [Run] {
    var pieces: [Run] = []
    for run in runs[firstRun(after: range.lowerBound)...] {
      guard run.literal.lowerBound < range.upperBound else { break }
      let literal = run.literal.clamped(to: range)
      guard run.literal.count == run.marked.count else {
        pieces.append(Run(literal: literal, marked: run.marked))
        continue
      }
      let shift = run.marked.lowerBound - run.literal.lowerBound
      pieces.append(Run(literal: literal, marked: literal.lowerBound + shift..<literal.upperBound + shift))
    }
    return pieces
  }

  /// The first run that ends after `offset`.
  private func firstRun(after offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].literal.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
