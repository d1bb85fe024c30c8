import Diagnostics

/// The colons of fences.
enum Fences {
  static let strayLabel = "div .stray-colons"

  /// Colons that close nothing in a block of their own, which needs no empty lines around it.
  static func setApart(_ text: String) -> String {
    let places = Reported.places(in: text, .commonmark) { $0.code == .unclosedBlock && $0.isAllColons }
    var offset = 0
    return Lines.change(text) { line in
      defer { offset += line.utf8.count + 1 }
      guard places.contains(where: { (offset..<offset + line.utf8.count).contains($0) }) else {
        return String(line)
      }
      let content = Lines.words(line)
      let prefix = line.prefix(upTo: content.startIndex)
      let rest = String(prefix.map { $0 == ">" ? ">" : " " })
      return "\(prefix)::: stray-colons\n\(rest)\\\(content)\n\(rest):::"
    }
  }

  /// Every fence with three colons.
  static func three(_ line: Substring) -> String {
    let content = Lines.words(line)
    guard content.hasPrefix(":::") else { return String(line) }
    return line.prefix(upTo: content.startIndex) + ":::" + content.drop { $0 == ":" }
  }

  /// What Pandoc takes as a class though it begins with a colon or a brace, or holds a backtick.
  static func escapeSymbols(_ line: Substring) -> String {
    let content = Lines.words(line)
    let role = content.drop { $0 == ":" }.drop { $0 == " " }
    let group = role.dropFirst().drop { $0 == " " }
    let isNamed = ".#".contains(group.first ?? " ") && group.dropFirst().first?.isLetter ?? false
    let isPair = group.first?.isLetter ?? false && role.contains("=") && !role.contains("=}")
    let isGroup = role.contains("}") && (isNamed || isPair)
    guard content.hasPrefix(":::"),
      role.first == ":" || role.first == "{" && !isGroup || role.contains("`")
    else { return String(line) }
    return line.prefix(upTo: content.startIndex) + "\\" + content
  }

  /// An opening fence without the colons behind its role or attributes.
  static func undecorated(_ line: Substring) -> String {
    let content = Lines.words(line)
    guard content.hasPrefix(":::"), content.contains(where: { $0 != ":" && $0 != " " }) else {
      return String(line)
    }
    var line = String(line)
    while let last = line.last, last == ":" || last == " " { line.removeLast() }
    return line
  }

  /// Colons that stand too far right for a fence, with all that follows them as typed.
  static func escapeIndented(_ line: Substring) -> String {
    let content = Lines.content(line)
    guard content.hasPrefix(":::"), line.prefix(upTo: content.startIndex).hasSuffix("    ") else {
      return String(line)
    }
    let escaped = content.map { $0.isASCII && $0.isPunctuation || $0.isSymbol ? "\\\($0)" : "\($0)" }
    return line.prefix(upTo: content.startIndex) + escaped.joined()
  }

  /// Colons in code as letters, until Pandoc has read them.
  static func lettered(_ text: String) -> String {
    var fence: Substring?
    return Lines.change(text) { line in
      let content = Lines.words(line)
      let run = content.prefix { $0 == "`" || $0 == "~" }
      if let open = fence {
        if content == open { fence = nil }
        guard content.hasPrefix(":::") else { return String(line) }
        return String(line).replacing(":", with: letter)
      }
      if run.count >= 3, !content.dropFirst(run.count).contains("`") { fence = run }
      return String(line)
    }
  }

  static func restored(_ label: String) -> String { label.replacing(letter, with: ":") }

  /// One that no document holds.
  private static let letter = "\u{A4D3}"
}
