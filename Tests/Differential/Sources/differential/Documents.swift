/// Random documents out of the dialect's constructs.
struct Documents {
  private var words: Words

  init(dice: Dice) { words = Words(dice: dice) }

  /// One document in so many has a habit.
  private static let habitual = 5

  private mutating func chooseHabit() {
    words.habit = words.dice.oneIn(Documents.habitual) ? words.dice.pick(Habit.allCases) : nil
  }

  /// A paragraph for Pandoc's own Markdown.
  mutating func citedParagraph() -> String {
    chooseHabit()
    let text = words.citedParagraph()
    return words.habit == .malformed ? mutated(text, Documents.halfCitations) : text
  }

  /// A whole document.
  mutating func document() -> String {
    chooseHabit()
    words.noteLabels = words.dice.oneIn(2) ? Array(["1", "n", "é"].prefix(1 + words.dice.below(3))) : []
    words.linkLabels = words.dice.oneIn(3) ? ["foo"] : []
    words.allowsNotes = true
    var text = blocks(depth: 2)
    for label in words.noteLabels { text += "\n" + note(label) }
    for label in words.linkLabels { text += "\n[\(label)]: /r 'title'\n" }
    switch words.habit {
    case .accidents: return mutated(text, Documents.accidents)
    case .malformed: return mutated(text, Documents.malformed)
    default: return text
    }
  }

  // MARK: Blocks

  private mutating func blocks(depth: Int) -> String {
    var text = ""
    for position in 0..<1 + words.dice.below(3) {
      if position > 0 { text += words.dice.oneIn(8) ? "\n\n" : "\n" }
      let next = block(depth: depth)
      // Two would be one block of code with an empty line in it.
      text += text.hasSuffix(Documents.indentedCode) && next == Documents.indentedCode ? paragraph() : next
    }
    return text
  }

  private static let indentedCode = "    indented [x]{.y}\n"

  private mutating func block(depth: Int) -> String {
    guard depth > 0 else { return paragraph() }
    switch words.dice.below(16) {
    case 0: return heading()
    case 1:
      let group = words.dice.oneIn(3) ? " " + words.headingAttributes() : ""
      return "\(line())\(group)\n\(words.dice.pick(["===", "---"]))\n"
    case 2, 3: return list(["- ", "* "], depth)
    case 4: return list(["1. ", "2. ", "10. "], depth)
    case 5: return indented(blocks(depth: depth - 1), first: "> ", rest: "> ")
    case 6: return fencedCode()
    case 7, 8: return table()
    case 9, 10, 11: return region(depth)
    case 12: return words.dice.pick(["---\n", "***\n", Documents.indentedCode])
    default: return paragraph()
    }
  }

  private mutating func paragraph() -> String { words.inlines(2) + "\n" }

  /// Inlines on one line.
  private mutating func line() -> String {
    words.inlines(1 + words.dice.below(2)).split(separator: "\n", omittingEmptySubsequences: true).joined(
      separator: " ")
  }

  private mutating func heading() -> String {
    let marks = String(repeating: "#", count: 1 + words.dice.below(4))
    let group = words.dice.oneIn(2) ? " " + words.headingAttributes() : ""
    let isClosed = words.dice.oneIn(6) && (group.isEmpty || words.habit == .closingHashes)
    return "\(marks) \(line())\(isClosed ? " \(marks)" : "")\(group)\n"
  }

  private mutating func list(_ markers: [String], _ depth: Int) -> String {
    let marker = words.dice.pick(markers)
    let isLoose = words.dice.oneIn(2)
    var text = ""
    for position in 0..<1 + words.dice.below(3) {
      if position > 0, isLoose { text += "\n" }
      let content = words.dice.oneIn(3) ? blocks(depth: depth - 1) : paragraph()
      text += indented(content, first: marker, rest: String(repeating: " ", count: marker.utf8.count))
    }
    return text
  }

  private func indented(_ text: String, first: String, rest: String) -> String {
    var output = ""
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().enumerated()
    {
      let prefix = index == 0 ? first : rest
      output += (line.isEmpty && prefix.allSatisfy { $0 == " " } ? "" : prefix + line) + "\n"
    }
    return output
  }

