/// The folding's own rules, beside Unicode's compatibility decomposition and case mappings.
package enum FoldingRules {
  /// Written between letters for one and the same sign: typewriter's, curly, modifier letter, prime,
  /// acute, grave, geresh, full-width. All fold to `'`.
  package static func isApostrophe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x55A, 0x5F3, 0x2018, 0x2019, 0x201B, 0x2032, 0xFF07:
      true
    default: false
    }
  }

  /// Hyphens, dashes and the minus sign. All fold to `-`.
  package static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x58A, 0x5BE, 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Joins the parts of a compound; every other dash separates.
  static func isHyphen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x58A, 0x5BE, 0x2010, 0x2011, 0xFE63, 0xFF0D: true
    default: false
    }
  }

  /// Draws an Arabic word out and is no letter of it: *القاهـــرة*.
  static func isTatweel(_ scalar: UInt32) -> Bool { scalar == 0x640 }

  /// Whether a mark is dropped: accents, Hebrew points, Arabic vowels and the tatweel. Marks that spell a sound of
  /// their own (Indic vowels and viramas, Thai and Lao vowels and tones, kana voicing) stay; the canonical
  /// combining class tells them apart (UAX #44, Canonical_Combining_Class).
  package static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    if isTatweel(scalar.value) { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint { return true }
    if properties.generalCategory == .enclosingMark { return true }
    switch properties.canonicalCombiningClass.rawValue {
    case 1, 10...36, 200...240: return true
    default: return false
    }
  }
}
