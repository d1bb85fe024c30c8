/// Where a text has words in the same order as a source.
struct CopiedRuns {
  /// As many words in a row are looked for; shorter runs are chance.
  static let length = 8

  /// Where each group of `length` words begins in the source.
  private var starts: [[String]: [Int]] = [:]
  let wordCount: Int

  init(of source: [String]) {
    wordCount = source.count
    guard source.count >= CopiedRuns.length else { return }
    for start in 0...(source.count - CopiedRuns.length) {
      let group = Array(source[start..<(start + CopiedRuns.length)])
      // What a source repeats as often as that is a formula, and one of its places is as good as another.
      if starts[group, default: []].count < 64 { starts[group, default: []].append(start) }
    }
  }

  /// Every longest stretch that stands in the source word for word, in order, as positions in `words`.
  func found(in words: [String]) -> [Range<Int>] {
    guard words.count >= CopiedRuns.length else { return [] }
    var runs: [Range<Int>] = []
    /// Lengths of the runs that end with the group before, by where that group begins in the source.
    var open: [Int: Int] = [:]
    for start in 0...(words.count - CopiedRuns.length) {
      var next: [Int: Int] = [:]
      for place in starts[Array(words[start..<(start + CopiedRuns.length)])] ?? [] {
        next[place] = (open[place - 1] ?? CopiedRuns.length - 1) + 1
      }
      open = next
      guard let longest = next.values.max() else { continue }
      let run = (start + CopiedRuns.length - longest)..<(start + CopiedRuns.length)
      if let last = runs.last, run.lowerBound <= last.lowerBound {
        runs[runs.count - 1] = run
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}
