import Diagnostics
import Testing

@testable import Briefings

/// YAML as writers break it: the place a person would mend, and what is said about it.
@Suite struct BrokenYAMLTests {
  private static let noPair =
    "a line without 'key: value'; continued texts must be indented more than their key"
  private static let colon = "a ': ' inside a text; put the text in quotes"
  private static let goesOn =
    "this line goes on with the text above it, where ': ' cannot stand; indent a key like the keys beside it, or put the whole text in quotes"
  private static let quote = "this quotation mark is not closed; write the same one at the end of the text"
  private static let laterQuote =
    "the text that this quotation mark begins ends only at the next one, lines below; close it where it ends"
  private static let behindDouble =
    "a text goes on after its closing quotation mark; write \\\" for one inside the text, or put the whole between ' and '"
  private static let behindSingle =
    "a text goes on after its closing quotation mark; write '' for one inside the text, or put the whole between \" and \""
  private static let tab = "a tab cannot indent YAML; use spaces"
  private static let hyphen =
    "this '-' continues no list; indent it like the other entries, and write nothing behind the colon of their key"
  private static let noEntry =
    "no '-' begins this line of a list; write one, or indent a key like the other keys of its entry"
  private static let indented =
    "this line is indented like nothing above it; indent a key like the keys beside it, a text more than its key"
  private static let merge =
    "a merge left two versions here; keep one, and remove the lines '<<<<<<<', '=======' and '>>>>>>>'"
  private static let escape =
    "no character has this escape: \\x takes two hexadecimal digits, \\u four, \\U eight; write \\\\ for a backslash"
  private static let directive = "a line cannot begin with '%' in YAML; a comment begins with '#'"
  private static let dash =
    "a list begins on the line below its key; put a text that begins with '-' in quotes"

  private static func first(_ sign: String) -> String {
    "a text cannot begin with '\(sign)' in YAML; put it in quotes"
  }
  private static func block(_ sign: String) -> String {
    "a text under '\(sign)' begins on the next line; put a text that begins with '\(sign)' in quotes"
  }
  private static func bracket(_ sign: String) -> String {
    "this bracket is not closed; write '\(sign)' behind the last entry"
  }
  private static func blank(_ pair: String) -> String { "no blank stands behind the colon; write '\(pair)'" }

  private static let lines: [(String, String)] = [
    ("title: T\n⟦just words⟧\n", noPair),
    ("title: T\n⟦just words⟧\nsummary: S\n", noPair),
    ("title: T\r\n⟦just words⟧\r\nsummary: S\r\n", noPair),
    ("⟦just words⟧\ntitle: T\n", noPair),
    ("title: T\n  goes on\n⟦and on⟧ \nsummary: S\n", noPair),
    ("prefer:\n  ⟦a b⟧\n  c: d\n", noPair),
    ("prefer:\n  c: d\n  ⟦a b⟧\n", noPair),
    (
      "title: T\n\n⟦The body⟧\nsays: x\n",
      "a line without 'key: value'; if the body begins here, put a '---' line above it"
    ),
    ("title⟦:⟧T\nsummary: S\n", blank("title: T")),
    ("title⟦:⟧T\n# comment\nsummary: S\n", blank("title: T")),
    ("⟦just words⟧\n# comment\nsummary: S\n", noPair),
    ("title: T\npublished⟦:⟧2025-04-01\nsummary: S\n", blank("published: 2025-04-01")),
    ("events:\n  - date⟦:⟧2025\n    title: x\n", blank("date: 2025")),
    ("prefer:\n  a⟦:⟧b\n  c: d\n", blank("a: b")),
    ("title: T\n⟦https://example.org⟧\n", noPair),
    ("topics:\n  - a\n  ⟦-⟧b\nsummary: S\n", "no blank stands behind the hyphen; write '- b'"),
    ("title ⟦=⟧ \"T\"\nsummary: S\n", "a '=' stands behind a key; write ': '"),
    ("title: T\n⟦// comment⟧\nsummary: S\n", "'//' begins no comment; write '#'"),
    ("title: T\n⟦% comment⟧\nsummary: S\n", directive),
    ("⟦%YAML 1.1⟧\ntitle: T\n", directive),
    ("title: T\n⟦%TAG ! x⟧\n", directive),
    ("⟦%YAML 9.9.9⟧\n--- x\n", directive),
    ("title: T\n⟦<<<<<<< HEAD⟧\nsummary: S\n=======\nsummary: Z\n>>>>>>> other\n", merge),
    ("⟦<<<<<<< HEAD⟧\ntitle: S\n=======\ntitle: Z\n>>>>>>> other\nsummary: S\n", merge),
    ("title: T\n⟦=======⟧\nsummary: Z\n", merge),
    ("title: T\n⟦>>>>>>> other⟧\nsummary: Z\n", merge),
    ("title: T\n⟦...⟧\n\nBody: x\n", "'...' ends the YAML here; a '---' line ends front matter"),
    ("title: T\n⟦--- x⟧\nsummary: Z\n", "a second YAML document begins here; remove this line"),
    ("⟦[a⟧]\n", "expected lines of 'key: value'"),
    ("[a]\n⟦title: T⟧\n", "a second value follows the first; write 'key: value' lines only"),
  ]

