/// The inlines of random documents.
///
/// Wiki links and callouts are left out, because Pandoc has none, and so is raw HTML, which is refused here.
struct Words {
  var dice: Dice
  /// Labels that the document defines at its end.
  var noteLabels: [String] = []
  var linkLabels: [String] = []
  /// Notes do not stand in notes, nor links in links.
  var allowsNotes = true

  private static let words = [
    "a", "b", "word", "Kyiv", "offer", "é", "ñu", "日本", "😀", "1", "2024", "x_y", "e\u{301}", "and", "Rose's",
  ]
  private static let punctuation = [
    ".", ",", ";", ":", "!", "?", "(", ")", "-", "--", "---", "...", "\"", "'", "/", "+", "=", "#", "%", "&",
    "<",
    ">", "^", "{", "}", "$",
  ]
  private static let escapes = [
    "\\[", "\\]", "\\{", "\\}", "\\@", "\\^", "\\|", "\\:", "\\#", "\\~", "\\*", "\\_", "\\\\", "\\`", "\\!",
    "&amp;", "&#91;", "&lbrack;", "&#x7B;", "&rbrace;", "&commat;", "&Hat;", "&vert;", "&copy;", "&lt;",
  ]

  /// One to four inlines with blanks between most of them.
  mutating func inlines(_ depth: Int) -> String {
    var text = ""
    for position in 0..<1 + dice.below(4) {
      if position > 0, !dice.oneIn(4) { text += blank() }
      text += inline(depth)
    }
    return text
  }

  private mutating func blank() -> String {
    switch dice.below(16) {
    case 0: "\n"
    case 1: "  "
    case 2: "  \n"
    case 3: "\\\n"
    default: " "
    }
  }

  private mutating func inline(_ depth: Int) -> String {
    guard depth > 0 else { return word() }
    switch dice.below(24) {
    case 0: return "*\(inlines(depth - 1))*"
    case 1: return "**\(inlines(depth - 1))**"
    case 2: return "~~\(inlines(depth - 1))~~"
    case 3: return code()
    case 4: return "[\(inlines(depth - 1))](/u\(dice.oneIn(3) ? " \"t\"" : ""))"
    case 5: return reference(depth)
    case 6: return "![\(word())](/p.png)"
    case 7, 8, 9, 10: return "[\(inlines(depth - 1))]\(attributes())"
    case 11, 12: return note()
    case 13: return dice.pick(Words.escapes)
    case 14: return dice.pick(Words.punctuation)
    case 15: return "\"\(word())\""
    case 16: return "'\(word()) \(word())'"
    case 17: return "<http://x.org/\(dice.pick(["a", "b@c", "~d"]))>"
    case 18: return depth == 2 ? " http://x.org/\(dice.pick(["a", "b", "c?d=e"])) " : word()
    default: return word()
    }
  }

  mutating func word() -> String { dice.pick(Words.words) }

  private mutating func code() -> String {
    let inner = dice.pick(["c", "[x]{.y}", "a | b", "\\[", "&#91;", "[^1]", "{.z}", " d ", "e  f", "::: g"])
    return dice.oneIn(4) ? "`` \(inner) ` ``" : "`\(inner)`"
  }

  private mutating func reference(_ depth: Int) -> String {
    guard !linkLabels.isEmpty else { return word() }
    let label = dice.pick(linkLabels)
    return dice.oneIn(2) ? "[\(label)]" : "[\(inlines(depth - 1))][\(label)]"
  }

  private mutating func note() -> String {
    guard allowsNotes, !noteLabels.isEmpty else { return word() }
    return "[^\(dice.pick(noteLabels))]"
  }

  // MARK: Attributes

  mutating func attributes() -> String {
    var parts: [String] = []
    for _ in 0..<1 + dice.below(3) { parts.append(attribute()) }
    let separator = dice.oneIn(8) ? "  " : " "
    let edge = dice.oneIn(6) ? " " : ""
    return "{\(edge)\(parts.joined(separator: separator))\(edge)}"
  }

  private mutating func attribute() -> String {
    let name = dice.pick(["claim", "x", "a-b", "c_d", "e1", "é"])
    switch dice.below(6) {
    case 0, 1: return ".\(name)"
    case 2, 3: return "#\(name)"
    case 4: return "k=\(dice.pick(["v", "12", "a-b", "2024-03-01"]))"
    default: return "k=\"\(dice.pick(["v", "a b", "p. 3", "\\\"q\\\"", "", "}", "it's"]))\""
    }
  }

  // MARK: Citations

  /// A paragraph for Pandoc's own Markdown: citations and inline notes.
  mutating func citedParagraph() -> String {
    var text = word()
    for _ in 0..<1 + dice.below(4) {
      if !dice.oneIn(5) { text += " " }
      text += cited()
    }
    return text + "\n"
  }

  private mutating func cited() -> String {
    switch dice.below(12) {
    case 0, 1, 2, 3: return "[\(citations())]"
    case 4, 5: return "@\(key())"
    case 6: return "^[\(word()) \(dice.oneIn(2) ? "[\(citations())]" : word())]"
    case 7: return "[\(word()) @\(key())]{.claim}"
    case 8: return dice.pick(["\\@a", "a@b.org", "(@k)", "-@k", "[@k](/u)", "“@k”"])
    case 9: return dice.pick([",", ".", ";", ":", "-", "!"])
    default: return word()
    }
  }

  private mutating func citations() -> String {
    var parts: [String] = []
    for _ in 0..<1 + dice.below(3) { parts.append(citation()) }
    return parts.joined(separator: dice.oneIn(4) ? ";" : "; ")
  }

  private mutating func citation() -> String {
    let prefix = dice.oneIn(3) ? dice.pick(["see ", "see *also* ", "cf. ", "é, "]) : ""
    let suffix = dice.pick(["", "", "", ", p. 3", " p. 3", ", pp. 3-5, 8", ", chap. 2 and more", ", *p*"])
    let sign = dice.oneIn(4) ? "-" : ""
    return "\(prefix)\(sign)@\(key())\(suffix)"
  }

  private mutating func key() -> String {
    dice.pick([
      "a", "elpais-truce", "b2", "x_y", "a.b", "a:b", "a--b", "k.", "k,", "{a b}", "{a/b}", "é", "1st", "a/b",
      "a+b",
    ])
  }
}
