/// What kinds of scalars `qn1` tells apart.
enum NormalScalars {
  /// Stands for every quotation mark and apostrophe: an apostrophe is written as a closing mark, and quotations in
  /// quotations change from double marks to single ones.
  static let mark: UInt32 = 0x27
  static let dash: UInt32 = 0x2D
  static let ellipsis: UInt32 = 0x2026
  static let space: UInt32 = 0x20
  static let fullStop: UInt32 = 0x2E

  /// The scalar that stands for `scalar`.
  static func unified(_ scalar: Unicode.Scalar) -> UInt32 {
    if scalar.isASCII { return scalar == "\"" || scalar == "`" ? mark : scalar.value }
    if isQuotationMark(scalar) { return mark }
    if scalar.properties.generalCategory == .dashPunctuation || scalar == "\u{2212}" { return dash }
    // Three dots on the middle of the line; NFKC leaves them as they are.
    if scalar == "\u{22EF}" { return ellipsis }
    return scalar.properties.isWhitespace ? space : scalar.value
  }

  /// Those that Unicode counts as opening or closing marks, and those that are none there but are printed as such:
  /// low, acute, modifier, prime and corner marks.
  private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x201A, 0x201E, 0x2032, 0x2033, 0x2035, 0x2036, 0x300C...0x300F,
      0x301D...0x301F, 0xFE41...0xFE44, 0xFF02, 0xFF07, 0xFF62, 0xFF63:
      true
    default:
      switch scalar.properties.generalCategory {
      case .initialPunctuation, .finalPunctuation: true
      default: false
      }
    }
  }

  /// Soft hyphens, zero-width characters, byte order marks: what a page shows nothing for.
  static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.isDefaultIgnorableCodePoint
  }

  /// Whether NFKC leaves the scalar alone, whatever stands around it but combining marks: most letters of Latin,
  /// Greek and Cyrillic texts. Only a shortcut: for others Foundation is asked.
  static func isStable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x80, 0xC0...0x131, 0x391...0x3A1, 0x3A3...0x3C9, 0x400...0x45F, 0x490...0x4C0: true
    default: false
    }
  }

  /// Letters, digits and the marks on them.
  static func isWord(_ value: UInt32) -> Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    case 0..<0x80: return false
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Whether a word may begin or end anywhere beside it: scripts that are written without blanks.
  static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0xE00: false
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF: true
    default: Unicode.Scalar(value)?.properties.isIdeographic ?? false
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  /// What a quotation may end with that is the writer's own.
  static func endsQuotation(_ value: UInt32) -> Bool {
    switch value {
    case fullStop, 0x2C, 0x3A, 0x3B, 0x21, 0x3F, mark, dash, ellipsis, space, 0x3002, 0x3001: true
    default: false
    }
  }

  static func beginsQuotation(_ value: UInt32) -> Bool { value == mark || value == space }
}
