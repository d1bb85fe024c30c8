/// Puts what the YAML parser complains about where a writer would mend it, and into a writer's words.
///
/// The parser tells where it gave up, which is often lines below the mistake. Nothing is assumed here about what
/// was meant; the words name what can be written instead.
struct YAMLMistake {
  struct Finding {
    let words: String
    let source: Range<Int>

    init(_ words: String, _ source: Range<Int>) {
      self.words = words
      self.source = source
    }
  }

  /// The parser's own words.
  let problem: String
  /// What the parser was reading, in its words.
  let context: String
  /// UTF-8 offset at which the parser gave up.
  let offset: Int
  /// UTF-8 offset at which what it was reading begins.
  let contextOffset: Int
  let text: YAMLText

  /// Never at an empty place, unless all the YAML is empty. O(bytes).
  var finding: Finding {
    let found = merge ?? unclosedQuote ?? unclosedBracket ?? scanned ?? parsed ?? itself
    return found.source.isEmpty ? Finding(found.words, one(found.source.lowerBound)) : found
  }

  /// In the parser's words.
  private var itself: Finding {
    Finding([context, problem].filter { !$0.isEmpty }.joined(separator: ": "), one(offset))
  }

  var byte: UInt8 { text.byte(offset) }

  func one(_ offset: Int) -> Range<Int> { text.visible(offset) }

  func quoted(_ byte: UInt8) -> String { "'\(String(decoding: [byte], as: UTF8.self))'" }

  func cannotBegin(with byte: UInt8, at offset: Int) -> Finding {
    Finding("a text cannot begin with \(quoted(byte)) in YAML; put it in quotes", one(offset))
  }

  // MARK: What spoils everything below it

  private var merge: Finding? {
    let line = text.firstLine { line in
      line.lowerBound <= offset && text.column(line.lowerBound) == 0
        && ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].contains(text.string(line.prefix(7)))
        && text.endsSign(line.lowerBound + 7)
    }
    return line.map {
      Finding(
        "a merge left two versions here; keep one, and remove the lines '<<<<<<<', '=======' and '>>>>>>>'",
        $0)
    }
  }

  /// Also one that another quotation mark, lines below, was taken to close.
  private var unclosedQuote: Finding? {
    if context == "while scanning a quoted scalar" {
      return Finding(
        "this quotation mark is not closed; write the same one at the end of the text", one(contextOffset))
    }
    guard let quoted = text.signs(before: offset).lastQuoted, isNextTo(quoted),
      text.line(of: quoted.lowerBound) != text.line(of: quoted.upperBound - 1)
    else { return nil }
    return Finding(
      "the text that this quotation mark begins ends only at the next one, lines below; close it where it ends",
      one(quoted.lowerBound))
  }

  /// Whether the parser gave up behind a quoted text, on the line where it ends.
  func isNextTo(_ quoted: Range<Int>) -> Bool {
    quoted.upperBound <= offset && (quoted.upperBound..<offset).allSatisfy(text.isBlank)
      && !text.isLineEnd(offset)
  }

  private var unclosedBracket: Finding? {
    let open = text.signs(before: offset).openBrackets
    guard let inner = open.last else { return nil }
    if byte != closing(inner), byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      let opening = quoted(text.bytes[inner])
      return Finding("\(opening) is not closed before this; write \(quoted(closing(inner)))", one(offset))
    }
    let isLater = text.isLineEnd(offset) || text.line(of: inner) != text.line(of: offset)
    let neverClosed = text.signs(before: text.range.upperBound).openBrackets
    guard isLater, let bracket = open.last(where: neverClosed.contains) else { return nil }
    return Finding(
      "this bracket is not closed; write \(quoted(closing(bracket))) behind the last entry", one(bracket))
  }

  /// What closes the bracket at an offset.
  private func closing(_ bracket: Int) -> UInt8 {
    text.bytes[bracket] == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")
  }
}

extension YAMLText {
  func signs(before end: Int) -> YAMLSigns { YAMLSigns(self, before: end) }
}
