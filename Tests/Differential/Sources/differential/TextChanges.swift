/// Line by line.
enum Lines {
  static func change(_ text: String, _ change: (Substring) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(change).joined(separator: "\n")
  }

  /// Where a line's own words begin, after what containers put before them.
  static func content(_ line: Substring) -> Substring { line.drop { " >".contains($0) } }

  /// The same without the marks of items, too.
  static func words(_ line: Substring) -> Substring { line.drop { " >-*+0123456789.)".contains($0) } }
}

/// Bare addresses, and what stands behind brackets.
enum Addresses {
  /// A blank before a brace in an address.
  static func endBeforeBraces(_ text: String) -> String {
    var output = ""
    var isInAddress = false
    for character in text {
      if output.hasSuffix("http://") { isInAddress = true }
      if " \n<>\"".contains(character) { isInAddress = false }
      if isInAddress, "{}".contains(character) { output += " " }
      output.append(character)
    }
    return output
  }

  /// A word between a bracket and a single quotation mark.
  static func wordBehindBrackets(_ text: String) -> String {
    var output = ""
    for character in text {
      if character == "'", let last = output.last, "])}".contains(last) { output += "x" }
      output.append(character)
    }
    return output
  }

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
  /// `[@a](` and `[@a]{` are no links or spans, but keep Pandoc from seeing a citation.
  static func escapeBehindBrackets(_ text: String) -> String {
    var output = ""
    for index in text.indices {
      let character = text[index]
      if output.last == "]", "({".contains(character) {
        let rest = text[text.index(after: index)...].prefix { $0 != "\n" }
        let isOpen =
          character == "("
          ? !rest.contains(")")
          : !rest.contains("}") || !".#abcdefghijklmnopqrstuvwxyz ".contains(rest.first ?? "}")
        if isOpen { output += "\\" }
      }
      output.append(character)
    }
    return output
  }

  /// The keys in the words of links.
  static func escapeInLinks(_ text: String) -> String {
    let parts = text.split(separator: "](", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      guard index + 1 < parts.count, let open = part.lastIndex(of: "[") else { return part }
      return String(part[..<open]) + String(part[open...]).replacing("@", with: "\\@")
    }.joined(separator: "](")
  }

  /// `@{a b}` as `@{a_b}`.
  static func withoutBlanks(_ text: String) -> String {
    var output = ""
    var isInKey = false
    for character in text {
      if output.hasSuffix("@"), character == "{" { isInKey = true }
      if character == "}" || character == "\n" { isInKey = false }
      output.append(isInKey && character == " " ? "_" : character)
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

  /// Colons on the line that begins a note.
  static func escapeInNotes(_ line: Substring) -> String {
    guard line.hasPrefix("[^"), let label = line.firstRange(of: "]:") else { return String(line) }
    let content = line[label.upperBound...].drop { $0 == " " }
    guard content.hasPrefix(":::") else { return String(line) }
    return line.prefix(upTo: content.startIndex) + "\\" + content
  }
}

/// Notes' definitions.
enum Notes {
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

/// Hyphens.
enum Dashes {
  /// Runs of more than three cut to three.
  static func short(_ text: String) -> String {
    var output = ""
    var run = 0
    for character in text {
      run = character == "-" ? run + 1 : 0
      if run <= 3 { output.append(character) }
    }
    return output
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
