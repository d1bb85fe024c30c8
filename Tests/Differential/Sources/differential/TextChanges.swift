/// Line by line.
enum Lines {
  static func change(_ text: String, _ change: (Substring) -> String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(change).joined(separator: "\n")
  }

  /// The same without the lines between fences of code.
  static func changeWords(_ text: String, _ change: (Substring) -> String) -> String {
    var fence: Substring?
    return Lines.change(text) { line in
      let content = Notes.content(of: line) ?? words(line)
      if let open = fence {
        if content == open { fence = nil }
        return String(line)
      }
      let run = content.prefix { $0 == "`" || $0 == "~" }
      if run.count >= 3, !content.dropFirst(run.count).contains("`") { fence = run }
      return change(line)
    }
  }

  /// Where a line's own words begin, after what containers put before them.
  static func content(_ line: Substring) -> Substring { line.drop { " >".contains($0) } }

  /// The same without the marks of items, too.
  static func words(_ line: Substring) -> Substring {
    var rest = content(line)
    while true {
      var marker = rest.drop { $0.isASCII && $0.isNumber }
      guard let mark = marker.popFirst(), marker.first ?? " " == " " else { return rest }
      let isNumbered = rest.first?.isNumber ?? false
      guard (isNumbered ? ".)" : "-*+").contains(mark) else { return rest }
      rest = content(marker)
    }
  }
}

/// Bare addresses.
enum Addresses {
  /// Without the backslashes.
  static func unescape(_ text: String) -> String {
    let parts = text.split(separator: "http://", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { index, part in
      let address = part.prefix { !" \n<>[]{}".contains($0) }
      return index == 0
        ? part : String(address).replacing("\\", with: "") + String(part.dropFirst(address.count))
    }.joined(separator: "http://")
  }

  /// Those whose host has no dot in angle brackets.
  static func bracket(_ text: String) -> String {
    var parts = text.split(separator: "http://", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() where parts[index - 1].last != "<" {
      let address = parts[index].prefix { $0.isLetter || $0.isNumber || "./-_".contains($0) }
      guard !address.prefix(while: { $0 != "/" }).contains("."), !address.isEmpty else { continue }
      parts[index] = "\(address)>" + parts[index].dropFirst(address.count)
      parts[index - 1] += "<"
    }
    return parts.joined(separator: "http://")
  }
}

/// Hyphens.
enum Dashes {
  /// Runs of more than three, each with a backslash.
  static func escapeLong(_ text: String) -> String {
    Lines.change(text) { line in
      guard line.contains(where: { !"-:|> ".contains($0) }) else { return String(line) }
      var output = ""
      var rest = line
      while let start = rest.firstIndex(of: "-") {
        output += rest[..<start]
        let run = rest[start...].prefix { $0 == "-" }
        output += run.count > 3 ? run.map { "\\\($0)" }.joined() : String(run)
        rest = rest[run.endIndex...]
      }
      return output + rest
    }
  }
}

/// Symbols beyond ASCII: punctuation to one parser, letters to another.
enum Symbols {
  /// Letters for the symbols that the generator writes, until Pandoc has read them.
  static func lettered(_ text: String) -> String {
    text.replacing("😀", with: face).replacing("&copy;", with: sign)
  }

  static func restored(_ text: String) -> String {
    text.replacing(face, with: "😀").replacing(sign, with: "©")
  }

  /// Letters that no document holds.
  private static let face = "\u{A4D2}"
  private static let sign = "\u{A4DC}"
}

/// Strikeout.
enum Tildes {
  /// Runs of more than two, each with a backslash.
  static func escapeLong(_ text: String) -> String {
    Lines.change(text) { line in
      var output = ""
      var rest = line
      while let start = rest.firstIndex(of: "~") {
        output += rest[..<start]
        let run = rest[start...].prefix { $0 == "~" }
        let isFence = Lines.words(line).startIndex == start
        output += run.count > 2 && !isFence ? run.map { "\\\($0)" }.joined() : String(run)
        rest = rest[run.endIndex...]
      }
      return output + rest
    }
  }

  /// With some tildes escaped: of those beside words in which emphasis, a link or a span only begins or only ends.
  static func escapingCrossing(_ text: String) -> [String] {
    let parts = text.split(separator: "~~", omittingEmptySubsequences: false)
    let odd = parts.map { part in
      part.count(where: { $0 == "*" }) % 2 == 1 || part.count(where: { $0 == "_" }) % 2 == 1
        || part.count(where: { $0 == "[" }) != part.count(where: { $0 == "]" })
    }
    var texts = [String(parts[0])]
    for index in parts.indices.dropFirst() {
      let isBeside = odd[index - 1] || odd[index]
      texts = texts.prefix(16).flatMap { text in
        (isBeside ? ["~~", "\\~\\~"] : ["~~"]).map { text + $0 + parts[index] }
      }
    }
    return texts
  }
}
