/// A word or number of a sentence, for the rules about dates.
struct DateWord {
  /// In lower case where it is ASCII, without a possessive ending.
  let text: String
  /// UTF-8 offsets in the block's text, the possessive ending left out.
  let range: Range<Int>
  let isCapitalized: Bool
  let isPossessive: Bool
  /// What stands between the word before and this one.
  let gap: Gap

  enum Gap: Equatable {
    case space, comma, hyphen, other
    /// Nothing stands before it.
    case start
  }

  /// Nil for anything but one to four digits, ordinal endings taken off.
  var number: Int? {
    let digits = text.utf8.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...4).contains(digits.count), let number = Int(Substring(digits)) else { return nil }
    let rest = text.dropFirst(digits.count)
    return rest.isEmpty || (digits.count < 3 && ["st", "nd", "rd", "th"].contains(rest)) ? number : nil
  }

  var hasOrdinalEnding: Bool { number != nil && (text.utf8.last ?? 0) > UInt8(ascii: "9") }

  /// The words of a sentence.
  static func all(in text: [UInt8], _ sentence: Range<Int>) -> [DateWord] {
    var words: [DateWord] = []
    var offset = sentence.lowerBound
    var end = sentence.lowerBound
    while offset < sentence.upperBound {
      let start = offset
      while offset < sentence.upperBound, isInWord(offset, text) { offset += scalarLength(text[offset]) }
      guard offset > start else {
        offset += scalarLength(text[offset])
        continue
      }
      let gap = words.isEmpty ? Gap.start : Gap(text[end..<start])
      let possessive = possessiveLength(at: offset, in: text, sentence.upperBound)
      words.append(DateWord(text[start..<offset], at: start, isPossessive: possessive > 0, gap: gap))
      offset += possessive
      end = offset
    }
    return words
  }

  private init(_ bytes: ArraySlice<UInt8>, at start: Int, isPossessive: Bool, gap: Gap) {
    let isUpper: (UInt8) -> Bool = { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    text = String(decoding: bytes.map { isUpper($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    range = start..<start + bytes.count
    isCapitalized = bytes.first.map(isUpper) ?? false
    self.isPossessive = isPossessive
    self.gap = gap
  }

  /// Whether the character at `offset`, where one begins, is a letter or a digit. Of what is not ASCII, it is no
  /// letter in Latin-1's signs (U+0080 to U+00BF), in punctuation and symbols (U+2000 to U+2FFF), and among
  /// stand-ins (U+F000 to U+FFFF).
  private static func isInWord(_ offset: Int, _ text: [UInt8]) -> Bool {
    switch text[offset] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case 0xC2, 0xE2, 0xEF: false
    case let byte: byte >= 0x80
    }
  }

  private static func scalarLength(_ byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// Of `'s` and `’s`, 0 for none.
  private static func possessiveLength(at offset: Int, in text: [UInt8], _ end: Int) -> Int {
    for mark in [Array("'s".utf8), Array("’s".utf8)] where offset + mark.count <= end {
      let stop = offset + mark.count
      guard text[offset..<stop].elementsEqual(mark) else { continue }
      if stop == end || !isInWord(stop, text) { return mark.count }
    }
    return 0
  }
}

extension DateWord.Gap {
  fileprivate init(_ bytes: ArraySlice<UInt8>) {
    // A space that does not break is U+00A0.
    let marks = bytes.filter {
      ![UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"), 0xC2, 0xA0].contains($0)
    }
    if marks.isEmpty {
      self = .space
    } else if marks == [UInt8(ascii: ",")] {
      self = .comma
    } else if marks == [UInt8(ascii: "-")] || marks.elementsEqual("–".utf8) {
      self = .hyphen
    } else {
      self = .other
    }
  }
}
