package import Briefings

/// A word for a likelihood and the band it stands for, in per cent.
package struct LikelihoodTerm: Sendable, Equatable {
  package let words: String
  /// Other spellings of the same term.
  package let variants: [String]
  package let band: ClosedRange<Int>

  init(_ words: String, _ band: ClosedRange<Int>, or variants: String...) {
    self.words = words
    self.variants = variants
    self.band = band
  }
}

extension Yardstick {
  /// What a reader calls it.
  package var name: String {
    switch self {
    case .icd203a: "ICD 203"
    case .icd203b: "ICD 203, second row"
    case .phia: "PHIA"
    case .none: ""
    }
  }

  /// From the least to the most likely: ICD 203 (Analytic Standards, D.6.e.2.a) and the yardstick of the
  /// United Kingdom's Professional Head of Intelligence Assessment.
  package var terms: [LikelihoodTerm] {
    switch self {
    case .icd203a:
      [
        LikelihoodTerm("almost no chance", 1...5), LikelihoodTerm("very unlikely", 5...20),
        LikelihoodTerm("unlikely", 20...45), LikelihoodTerm("roughly even chance", 45...55),
        LikelihoodTerm("likely", 55...80), LikelihoodTerm("very likely", 80...95),
        LikelihoodTerm("almost certain", 95...99, or: "almost certainly"),
      ]
    case .icd203b:
      [
        LikelihoodTerm("remote", 1...5), LikelihoodTerm("highly improbable", 5...20),
        LikelihoodTerm("improbable", 20...45), LikelihoodTerm("roughly even odds", 45...55),
        LikelihoodTerm("probable", 55...80), LikelihoodTerm("highly probable", 80...95),
        LikelihoodTerm("nearly certain", 95...99),
      ]
    case .phia:
      [
        LikelihoodTerm("remote chance", 0...5), LikelihoodTerm("highly unlikely", 10...20),
        LikelihoodTerm("unlikely", 25...35), LikelihoodTerm("realistic possibility", 40...50),
        LikelihoodTerm("likely", 55...75, or: "probable"), LikelihoodTerm("highly likely", 80...90),
        LikelihoodTerm("almost certain", 95...100),
      ]
    case .none: []
    }
  }

  /// The term that an attribute states; letters of either case are the same.
  package func term(stated words: String) -> LikelihoodTerm? {
    let wanted = words.lowercased()
    return terms.first { $0.words == wanted || $0.variants.contains(wanted) }
  }
}
