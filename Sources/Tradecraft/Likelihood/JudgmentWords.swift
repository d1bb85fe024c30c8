import Briefings
import Linking

/// What a judgment's own words say about chance and confidence.
struct JudgmentWords {
  struct Found {
    let terms: [LikelihoodTerm]
    let range: Range<Int>
    /// Index of the sentence.
    let sentence: Int
  }

  private let search: WordSearch
  private let sentences: [Range<Int>]

  init(_ words: AnnotatedWords) {
    let quoted = JudgmentWords.quoted(words.text)
    search = WordSearch(words.text, excluding: words.foreign + quoted)
    let bytes = Array(words.text.utf8)
    sentences = words.paragraphs.flatMap { paragraph in
      Linking.sentences(in: Array(bytes[paragraph])).map {
        paragraph.lowerBound + $0.lowerBound..<paragraph.lowerBound + $0.upperBound
      }
    }
  }

  /// Likelihood terms of any row, in order.
  func terms() -> [Found] {
    let spellings = LikelihoodTerm.spellings
    return sentences.enumerated().flatMap { index, sentence in
      search.matches(of: spellings.map(\.bytes), in: sentence, anyCase: true).map {
        Found(terms: spellings[$0.word].terms, range: $0.range, sentence: index)
      }
    }
  }

  /// The places of words of confidence, with their sentence.
  func confidences() -> [(range: Range<Int>, sentence: Int)] {
    let words = ["moderate confidence", "high confidence", "low confidence"].map { Array($0.utf8) }
    return sentences.enumerated().flatMap { index, sentence in
      search.matches(of: words, in: sentence, anyCase: true).map { ($0.range, index) }
    }
  }

  /// Words that hedge without saying how likely; `May` is a month or a name.
  func vagueWords() -> [Range<Int>] {
    let words = ["possibly", "suggests", "could", "might"].map { Array($0.utf8) }
    return sentences.flatMap { sentence in
      search.matches(of: words, in: sentence, anyCase: true).map(\.range)
        + search.matches(of: [Array("may".utf8)], in: sentence, anyCase: false).map(\.range)
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Stretches between double quotation marks.
  private static func quoted(_ text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var opened: (offset: Int, closing: Unicode.Scalar)?
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      if let open = opened {
        if scalar == open.closing {
          ranges.append(open.offset..<end)
          opened = nil
        }
      } else if let closing = closings[scalar] {
        opened = (offset, closing)
      }
      offset = end
    }
    return ranges
  }

  private static let closings: [Unicode.Scalar: Unicode.Scalar] = [
    "\"": "\"", "\u{201C}": "\u{201D}", "\u{AB}": "\u{BB}", "\u{201E}": "\u{201C}",
  ]
}
