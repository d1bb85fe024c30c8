import Diagnostics

/// Notes.
enum Notes {
  /// A backslash before each caret that stands before a link.
  static func escapeCaretsOfLinks(_ text: String) -> String {
    let characters = Array(text)
    var open: [Int] = []
    var carets: Set<Int> = []
    for index in characters.indices where index == 0 || characters[index - 1] != "\\" {
      if characters[index] == "[" {
        open.append(index)
      } else if characters[index] == "]", let start = open.popLast(), start > 0,
        characters[start - 1] == "^", index + 1 < characters.count, characters[index + 1] == "("
      {
        carets.insert(start - 1)
      }
    }
    return characters.indices.map { (carets.contains($0) ? "\\" : "") + String(characters[$0]) }.joined()
  }

  /// A backslash before each reference in a link's words.
  static func escapeInLinks(_ text: String) -> [String] {
    let characters = Array(text)
    var open: [Int] = []
    var references: [Int] = []
    var inLinks: Set<Int> = []
    var code: Int?
    for index in characters.indices where index == 0 || characters[index - 1] != "\\" || code != nil {
      if characters[index] == "`", index == 0 || characters[index - 1] != "`" {
        let count = characters[index...].prefix { $0 == "`" }.count
        code = code == nil ? count : code == count ? nil : code
      }
      if code != nil { continue }
      if characters[index] == "[" {
        open.append(index)
        if index + 1 < characters.count, characters[index + 1] == "^" { references.append(index) }
      } else if characters[index] == "]", let start = open.popLast() {
        let isLink = index + 1 < characters.count && "([".contains(characters[index + 1])
        let inside = references.filter { $0 > start }
        if isLink, characters[start + 1] != "^" {
          for reference in inside {
            inLinks.insert(reference)
            if let end = characters[reference...].firstIndex(of: "]") { inLinks.insert(end) }
          }
        }
      }
    }
    guard !inLinks.isEmpty else { return [text] }
    return [characters.indices.map { (inLinks.contains($0) ? "\\" : "") + String(characters[$0]) }.joined()]
  }

  /// A letter between a link and a note, until Pandoc has read them.
  static func divide(_ text: String) -> String { text.replacing("][^", with: "]\(divider)[^") }

  /// A letter behind the label of each note that is reported as one in the wrong place.
  static func divideLabels(_ text: String) -> String {
    let places = Reported.places(in: text, .commonmark) {
      $0.code == .unsupportedSyntax && $0.source.starts(with: "[^".utf8)
    }
    var bytes = Array(text.utf8)
    for place in places.sorted(by: >) {
      guard let end = bytes[place...].firstIndex(of: UInt8(ascii: "]")) else { continue }
      bytes.insert(contentsOf: divider.utf8, at: end + 1)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func undivided(_ text: String) -> String { text.replacing(divider, with: "") }

  private static let divider = "\u{A4D8}"

  /// What stands behind the label in a line of its own below it.
  static func below(_ text: String) -> String {
    Lines.changeWords(text) { line in
      guard let content = content(of: line), !content.isEmpty else { return String(line) }
      return line.prefix(upTo: content.startIndex) + "\n    " + content
    }
  }

  /// Lazy lines with the four blanks that other lines have.
  static func unlazy(_ text: String) -> String {
    var isInNote = false
    return Lines.changeWords(text) { line in
      if content(of: line) != nil {
        isInNote = true
        return String(line)
      }
      if line.allSatisfy({ $0 == " " }) { isInNote = false }
      return isInNote && !line.hasPrefix("    ") ? "    " + line.drop { $0 == " " } : String(line)
    }
  }

  /// Nil where no note begins.
  static func content(of line: Substring) -> Substring? {
    let text = line.drop { $0 == " " }
    guard text.hasPrefix("[^"), line.count - text.count < 4, let label = text.firstRange(of: "]:") else {
      return nil
    }
    return text[label.upperBound...].drop { $0 == " " }
  }

  /// A backslash before the attributes or the address directly behind a note's label.
  static func escapeBehindLabels(_ text: String) -> String {
    let parts = text.split(separator: "[^", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      let label = part.prefix { !"[]^`\\<& \n".contains($0) }
      let behind = part[label.endIndex...]
      let isReference = index > 0 && !parts[index - 1].hasSuffix("\\") && !label.isEmpty
      guard isReference, behind.hasPrefix("]{") || behind.hasPrefix("](") else { return part }
      return "\(label)]\\\(behind.dropFirst())"
    }.joined(separator: "[^")
  }

  /// Labels that hold punctuation.
  static func escapeOdd(_ text: String) -> String {
    var parts = text.split(separator: "[^", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      let label = parts[index].prefix { $0 != "]" }
      let isWord = !label.isEmpty && label.allSatisfy { $0.isLetter || $0.isNumber }
      parts[index] = (isWord ? "[^" : "\\[^") + parts[index]
    }
    return parts.joined()
  }
}

/// Empty lines in items.
enum Tightness {
  /// A rule without the empty lines below it: libcmark does not count them.
  static func withoutLinesBelowRules(_ text: String) -> String {
    var isBelowRule = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().filter { index, line in
      let content = Lines.content(line)
      if content.isEmpty { return !isBelowRule || index + 1 == lines.count }
      isBelowRule = ["***", "---"].contains(Lines.words(line))
      return true
    }.map { String($0.element) }.joined(separator: "\n")
  }

  /// Code between fences instead of indented, line by line, then all of it.
  static func fencingCode(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let places = lines.indices.filter { index in
      let indented = lines[index].drop { " >".contains($0) }
      let isBehindMarker = Lines.words(lines[index]).startIndex != indented.startIndex
      let isBelowEmptyLine = index == 0 || Lines.content(lines[index - 1]).isEmpty
      return (isBehindMarker || isBelowEmptyLine) && fenced(lines[index]) != nil
    }
    guard !places.isEmpty else { return [text] }
    let choices = (places.count > 1 ? [places] : []) + places.map { [$0] }
    return choices.map { choice in
      lines.indices.map { choice.contains($0) ? fenced(lines[$0]) ?? "" : String(lines[$0]) }
        .joined(separator: "\n")
    }
  }

  private static func fenced(_ line: Substring) -> String? {
    let content = Lines.words(line)
    guard !content.isEmpty, line.prefix(upTo: content.startIndex).hasSuffix("    ") else { return nil }
    let prefix = line.prefix(upTo: content.startIndex).dropLast(4)
    let rest = String(prefix.map { $0 == ">" ? ">" : " " })
    return "\(prefix)```\n\(rest)\(content)\n\(rest)```"
  }
}
