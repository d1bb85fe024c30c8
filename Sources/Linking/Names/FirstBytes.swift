/// What the first two bytes at a place in a text say before anything is decoded: whether a name may begin so.
///
/// Most words are turned away here, since the case of a name's first letter is known.
struct FirstBytes: Sendable {
  /// What an ASCII byte is to the search.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    static let word = Flags(rawValue: 1)
    /// A name may begin with it, in this case of letter.
    static let start = Flags(rawValue: 2)
    /// No ASCII: the scalar decides.
    static let wide = Flags(rawValue: 4)
  }

  let flags: [Flags]
  /// For each first byte two words of bits: the second bytes with which a name goes on.
  let pairs: [UInt64]

  init(_ names: [FoldedName]) {
    var flags = (0..<256).map { byte -> Flags in
      byte >= 0x80 ? .wide : ScalarTraits(of: UInt32(byte)).isWord ? .word : []
    }
    var pairs = [UInt64](repeating: 0, count: 256)
    for name in names {
      let isBoth = name.rule == .any || name.rule == .firstLetterUnlessSentence
      for key in name.keys {
        for first in Self.spellings(of: key[0]) {
          let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first)
          let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
          guard isBoth || !(isCapital || isSmall) || isCapital == name.isUpper[0] else { continue }
          flags[Int(first)].insert(.start)
          for second in key.count > 1 ? Self.spellings(of: key[1]) : Array(0..<0x80) {
            pairs[Int(first) << 1 | Int(second >> 6)] |= 1 << UInt64(second & 63)
          }
        }
      }
    }
    self.flags = flags
    self.pairs = pairs
  }

  /// Whether a name may begin with the ASCII byte at `offset` and the byte behind it.
  @inline(__always)
  func mayBegin(at offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset + 1 < text.count, text[offset + 1] < 0x80 else { return true }
    let second = text[offset + 1]
    return pairs[Int(text[offset]) << 1 | Int(second >> 6)] >> UInt64(second & 63) & 1 == 1
  }

  /// The ASCII bytes that fold to `byte`, none when it is no ASCII.
  private static func spellings(of byte: UInt8) -> [UInt8] {
    byte < 0x80 ? asciiSpellings[Int(byte)] : []
  }

  private static let asciiSpellings: [[UInt8]] = (UInt8(0)..<0x80).map { folded in
    (0..<0x80).filter { FoldedText.ascii[Int($0)] == folded }
  }
}

extension FoldedText {
  /// What each ASCII byte folds to.
  static let ascii: [UInt8] = (UInt8(0)..<0x80).map { byte in
    let folded = FoldingTable.shared.folded(UInt32(byte))
    return folded.isUnchanged ? byte : FoldingTable.shared.bytes[folded.range.lowerBound]
  }
}
