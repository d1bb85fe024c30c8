/// The quoted texts and brackets of YAML up to a place, told apart from those inside texts.
struct YAMLSigns {
  /// Brackets not closed yet, outermost first.
  private(set) var openBrackets: [Int] = []
  /// The last quoted text, with its quotation marks; it may reach to the end.
  private(set) var lastQuoted: Range<Int>?
  private var offset: Int
  /// Whether a value may begin here.
  private var opensValue = true
  private let text: YAMLText

  init(_ text: YAMLText, before end: Int) {
    self.text = text
    offset = text.range.lowerBound
    while offset < end { step(before: end) }
  }

  private mutating func step(before end: Int) {
    let byte = text.byte(offset)
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): endLine(before: end)
    case UInt8(ascii: "#") where text.endsSign(offset - 1): offset = text.content(from: offset).upperBound
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      if opensValue { takeQuoted(before: end) } else { offset += 1 }
      opensValue = false
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      let isHeader = opensValue && openBrackets.isEmpty
      offset = isHeader ? text.content(from: offset).upperBound : offset + 1
      opensValue = false
    case UInt8(ascii: "&"), UInt8(ascii: "!"): takeProperty(before: end)
    default: takeSign(byte)
    }
  }

  /// `-`, `:`, `?`, `,`, brackets and the letters of plain texts.
  private mutating func takeSign(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      if opensValue || !openBrackets.isEmpty {
        openBrackets.append(offset)
        opensValue = true
      }
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      _ = openBrackets.popLast()
      opensValue = false
    case UInt8(ascii: ","): opensValue = !openBrackets.isEmpty
    case UInt8(ascii: ":"): opensValue = text.endsSign(offset + 1)
    case UInt8(ascii: "-"), UInt8(ascii: "?"): opensValue = opensValue && text.endsSign(offset + 1)
    default: opensValue = false
    }
    offset += 1
  }

  private mutating func takeQuoted(before end: Int) {
    let extent = ScalarExtent(quoted: "", text.bytes, from: offset, before: end)
    lastQuoted = extent.whole
    offset = extent.whole.upperBound
  }

  private mutating func takeProperty(before end: Int) {
    guard opensValue else {
      offset += 1
      return
    }
    while offset < end, !text.endsSign(offset) { offset += 1 }
  }

  /// Outside brackets the lines that are indented more than a text's first one belong to it.
  private mutating func endLine(before end: Int) {
    let column = text.column(text.entry(text.line(of: offset)).lowerBound)
    let goesOn = !opensValue && openBrackets.isEmpty
    offset += 1
    while goesOn, offset < end {
      let next = text.content(from: offset)
      guard next.isEmpty || text.column(next.lowerBound) > column else { break }
      offset = next.upperBound
      while !text.isLineEnd(offset) { offset += 1 }
      offset += 1
    }
    opensValue = true
  }
}
