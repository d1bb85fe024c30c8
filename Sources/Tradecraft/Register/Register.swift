import Briefings
package import Linking

/// Every claim with its status, and what judgments say about chance: what registers, chips and bands are made of.
package struct Register: Sendable {
  /// How a claim stands.
  package struct Standing: Sendable, Equatable {
    package let status: ClaimStatus
    /// Made from the citations, not stated by the writer.
    package let isDerived: Bool
    /// Independent publications behind it.
    package let publications: Int
  }

  /// How likely a judgment says something is.
  package struct Likelihood: Sendable, Equatable {
    package let term: LikelihoodTerm
    /// 0 to 1, if the writer gives a number.
    package let probability: Double?
  }

  /// In the order of ``ClaimStatus``; claims as in ``Site/claims``. Statuses without a claim are left out.
  package private(set) var statuses: [Group] = []
  private var standings: [PageItem: Standing] = [:]
  private var likelihoods: [PageItem: Likelihood] = [:]
  private var used: [PageID: Set<String>] = [:]

  package struct Group: Sendable, Equatable {
    package let status: ClaimStatus
    package let claims: [PageItem]
  }

  package init(_ site: Site) {
    let publications = Publications(site.sources.map(\.record))
    for item in site.claims {
      guard let statement = site.statement(item), case .claim(let claim) = statement.role else { continue }
      standings[item] = Register.standing(of: claim, statement.citations, publications)
    }
    statuses = ClaimStatus.allCases.compactMap { status in
      let claims = site.claims.filter { standings[$0]?.status == status }
      return claims.isEmpty ? nil : Group(status: status, claims: claims)
    }
    for briefing in site.briefings { readJudgments(of: briefing, site) }
  }

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
    if let status = claim.status { return Standing(status: status, isDerived: false, publications: count) }
    let status: ClaimStatus = count == 0 ? .unverified : count == 1 ? .singleSource : .severalSources
    return Standing(status: status, isDerived: true, publications: count)
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
