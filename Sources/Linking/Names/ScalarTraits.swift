/// What a scalar is to the search for names: bits, so that one look-up answers every question.
struct ScalarTraits: OptionSet, Sendable {
  let rawValue: UInt8

  static let letter = ScalarTraits(rawValue: 1)
  /// A decimal digit or a number that is a letter (`Ⅷ`); superscripts are notes' markers, not digits.
  static let digit = ScalarTraits(rawValue: 2)
  static let mark = ScalarTraits(rawValue: 4)
  /// A letter of a script written without spaces between words.
  static let unspaced = ScalarTraits(rawValue: 8)
  /// Inside a word and no part of its spelling: soft hyphen, joiners, word joiner, tatweel.
  static let ignorable = ScalarTraits(rawValue: 16)
  static let upper = ScalarTraits(rawValue: 32)
  static let lower = ScalarTraits(rawValue: 64)
  static let space = ScalarTraits(rawValue: 128)

  /// What may not adjoin a name.
  static let word: ScalarTraits = [.letter, .digit, .mark]
  static let cased: ScalarTraits = [.upper, .lower]

  var isWord: Bool { !isDisjoint(with: .word) }
}

extension ScalarTraits {
  /// Of every scalar below U+3100, which is nearly all text but Han, Hangul and emoji.
  static let table: [ScalarTraits] = (0..<tableEnd).map { ScalarTraits(looking: $0) }
  private static let tableEnd: UInt32 = 0x3100

  init(of scalar: UInt32) {
    if scalar < Self.tableEnd {
      self = Self.table[Int(scalar)]
    } else if (0x4E00...0x9FFF).contains(scalar) {
      self = [.letter, .unspaced]
    } else {
      self.init(looking: scalar)
    }
  }

  /// Asks the standard library's Unicode tables, which cost some 30 ns a scalar; kept out of line, so that the
  /// look-up in the table stays small where it is inlined.
  @inline(never)
  private init(looking value: UInt32) {
    guard let scalar = Unicode.Scalar(value), !FoldingRules.isApostrophe(value) else {
      self = []
      return
    }
    if FoldingRules.isTatweel(value) {
      self = .ignorable
      return
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: self = [.letter, .upper]
    case .lowercaseLetter: self = [.letter, .lower]
    case .modifierLetter, .otherLetter: self = Self.isUnspaced(value) ? [.letter, .unspaced] : .letter
    case .decimalNumber, .letterNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .space
    case .control: self = scalar.properties.isWhitespace ? .space : []
    // U+200B separates words in Khmer and Thai, so it is a boundary although it is invisible.
    case .format: self = scalar.properties.isDefaultIgnorableCodePoint && value != 0x200B ? .ignorable : []
    default: self = []
    }
  }

  /// Thai, Lao, Myanmar, Khmer, kana and Han.
  private static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0xA9E0...0xA9FF, 0xAA60...0xAA7F, 0x1780...0x17FF: true
    case 0x3005...0x3007, 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1B000...0x1B16F: true
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
