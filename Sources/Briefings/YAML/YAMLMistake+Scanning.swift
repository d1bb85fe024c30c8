/// What the parser says of single characters and lines.
extension YAMLMistake {
  var scanned: Finding? {
    switch problem {
    case "could not find expected ':'": noPair(text.content(from: contextOffset))
    case "mapping values are not allowed in this context": colon
    case "found unexpected ':'":
      Finding("a ':' before a comma or bracket; put a blank behind it, or the text in quotes", one(offset))
    case "block sequence entries are not allowed in this context": dash
    case "mapping keys are not allowed in this context": cannotBegin(with: byte, at: offset)
    default: character ?? escape
    }
  }

  private var character: Finding? {
    switch problem {
    case "found character that cannot start any token" where byte == UInt8(ascii: "\t"),
      "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return Finding("a tab cannot indent YAML; use spaces", offset..<min(offset + 1, text.range.upperBound))
    case "found character that cannot start any token", "found undefined tag handle":
      return cannotBegin(with: byte, at: offset)
    case _ where context.contains("directive"), "found incompatible YAML document":
      return directive(text.line(of: context.isEmpty ? offset : contextOffset))
    case _ where context == "while scanning an anchor" || context.hasSuffix(" a tag"):
      return cannotBegin(with: text.byte(contextOffset), at: contextOffset)
    case _ where context == "while scanning a block scalar":
      let sign = quoted(text.byte(contextOffset))
      return Finding(
        "a text under \(sign) begins on the next line; put a text that begins with \(sign) in quotes",
        one(contextOffset))
    default: return nil
    }
  }

  func directive(_ line: Range<Int>) -> Finding {
    Finding("a line cannot begin with '%' in YAML; a comment begins with '#'", line)
  }

  private var escape: Finding? {
    switch problem {
    case "found unknown escape character":
      return Finding(
        "an unknown escape in a double-quoted text; write \\\\ for a backslash, or use single quotes",
        one(offset))
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      let start = max(offset - 2, contextOffset)
      return Finding(
        "no character has this escape: \\x takes two hexadecimal digits, \\u four, \\U eight; write \\\\ for a backslash",
        start..<offset)
    default: return nil
    }
  }

  // MARK: Lines

  /// A line that should hold a key and a value.
  func noPair(_ line: Range<Int>) -> Finding {
    if let missing = text.missingBlank(in: line) { return missing }
    let isHyphen = text.byte(line.lowerBound) == UInt8(ascii: "-")
    if isHyphen, line.count > 1, text.byte(line.lowerBound + 1) != UInt8(ascii: "-") {
      let entry = text.string(line.dropFirst())
      return Finding(
        "no blank stands behind the hyphen; write '- \(FileReport.shortened(entry))'", one(line.lowerBound))
    }
    if text.starts(line, with: "//") { return Finding("'//' begins no comment; write '#'", line) }
    if let sign = equalsSign(in: line) {
      return Finding("a '=' stands behind a key; write ': '", sign..<sign + 1)
    }
    if text.isFrontMatter, text.line(above: line)?.isEmpty == true {
      return Finding(
        "a line without 'key: value'; if the body begins here, put a '---' line above it", line)
    }
    return Finding(
      "a line without 'key: value'; continued texts must be indented more than their key", line)
  }

  private func equalsSign(in line: Range<Int>) -> Int? {
    var end = text.keyEnd(in: line)
    guard end > line.lowerBound else { return nil }
    while text.isBlank(end) { end += 1 }
    return text.byte(end) == UInt8(ascii: "=") ? end : nil
  }

  // MARK: Signs

  private var colon: Finding {
    let line = text.line(of: offset)
    let start = text.entry(line).lowerBound
    guard !text.holdsPair(min(start, offset)..<offset) else { return colonInText(of: line) }
    if let beginning = text.beginning(ofTextTo: line) {
      guard beginning.lowerBound < line.lowerBound else { return colonInText(of: line) }
      let isBeside = text.column(start) <= text.column(beginning.lowerBound)
      if isBeside { return noPair(beginning) }
    }
    return Finding(
      "this line goes on with the text above it, where ': ' cannot stand; indent a key like the keys beside it, or put the whole text in quotes",
      line.lowerBound..<min(offset + 1, text.range.upperBound))
  }

  private func colonInText(of line: Range<Int>) -> Finding {
    if let mark = typographicQuote(in: line) {
      return Finding(
        "\(text.string(mark)) is no quotation mark in YAML; put a text that holds ': ' between \" and \"",
        mark)
    }
    return Finding("a ': ' inside a text; put the text in quotes", one(offset))
  }

  /// What a line's value begins with, where it looks like a quotation mark and is none.
  private func typographicQuote(in line: Range<Int>) -> Range<Int>? {
    guard let colon = line.first(where: { text.byte($0) == UInt8(ascii: ":") && text.endsSign($0 + 1) })
    else { return nil }
    let value = text.content(from: colon + 1)
    let marks = ["“", "”", "„", "‟", "‘", "’", "‚", "«", "»", "‹", "›"]
    guard let mark = marks.first(where: { text.bytes[value].starts(with: $0.utf8) }) else { return nil }
    return value.lowerBound..<value.lowerBound + mark.utf8.count
  }

  private var dash: Finding {
    Finding(
      "a list begins on the line below its key; put a text that begins with '-' in quotes", one(offset))
  }
}

extension YAMLText {
  /// The end of the key that a line begins with.
  fileprivate func keyEnd(in line: Range<Int>) -> Int {
    var end = line.lowerBound
    while end < line.upperBound {
      switch byte(end) {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        guard end > line.lowerBound else { return end }
      default: return end
      }
      end += 1
    }
    return end
  }

  /// The colon of `key:value`; an address's does not count.
  func missingBlank(in line: Range<Int>) -> YAMLMistake.Finding? {
    let colon = keyEnd(in: line)
    guard colon > line.lowerBound, byte(colon) == UInt8(ascii: ":"), !endsSign(colon + 1),
      !bytes[colon + 1..<line.upperBound].starts(with: "//".utf8)
    else { return nil }
    let pair = string(line.lowerBound..<colon + 1) + " " + string(colon + 1..<line.upperBound)
    return YAMLMistake.Finding(
      "no blank stands behind the colon; write '\(FileReport.shortened(pair))'", colon..<colon + 1)
  }
}
