/// Where a search stands.
struct NameScan {
  /// A key that the text spells from the place in question.
  struct Accepted {
    let key: Int
    var end: Int
  }

  /// What stands before the place in question.
  enum Neighbour {
    case boundary
    /// A letter, digit or mark.
    case word
    /// A letter after which no boundary is asked for.
    case unspaced

    /// What stands before the next place, when a scalar of `traits` follows.
    func followed(by traits: ScalarTraits) -> Neighbour {
      if traits.contains(.unspaced) { return .unspaced }
      if traits.contains(.ignorable) { return self }
      if traits.contains(.mark) { return self == .unspaced ? .unspaced : .word }
      return traits.isWord ? .word : .boundary
    }
  }

  var searchable = 0..<0
  var neighbour = Neighbour.boundary
  /// Where the last match ends.
  var nameEnd = 0
  /// Used again for every place, so that a search does not allocate for each.
  var accepted: [Accepted] = []
  /// Exclusions that reach beyond the place in question.
  var exclusions: [(range: Range<Int>, owner: Int)] = []
  /// The text's sentences, once a name has asked for them.
  var sentences: [Range<Int>]?

  func isExcluded(_ range: Range<Int>, for owner: Int) -> Bool {
    exclusions.contains {
      $0.owner == owner && $0.range.lowerBound <= range.lowerBound && range.upperBound <= $0.range.upperBound
    }
  }
}
