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
    sentences.enumerated().flatMap { index, sentence in
      search.matches(of: JudgmentWords.terms, in: sentence).map {
        Found(terms: LikelihoodTerm.spellings[$0.word].terms, range: $0.range, sentence: index)
      }
    }
  }

  /// The places of words of confidence, with their sentence.
  func confidences() -> [(range: Range<Int>, sentence: Int)] {
    sentences.enumerated().flatMap { index, sentence in
      search.matches(of: JudgmentWords.confidences, in: sentence).map { ($0.range, index) }
    }
  }

  /// Words that hedge without saying how likely; `May` is a month or a name.
  func vagueWords() -> [Range<Int>] {
    sentences.flatMap { sentence in
      search.matches(of: JudgmentWords.vague, in: sentence).map(\.range)
        + search.matches(of: JudgmentWords.may, in: sentence).map(\.range)
    }.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static let terms = WordList(LikelihoodTerm.spellings.map(\.bytes))
  private static let confidences = WordList(
    ["moderate confidence", "high confidence", "low confidence"].map { Array($0.utf8) })
  private static let vague = WordList(["possibly", "suggests", "could", "might"].map { Array($0.utf8) })
  private static let may = WordList([Array("may".utf8)], isAnyCase: false)

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
      } else if let closing = closing(of: scalar) {
        opened = (offset, closing)
      }
      offset = end
    }
    return ranges
  }

  private static func closing(of opening: Unicode.Scalar) -> Unicode.Scalar? {
    switch opening {
    case "\"": "\""
    case "\u{201C}": "\u{201D}"
    case "\u{AB}": "\u{BB}"
    case "\u{201E}": "\u{201C}"
    default: nil
    }
  }
}
