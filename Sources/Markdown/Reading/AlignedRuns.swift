/// One text node's literal, cut where the marked text differs from it.
struct AlignedRuns {
  struct Run {
    var literal: Range<Int>
    var marked: Range<Int>
  }

  private(set) var runs: [Run] = []

  mutating func removeAll() { runs.removeAll(keepingCapacity: true) }

  mutating func append(literal: Range<Int>, marked: Range<Int>) {
    runs.append(Run(literal: literal, marked: marked))
  }

  /// Where a range of the literal stands, as one range.
  func place(of range: Range<Int>) -> Range<Int> {
    var index = firstRun(after: range.lowerBound)
    guard let first = piece(of: range, run: index) else { return 0..<0 }
    var end = first.marked.upperBound
    while let next = piece(of: range, run: index + 1) {
      end = next.marked.upperBound
      index += 1
    }
    return first.marked.lowerBound..<max(first.marked.lowerBound, end)
  }

  /// What a run has of a range of the literal; nil when it begins behind it.
  func piece(of range: Range<Int>, run index: Int) -> Run? {
    guard index < runs.count, runs[index].literal.lowerBound < range.upperBound else { return nil }
    let run = runs[index]
    let literal = run.literal.clamped(to: range)
    guard run.literal.count == run.marked.count else { return Run(literal: literal, marked: run.marked) }
    let shift = run.marked.lowerBound - run.literal.lowerBound
    return Run(literal: literal, marked: literal.lowerBound + shift..<literal.upperBound + shift)
  }

  /// The first run that ends after `offset`.
  func firstRun(after offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].literal.upperBound > offset { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
