/// What the parser says of values that do not fit together.
extension YAMLMistake {
  var parsed: Finding? {
    switch problem {
    case "did not find expected key": behindQuote ?? behindBracket ?? outOfPlace
    case "did not find expected '-' indicator": behindQuote ?? behindBracket ?? noEntry
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'": noComma
    case "did not find expected node content": noValue
    case "did not find expected <document start>": secondValue
    case "but found another document":
      Finding("a second YAML document begins here; remove this line", text.line(of: offset))
    default: nil
    }
  }

  private var behindQuote: Finding? {
    guard let quoted = text.signs(before: offset).lastQuoted, isNextTo(quoted) else { return nil }
    let isDouble = text.bytes[quoted.lowerBound] == UInt8(ascii: "\"")
    let words =
      isDouble
      ? "write \\\" for one inside the text, or put the whole between ' and '"
      : "write '' for one inside the text, or put the whole between \" and \""
    return Finding("a text goes on after its closing quotation mark; \(words)", one(quoted.upperBound - 1))
  }

  private var behindBracket: Finding? {
    var end = offset
    while text.isBlank(end - 1), end > text.range.lowerBound { end -= 1 }
    let opening: UInt8
    switch text.byte(end - 1) {
    case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
    case UInt8(ascii: "}"): opening = UInt8(ascii: "{")
    default: return nil
    }
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      return Finding("this \(quoted(byte)) closes nothing; remove it", one(offset))
    }
    return Finding(
      "a text goes on after \(quoted(text.byte(end - 1))); put a text that begins with \(quoted(opening)) in quotes",
      text.content(from: offset))
  }

  // MARK: Indentation

  private var outOfPlace: Finding {
    if byte == UInt8(ascii: "-"), text.endsSign(offset + 1) {
      return Finding(
        "this '-' continues no list; indent it like the other entries, and write nothing behind the colon of their key",
        one(offset))
    }
    return Finding(
      "this line is indented like nothing above it; indent a key like the keys beside it, a text more than its key",
      text.content(from: offset))
  }

  private var noEntry: Finding {
    Finding(
      "no '-' begins this line of a list; write one, or indent a key like the other keys of its entry",
      text.content(from: offset))
  }

  // MARK: Lists and maps in brackets

  private var noComma: Finding {
    let line = text.line(of: offset)
    if byte == UInt8(ascii: ":") {
      let isLater = text.line(of: contextOffset) != line
      guard isLater, !text.holdsPair(line.lowerBound..<offset) else {
        return Finding("a ': ' inside a text; put the text in quotes", one(offset))
      }
      return Finding("a ',' is missing at the end of the line above; write it", line.lowerBound..<offset)
    }
    return Finding("a ',' is missing before this; write it", one(offset))
  }

  private var noValue: Finding {
    switch byte {
    case UInt8(ascii: ",") where context.hasSuffix("flow node"):
      Finding("an entry is missing before this ','; write it, or remove the ','", one(offset))
    case UInt8(ascii: "-") where context.hasSuffix("flow node"):
      Finding("a list in brackets has no '-'; part its entries with ','", one(offset))
    case 0x21..<0x7F: cannotBegin(with: byte, at: offset)
    default:
      Finding("a list or map in brackets is not closed; write ']' or '}' behind its last entry", one(offset))
    }
  }

  // MARK: Documents

  private var secondValue: Finding {
    let first = text.firstLine { !$0.isEmpty && !text.starts($0, with: "#") } ?? text.line(of: offset)
    let percent = text.firstLine { text.starts($0, with: "%") && text.column($0.lowerBound) == 0 }
    if let percent { return directive(percent) }
    let dots = text.firstLine { $0.lowerBound < offset && $0.count == 3 && text.starts($0, with: "...") }
    if let dots {
      let place = text.isFrontMatter ? "a '---' line ends front matter" : "remove this line"
      return Finding("'...' ends the YAML here; \(place)", dots)
    }
    if text.column(first.lowerBound) > text.column(text.line(of: offset).lowerBound) {
      return Finding(
        "this first line is indented and others are not; begin every key at the start of its line", first)
    }
    let isInBrackets = text.starts(first, with: "[") || text.starts(first, with: "{")
    if !isInBrackets, !text.holdsPair(first) { return noPair(first) }
    return Finding(
      "a second value follows the first; write 'key: value' lines only", text.content(from: offset))
  }
}
