package import Briefings
package import Diagnostics
package import Linking
package import Markdown

/// How much of a source's own words a briefing has, against a budget: no eight words in a row outside quotations, and
/// no more than a tenth of the source in them.
package struct CopiedWords: Sendable {
  /// The share of a source's words that a briefing may quote.
  static let quotedBudget = 0.1

  package let page: PageID
  package let source: Slug
  /// In words, outside quotations; 0 for none of eight or more.
  package let longestRun: Int
  /// Words in quotations of this source, and all of the source's.
  package let quotedWords: Int
  package let sourceWords: Int
  package let findings: [Finding]

  /// - Parameters:
  ///   - annotations: of the page's file.
  ///   - text: the source's, UTF-8.
  package init(_ checked: CheckedPage, _ annotations: Annotations, _ source: Slug, text: [UInt8]) {
    let copied = CopiedRuns(of: TextWords(text).words.map(\.text))
    page = checked.page
    self.source = source
    sourceWords = copied.wordCount
    var findings: [Finding] = []
    var longest = 0
    for stretch in OwnWords(checked.body, annotations).stretches {
      for run in copied.found(in: stretch.map(\.text)) {
        longest = max(longest, run.count)
        let range = stretch[run.lowerBound].range.lowerBound..<stretch[run.upperBound - 1].range.upperBound
        findings.append(
          Finding(
            .copiedWords,
            "\(run.count) words in a row are those of '\(source)'; say it in words of your own, or quote it",
            at: Place(checked.path, range), knownAs: "words in a row are those of '\(source)'"))
      }
    }
    longestRun = longest
    let quoted = checked.body.quotations.filter { $0.citations.contains { $0.source == source } }
    quotedWords = quoted.reduce(0) { $0 + TextWords(Array($1.text.utf8)).words.count }
    if let last = quoted.last, Double(quotedWords) > Double(sourceWords) * CopiedWords.quotedBudget {
      findings.append(
        Finding(
          .copiedWords,
          "\(quotedWords) of the \(sourceWords) words of '\(source)' are quoted here; quote a tenth of it at most",
          at: Place(checked.path, last.source), knownAs: "too many words of '\(source)' are quoted"))
    }
    self.findings = findings
  }
}

/// A page's words that stand in no quotation, with their places in the file.
private struct OwnWords {
  /// Words that follow one another, without a quotation, a heading or a paragraph's end between them.
  private(set) var stretches: [[TextWords.Word]] = []

  init(_ body: PageBody, _ annotations: Annotations) {
    let quoted = body.quotations.map(\.source)
    for block in annotations.textBlocks where !block.isQuoted {
      let text = OwnWords.withoutMarkedQuotations(block.text)
      var (stretch, end): ([TextWords.Word], Int) = ([], 0)
      for word in TextWords(text).words {
        let source = block.source(of: word.range)
        let isQuoted = quoted.contains { $0.overlaps(source) }
        if isQuoted || text[end..<word.range.lowerBound].contains(OwnWords.quotation) {
          stretches.append(stretch)
          stretch = []
        }
        if !isQuoted { stretch.append(TextWords.Word(text: word.text, range: source)) }
        end = word.range.upperBound
      }
      stretches.append(stretch)
    }
    stretches.removeAll { $0.count < CopiedRuns.length }
  }

  /// Stands for the bytes of a quotation: no word, so that what stands before and behind does not meet.
  private static let quotation: UInt8 = 0x1F

  /// Words between quotation marks are somebody's too.
  private static func withoutMarkedQuotations(_ text: [UInt8]) -> [UInt8] {
    let pairs: [(opening: [UInt8], closing: [UInt8])] = [
      (Array("\"".utf8), Array("\"".utf8)), (Array("\u{201C}".utf8), Array("\u{201D}".utf8)),
      (Array("\u{201E}".utf8), Array("\u{201C}".utf8)), (Array("\u{AB}".utf8), Array("\u{BB}".utf8)),
    ]
    var text = text
    var offset = 0
    while offset < text.count {
      guard let pair = pairs.first(where: { text[offset...].starts(with: $0.opening) }),
        let end = text.range(of: pair.closing, after: offset + pair.opening.count)
      else {
        offset += 1
        continue
      }
      for position in offset..<end.upperBound { text[position] = OwnWords.quotation }
      offset = end.upperBound
    }
    return text
  }
}

extension [UInt8] {
  fileprivate func range(of other: [UInt8], after start: Int) -> Range<Int>? {
    guard start + other.count <= count else { return nil }
    for position in start...(count - other.count) where self[position...].starts(with: other) {
      return position..<(position + other.count)
    }
    return nil
  }
}