  private mutating func fencedCode() -> String {
    let fence = words.dice.pick(["```", "~~~", "````"])
    let info = words.dice.pick(["", "", "swift", " json"])
    let inner = words.dice.pick(["x = [1]", "[a]{.b}", ":::", "[^1]: x", "| a |\n|---|", "&#91; \\[", ""])
    return "\(fence)\(info)\n\(inner)\n\(fence)\n"
  }

  private mutating func region(_ depth: Int) -> String {
    let colons = String(repeating: ":", count: 3 + words.dice.below(3))
    let opening =
      words.dice.oneIn(2) ? words.dice.pick(["gap", "key-judgments", "é", "event"]) : words.attributes()
    let blank = words.dice.oneIn(6) ? "" : " "
    let decoration = words.habit == .decoratedFences && words.dice.oneIn(2) ? " :::" : ""
    let inner = blocks(depth: depth - 1)
    return "\(colons)\(blank)\(opening)\(decoration)\n\(inner)\(colons)\n"
  }

  private mutating func note(_ label: String) -> String {
    words.allowsNotes = false
    defer { words.allowsNotes = true }
    let content = words.dice.oneIn(3) ? blocks(depth: 1) : paragraph()
    return indented(content, first: "[^\(label)]: ", rest: "    ")
  }

  // MARK: Tables

  private mutating func table() -> String {
    let columns = 1 + words.dice.below(3)
    var lines = [row(columns)]
    let delimiters = (0..<columns).map { _ in words.dice.pick(["---", ":--", "--:", ":-:", "-"]) }
    lines.append("|" + delimiters.joined(separator: "|") + "|")
    for _ in 0..<words.dice.below(3) {
      lines.append(row(max(1, columns + (words.dice.oneIn(5) ? 1 - words.dice.below(3) : 0))))
    }
    return lines.joined(separator: "\n") + "\n" + (words.habit == .captions ? caption() : "")
  }

  /// Directly below the rows, or behind an empty line.
  private mutating func caption() -> String {
    let group = words.dice.oneIn(3) ? " {#t}" : ""
    return (words.dice.oneIn(2) ? "\n" : "") + ": \(line())\(group)\n"
  }

  private mutating func row(_ columns: Int) -> String {
    let cells = (0..<columns).map { _ in cell() }
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private mutating func cell() -> String {
    let text = words.dice.oneIn(8) ? words.dice.pick(["", "|", "`a|b`"]) : line()
    return text.replacing("\\|", with: "|").replacing("|", with: "\\|")
  }

  // MARK: Accidents

  private static let accidents = [
    "*", "_", "~", "\\", "-", "=", "!", "&", "\"", "'", "}", ")", "é", "日本", " ",
  ]

  /// Constructs that were begun and never ended, or ended and never begun.
  private static let malformed = [
    "[", "]", "[a", "a]", "]{.a}", "{.a", "{.a}", "[a]{.b", "[a]{k=\"b}", "[a]{}", "[a]{.}", "[a](/u",
    "](/u)", "![a",
    "`a", "``a`", "*a", "a**", "~~a", "a~~", "[^n", "[^none]", "^]", "\\", "<http://x.org", "&amp", "&#x;",
    ":::", "|",
    "#", "{#a}",
  ]

  /// For Pandoc's own Markdown.
  private static let halfCitations = [
    "[@a", "@a]", "[@a;", "[@a; b]", "[a; @b]", "[;@a]", "[@]", "@", "[-@]", "[see @a", "@a [p. 3", "^[a",
  ]

  /// One to three pieces that stand alone between words.
  private mutating func mutated(_ text: String, _ pieces: [String]) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<1 + self.words.dice.below(3) {
      let place = self.words.dice.below(words.count)
      // Not in attributes.
      let isInWords = place > 0 && words[(place - 1)...place].allSatisfy { $0.allSatisfy(\.isLetter) }
      if isInWords, !words[place].isEmpty {
        words.insert(self.words.dice.pick(pieces), at: place)
      }
    }
    return words.joined(separator: " ")
  }
}
