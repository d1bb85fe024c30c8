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
    changed(text) { group in
      var output = ""
      var quote: Character?
      for character in group {
        if quote == nil, "#.".contains(character), let last = output.last, !" {=\n".contains(last) {
          output += " "
        }
        track(character, &quote)
        output.append(character)
      }
      return output
    }
  }

  /// Of several identifiers the last one.
  static func lastIdentifier(_ text: String) -> String {
    changed(text) { group in
      let places = identifiers(group)
      var output = group
      for place in places.dropLast().reversed() { output.removeSubrange(place) }
      return output
    }
  }

  /// Several pairs of brackets inside a span's: Pandoc begins the span at the last but one.
  static func escapeInnerBrackets(_ text: String) -> String {
    var characters = Array(text)
    var open: [Int] = []
    var pairs: [(Int, Int)] = []
    var places: Set<Int> = []
    for index in characters.indices {
      let isEscaped = index > 0 && characters[index - 1] == "\\"
      let isNote = index + 1 < characters.count && characters[index + 1] == "^"
      if characters[index] == "[", !isEscaped, !isNote {
        open.append(index)
      } else if characters[index] == "]", !isEscaped, let start = open.popLast() {
        if index + 1 < characters.count, "{(".contains(characters[index + 1]) {
          for pair in pairs where pair.0 > start { places.formUnion([pair.0, pair.1]) }
        } else {
          pairs.append((start, index))
        }
      }
    }
    for place in places.sorted(by: >) { characters.insert("\\", at: place) }
    return String(characters)
  }

  /// A reference directly before a span's bracket.
  static func escapeReferences(_ text: String) -> String { text.replacing("[foo][", with: "\\[foo\\][") }

  /// A letter for each `{` in the line that begins code, until Pandoc has read it.
  static func letteredInInfo(_ text: String) -> String {
    Lines.change(text) { line in
      let content = Lines.words(line)
      guard content.hasPrefix("~~~") || content.hasPrefix("```") else { return String(line) }
      return line.prefix(upTo: content.startIndex) + String(content).replacing("{", with: brace)
    }
  }

  static func withBraces(_ label: String) -> String { label.replacing(brace, with: "{") }

  private static let brace = "\u{A4D9}"

  /// A blank between a heading's bracket and the group at its end.
  static func apartFromBracket(_ text: String) -> String {
    Lines.change(text) { line in
      guard Lines.words(line).hasPrefix("#"), let end = line.ranges(of: "]{").last else {
        return String(line)
      }
      let words = line.prefix(upTo: end.lowerBound)
      let open = words.count { $0 == "[" } - words.count { $0 == "]" }
      guard open <= 0 else { return String(line) }
      return words + "] " + line[end.lowerBound...].dropFirst()
    }
  }

  /// A heading without the hashes between its words and its identifier.
  static func withoutClosingHashes(_ text: String) -> String {
    Lines.change(text) { line in
      guard let brace = line.lastIndex(of: "{") else { return String(line) }
      var words = line[..<brace]
      while words.last == " " { words.removeLast() }
      guard words.last == "#" else { return String(line) }
      while words.last == "#" { words.removeLast() }
      guard words.last == " " else { return String(line) }
      return String(words + line[brace...])
    }
  }

  /// A word in a heading that is nothing but an identifier, until Pandoc has read it.
  static func wordBeforeIdentifier(_ text: String) -> String {
    Lines.change(text) { line in
      let content = Lines.words(line)
      let words = content.drop { $0 == "#" }
      guard content.first == "#", words.drop(while: { $0 == " " }).first == "{" else { return String(line) }
      return line.prefix(upTo: words.startIndex) + " \(standIn)" + words
    }
  }

  static func withoutWord(_ text: String) -> String { text.replacing(standIn, with: "") }

  /// A letter that no document holds.
  private static let standIn = "\u{A4D0}"

  /// A letter for `\"`, until Pandoc has read it.
  static func letteredQuotes(_ text: String) -> String {
    changed(text) { $0.replacing("\\\"", with: quote) }
  }

  /// In code the backslash stays.
  static func withQuotes(_ label: String) -> String {
    label.replacing(quote, with: label.hasPrefix("code") ? "\\\\\\\"" : "\"")
  }

  private static let quote = "\u{A4D7}"

  /// Where `#word` stands outside quoted values.
  private static func identifiers(_ group: String) -> [Range<String.Index>] {
    var places: [Range<String.Index>] = []
    var quote: Character?
    var previous: Character = " "
    for index in group.indices {
      if quote == nil, group[index] == "#", " {".contains(previous) {
        let end = group[index...].firstIndex { " }\n".contains($0) } ?? group.endIndex
        places.append(index..<end)
      }
      track(group[index], &quote)
      previous = group[index]
    }
    return places
  }

  /// Whether the next character stands in a quoted value.
  private static func track(_ character: Character, _ quote: inout Character?) {
    if quote == character {
      quote = nil
    } else if quote == nil, character == "\"" || character == "'" {
      quote = character
    }
  }

  /// Every `{…}` changed; a `}` in a quoted value does not end it.
  private static func changed(_ text: String, _ change: (String) -> String) -> String {
    var output = ""
    var rest = text[...]
    while let start = rest.firstIndex(of: "{") {
      output += rest[..<start]
      guard !output.hasSuffix("\\"), let end = end(of: rest[start...]) else {
        output.append("{")
        rest = rest[rest.index(after: start)...]
        continue
      }
      output += change(String(rest[start..<end]))
      rest = rest[end...]
    }
    return output + rest
  }

  private static func end(of group: Substring) -> Substring.Index? {
    var quote: Character?
    var isEscaped = false
    for index in group.indices {
      if !isEscaped { track(group[index], &quote) }
      if quote == nil, group[index] == "{", index > group.startIndex { return nil }
      if quote == nil, group[index] == "}" { return group.index(after: index) }
      isEscaped = group[index] == "\\" && !isEscaped
    }
    return nil
  }

  private static func escapeLine(_ line: Substring, underlined: Bool) -> String {
    let isFence = Lines.words(line).hasPrefix(":::")
    let isHeading = Lines.words(line).hasPrefix("#") || underlined
    var output = ""
    for index in line.indices {
      let isInCode = line[..<index].count(where: { $0 == "`" }) % 2 == 1
      if line[index] == "{", !isFence, !isInCode {
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
    Lines.words(before).isEmpty
  }
}
