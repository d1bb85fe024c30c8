/// What makes a table.
enum Tables {
  /// A pipe before and behind each row of one column.
  static func addEdges(_ text: String) -> String {
    var lines = split(text).map(String.init)
    for table in tables(split(text)) {
      let content = Lines.content(lines[table.lowerBound + 1][...])
      guard !content.dropFirst().dropLast().contains("|") else { continue }
      for line in table {
        let content = Lines.content(lines[line][...])
        let start = content.hasPrefix("|") ? "" : "|"
        lines[line] =
          lines[line].prefix(upTo: content.startIndex) + start + content + (content.hasSuffix("|") ? "" : "|")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// An empty line above a header that stands below a line of words.
  static func separate(_ text: String) -> String {
    var lines = split(text)
    for table in tables(lines).reversed() where table.lowerBound > 0 {
      let above = Lines.content(lines[table.lowerBound - 1])
      guard !above.isEmpty else { continue }
      var prefix = lines[table.lowerBound + 1].prefix { $0 == ">" || $0 == " " }
      while prefix.last == " " { prefix.removeLast() }
      lines.insert(prefix, at: table.lowerBound)
    }
    return lines.joined(separator: "\n")
  }

  /// A pipe behind rows that have none.
  static func addPipes(_ text: String) -> String {
    var lines = split(text).map(String.init)
    for table in tables(split(text)) {
      for line in table.dropFirst(2) where !holdsPipe(lines[line]) { lines[line] += " |" }
    }
    return lines.joined(separator: "\n")
  }

  /// A backslash before the pipes in a table's code.
  static func escapeInCode(_ text: String) -> String {
    var lines = split(text).map(String.init)
    for table in tables(split(text)) {
      for line in table { lines[line] = changingPipes(lines[line], inCode: "\\|", outside: "|") }
    }
    return lines.joined(separator: "\n")
  }

  /// Pipes in lines of words escaped: Pandoc takes no lazy line beside one.
  static func escapeOutside(_ text: String) -> String {
    var lines = split(text).map(String.init)
    let rows = Set(tables(split(text)).filter { isWhole(lines, $0) }.joined())
    for line in lines.indices where !rows.contains(line) {
      lines[line] = changingPipes(lines[line], inCode: String(pipe), outside: "\\|")
    }
    return lines.joined(separator: "\n")
  }

  /// With the pipes of code.
  static func restored(_ label: String) -> String { String(label.map { $0 == pipe ? "|" : $0 }) }

  /// A letter that no document holds.
  private static let pipe: Character = "\u{A4D5}"

  /// Whether a delimiter row stands in its header's container.
  private static func isWhole(_ lines: [String], _ table: Range<Int>) -> Bool {
    let header = lines[table.lowerBound][...]
    let row = lines[table.lowerBound + 1][...]
    return header.contains("|")
      && header.count - Lines.words(header).count <= row.count - Lines.content(row).count
  }

  /// One that divides cells.
  private static func holdsPipe(_ line: String) -> Bool {
    changingPipes(line, inCode: "", outside: "|").replacing("\\|", with: "").contains("|")
  }

  private static func changingPipes(_ line: String, inCode: String, outside: String) -> String {
    var output = ""
    var isInCode = false
    var isEscaped = false
    for character in line {
      if character == "`", output.last != "`", isInCode || !isEscaped { isInCode.toggle() }
      if character == "|", !isEscaped {
        output += isInCode ? inCode : outside
      } else {
        output.append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    return output
  }

  static func split(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of each table: its header, its delimiter row and what follows up to an empty line.
  static func tables(_ lines: [Substring]) -> [Range<Int>] {
    var tables: [Range<Int>] = []
    for index in lines.indices.dropFirst() {
      let content = Lines.content(lines[index])
      guard content.contains("-"), content.contains("|") || content.contains(":"),
        content.allSatisfy({ "-:| ".contains($0) }), !content.hasPrefix(":::"),
        !Lines.content(lines[index - 1]).isEmpty, tables.last.map({ $0.upperBound < index }) ?? true
      else { continue }
      let end = lines[index...].firstIndex { isEnd($0) }
      tables.append(index - 1..<(end ?? lines.count))
    }
    return tables
  }

  private static func isEnd(_ line: Substring) -> Bool {
    let content = Lines.content(line)
    // An item's marker ends a table, too.
    return content.isEmpty || content.hasPrefix(":::") || Lines.words(line).startIndex != content.startIndex
  }
}
