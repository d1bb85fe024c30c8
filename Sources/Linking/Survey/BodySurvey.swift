import Briefings
import Diagnostics
import Markdown

/// One walk over what a parsed body says.
struct BodySurvey {
  let annotations: Annotations
  private(set) var facts: Facts
  /// By block, ascending: names that stand for links without a label.
  let shownNames: [Int: [ShownName]]
  private var excerpts: [Int: Excerpt] = [:]
  private var sentenceIndex: [SentenceKey: Int] = [:]
  /// The last one: a sentence with many links and citations is shown once for all that follow each other.
  private var lastShown: (key: SentenceKey, shown: ShownExcerpt)?

  /// A sentence by where it begins and ends.
  private struct SentenceKey: Hashable {
    let block: Int
    let lower: Int
    let upper: Int
  }

  /// - Parameter shownName: what a reader sees where a link has no label of its own; nil for its target.
  init(
    _ annotations: Annotations, of page: PageID, in path: RelativePath, shownName: (LinkUse) -> String?
  ) {
    self.annotations = annotations
    let shown = annotations.links.compactMap { link in
      shownName(link).map { (link.block, ShownName(textRange: link.textRange, name: Array($0.utf8))) }
    }
    shownNames = Dictionary(grouping: shown, by: \.0).mapValues { $0.map(\.1) }
    facts = Facts(page: page, path: path)
  }

  mutating func survey(names: (inout BodySurvey) -> [FoundName]) {
    facts.findings = annotations.findings
    facts.headings = annotations.headings
    facts.images = annotations.images
    facts.anchors = annotations.anchors
    facts.noteLabels = annotations.notes.map(\.label)
    facts.wordCount = annotations.textBlocks.reduce(0) { $0 + $1.wordCount }
    facts.links = annotations.links.map { link($0) }
    facts.citations = annotations.citations.map { citation($0) }
    facts.names = names(&self)
    readRoles()
    readAllowances()
  }

  mutating func report(_ finding: Finding) { facts.findings.append(finding) }

  func place(_ range: Range<Int>) -> Place { Place(facts.path, range) }

  // MARK: Sentences

  mutating func excerpt(of block: Int) -> Excerpt {
    if let excerpt = excerpts[block] { return excerpt }
    let text = annotations.textBlocks[block].text
    let excerpt = Excerpt(
      of: text, sentences: sentences(in: textForSentences(of: block)), shownNames: shownNames[block] ?? [])
    excerpts[block] = excerpt
    return excerpt
  }

  /// The block's text, byte for byte as long, with a capital letter for each citation that is a word of its
  /// sentence and for each identifier that is shown as a name: it may begin one.
  private func textForSentences(of block: Int) -> [UInt8] {
    var text = annotations.textBlocks[block].text
    for shown in shownNames[block] ?? [] {
      let first = text[shown.textRange.lowerBound]
      if (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) {
        text[shown.textRange.lowerBound] = first - 0x20
      }
    }
    let first = annotations.citations.firstIndex(whereSorted: { $0.block >= block })
    for citation in annotations.citations[first...] {
      guard citation.block == block else { break }
      guard citation.isInText, citation.textOffset + 3 <= text.count else { continue }
      text.replaceSubrange(citation.textOffset..<citation.textOffset + 3, with: Array("\u{FF21}".utf8))
    }
    return text
  }

  mutating func foundPlace(
    _ textRange: Range<Int>, in block: Int, source: Range<Int>
  ) -> FoundPlace {
    let (sentence, marked) = sentence(around: textRange, in: block)
    let text = annotations.textBlocks[block]
    return FoundPlace(
      block: block, textRange: textRange, source: source, section: text.heading, sentence: sentence,
      marked: marked, isQuoted: text.isQuoted)
  }

  /// Its index in the facts, and where `range` stands in it.
  mutating func sentence(around range: Range<Int>, in block: Int) -> (Int, Range<Int>) {
    let excerpt = excerpt(of: block)
    let whole = excerpt.sentence(around: range)
    let key = SentenceKey(block: block, lower: whole.lowerBound, upper: whole.upperBound)
    let shown: ShownExcerpt
    if let last = lastShown, last.key == key { shown = last.shown } else { shown = excerpt.shown(whole) }
    lastShown = (key, shown)
    let marked = shown.marked(range)
    if let index = sentenceIndex[key] { return (index, marked) }
    sentenceIndex[key] = facts.sentences.count
    facts.sentences.append(shown.text)
    return (facts.sentences.count - 1, marked)
  }

  // MARK: Links and citations

  private mutating func link(_ use: LinkUse) -> FoundLink {
    let shown = shownNames[use.block]?.first { $0.textRange == use.textRange }?.name
    let text = String(
      decoding: shown ?? Array(annotations.textBlocks[use.block].text[use.textRange]), as: UTF8.self)
    return FoundLink(
      use: use.form, target: use.target, text: text,
      place: foundPlace(use.textRange, in: use.block, source: use.source))
  }

  private mutating func citation(_ group: CitationGroup) -> FoundCitation {
    let range = group.textOffset..<group.textOffset
    return FoundCitation(
      items: group.items.map {
        FoundCitation.Item(
          key: $0.key, locator: $0.locator, suppressesAuthor: $0.suppressesAuthor, source: $0.source)
      }, isInText: group.isInText, sentence: sentence(around: range, in: group.block).0)
  }

  private mutating func readAllowances() {
    for allowance in annotations.allowances {
      guard let code = FindingCode(rawValue: allowance.code) else {
        report(
          Finding(
            .badAttribute, "no finding has the code '\(allowance.code)'", at: place(allowance.codeSource),
            suggestions: Suggestions.nearest(
              to: allowance.code, among: FindingCode.allCases.map(\.rawValue))))
        continue
      }
      if code.isFixed {
        report(
          Finding(
            .badAttribute, "'\(allowance.code)' cannot be silenced: the page would be wrong",
            at: place(allowance.codeSource)))
      } else {
        facts.allowances.append(allowance)
      }
    }
  }
}

extension BodySurvey {
  mutating func setSpans(_ spans: [FoundAnnotation]) { facts.spans = spans }
  mutating func setRegions(_ regions: [FoundAnnotation]) { facts.regions = regions }
}
