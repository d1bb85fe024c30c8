import Briefings
import Diagnostics
import Linking

/// The rules about one page's judgments.
struct Judging {
  private let page: CheckedPage
  private(set) var findings: [Finding] = []

  init(_ page: CheckedPage) {
    self.page = page
    for statement in page.body.statements {
      if case .judgment(let judgment) = statement.role { check(statement, judgment) }
    }
    for judgments in page.body.keyJudgments { check(judgments) }
  }

  private mutating func check(_ statement: Statement, _ judgment: Statement.Judgment) {
    if !statement.isCited, !judgment.statesBasis {
      report(
        .judgmentWithoutBasis, "the judgment rests on nothing: cite a source or name its 'based-on'",
        at: statement.attributeSource)
    }
    let isEnglish = Language.isEnglish(page.language)
    let words = JudgmentWords(statement.words)
    let found = isEnglish ? words.terms() : []
    if let stated = judgment.likelihood {
      checkStated(stated, at: judgment.likelihoodSource ?? statement.attributeSource)
    } else {
      checkRows(found, statement)
    }
    checkConfidence(found, judgment, words, statement)
    checkProbability(judgment, statement)
    if isEnglish, judgment.likelihood == nil, found.isEmpty { checkVagueness(words, statement) }
  }

  // MARK: Terms

  private mutating func checkStated(_ stated: String, at range: Range<Int>) {
    guard page.yardstick != .none, page.yardstick.term(named: stated) == nil else { return }
    let others: [Yardstick] = [.icd203a, .icd203b, .phia]
    guard let other = others.first(where: { $0 != page.yardstick && $0.term(named: stated) != nil }) else {
      report(
        .badAttribute, "'\(stated)' is no term of likelihood", at: range,
        suggestions: Suggestions.nearest(to: stated, among: page.yardstick.terms.map(\.name)))
      return
    }
    reportMixed(stated, other, at: range)
  }

  private mutating func checkRows(_ found: [JudgmentWords.Found], _ statement: Statement) {
    guard page.yardstick != .none else { return }
    for term in found where !term.terms.contains(where: { $0.yardstick == page.yardstick }) {
      guard let first = term.terms.first else { continue }
      let range = statement.words.source(of: term.range) ?? statement.source
      let written = String(decoding: Array(statement.words.text.utf8)[term.range], as: UTF8.self)
      reportMixed(written, first.yardstick, at: range)
    }
  }

  /// Offers the page's term whose band lies nearest.
  private mutating func reportMixed(_ written: String, _ other: Yardstick, at range: Range<Int>) {
    let term = other.term(named: written)
    let middle = term.map { $0.lower + $0.upper } ?? 0
    let nearest = page.yardstick.terms.min {
      abs($0.lower + $0.upper - middle) < abs($1.lower + $1.upper - middle)
    }
    report(
      .mixedYardsticks,
      "'\(written)' is a term of \(other.rawValue), this page speaks by \(page.yardstick.rawValue)",
      at: range,
      suggestions: term == nil ? [] : [nearest?.name].compactMap { $0 })
  }

  // MARK: Confidence and numbers

  /// ICD 203: degree of likelihood and level of confidence do not stand in one sentence. With a stated term only
  /// its own words count.
  private mutating func checkConfidence(
    _ found: [JudgmentWords.Found], _ judgment: Statement.Judgment, _ words: JudgmentWords,
    _ statement: Statement
  ) {
    let stated = judgment.likelihood.map { $0.lowercased() }
    let counted = found.filter { term in
      stated.map { name in term.terms.contains { $0.spellings.contains(name) } } ?? true
    }
    for confidence in words.confidences()
    where counted.contains(where: { $0.sentence == confidence.sentence }) {
      report(
        .likelihoodWithConfidence,
        "likelihood and confidence stand in one sentence; give confidence a sentence of its own",
        at: statement.words.source(of: confidence.range) ?? statement.source)
    }
  }

  private mutating func checkProbability(_ judgment: Statement.Judgment, _ statement: Statement) {
    guard let probability = judgment.probability,
      let term = JudgmentTerm(of: judgment, statement.words, page.yardstick, language: page.language).term,
      !term.contains(probability)
    else { return }
    report(
      .probabilityOutsideTerm,
      "'\(term.name)' stands for \(term.lower) to \(term.upper) per cent; p is \(probability)",
      at: judgment.probabilitySource ?? statement.attributeSource)
  }

  private mutating func checkVagueness(_ words: JudgmentWords, _ statement: Statement) {
    guard page.yardstick != .none, let first = words.vagueWords().first else { return }
    let written = String(decoding: Array(statement.words.text.utf8)[first], as: UTF8.self)
    report(
      .vagueLikelihood, "'\(written)' does not say how likely; use a term of \(page.yardstick.rawValue)",
      at: statement.words.source(of: first) ?? statement.source)
  }

  // MARK: Key judgments

  /// How many a reader keeps in mind, and how long one may be, in words.
  private static let itemLimit = 5
  private static let wordLimit = 60

  private mutating func check(_ judgments: KeyJudgments) {
    if judgments.items.count > Judging.itemLimit {
      let first = judgments.items[Judging.itemLimit].source
      report(
        .keyJudgmentsLength, "\(judgments.items.count) key judgments; five are enough", at: first,
        knownAs: "more than five key judgments")
    }
    for item in judgments.items where item.wordCount > Judging.wordLimit {
      report(
        .keyJudgmentsLength, "a key judgment of \(item.wordCount) words; say it in 60", at: item.source,
        knownAs: "a key judgment of more than 60 words")
    }
  }

  private mutating func report(
    _ code: FindingCode, _ message: String, at range: Range<Int>, suggestions: [String] = [],
    knownAs identity: String? = nil
  ) {
    findings.append(
      Finding(
        code, message, at: Place(page.path, range), suggestions: suggestions, knownAs: identity))
  }
}
