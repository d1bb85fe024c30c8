/// Citation keys outside brackets.
enum Keys {
  /// A letter between a citation and a bracket, until Pandoc has read them: a brace may belong to a span.
  static func dividing(_ text: String) -> [String] {
    Set(["([", "({[", "["].map { divide(text, before: $0) }).sorted()
  }

  private static func divide(_ text: String, before brackets: String) -> String {
    var output = ""
    for character in text {
      if output.last == "]", brackets.contains(character) { output += divider }
      output.append(character)
    }
    return output
  }

  /// The same behind an exclamation mark.
  static func divideExclamations(_ text: String) -> String { text.replacing("![", with: "!\(divider)[") }

  static func undivided(_ text: String) -> String { text.replacing(divider, with: "") }

  private static let divider = "\u{A4D4}"

  /// A letter for the combining mark that the generator writes, until Pandoc has read it.
  static func letteredMarks(_ text: String) -> String { replacing("\u{301}", with: "\u{A4D6}", in: text) }

  static func withMarks(_ label: String) -> String { replacing("\u{A4D6}", with: "\u{301}", in: label) }

  /// Scalar by scalar: a mark is no character of its own.
  private static func replacing(_ old: UnicodeScalar, with new: UnicodeScalar, in text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { output.append(scalar == old ? new : scalar) }
    return String(output)
  }

  /// The keys in the words of links.
  static func escapeInLinks(_ text: String) -> String {
    let parts = text.split(separator: "](", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      guard index + 1 < parts.count, let open = part.lastIndex(of: "[") else { return part }
      return String(part[..<open]) + String(part[open...]).replacing("@", with: "\\@")
    }.joined(separator: "](")
  }

  /// `@{a b}` with a letter for the blank, until Pandoc has read it.
  static func withoutBlanks(_ text: String) -> String {
    var output = ""
    var isInKey = false
    for character in text {
      if output.hasSuffix("@"), character == "{" { isInKey = true }
      if character == "}" || character == "\n" { isInKey = false }
      output.append(isInKey && character == " " ? blank : character)
    }
    return output
  }

  static func withBlanks(_ label: String) -> String {
    String(label.map { $0 == blank ? " " : $0 })
  }

  /// A letter that no document holds.
  private static let blank: Character = "\u{A4D1}"

  /// After a character that no word holds and that the dialect does not let a key follow.
  static func escapeAfterSymbols(_ text: String) -> String {
    var output = ""
    for character in text {
      let isAfterSymbol =
        output.last.map { $0.isLetter || $0.isNumber || "@}!?.)=+&%$#~|<>^*_`".contains($0) } ?? false
      output += character == "@" && isAfterSymbol ? "\\@" : String(character)
    }
    return output
  }
}
