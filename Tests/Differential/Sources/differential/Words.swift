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
  /// The document's one habit, if any.
  var habit: Habit?
  private var isStruck = false

  init(dice: Dice) { self.dice = dice }

  private static let words = [
    "a", "b", "word", "Kyiv", "offer", "é", "ñu", "日本", "1", "2024", "x_y", "e\u{301}", "and", "Rose's",
  ]
  private static let punctuation = [
    ".", ",", ";", ":", "!", "?", "(", ")", "-", "--", "---", "...", "/", "+", "=", "#", "%", "&", "<", ">",
    "$",
  ]
  private static let escapes = [
    "\\[", "\\]", "\\{", "\\}", "\\@", "\\^", "\\|", "\\:", "\\#", "\\~", "\\*", "\\_", "\\\\", "\\`", "\\!",
    "&amp;", "&#91;", "&lbrack;", "&#x7B;", "&rbrace;", "&commat;", "&Hat;", "&vert;", "&copy;", "&lt;",
  ]

  /// One to four inlines with blanks between most of them.
  mutating func inlines(_ depth: Int) -> String {
    var text = ""
    for position in 0..<1 + dice.below(4) {
      let next = inline(depth)
      if position > 0, standsApart(text, next) || !dice.oneIn(4) {
        let blank = blank()
        text += beginsBlock(next) && blank.contains("\n") ? " " : blank
      } else if beginsInlineNote(text, next) {
        text += " "
      }
      text += next
    }
    return text
  }

  /// At a line's beginning these would end the paragraph.
  private func beginsBlock(_ next: String) -> Bool {
    habit != .looseMarkup && "-+=>#:|".contains { next.first == $0 }
  }

  /// Together these would be an inline note, which only one of the readers knows.
  private func beginsInlineNote(_ text: String, _ next: String) -> Bool {
    text.hasSuffix("^") && !text.hasSuffix("\\^") && next.hasPrefix("[")
  }

  /// Whether a blank is needed between two pieces.
  private func standsApart(_ text: String, _ next: String) -> Bool {
    text.last == "'" && next.first == "'"
      || habit != .looseQuotes && (isQuote(text.last) || isQuote(next.first))
      || habit != .looseMarkup && "~`".contains { text.last == $0 && next.first == $0 }
      || text.last == "*" && next.first == "*" || text.last == "!" && next.first == "["
      || habit != .looseBrackets && text.hasSuffix("]") && next.hasPrefix("[")
  }

  private func isQuote(_ character: Character?) -> Bool { character == "\"" || character == "'" }

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
    case 0: return emphasis("*", depth)
    case 1: return emphasis("**", depth)
    case 2: return struck(depth)
    case 3: return code()
    case 4: return "[\(linkWords(depth))](/u\(dice.oneIn(3) ? " \"t\"" : ""))"
    case 5: return reference(depth)
    case 6: return picture()
    case 7, 8, 9, 10: return "[\(inlines(depth - 1))]\(attributes())"
    case 11, 12: return note()
    case 13: return dice.pick(Words.escapes)
    case 14: return mark()
    case 15: return "\"\(word())\""
    case 16: return quotation()
    case 17: return "<http://x.org/\(dice.pick(["a", "b@c", "~d"]))>"
    case 18: return depth == 2 ? " http://x.org/\(dice.pick(["a", "b", "c?d=e"])) " : word()
    default: return word()
    }
  }

  mutating func word() -> String {
    habit == .symbols && dice.oneIn(4) ? "😀" : dice.pick(Words.words)
  }

  private mutating func mark() -> String {
    if habit == .looseQuotes, dice.oneIn(2) { return dice.pick(["\"", "'"]) }
    if habit == .looseBrackets, dice.oneIn(2) { return dice.pick(["{", "}", "[", "]", "^"]) }
    return dice.pick(Words.punctuation)
  }

  /// Single quotation marks; before a digit one is an apostrophe.
  private mutating func quotation() -> String {
    let first = word()
    let isDigit = first.first?.isNumber ?? false
    return "'\(isDigit && habit != .looseQuotes ? "a" : first) \(word())'"
  }

  private mutating func picture() -> String {
    let words = word()
    let isTypographic = words.contains("'")
    return "![\(isTypographic && habit != .typographicPictures ? "a" : words)](/p.png)"
  }

  private mutating func code() -> String {
    let inner = dice.pick([
      allowsNotes ? "[^1]" : "c", "c", "[x]{.y}", "a | b", "\\[", "&#91;", "{.z}", " d ", "e  f", "::: g",
    ])
    return dice.oneIn(4) ? "`` \(inner) ` ``" : "`\(inner)`"
  }

  private mutating func reference(_ depth: Int) -> String {
    guard !linkLabels.isEmpty else { return word() }
    let label = dice.pick(linkLabels)
    return dice.oneIn(2) ? "[\(label)]" : "[\(linkWords(depth))][\(label)]"
  }

  /// No asterisks beside those of another emphasis.
  private mutating func emphasis(_ mark: String, _ depth: Int) -> String {
    var words = inlines(depth - 1)
    if words.hasPrefix("*") { words = "a " + words }
    if words.hasSuffix("*") { words += " a" }
    return mark + words + mark
  }

  /// Words without notes.
  private mutating func linkWords(_ depth: Int) -> String {
    let allowed = allowsNotes
    if habit != .looseMarkup { allowsNotes = false }
    defer { allowsNotes = allowed }
    return inlines(depth - 1)
  }

  /// Words without struck words.
  private mutating func struck(_ depth: Int) -> String {
    let isInner = isStruck
    isStruck = true
    defer { isStruck = isInner }
    var words = inlines(depth - 1)
    // Three tildes at a line's beginning would be code.
    if words.hasPrefix("~") { words = "a " + words }
    return isInner && habit != .looseMarkup ? words : "~~\(words)~~"
  }

  private mutating func note() -> String {
    guard allowsNotes, !noteLabels.isEmpty else { return word() }
    return "[^\(dice.pick(noteLabels))]"
  }

  // MARK: Attributes

  mutating func attributes() -> String {
    var parts: [String] = []
    for _ in 0..<1 + dice.below(3) {
      let part = attribute()
      let isRepeated = part.hasPrefix("#") && parts.contains { $0.hasPrefix("#") }
      if !isRepeated || habit == .repeatedIdentifiers { parts.append(part) }
    }
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
    default:
      if habit == .quotesInValues { return "k=\"\\\"q\\\"\"" }
      return "k=\"\(dice.pick(["v", "a b", "p. 3", "", "}", "it's"]))\""
    }
  }

  /// What stands behind a heading's words.
  mutating func headingAttributes() -> String {
    habit == .headingClasses ? attributes() : "{#\(dice.pick(["claim", "x", "a-b", "e1", "é"]))}"
  }

  // MARK: Citations

  /// A paragraph for Pandoc's own Markdown: citations and inline notes.
  mutating func citedParagraph() -> String {
    // A number may begin a list.
    var text = dice.pick(["a", "é", "word", "日本"])
    var isAfterKey = false
    for _ in 0..<1 + dice.below(4) {
      let next = cited()
      let isKey = next.hasPrefix("@") || next.hasPrefix("-@")
      let isBehindKey = text.split(separator: " ").last?.contains("@") ?? false
      if isBehindKey, next.hasPrefix("["), next.hasSuffix("}") { text += " and" }
      let isAfterBracket = isAfterKey || isBehindKey || text.last == "]"
      if habit != .keysBesideMarkup, isAfterBracket, next.hasPrefix("[") { text += " and" }
      let isBehindMark = isKey && !(text.last?.isLetter ?? false) || isAfterKey && next == "e\u{301}"
      if !dice.oneIn(5) || isBehindMark && habit != .keysBesideMarkup { text += " " }
      text += next
      isAfterKey = isKey
    }
    return text + "\n"
  }

  private mutating func cited() -> String {
    switch dice.below(12) {
    case 0, 1, 2, 3: return "[\(citations())]"
    case 4, 5: return "@\(key())"
    case 6: return "^[\(word()) \(dice.oneIn(2) ? "[\(citations())]" : word())]"
    case 7: return "[\(word()) @\(key())]{.claim}"
    case 8: return rareKey()
    case 9: return dice.pick([",", ".", ";", ":", "-", "!"])
    default: return word()
    }
  }

  private mutating func rareKey() -> String {
    switch habit {
    case .suppressedKeys: "-@k"
    case .keysBesideMarkup: dice.pick(["[@k](/u)", "a@b.org", "@@k", "@k [@a]"])
    default: dice.pick(["\\@a", "a@b.org", "(@k)", "“@k”"])
    }
  }

  private mutating func citations() -> String {
    var parts: [String] = []
    for _ in 0..<1 + dice.below(3) { parts.append(citation()) }
    return parts.joined(separator: dice.oneIn(4) ? ";" : "; ")
  }

  private mutating func citation() -> String {
    let prefix =
      dice.oneIn(3)
      ? dice.pick(["see ", "see *also* ", habit == .abbreviations ? "cf. " : "so ", "é, "]) : ""
    let suffix = dice.pick(["", "", "", ", p. 3", " p. 3", ", pp. 3-5, 8", ", chap. 2 and more", ", *p*"])
    let sign = dice.oneIn(4) ? "-" : ""
    return "\(prefix)\(sign)@\(key())\(suffix)"
  }

  private mutating func key() -> String {
    if habit == .keysWithBlanks, dice.oneIn(2) { return "{a b}" }
    return dice.pick([
      "a", "elpais-truce", "b2", "x_y", "a.b", "a:b", "a--b", "k.", "k,", "{a/b}", "é", "1st", "a/b", "a+b",
    ])
  }
}
