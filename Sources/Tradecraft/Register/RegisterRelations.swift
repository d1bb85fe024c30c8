package import Linking

/// What statements say of one another, from either side.
package struct RegisterRelations: Sendable {
  package enum Kind: Sendable, CaseIterable {
    case disputes, disputedBy, supersedes, supersededBy, restsOn, basisOf

    /// The same seen from the other statement.
    fileprivate var reverse: Kind {
      switch self {
      case .disputes: .disputedBy
      case .disputedBy: .disputes
      case .supersedes: .supersededBy
      case .supersededBy: .supersedes
      case .restsOn: .basisOf
      case .basisOf: .restsOn
      }
    }
  }

  package struct Relation: Sendable, Equatable {
    package let kind: Kind
    package let other: PageItem
  }

  /// Of statements that have any, by kind, then in the order of the register.
  private var relations: [PageItem: [Relation]] = [:]

  init(_ site: Site) {
    for item in site.statements {
      switch site.statement(item)?.role {
      case .claim(let claim):
        for other in claim.disputes { add(item, .disputes, other, in: site) }
        for other in claim.supersedes { add(item, .supersedes, other, in: site) }
      case .judgment(let judgment):
        for other in judgment.basedOn { add(item, .restsOn, other, in: site) }
      default: continue
      }
    }
    let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
    for item in relations.keys {
      relations[item]?.sort { (order[$0.kind] ?? 0) < (order[$1.kind] ?? 0) }
    }
  }

  package func of(_ item: PageItem) -> [Relation] { relations[item] ?? [] }

  /// Nothing is said of what is not shown.
  private mutating func add(_ item: PageItem, _ kind: Kind, _ other: PageItem, in site: Site) {
    guard site.statement(other) != nil else { return }
    relations[item, default: []].append(Relation(kind: kind, other: other))
    relations[other, default: []].append(Relation(kind: kind.reverse, other: item))
  }
}
