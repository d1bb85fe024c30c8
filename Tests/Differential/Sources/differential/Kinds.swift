import Diagnostics
import Foundation

/// A difference that is a decision: how to take its cause out of a text, or its trace out of what was read.
///
/// A difference is of a kind when it is gone after the kind's change, and still there without it. So a kind
/// covers what it names and nothing else in the same document.
struct Kind: Sendable {
  let name: String
  /// The text without the cause.
  var text: @Sendable (String, Reader) -> String = { text, _ in text }
  /// What was read, on either side, without the trace.
  var shape: @Sendable (Shape) -> Shape = { $0 }

  /// Every kind that the documentation records, in the order in which they are tried.
  static let all: [Kind] = [
    Kind(name: "reported", text: Reported.escape),
    Kind(
      name: "quotation-marks", shape: { $0.mappingText(Quotes.straight).mappingLabels(Quotes.typographic) }),
    Kind(name: "heading-classes", shape: { $0.mappingLabels(HeadingLabels.identifierOnly) }),
    Kind(name: "attributes-elsewhere", text: { text, _ in Groups.escape(text) }),
    Kind(name: "attributes-unspaced", text: { text, _ in Groups.space(text) }),
    Kind(name: "repeated-attributes", shape: { $0.mappingLabels(RepeatedAttributes.dropped) }),
    Kind(name: "escaped-quote", text: { text, _ in text.replacing("\\\"", with: "'") }),
    Kind(
      name: "inline-note",
      text: { text, reader in reader == .commonmark ? text.replacing("^[", with: "\\^[") : text }),
    Kind(
      name: "bare-email",
      text: { text, reader in reader == .commonmark ? text.replacing("@", with: "at") : text }),
    Kind(name: "one-column-table", text: { text, _ in Tables.escapeDelimiters(text) }),
    Kind(name: "row-without-pipe", text: { text, _ in Tables.endBeforeProse(text) }),
    Kind(name: "symbols", text: { text, _ in Symbols.lettered(text) }),
    Kind(name: "crossing-strikeout", text: { text, _ in Tildes.escapeCrossing(text) }),
    Kind(
      name: "abbreviations", shape: { $0.mappingText(Quotes.plainSpace).mappingLabels(Quotes.plainSpace) }),
    Kind(name: "dash-runs", shape: { $0.mappingText(Quotes.typedDashes) }),
    Kind(name: "short-closing-fence", text: { text, _ in Lines.change(text, Fences.three) }),
    Kind(name: "host-without-dot", text: { text, _ in Addresses.escape(text) }),
    Kind(
      name: "suppressed-key", text: { text, reader in reader == .markdown ? Keys.escapeHyphens(text) : text }),
    Kind(
      name: "key-after-symbol",
      text: { text, reader in reader == .markdown ? Keys.escapeAfterSymbols(text) : text }),
  ]
}

/// Line by line.
enum Lines {
  static func change(_ text: String, _ change: (Substring) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(change).joined(separator: "\n")
  }

  /// Where a line's own words begin, after what containers put before them.
  static func content(_ line: Substring) -> Substring { line.drop { " >".contains($0) } }
}

/// Bare addresses.
enum Addresses {
  /// Hosts without a dot.
  static func escape(_ text: String) -> String {
    var parts = text.split(separator: "http://", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let host = parts[index].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      let isWhole = host.contains(".") && host.last != "." && host.first != "."
      parts[index] = (isWhole ? "http://" : "http:/ /") + parts[index]
    }
    return parts.joined()
  }
}

/// Citation keys outside brackets.
enum Keys {
  static func escapeHyphens(_ text: String) -> String {
    var output = ""
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 } else if character == "]" { depth -= 1 }
      output += character == "@" && output.last == "-" && depth <= 0 ? "\\@" : String(character)
    }
    return output
  }

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

