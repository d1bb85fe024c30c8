/// How far a name's capitals must agree with the text's.
enum CaseRule: Sendable {
  /// Not at all.
  case any
  /// In the first letter that has case.
  case firstLetter
  /// As `firstLetter`, for a name that begins in lower case: a sentence's start may capitalize it.
  case firstLetterUnlessSentence
  /// In every letter.
  case exact
}

/// A name as it is searched for: its folded key, and what its capitals demand.
struct FoldedName {
  let key: [UInt8]
  let rule: CaseRule
  /// For each byte of `key`, whether it came from a capital.
  let isUpper: [Bool]
  /// Offset in `key` of the first letter that has case.
  let firstCased: Int?

  /// - Parameter isCaseSensitive: nil: names of up to three letters and names all in capitals are.
  init(_ text: String, isCaseSensitive: Bool?) {
    let folded = FoldedText(Array(text.utf8))
    let traits = text.unicodeScalars.map { ScalarTraits(of: $0.value) }
    let isAllCapitals = !traits.contains { $0.contains(.lower) } && traits.contains { $0.contains(.upper) }
    let isShort = traits.count { $0.contains(.letter) } <= 3
    key = folded.bytes
    isUpper = folded.isUpper
    firstCased = Self.firstCased(in: folded)
    if let isCaseSensitive {
      rule = isCaseSensitive ? .exact : .any
    } else if isShort || isAllCapitals {
      rule = .exact
    } else if firstCased == 0, !folded.isUpper[0] {
      rule = .firstLetterUnlessSentence
    } else {
      rule = firstCased == nil ? .any : .firstLetter
    }
  }

  private static func firstCased(in folded: FoldedText) -> Int? {
    var offset = 0
    while offset < folded.bytes.count {
      let step = folded.bytes.span.scalar(at: offset)
      if folded.isUpper[offset] || ScalarTraits(of: step.value).contains(.lower) { return offset }
      offset += step.utf8Count
    }
    return nil
  }

  /// The keys under which the name is found: an abbreviation with periods is one with its last period or
  /// without, and so is one that ends a longer name (*Acme Inc.*).
  var keys: [[UInt8]] {
    guard !key.isEmpty else { return [] }
    let period = UInt8(ascii: ".")
    if key.last == period {
      let rest = key.dropLast()
      return rest.contains(period) || rest.contains(UInt8(ascii: " ")) ? [key, Array(rest)] : [key]
    }
    guard let last = key.lastIndex(of: period), last + 1 < key.count else { return [key] }
    let step = key.span.scalar(at: last + 1)
    let isInitial = last + 1 + step.utf8Count == key.count && ScalarTraits(of: step.value).contains(.letter)
    return isInitial ? [key, key + [period]] : [key]
  }
}

/// What the capitals of one name demand of the text, without references, so that reading it costs nothing.
struct CaseDemand: Sendable {
  let rule: CaseRule
  /// As `FoldedName.firstCased`, -1 for none.
  let firstCased: Int32
  let isFirstUpper: Bool
  /// Where the name's part of `NameTable.capitals` begins, and how long it is.
  let capitalsStart: Int32
  let capitalsCount: Int32

  init(_ name: FoldedName, capitalsStart: Int) {
    rule = name.rule
    firstCased = Int32(name.firstCased ?? -1)
    isFirstUpper = name.firstCased.map { name.isUpper[$0] } ?? false
    self.capitalsStart = Int32(capitalsStart)
    capitalsCount = Int32(name.isUpper.count)
  }
}