  private static let quotes: [(String, String)] = [
    ("title: ⟦\"⟧T\nsummary: S\ntopics: [a]\n", quote),
    ("title: ⟦'⟧T\nsummary: S\ntopics:\n  - a\n", quote),
    ("title: ⟦\"⟧T\r\nsummary: S\r\n", quote),
    ("title: ⟦'⟧\n", quote),
    ("title: é 🙂\nauthors: [\"A\", ⟦\"⟧B]\n", quote),
    ("title: ⟦\"⟧T\n--- x\n", quote),
    ("title: ⟦\"⟧T\nsummary: \"S\"\n", laterQuote),
    ("title: ⟦'⟧T\nsummary: it's late\n", laterQuote),
    ("title: 'it''s'\nauthors: [\"A\", ⟦\"⟧B]\nsummary: \"S\"\n", laterQuote),
    ("summary: >\n  'tis so\ntitle: ⟦\"⟧T\nextra: \"S\"\n", laterQuote),
    ("title: \"He said ⟦\"⟧no\" twice\"\n", behindDouble),
    ("title: \"Quoted⟦\"⟧ and more\n", behindDouble),
    ("title: 'It⟦'⟧s late'\n", behindSingle),
    ("authors:\n  - \"A⟦\"⟧ B\n", behindDouble),
    (
      "title: ⟦“⟧T: x”\n", "“ is no quotation mark in YAML; put a text that holds ': ' between \" and \""
    ),
    (
      "title: ⟦„⟧T: x“\n", "„ is no quotation mark in YAML; put a text that holds ': ' between \" and \""
    ),
    (
      "title: \"a⟦\\⟧q\"\n",
      "an unknown escape in a double-quoted text; write \\\\ for a backslash, or use single quotes"
    ),
    ("title: \"a⟦\\u⟧12\"\n", escape), ("title: \"a⟦\\x⟧ZZ\"\n", escape),
    ("title: \"a⟦\\u⟧D800\"\n", escape),
  ]

