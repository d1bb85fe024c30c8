import Briefings
import Linking

/// A claim, judgment or quotation reduced to what may not change without a word: what it says, and what is said of it.
struct PublishedSubject {
  enum Kind: String {
    case claim, judgment, quotation
  }

  let kind: Kind
  /// The writer's own; nil where it was made from a number or a digest.
  let id: String?
  /// The words without case, punctuation and forms of letters (Unicode's NFKC).
  let words: String
  /// As written, for messages.
  let text: String
  /// What is stated of it, by what it is called.
  let attributes: [Attribute]
  let source: Range<Int>

  struct Attribute: Equatable {
    let name: String
    let value: String
  }

  /// Every one of a page. `current` gives the identifier that an entity or a source has now.
  static func all(
    of page: PageID, in site: Site, _ register: Register, current: (PageID) -> PageID
  ) -> [PublishedSubject] {
    guard let body = site.body(of: page) else { return [] }
    let statements = body.statements.enumerated().compactMap { index, statement in
      PublishedSubject(statement, PageItem(page: page, index: index), register, current)
    }
    return statements + body.quotations.map { PublishedSubject($0, current) }
  }

  private init?(
    _ statement: Statement, _ item: PageItem, _ register: Register, _ current: (PageID) -> PageID
  ) {
    switch statement.role {
    case .claim(let claim):
      kind = .claim
      attributes = [
        Attribute("status", claim.status?.rawValue),
        Attribute("speaker", claim.by.map { current(.entity($0)).slug.string }),
        Attribute(citing: statement.citations, current),
      ]
    case .judgment(let judgment):
      kind = .judgment
      attributes = [
        Attribute("likelihood", register.likelihood(of: item)?.term.name ?? judgment.likelihood),
        Attribute("p", judgment.probability.map { "\($0)" }),
        Attribute("confidence", judgment.confidence?.rawValue),
        Attribute(citing: statement.citations, current),
      ]
    case .assumption, .gap: return nil
    }
    id = statement.hasExplicitID ? statement.id : nil
    text = statement.text
    words = TextWords.joined(statement.text)
    source = statement.source
  }

  private init(_ quotation: Quotation, _ current: (PageID) -> PageID) {
    kind = .quotation
    id = quotation.hasExplicitID ? quotation.id : nil
    text = quotation.text
    words = TextWords.joined(quotation.text)
    attributes = [
      Attribute("speaker", quotation.speaker.map { current(.entity($0)).slug.string }),
      Attribute(citing: quotation.citations, current),
    ]
    source = quotation.source
  }
}

extension PublishedSubject.Attribute {
  fileprivate init(_ name: String, _ value: String?) {
    self.init(name: name, value: value ?? "")
  }

  fileprivate init(citing citations: [CitedSource], _ current: (PageID) -> PageID) {
    let sources = Set(citations.map { current(.source($0.source)).slug.string })
    self.init(name: "sources", value: sources.sorted().joined(separator: ", "))
  }
}
