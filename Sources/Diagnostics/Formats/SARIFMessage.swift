extension SARIFFormat {
  /// A message object (3.11) without placeholders and embedded links, whatever an author wrote.
  ///
  /// Braces are written twice (3.11.5); a bracket that would end the text of a link is escaped (3.11.6).
  static func message(_ text: String) -> JSON {
    let scalars = Array(text.unicodeScalars)
    var escaped = String.UnicodeScalarView()
    var isEscaped = false
    for (index, scalar) in scalars.enumerated() {
      let endsLink = scalar == "]" && index + 1 < scalars.count && scalars[index + 1] == "("
      if endsLink, !isEscaped { escaped.append("\\") }
      escaped.append(scalar)
      if scalar == "{" || scalar == "}" { escaped.append(scalar) }
      isEscaped = scalar == "\\" && !isEscaped
    }
    return .members(["text": .string(String(escaped))])
  }
}
