/// The words of an annotation, with the way back to the file.
package struct AnnotatedWords: Sendable, Equatable {
  package let text: String
  /// In order; together they cover what stands in the file byte for byte.
  package let runs: [Run]
  /// UTF-8 ranges of `text` that are a quotation's, a name's or a link's words, in order: likelihood terms
  /// in them are not the writer's.
  package let foreign: [Range<Int>]
  /// Where each paragraph or cell stands in `text`.
  package let paragraphs: [Range<Int>]

  package struct Run: Sendable, Equatable {
    package let textOffset: Int
    package let sourceOffset: Int
    package let utf8Count: Int

    package init(textOffset: Int, sourceOffset: Int, utf8Count: Int) {
      self.textOffset = textOffset
      self.sourceOffset = sourceOffset
      self.utf8Count = utf8Count
    }
  }

  package init(text: String, runs: [Run], foreign: [Range<Int>], paragraphs: [Range<Int>]) {
    self.text = text
    self.runs = runs
    self.foreign = foreign
    self.paragraphs = paragraphs
  }

  /// The range of the file that holds `range` of the text, nil for words without a run.
  package func source(of range: Range<Int>) -> Range<Int>? {
    var lower: Int?
    var upper: Int?
    for run in runs {
      let start = max(range.lowerBound, run.textOffset)
      let end = min(range.upperBound, run.textOffset + run.utf8Count)
      guard start < end else { continue }
      if lower == nil { lower = run.sourceOffset + start - run.textOffset }
      upper = run.sourceOffset + end - run.textOffset
    }
    guard let lower, let upper, lower <= upper else { return nil }
    return lower..<upper
  }
}
