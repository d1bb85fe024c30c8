/// Asks both sides about a text.
///
/// What pandoc answered is kept until the next document: the same question comes up for many kinds.
final class Comparison {
  let pandoc: Pandoc
  private var answers: [String: Shape] = [:]

  init(pandoc: Pandoc) { self.pandoc = pandoc }

  enum Verdict: Equatable {
    case agrees
    /// Names of the kinds that explain the difference: no fewer do.
    case recorded([String])
    case unknown
    /// Pandoc does not end.
    case silence
  }

  /// What is read here is never changed: a kind says what Pandoc has to be asked to read the same.
  ///
  /// - Throws: when pandoc ends.
  func judge(_ text: String, by reader: Reader) throws -> Verdict {
    defer { answers = [:] }
    let text = text.hasSuffix("\n") ? text : text + "\n"
    guard let theirs = try answer(to: text, reader) else { return .silence }
    guard let ours = OurShape.shape(of: text, features: reader.features) else { return .unknown }
    if theirs.printed == ours { return .agrees }
    let page = Page(text: text, reader: reader, ours: ours)
    guard let kinds = try explanation(of: page) else { return .unknown }
    return .recorded(kinds.map(\.name))
  }

  /// Prints what a text is to both sides.
  ///
  /// - Throws: when pandoc ends.
  func show(_ text: String, _ reader: Reader) throws {
    let text = text.hasSuffix("\n") ? text : text + "\n"
    print("here:\n\(OurShape.shape(of: text, features: reader.features)?.lines() ?? "no well-formed page")")
    print("pandoc:\n\(try answer(to: text, reader)?.printed.lines() ?? "no answer")")
    print("verdict: \(try judge(text, by: reader))")
  }

  private struct Page {
    let text: String
    let reader: Reader
    let ours: Shape
  }

  /// The fewest kinds after which both sides agree; nil when there are none.
  private func explanation(of page: Page) throws -> [Kind]? {
    var question = page.text
    let relevant = Kind.all.filter { kind in
      // One kind may bring up what another is about.
      defer { question = kind.questions(question, page.reader).first ?? question }
      return kind.isRelevant(to: page.text, page.reader) || kind.isRelevant(to: question, page.reader)
    }
    for count in 1...Comparison.maximumTried {
      for kinds in relevant.combinations(of: count) where try agree(page, kinds) { return kinds }
    }
    // Many kinds at once: all of them, or all but one that stands in another one's way.
    let attempts =
      [relevant]
      + relevant.indices.map { left in
        relevant.indices.filter { $0 != left }.map { relevant[$0] }
      }
    for kinds in attempts where try agree(page, kinds) { return try needed(kinds, page) }
    return nil
  }

  private static let maximumTried = 3

  private func needed(_ kinds: [Kind], _ page: Page) throws -> [Kind] {
    var needed = kinds
    for kind in kinds {
      let fewer = needed.filter { $0.name != kind.name }
      if try agree(page, fewer) { needed = fewer }
    }
    return needed
  }

  private func agree(_ page: Page, _ kinds: [Kind]) throws -> Bool {
    var questions = [page.text]
    for kind in kinds {
      questions = questions.flatMap { kind.questions($0, page.reader) }
      if questions.count > Comparison.maximumQuestions {
        questions.removeSubrange(Comparison.maximumQuestions...)
      }
    }
    for question in questions {
      guard var theirs = try answer(to: question, page.reader) else { continue }
      for kind in kinds { theirs = kind.answer(theirs, page.ours) }
      if theirs.printed == page.ours { return true }
    }
    return false
  }

  private static let maximumQuestions = 32

  private func answer(to text: String, _ reader: Reader) throws -> Shape? {
    if let known = answers[text] { return known }
    guard let document = try pandoc.document(of: text, format: reader.format) else { return nil }
    let shape = PandocShape.shape(of: document)
    answers[text] = shape
    return shape
  }
}

extension Shape {
  /// As it is compared.
  fileprivate var printed: Shape { showingMarks.normalized(isBlock: true) }
}

extension Array {
  /// Every choice of `count` elements, in their order.
  fileprivate func combinations(of count: Int) -> [[Element]] {
    guard count > 0 else { return [[]] }
    return indices.flatMap { first in
      Array(self[(first + 1)...]).combinations(of: count - 1).map { [self[first]] + $0 }
    }
  }
}