/// The colons of fences.
enum Fences {
  /// Every fence with three colons.
  static func three(_ line: Substring) -> String {
    let content = Lines.content(line)
    guard content.hasPrefix(":::") else { return String(line) }
    return line.prefix(upTo: content.startIndex) + ":::" + content.drop { $0 == ":" }
  }
}

/// What makes a table.
enum Tables {
  /// A delimiter row of one column, without a pipe on both sides or below a line without them.
  static func escapeDelimiters(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.indices.map { index in
      let content = Lines.content(lines[index])
      let pipes = content.count(where: { $0 == "|" })
      let above = index > 0 ? lines[index - 1].count(where: { $0 == "|" }) : 0
      let isRow =
        content.contains("-") && content.allSatisfy { "-:| ".contains($0) } && !content.hasPrefix(":::")
        && (pipes > 0 || content.contains(":"))
      let isOne = pipes == 0 || (pipes == 1 && (content.hasPrefix("|") || content.hasSuffix("|")))
      guard isRow, isOne || (pipes == 2 && above < 2) else { return String(lines[index]) }
      return lines[index].prefix(upTo: content.startIndex) + "\\" + content
    }.joined(separator: "\n")
  }

  /// An empty line before a line without a pipe that follows a table's row.
  static func endBeforeProse(_ text: String) -> String {
    var output: [Substring] = []
    var isInTable = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = Lines.content(line)
      if content.isEmpty {
        isInTable = false
      } else if content.contains("-"), content.contains("|"), content.allSatisfy({ "-:| ".contains($0) }) {
        isInTable = true
      } else if isInTable, !content.contains("|") {
        output.append(line.prefix { $0 == ">" || $0 == " " })
        isInTable = false
      }
      output.append(line)
    }
    return output.joined(separator: "\n")
  }
}

/// The same key or identifier twice in one group.
enum RepeatedAttributes {
  static func dropped(_ label: String) -> String {
    guard label.hasPrefix("span") || label.hasPrefix("div") || label.hasPrefix("heading") else {
      return label
    }
    let parts = label.split(separator: " ")
    return parts.filter { !$0.hasPrefix("#") && !$0.contains("=") }.joined(separator: " ")
  }
}