  private static let brackets: [(String, String)] = [
    ("title: T\ntopics: ⟦[⟧a, b\n", bracket("]")),
    ("topics: ⟦[⟧a, b\nsummary: S\ntitle: T\n", bracket("]")),
    ("topics: ⟦[⟧\n  a,\n  b\nsummary: S\n", bracket("]")),
    ("topics: ⟦[⟧a,\nauthors:\n  - x\n", bracket("]")),
    ("topics: ⟦[⟧a,\nsummary: |\n  S\n", bracket("]")),
    ("topics: ⟦[⟧a, b\nauthors: [c, d]\n", bracket("]")),
    ("topics: ⟦[⟧a, [b]\nsummary: S\n", bracket("]")),
    ("prefer: ⟦{⟧a: b\nsummary: S [1]\n", bracket("}")),
    ("prefer: ⟦{⟧a: 'it''s }'\n", bracket("}")),
    ("topics: [a, b⟦}⟧\n", "'[' is not closed before this; write ']'"),
    ("events: [{date: 2025, title: x⟦]⟧\n", "'{' is not closed before this; write '}'"),
    ("topics: [a, b]⟦]⟧\n", "this ']' closes nothing; remove it"),
    (
      "title: [Breaking] ⟦News today⟧\n",
      "a text goes on after ']'; put a text that begins with '[' in quotes"
    ),
    ("extra: {a: 1\n  ⟦b⟧: 2}\n", "a ',' is missing at the end of the line above; write it"),
    ("authors: [\"a\" ⟦\"⟧b\"]\n", "a ',' is missing before this; write it"),
    ("topics: [a, ⟦,⟧ b]\n", "an entry is missing before this ','; write it, or remove the ','"),
    ("topics: [⟦:⟧ a]\n", first(":")),
    ("topics: [⟦-⟧ a]\n", "a list in brackets has no '-'; part its entries with ','"),
    ("events: [{date: 2025, title: x⟦:⟧ y}]\n", colon),
    ("extra: [a⟦:⟧]\n", "a ':' before a comma or bracket; put a blank behind it, or the text in quotes"),
  ]

  private static let indentation: [(String, String)] = [
    ("title: T\n⟦\t⟧summary: S\n", tab), ("topics:\n⟦\t⟧- a\n", tab),
    ("summary: |\n⟦\t⟧S\n", tab),
    ("title: T\n ⟦summary:⟧ S\n", goesOn), ("title: T\n  go on\n  ⟦but:⟧ no\n", goesOn),
    ("events:\n  - date: 2025\n     ⟦title:⟧ x\n", goesOn),
    (
      "  ⟦title: T⟧\nsummary: S\n",
      "this first line is indented and others are not; begin every key at the start of its line"
    ),
    ("topics:\n  - a\n ⟦-⟧ b\n", hyphen), ("topics: a\n⟦-⟧ b\n", hyphen),
    ("extra:\n  a: 1\n ⟦b: 2⟧\n", indented), ("summary: >\n  folded\n ⟦less⟧\n", indented),
    ("title: \"T\"\n  ⟦more: x⟧\n", indented),
    ("events:\n  - date: 2025\n   ⟦title: x⟧\n", noEntry),
    ("events:\n  - date: 2025\n  ⟦title: x⟧\n", noEntry),
  ]

  private static let signs: [(String, String)] = [
    ("title: Kyiv⟦:⟧ a: truce\n", colon), ("title: 'Kyiv'⟦:⟧ a truce\n", colon),
    ("title: Kyiv⟦:⟧\nsummary: S\n", colon),
    ("title: ⟦%⟧a\n", first("%")), ("title: ⟦@⟧a\n", first("@")), ("title: ⟦`⟧a`\n", first("`")),
    ("title: ⟦]⟧ a\n", first("]")), ("title: ⟦,⟧ a\n", first(",")), ("title: ⟦}⟧ a\n", first("}")),
    ("title: ⟦?⟧ a\n", first("?")), ("title: ⟦&⟧ a\n", first("&")), ("title: ⟦!⟧ a\n", first("!")),
    ("title: ⟦!⟧important news\n", first("!")), ("title: ⟦!⟧!important news\n", first("!")),
    ("title: ⟦!⟧a!b c\n", first("!")), ("title: ⟦!⟧<a b\n", first("!")),
    ("title: ⟦*a*⟧\n", "a text that begins with * must stand in quotes"),
    ("title: ⟦-⟧ a\n", dash), ("title: ⟦-⟧\n", dash),
    ("title: ⟦|⟧ a\n", block("|")), ("title: ⟦>⟧a\n", block(">")), ("title: ⟦|⟧0\n  a\n", block("|")),
  ]

