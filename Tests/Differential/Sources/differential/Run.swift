import Foundation

/// One run over random documents: counts the recorded differences, shrinks the others.
struct Run {
  private let comparison: Comparison
  private var documents: Documents
  private var agreeing = 0
  private var recorded = 0
  private var silences: [String] = []
  private var counts: [String: Int] = [:]
  private var unknown = 0
  private var others: [Example] = []
  private var smallest: [Example] = []

  struct Example {
    let text: String
    let reader: Reader
    /// What the text is the smallest part of.
    let document: String
  }

  /// Shrinking takes seconds: so many examples are enough to see what is wrong.
  private static let maximumExamples = 5

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
    case .silence: silences.append(text)
    case .recorded(let names):
      recorded += 1
      for name in names { counts[name, default: 0] += 1 }
    case .unknown:
      unknown += 1
      guard smallest.count < Run.maximumExamples else {
        others.append(Example(text: text, reader: reader, document: text))
        return
      }
      let comparison = comparison
      let shrinker = Shrinker { try comparison.judge($0, by: reader) == .unknown }
      smallest.append(Example(text: try shrinker.shrink(text), reader: reader, document: text))
    }
  }

  /// One document in so many may be one that Pandoc does not answer.
  private static let silenceAllowed = 1000

  /// Prints the counts, and what is unknown; whether nothing is.
  ///
  /// - Throws: when pandoc ends.
  func report(count: Int, seed: UInt64) throws -> Bool {
    print("\(count) documents compared with seed \(seed)")
    print("\(agreeing)\tare alike as they stand")
    print("\(recorded)\tdiffer as recorded:")
    for kind in Kind.all { print("  \(counts[kind.name] ?? 0)\t\(kind.name)") }
    print("\(silences.count)\twithout an answer from Pandoc")
    for text in silences { print("  \(text.debugDescription)") }
    print("\(unknown)\tdiffer by something that is not recorded")
    var seen: Set<String> = []
    for example in smallest.sorted(by: { ($0.text.utf8.count, $0.text) < ($1.text.utf8.count, $1.text) })
    where seen.insert(example.text).inserted {
      print("\n\(example.reader) \(example.text.debugDescription)")
      try comparison.show(example.text, example.reader)
      print("in \(example.document.debugDescription)")
    }
    if !others.isEmpty { print("\nothers:") }
    for example in others { print("\n\(example.reader) \(example.text.debugDescription)") }
    return unknown == 0 && silences.count <= max(1, count / Run.silenceAllowed)
  }

}
