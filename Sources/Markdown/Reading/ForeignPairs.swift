/// Finds `==x==`, `$x$`, `$$x$$` and `%%x%%` in the words of one block, in their order.
struct ForeignPairs {
  enum Delimiter: CaseIterable {
    case highlight, formula, display, comment

    init?(_ byte: UInt8, count: Int) {
      switch (byte, count) {
      case (UInt8(ascii: "="), 2): self = .highlight
      case (UInt8(ascii: "$"), 1): self = .formula
      case (UInt8(ascii: "$"), 2): self = .display
      case (UInt8(ascii: "%"), 2): self = .comment
      default: return nil
      }
    }

    /// Whether blanks may stand inside, beside the delimiters.
    var mayHoldBlanks: Bool { self == .display || self == .comment }

    var advice: String {
      switch self {
      case .highlight: "nothing is highlighted; write **words**, or a span with a role"
      case .formula, .display: "formulas are not set; write them in words or in code, or escape the '$'"
      case .comment: "'%%' hides nothing; write <!-- words --> for a comment, or escape a '%'"
      }
    }
  }

  private(set) var found: [(delimiter: Delimiter, range: Range<Int>)] = []
  /// Where each delimiter was opened.
  private var open: [Delimiter: Int] = [:]

  /// - Parameters:
  ///   - start: where the words stand; added to what is found.
  ///   - before: the byte before the words.
  ///   - after: the byte behind them.
  mutating func read(_ words: UnsafeBufferPointer<UInt8>, from start: Int, before: UInt8, after: UInt8) {
    var position = 0
    while position < words.count {
      let byte = words[position]
      guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%") else {
        position += 1
        continue
      }
      let end = words[position...].firstIndex { $0 != byte } ?? words.count
      if let delimiter = Delimiter(byte, count: end - position) {
        note(
          delimiter, start + position..<start + end, after: position > 0 ? words[position - 1] : before,
          before: end < words.count ? words[end] : after)
      }
      position = end
    }
  }

  /// Pandoc's rules for `$`: nothing blank inside, and no digit behind, so that prices are none.
  private mutating func note(
    _ delimiter: Delimiter, _ range: Range<Int>, after left: UInt8, before right: UInt8
  ) {
    let closes = delimiter.mayHoldBlanks || left > 0x20
    let isPrice = delimiter == .formula && (0x30...0x39).contains(right)
    if closes, !isPrice, let start = open.removeValue(forKey: delimiter) {
      found.append((delimiter, start..<range.upperBound))
      return
    }
    let isInWord = delimiter == .formula && CitationKey.isLetterOrDigit(left)
    if delimiter.mayHoldBlanks || right > 0x20, !isInWord { open[delimiter] = range.lowerBound }
  }
}
