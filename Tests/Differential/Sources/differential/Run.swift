import Foundation

/// One run over random documents: counts the recorded differences, shrinks the others.
struct Run {
  private let comparison: Comparison
  private var documents: Documents
  private var agreeing = 0
  private var counts: [String: Int] = [:]
  private var unknown = 0
  private var smallest: [Example] = []

  struct Example {
    let text: String
    let reader: Reader
  }

  /// Shrinking takes seconds: so many examples are enough to see what is wrong.
  private static let maximumExamples = 14

  init(comparison: Comparison, seed: UInt64) {
    self.comparison = comparison
    documents = Documents(dice: Dice(seed: seed))
  }

  /// - Throws: when pandoc ends.
  mutating func compare(count: Int) throws {
    for number in 0..<count {
      let reader: Reader = number % 4 == 3 ? .markdown : .commonmark
      try compare(reader == .markdown ? documents.citedParagraph() : documents.document(), by: reader)
    }
  }

  private mutating func compare(_ text: String, by reader: Reader) throws {
    switch try comparison.judge(text, by: reader) {
    case .agrees: agreeing += 1
    case .recorded(let names): for name in names { counts[name, default: 0] += 1 }
    case .unknown:
      unknown += 1
      guard smallest.count < Run.maximumExamples else { return }
      let comparison = comparison
      let shrinker = Shrinker { try comparison.isUnknown($0, by: reader) }
      smallest.append(Example(text: try shrinker.shrink(text), reader: reader))
    }
  }

  /// Prints the counts, and what is unknown; whether nothing is.
  ///
  /// - Throws: when pandoc ends.
  func report(count: Int, seed: UInt64) throws -> Bool {
    print("\(count) documents compared with seed \(seed), \(agreeing) are alike")
    for kind in Kind.all { print("\(counts[kind.name] ?? 0)\t\(kind.name)") }
    guard unknown > 0 else { return true }
    print("\(unknown) differ by something that is not recorded. The smallest examples:")
    var seen: Set<String> = []
    for example in smallest.sorted(by: { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) })
    where seen.insert(example.text).inserted {
      let outcome = try comparison.read(example.text, by: example.reader, without: Kind.all)
      print("\n\(example.reader) \(example.text.debugDescription)\nhere:")
      print(outcome.ours?.lines() ?? "no well-formed page")
      print("pandoc:\n\(outcome.theirs.lines())")
    }
    print("\nmake differential N=\(count) SEED=\(seed) shows them again.")
    return false
  }
}
