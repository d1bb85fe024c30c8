/// Captions of tables, which only Pandoc's own Markdown has.
enum Captions {
  /// Each in a paragraph of its own, which begins with a letter until Pandoc has read it.
  static func lettered(_ text: String) -> String {
    var lines = Tables.split(text).map(String.init)
    for table in Tables.tables(Tables.split(text)).reversed() {
      guard let line = caption(of: table, lines) else { continue }
      let prefix = lines[line].prefix(upTo: Lines.content(lines[line][...]).startIndex)
      lines[line] = prefix + letter + bareGroup(Lines.content(lines[line][...]).dropFirst())
      if table.contains(line) { lines.insert(String(prefix), at: line) }
    }
    return lines.joined(separator: "\n")
  }

  /// A line of the table, or the first behind it that is not empty.
  private static func caption(of table: Range<Int>, _ lines: [String]) -> Int? {
    if let inside = table.dropFirst(2).first(where: { begins(lines[$0]) }) { return inside }
    let behind = lines[table.upperBound...].firstIndex { !Lines.content($0[...]).isEmpty }
    return behind.flatMap { begins(lines[$0]) ? $0 : nil }
  }

  private static func begins(_ line: String) -> Bool {
    Lines.content(line[...]).hasPrefix(": ")
  }

  /// `{#t}` at the end without its brace, for which a letter stands.
  private static func bareGroup(_ words: Substring) -> String {
    guard words.hasSuffix("}"), let open = words.ranges(of: " {#").last else { return String(words) }
    return words[..<open.lowerBound] + group + words[open.upperBound...].dropLast()
  }

  static let letter = "\u{A4DA}"
  static let group = " \u{A4DB}"
}

extension Shape {
  /// With each paragraph that begins with the letter as the caption of the table before it, and its words as they were
  /// where there is none.
  var captioned: Shape {
    var result = self
    result.children = []
    for child in children {
      guard child.children.first?.label.hasPrefix(Captions.letter) ?? false else {
        result.children.append(child.captioned)
        continue
      }
      var words = child
      words.children[0].label.removeFirst()
      if child.label == "para", let table = result.children.last, table.label == "table" {
        result.children[result.children.count - 1] = table.captioned(words.children)
      } else {
        words.children[0].label = ":" + words.children[0].label
        result.children.append(words)
      }
    }
    return result
  }

  /// A group at the words' end is the table's.
  private func captioned(_ words: [Shape]) -> Shape {
    var result = self
    var words = words
    if let last = words.last, last.isText, let open = last.label.ranges(of: Captions.group).last {
      let id = last.label[open.upperBound...]
      words[words.count - 1].label.removeSubrange(open.lowerBound...)
      result.label = Shape.label("table", id: String(id), classes: [], pairs: [])
    }
    result.children.insert(Shape("caption", words), at: 0)
    return result
  }
}
