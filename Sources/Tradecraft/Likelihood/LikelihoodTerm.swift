package import Briefings

/// A word for a chance, and the chance it stands for.
package struct LikelihoodTerm: Sendable, Hashable {
  /// As it is printed: `very likely`.
  package let name: String
  /// Everything it is written as in a text, lower case, the name included.
  let spellings: [String]
  /// In per cent, both edges included.
  package let lower: Int
  package let upper: Int
  /// The row it belongs to; one spelling may stand in several.
  package let yardstick: Yardstick

  init(_ name: String, _ band: ClosedRange<Int>, _ yardstick: Yardstick, also spellings: [String] = []) {
    self.name = name
    self.spellings = [name] + spellings
    lower = band.lowerBound
    upper = band.upperBound
    self.yardstick = yardstick
  }

  /// Whether a probability (0 to 1) lies in its band; an edge belongs to both its neighbours.
  package func contains(_ probability: Double) -> Bool {
    let perCent = probability * 100
    return Double(lower) - 1e-9 <= perCent && perCent <= Double(upper) + 1e-9
  }
}

extension Yardstick {
  /// What the page's table is headed by.
  package var title: String {
    switch self {
    case .icd203a, .icd203b: "ICD 203"
    case .phia: "PHIA probability yardstick"
    case .none: ""
    }
  }

  /// From the least likely up. Intelligence Community Directive 203 (2015), D.6.e.2.a; Professional Head of
  /// Intelligence Assessment, probability yardstick (its bands leave gaps on purpose).
  package var terms: [LikelihoodTerm] {
    switch self {
    case .icd203a: LikelihoodTerm.rowA
    case .icd203b: LikelihoodTerm.rowB
    case .phia: LikelihoodTerm.phia
    case .none: []
    }
  }

  /// The term of this row that a writer names.
  package func term(named name: String) -> LikelihoodTerm? {
    let folded = name.lowercased()
    return terms.first { $0.spellings.contains(folded) }
  }
}

extension LikelihoodTerm {
  static let rowA: [LikelihoodTerm] = [
    LikelihoodTerm("almost no chance", 1...5, .icd203a),
    LikelihoodTerm("very unlikely", 5...20, .icd203a),
    LikelihoodTerm("unlikely", 20...45, .icd203a),
    LikelihoodTerm("roughly even chance", 45...55, .icd203a),
    LikelihoodTerm("likely", 55...80, .icd203a),
    LikelihoodTerm("very likely", 80...95, .icd203a),
    LikelihoodTerm("almost certain", 95...99, .icd203a, also: ["almost certainly"]),
  ]

  static let rowB: [LikelihoodTerm] = [
    LikelihoodTerm(
      "remote", 1...5, .icd203b,
      also: ["remote chance", "remote possibility", "remote prospect", "remote likelihood"]),
    LikelihoodTerm("highly improbable", 5...20, .icd203b, also: ["highly improbably"]),
    LikelihoodTerm("improbable", 20...45, .icd203b, also: ["improbably"]),
    LikelihoodTerm("roughly even odds", 45...55, .icd203b),
    LikelihoodTerm("probable", 55...80, .icd203b, also: ["probably"]),
    LikelihoodTerm("highly probable", 80...95, .icd203b, also: ["highly probably"]),
    LikelihoodTerm("nearly certain", 95...99, .icd203b, also: ["nearly certainly"]),
  ]

  static let phia: [LikelihoodTerm] = [
    LikelihoodTerm("remote chance", 0...5, .phia),
    LikelihoodTerm("highly unlikely", 10...20, .phia),
    LikelihoodTerm("unlikely", 25...35, .phia),
    LikelihoodTerm("realistic possibility", 40...50, .phia),
    LikelihoodTerm("likely", 55...75, .phia, also: ["probable", "probably"]),
    LikelihoodTerm("highly likely", 80...90, .phia),
    LikelihoodTerm("almost certain", 95...100, .phia, also: ["almost certainly"]),
  ]

  /// Every spelling of every row; `remote` alone is none, because it is a word for distance as well.
  static let spellings: [(bytes: [UInt8], terms: [LikelihoodTerm])] = {
    let terms = rowA + rowB + phia
    let spellings = Set(terms.flatMap(\.spellings)).subtracting(["remote"])
    return spellings.sorted { a, b in
      a.utf8.count == b.utf8.count ? a < b : a.utf8.count > b.utf8.count
    }.map { spelling in
      (Array(spelling.utf8), terms.filter { $0.spellings.contains(spelling) })
    }
  }()
}
