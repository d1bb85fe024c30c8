import Testing

/// A text that grows by repeating what a parser would rather meet once.
struct PathologicalText: Sendable, CustomTestStringConvertible {
  var head = ""
  let unit: String
  var middle = ""
  /// Repeated as often as `unit`, behind `middle`.
  var closing = ""
  var tail = ""
  /// In bytes, about: large enough that the quadratic part of a careless scan shows.
  var size = 5_000

  var testDescription: String { "\(head)\(unit)…\(middle)\(closing)…\(tail)".debugDescription }

  /// - Parameter size: in bytes, about.
  func text(_ size: Int) -> String {
    let count = max(1, size / (unit.utf8.count + closing.utf8.count))
    return head + String(repeating: unit, count: count) + middle + String(repeating: closing, count: count)
      + tail
  }

  /// The characters of every construct, opened and never closed, or closed and never opened.
  static let repeated: [PathologicalText] = [
    "]", "[a] ", "[[a", "[[a]]", "[^a", "[^a] ", "[^a]: ", "[^a]: x\n", "[^a]: x\n\n", "^", "{", "}", "{.a",
    " {.a}",
    "[a]{.b} ", "]{", "]{.x}", ":", ":::\n", "::: a\n", "::: {.a}\n", "::: {\n", "|", "|a", "a|b\n", "@",
    "@a ",
    "@{", "-@", "[@a] ", "@a [p. 3] ", "`", "`a``", "~", "~~~\n", "\"", " 'a", "'a' ", "-", "...", "<", "<a ",
    "<!--", "<!-- a\n", "a <!-- ", "http://", "http://a ", "http://a)", "http://a&b;", "*", "*a **a ", "_a ",
    "a* ",
    "&", "&a;", "&#91;", "\\[", "\\\"", "\0", ">a\n", "> [!NOTE]\n", "> [!NOTE]\n> a\n\n", "# a\n",
    "# a {#b}\n",
    "$a ", "==a", "%%", ": a\n", "- [ ] a\n", "![[a]]", "\u{1BC9F}", "\u{1BC9F}\u{E000}\u{1BC9F}", "\n", "\r",
    "```\n", "    a\n\n", "[a]: b\n", "<!-- dossier: allow x y -->\n\na\n\n",
    "[a]{.b, ", "[a]{.b c=\"", "[a]{.b ", "[a]{.b\n", "[a] {.b c", "*a*{.b,} ", "\"a\"{.b} ",
    "# a {#b, {#c} ",
    "::: {.a\n\n", "::: a b\n:::\n\n",
    "[a](../", "[a](../b c", "[a](/b c) ", "[a][b]", "[a]]", "[[a] ", "^[a ", "##a\n",
    "<<<<<<< a\n=======\n>>>>>>> b\n",
    "<<<<<<< a\n", "```\na\n```\n", "> ```\n> a\n\n", "- <!-- a\n", "> <!-- a\n\n", "[a]{#b #b #b #b} ",
  ].map { PathologicalText(unit: $0) }

  /// What stands inside itself, or beside much of something else.
  static let nested: [PathologicalText] = [
    .init(unit: "::: a\n", closing: ":::\n"),
    .init(unit: "*", middle: "a", closing: "*"),
    .init(unit: "*\"a ", closing: " b\"*"),
    .init(unit: "*a **b ", closing: " c** d*"),
    .init(unit: "(", closing: ")"),
    .init(unit: "{", closing: "}"),
    .init(unit: "- a\n\n", closing: "[^a]: b\n\n"),
    .init(unit: "[^a]: b\n\n", closing: "```\na\n```\n\n"),
    .init(unit: "[^a] ", middle: "\n\n", closing: "[^b]: c\n\n"),
    .init(unit: "a|", middle: "\n", closing: "-|"),
    .init(head: "|a|\n|-|\n", unit: "|b|\n"),
    .init(head: "|a|\n|-|\n", unit: "|*b `[c|\n"),
    .init(head: "|a|\n|-|\n|", unit: "`a``b"),
    .init(unit: "x *\n|*[a]|\n|-|\n: *c\n\n[a]: b\n\n"),
    .init(unit: "]{", middle: "\n", closing: "a "),
    .init(head: "^[", unit: "a *b* ", tail: "]"),
    .init(unit: "^[a] ", size: 24_000),
    .init(head: "# ", unit: "a-- ", tail: "{#b}"),
    .init(head: "```\n", unit: "\\[", tail: "\n```\n"),
    .init(head: "```\n", unit: "[^a]: b\n\n", tail: "```\n"),
    .init(head: "[a](", unit: "\\[", tail: ")"),
    .init(head: "[@a, ", unit: "p. 3 ", tail: "]"),
    .init(head: "[a]{", unit: ".b ", tail: "}"),
    .init(head: "[a]", unit: "{.b}"),
    .init(head: "http://a", unit: ")"),
    .init(head: "http://", unit: "a_"),
    .init(head: "@", unit: "a:", tail: "b"),
    .init(head: "<!-- ", unit: "a ", tail: "-->"),
    .init(unit: "&", closing: ";"),
    // Measuring a text at each of its marks is fast enough to hide in a short one.
    .init(unit: "~~a ", size: 40_000),
    .init(unit: "~~a ", closing: "~~", size: 40_000),
  ]
}
