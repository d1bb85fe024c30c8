/// How many columns of a terminal a text takes, scalar by scalar.
///
/// Wide characters take two (Unicode Standard Annex 11, W and F), marks none; of a sequence of emoji
/// (Unicode Technical Standard 51) only the first one counts, as terminals draw it.
struct DisplayWidth {
  private var previous: Unicode.Scalar?
  private var isJoined = false
  /// Whether the first half of a flag stands before.
  private var isHalfFlag = false
  /// Whether the last scalar is drawn into what stands before it, so that no line is cut between them.
  private(set) var isDrawnInto = false

  static func of(_ scalars: [Unicode.Scalar]) -> Int {
    var width = DisplayWidth()
    return scalars.reduce(0) { $0 + width.add($1) }
  }

  /// The columns that the next scalar adds.
  mutating func add(_ scalar: Unicode.Scalar) -> Int {
    let isFirst = previous == nil
    let columns = columns(of: scalar)
    previous = scalar
    let closesFlag = isHalfFlag && scalar.isHalfFlag
    isHalfFlag = scalar.isHalfFlag && !closesFlag
    isDrawnInto = !isFirst && (columns == 0 || scalar == "\u{FE0F}" || closesFlag)
    return columns
  }

  private mutating func columns(of scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 {
      isJoined = false
      return 1
    }
    if scalar == "\u{200D}" {
      isJoined = previous.map { $0 == "\u{FE0F}" || $0.properties.isEmoji } ?? false
      return 0
    }
    if isJoined {
      isJoined = false
      if scalar.properties.isEmoji { return 0 }
    }
    if scalar == "\u{FE0F}" {
      return previous.map { $0.properties.isEmoji && DisplayWidth.width(of: $0) == 1 } ?? false ? 1 : 0
    }
    if scalar.properties.isEmojiModifier, previous?.properties.isEmojiModifierBase ?? false { return 0 }
    return DisplayWidth.width(of: scalar)
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 0x300 else { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    // Vowels and final consonants of Hangul are drawn into the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    case _ where scalar.isHalfFlag: return 1
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18D08, 0x1AFF0...0x1B2FB, 0x1F200...0x1F320, 0x20000...0x2FFFD, 0x30000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}

extension Unicode.Scalar {
  /// A flag is two of these letters.
  fileprivate var isHalfFlag: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