/// Lines that the library reports to the author.
enum Reported {
  /// A backslash before what is reported: it is text then, here and there.
  static func escape(_ text: String, _ reader: Reader) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<20 {
      let findings = OurShape.findings(in: String(decoding: bytes, as: UTF8.self), features: reader.features)
      let places = findings.compactMap { escapes($0.code) ? $0.place.range?.lowerBound : nil }
        .filter { $0 < bytes.count && !(bytes[$0] == UInt8(ascii: "\\")) }
      guard !places.isEmpty else { break }
      for place in Set(places).sorted(by: >) { bytes.insert(UInt8(ascii: "\\"), at: place) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func escapes(_ code: FindingCode) -> Bool {
    switch code {
    case .rowTooLong, .unsafeLink, .rawHTML, .repairedCharacter, .reservedCharacter, .tooDeep: false
    default: true
    }
  }
}

/// Attribute groups where the dialect has none.
enum Groups {
  /// A backslash before each `{` that follows no `]` and ends no heading.
  static func escape(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var output: [String] = []
    for (index, line) in lines.enumerated() {
      let under = index + 1 < lines.count ? Lines.content(lines[index + 1]) : ""
      let underlined =
        !under.isEmpty && (under.allSatisfy { "= ".contains($0) } || under.allSatisfy { "- ".contains($0) })
      output.append(escapeLine(line, underlined: underlined))
    }
    return output.joined(separator: "\n")
  }

  /// A space between the attributes of `{.a#b}`.
  static func space(_ text: String) -> String {
    var output = ""
    var isInGroup = false
    for character in text {
      if character == "{" {
        isInGroup = true
      } else if character == "}" || character == "\n" {
        isInGroup = false
      }
      if isInGroup, character == "#" || character == ".", let last = output.last, !" {=".contains(last) {
        output += " "
      }
      output.append(character)
    }
    return output
  }

  private static func escapeLine(_ line: Substring, underlined: Bool) -> String {
    let isFence = Lines.content(line).hasPrefix(":::")
    let isHeading = Lines.content(line).drop { "-*+0123456789.) ".contains($0) }.hasPrefix("#") || underlined
    var output = ""
    for index in line.indices {
      if line[index] == "{", !isFence {
        let before = index > line.startIndex ? line[line.index(before: index)] : "\n"
        let isAtEnd = line[index...].drop { $0 != "}" }.dropFirst().allSatisfy { $0 == " " }
        if before != "]", before != "\\", !(isHeading && before == " " && isAtEnd && !isAlone(line[..<index]))
        {
          output += "\\"
        }
      }
      output.append(line[index])
    }
    return output
  }

  /// Whether nothing but a container's marks stands before.
  private static func isAlone(_ before: Substring) -> Bool {
    before.allSatisfy { " >-*+0123456789.".contains($0) }
  }
}

/// Quotation marks and what else becomes typographic.
enum Quotes {
  static func straight(_ text: String) -> String {
    var text = text
    for (curly, straight) in [("“", "\""), ("”", "\""), ("‘", "'"), ("’", "'")] {
      text = text.replacing(curly, with: straight)
    }
    return text
  }

  /// Dashes as hyphens.
  static func typedDashes(_ text: String) -> String {
    text.replacing("—", with: "---").replacing("–", with: "--")
  }

  /// Pandoc puts a no-break space after abbreviations.
  static func plainSpace(_ text: String) -> String {
    let words = text.replacing("\u{A0}", with: " ")
    return words.hasPrefix("@") || words.hasPrefix("-@") ? words.replacing(" ]", with: "]") : words
  }

  /// A citation's words as Pandoc prints them.
  static func typographic(_ label: String) -> String {
    guard label.hasPrefix("@") || label.hasPrefix("-@") else { return label }
    return straight(label.replacing("---", with: "—").replacing("--", with: "–").replacing("...", with: "…"))
  }
}

/// What a heading's group gives.
enum HeadingLabels {
  static func identifierOnly(_ label: String) -> String {
    guard label.hasPrefix("heading") else { return label }
    let parts = label.split(separator: " ")
    return parts.prefix(1 + (parts.dropFirst().first?.hasPrefix("#") == true ? 1 : 0)).joined(separator: " ")
  }
}

/// Symbols beyond ASCII: punctuation to one parser, letters to another.
enum Symbols {
  static func lettered(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      output.append(isSymbol(scalar) ? "s" : scalar)
    }
    return String(output)
  }

  private static func isSymbol(_ scalar: UnicodeScalar) -> Bool {
    guard !scalar.isASCII else { return false }
    switch scalar.properties.generalCategory {
    case .otherSymbol, .mathSymbol, .modifierSymbol, .currencySymbol: return true
    default: return false
    }
  }
}

/// Strikeout.
enum Tildes {
  /// Pairs between which emphasis, a link or a span only begins or only ends.
  static func escapeCrossing(_ text: String) -> String {
    let parts = text.split(separator: "~~", omittingEmptySubsequences: false)
    let isOdd = parts.contains { part in
      part.count(where: { $0 == "*" }) % 2 == 1 || part.count(where: { $0 == "_" }) % 2 == 1
        || part.count(where: { $0 == "[" }) != part.count(where: { $0 == "]" })
    }
    return isOdd ? parts.joined(separator: "\\~\\~") : text
  }
}

extension Shape {
  /// Every text changed.
  func mappingText(_ change: (String) -> String) -> Shape {
    var result = self
    if isText || label.hasPrefix("image") { result.label = change(label) }
    result.children = children.map { $0.mappingText(change) }
    return result
  }

  /// Every label changed.
  func mappingLabels(_ change: (String) -> String) -> Shape {
    var result = self
    if !isText { result.label = change(label) }
    result.children = children.map { $0.mappingLabels(change) }
    return result
  }
}
