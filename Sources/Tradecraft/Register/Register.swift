import Briefings
package import Linking

/// Every statement with how it stands: what registers, chips and bands are made of.
package struct Register: Sendable {
  /// How a claim stands.
  package struct Standing: Sendable, Equatable {
    package let status: ClaimStatus
    /// Made from the citations, not stated by the writer.
    package let isDerived: Bool
    /// Independent publications behind it.
    package let publications: Int
    /// Source records behind it, copies included.
    package let sources: Int
  }

  /// How likely a judgment says something is.
  package struct Likelihood: Sendable, Equatable {
    package let term: LikelihoodTerm
    /// 0 to 1, if the writer gives a number.
    package let probability: Double?
  }

  package struct Group: Sendable, Equatable {
    package let part: RegisterPart
    package let items: [PageItem]
  }

  /// In the order of ``RegisterPart/all``; statements as in ``Site/statements``. Parts without any are left out.
  package let parts: [Group]
  package let relations: RegisterRelations
  let publications: Publications
  private var standings: [PageItem: Standing] = [:]
  private var likelihoods: [PageItem: Likelihood] = [:]
  private var used: [PageID: Set<String>] = [:]

  package init(_ site: Site) {
    publications = Publications(site.sources.map(\.record))
    relations = RegisterRelations(site)
    var items: [RegisterPart: [PageItem]] = [:]
    for item in site.statements {
      guard let statement = site.statement(item) else { continue }
      switch statement.role {
      case .claim(let claim):
        let standing = Register.standing(of: claim, statement.citations, publications)
        standings[item] = standing
        items[.status(standing.status), default: []].append(item)
        if claim.kind == .forecast { items[.forecasts, default: []].append(item) }
      case .judgment: items[.judgments, default: []].append(item)
      case .assumption: items[.assumptions, default: []].append(item)
      case .gap: items[.gaps, default: []].append(item)
      }
    }
    parts = RegisterPart.all.compactMap { part in items[part].map { Group(part: part, items: $0) } }
    for briefing in site.briefings { readJudgments(of: briefing, site) }
  }

  package func contains(_ part: RegisterPart) -> Bool { parts.contains { $0.part == part } }

  package func standing(of claim: PageItem) -> Standing? { standings[claim] }

  package func likelihood(of judgment: PageItem) -> Likelihood? { likelihoods[judgment] }

  /// The page's yardstick with the terms it uses; nil when it speaks of no chance.
  package func yardstick(of page: PageID, in site: Site) -> [(term: LikelihoodTerm, isUsed: Bool)]? {
    guard case .briefing(let slug) = page, let briefing = site.briefing(slug), let used = used[page] else {
      return nil
    }
    let row = briefing.record.yardstick ?? site.configuration.yardstick
    let terms = row.terms.map { (term: $0, isUsed: used.contains($0.name)) }
    return terms.contains { $0.isUsed } ? terms : nil
  }

  static func standing(
    of claim: Statement.Claim, _ citations: [CitedSource], _ publications: Publications
  ) -> Standing {
    let count = publications.count(behind: citations)
    let derived: ClaimStatus = count == 0 ? .unverified : count == 1 ? .singleSource : .severalSources
    return Standing(
      status: claim.status ?? derived, isDerived: claim.status == nil, publications: count,
      sources: Set(citations.map(\.source)).count)
  }

  private mutating func readJudgments(of briefing: BriefingPage, _ site: Site) {
    let row = briefing.record.yardstick ?? site.configuration.yardstick
    let language = briefing.record.common.language ?? site.configuration.language
    for (index, statement) in briefing.body.statements.enumerated() {
      guard case .judgment(let judgment) = statement.role,
        let term = JudgmentTerm(of: judgment, statement.words, row, language: language).term
      else { continue }
      likelihoods[PageItem(page: briefing.id, index: index)] = Likelihood(
        term: term, probability: judgment.probability)
      used[briefing.id, default: []].insert(term.name)
    }
  }
}

/// The term a judgment speaks by: the stated one, else the first of the page's row in its words.
struct JudgmentTerm {
  let term: LikelihoodTerm?

  init(of judgment: Statement.Judgment, _ words: AnnotatedWords, _ row: Yardstick, language: String) {
    if let stated = judgment.likelihood {
      term = row.term(named: stated)
    } else if Language.isEnglish(language) {
      term =
        JudgmentWords(words).terms().lazy.compactMap { found in
          found.terms.first { $0.yardstick == row }
        }.first
    } else {
      term = nil
    }
  }
}

/// Terms are searched only in English texts.
enum Language {
  static func isEnglish(_ tag: String) -> Bool {
    let primary = tag.utf8.prefix { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
    return String(primary)?.lowercased() == "en"
  }
}