  @Test(arguments: lines + quotes + brackets + indentation + signs)
  func `a mistake in front matter is shown where it is mended`(yaml: String, message: String) throws {
    let marked = Marked("---\n\(yaml)---\nBody: text\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.briefing))
    #expect(file.findings.map(\.message) == [message])
    #expect(file.findings.map(\.place.range) == [marked.places[0]])
    #expect([.badYAML, .wrongType].contains(try #require(file.findings.first).code))
  }

  @Test(arguments: [
    ("title: T\n⟦just words⟧\n", noPair), ("title: T\nlanguage⟦:⟧en\n", blank("language: en")),
    ("title: T\nlanguage⟦:⟧en", blank("language: en")), ("title⟦:⟧T\n", blank("title: T")),
    ("title: T\nlanguage: ⟦\"⟧en\nbase-url: x\n", quote), ("title: ⟦\"⟧T", quote),
    ("title: T\nnavigation: ⟦[⟧{text: a, link: b}\n", bracket("]")), ("title: ⟦[⟧", bracket("]")),
    ("\u{FEFF}---\ntitle: T\n⟦---⟧\n", "a second YAML document begins here; remove this line"),
    ("title: T\n⟦...⟧\nlanguage: en\n", "'...' ends the YAML here; remove this line"),
    ("title: T\n\n⟦The body⟧\n", noPair),
  ])
  func `a mistake in site yaml is shown where it is mended`(yaml: String, message: String) {
    let marked = Marked(yaml)
    let path = RelativePath(literal: "Content/site.yaml")
    let findings = SiteConfiguration.decode(marked.bytes, path: path).1
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.place.range) == [marked.places[0]])
  }

  @Test(arguments: ["----", "--", "⟧---", "...", "— — —", "–"])
  func `a line that was meant to end front matter is shown`(line: String) {
    let isIndented = line.hasPrefix("⟧")
    let written = isIndented ? " ⟦---⟧" : "⟦\(line)⟧"
    let marked = Marked("---\ntitle: T\n\(written) \nBody.\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.page))
    #expect(file.findings.map(\.message) == ["a line of three hyphens ends front matter; write '---' here"])
    #expect(file.findings.map(\.place.range) == [marked.places[0]])
  }

  @Test func `a line below an empty one was not meant to end front matter`() {
    let file = DecodedFile(.page, "---\ntitle: T\n\nHeading\n-----\n")
    #expect(file.findings.map(\.place.range) == [0..<3])
  }

  @Test(arguments: ["\n⟦---⟧\n", " ⟦---⟧\n", "\r\n\r\n⟦---⟧\r\n", "\u{FEFF}\u{FEFF}⟦---⟧\n"])
  func `white space before front matter is told`(opening: String) {
    let marked = Marked("\(opening)title: T\n---\nBody.\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.page))
    #expect(file.findings.map(\.code) == [.missingKey])
    #expect(
      file.findings.map(\.message) == [
        "front matter begins at the very start of a file; remove what stands above '---'"
      ])
    #expect(file.findings.map(\.place.range) == [marked.places[0]])
  }

  @Test func `a key in brackets without a blank behind its colon is told so once`() {
    let marked = Marked(
      "---\ntitle: T\npublished: 2025-04-01\nsummary: S\nevents: [{⟦date:2025⟧, title: x}]\n---\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.briefing))
    #expect(file.findings.map(\.message) == [Self.blank("date: 2025")])
    #expect(file.findings.map(\.place.range) == [marked.places[0]])
  }

  @Test func `entries without a blank behind their hyphens are no text`() {
    let marked = Marked(
      "---\ntitle: T\npublished: 2025-04-01\nsummary: S\nauthors:\n  ⟦-Ann\n  -Ben⟧\n---\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.briefing))
    #expect(
      file.findings.map(\.message) == ["no blank stands behind the hyphen; write '- ' before every entry"])
    #expect(file.findings.map(\.place.range) == [marked.places[0]])
    #expect(file.briefing?.authors == [])
  }
}
