/// Where in a source: `p. 3`, `paras. 2–4`. The labels are CSL 1.0.2's locator terms, as Pandoc abbreviates them.
public struct Locator: Sendable, Equatable {
  public enum Label: String, Sendable, CaseIterable {
    case appendix, article, book, canon, chapter, column, elocation, equation, figure, folio, issue, line,
      note,
      number, opus, page, paragraph, part, rule, scene, section, supplement, table, timestamp, title, verse,
      version, volume
    case subVerbo = "sub verbo"
  }

  public let label: Label
  /// Numbers as written: `3`, `iv–vi, 12`.
  public let value: String

  /// What stands behind a citation's key, cut into the place and the words after it.
  ///
  /// Pandoc's grammar: an optional label and words that hold a digit or are Roman numbers, or anything in
  /// braces; without a label a page is meant. O(length).
  static func parse(_ text: [UInt8]) -> (locator: Locator?, suffix: String, shown: String) {
    var rest = trimmed(text[...])
    var shown: [UInt8] = Array(rest)
    var suffix = rest
    var locator: Locator?
    if rest.first == UInt8(ascii: "{"), let close = closingBrace(rest) {
      let inner = trimmed(rest[(rest.startIndex + 1)..<close])
      let (label, value) = split(inner)
      locator = Locator(label: label ?? .page, value: String(decoding: trimmed(value), as: UTF8.self))
      suffix = rest[(close + 1)...]
      shown = Array(inner) + Array(suffix)
    } else {
      let (label, value) = split(rest)
      rest = value
      let end = label == .subVerbo ? firstComma(value) : numbersEnd(value, mayBeRoman: label != nil)
      if end > value.startIndex {
        let numbers = String(decoding: trimmed(value[..<end]), as: UTF8.self)
        locator = Locator(label: label ?? .page, value: numbers)
        suffix = value[end...]
      }
    }
    let words = trimmed(suffix.drop { $0 == UInt8(ascii: ",") || $0 <= 0x20 })
    return (locator, String(decoding: words, as: UTF8.self), String(decoding: shown, as: UTF8.self))
  }

  /// The label that `text` begins with, and what follows it.
  private static func split(_ text: ArraySlice<UInt8>) -> (Label?, ArraySlice<UInt8>) {
    guard let first = text.first else { return (nil, text) }
    for spelling in words[Int(first)] where text.starts(with: spelling.word) {
      let rest = text.dropFirst(spelling.word.count)
      let last = spelling.word[spelling.word.count - 1]
      let endsWord = last >= 0x80 || last == UInt8(ascii: ".")
      guard let next = rest.first, !endsWord, CitationKey.isLetterOrDigit(next), !isDigit(next) else {
        return (spelling.label, rest.drop { $0 <= 0x20 })
      }
    }
    return (nil, text)
  }

  /// One past the last word of numbers.
  private static func numbersEnd(_ text: ArraySlice<UInt8>, mayBeRoman: Bool) -> Int {
    var end = text.startIndex
    var position = end
    while position < text.endIndex {
      let wordEnd = text[position...].firstIndex { $0 <= 0x20 } ?? text.endIndex
      var word = text[position..<wordEnd]
      let isLast = word.last == UInt8(ascii: ";")
      while let last = word.last, last == UInt8(ascii: ",") || last == UInt8(ascii: ";") { word.removeLast() }
      let isNumber = word.contains(where: isDigit) || (mayBeRoman && isRoman(word))
      let joins = end > text.startIndex && (word.elementsEqual("&".utf8) || word.elementsEqual("–".utf8))
      guard isNumber || joins else { break }
      if isNumber { end = word.endIndex }
      guard !isLast else { break }
      position = text[wordEnd...].firstIndex { $0 > 0x20 } ?? text.endIndex
    }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// `iv`, `XI–XII`, `(xv)-(xvii)`.
  private static func isRoman(_ word: ArraySlice<UInt8>) -> Bool {
    var hasNumeral = false
    for byte in word {
      if "ivxlcdmIVXLCDM".utf8.contains(byte) {
        hasNumeral = true
      } else if byte < 0x80, CitationKey.isLetterOrDigit(byte) {
        return false
      }
    }
    return hasNumeral
  }

  private static func firstComma(_ text: ArraySlice<UInt8>) -> Int {
    text.firstIndex(of: UInt8(ascii: ",")) ?? text.endIndex
  }

  /// The brace that closes the one at the start.
  private static func closingBrace(_ text: ArraySlice<UInt8>) -> Int? {
    var depth = 0
    for (offset, byte) in zip(text.indices, text) {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth == 0 { return offset }
    }
    return nil
  }

  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return bytes[start..<end]
  }
}
