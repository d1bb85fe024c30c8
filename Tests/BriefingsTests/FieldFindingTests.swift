import Diagnostics
import Testing

@testable import Briefings

/// A mistake in front matter: the text with its place marked, and what is said about it.
struct Mistake: Sendable, CustomTestStringConvertible {
  let kind: ContentKind
  let text: String
  let code: FindingCode
  let suggestions: [String]

  init(_ kind: ContentKind, _ text: String, _ code: FindingCode, _ suggestions: String...) {
    self.kind = kind
    self.text = text
    self.code = code
    self.suggestions = suggestions
  }

  var testDescription: String { "\(code.rawValue): \(text)" }
}

private let briefing = "title: x\npublished: 2025-03-05\nsummary: y\n"
private let entity = "name: x\ntype: person\n"
private let source = "title: x\npublisher: y\n"

@Suite struct FieldFindingTests {
  @Test(arguments: [
    Mistake(.briefing, "---\n\(briefing)⟦titel⟧: z\n---\n", .unknownKey, "title"),
    Mistake(.briefing, "---\n\(briefing)⟦drfat⟧: true\n---\n", .unknownKey, "draft"),
    Mistake(
      .briefing, "---\r\ntitle: é🙂\r\n⟦Draft⟧: true\r\npublished: 2025-03-05\r\nsummary: y\r\n---\r\n",
      .unknownKey, "draft"),
    Mistake(.briefing, "\u{FEFF}---\n⟦date⟧: 2025-03-05\n\(briefing)---\n", .unknownKey, "published"),
    Mistake(.briefing, "---\n\(briefing)⟦lastmod⟧: 2025-03-05\n---\n", .unknownKey, "updated"),
    Mistake(.briefing, "---\n\(briefing)⟦tags⟧: [a]\n---\n", .unknownKey, "topics"),
    Mistake(.briefing, "---\n\(briefing)⟦description⟧: a\n---\n", .unknownKey, "summary"),
    Mistake(.briefing, "---\n⟦titel⟧: x\npublished: 2025-03-05\nsummary: y\n---\n", .unknownKey, "title"),
    Mistake(.briefing, "---\ntitle: x\n⟦date⟧: 2025-03-05\nsummary: y\n---\n", .unknownKey, "published"),
    Mistake(.entity, "---\nname: x\n⟦typ⟧: person\n---\n", .unknownKey, "type"),
    Mistake(.page, "---\ntitle: x\n⟦published⟧: 2025-03-05\n---\n", .unknownKey),
    Mistake(.page, "---\ntitle: x\n'⟦<<⟧': {a: b}\n---\n", .unknownKey),
    Mistake(.entity, "---\n\(entity)aliases: [{text: a, ⟦cases⟧: sensitive}]\n---\n", .unknownKey, "case"),
    Mistake(.entity, "---\n\(entity)⟦founded⟧: 2020\n---\n", .unknownKey),
    Mistake(.entity, "---\nname: x\ntype: organization\n⟦born⟧: 2020\n---\n", .unknownKey),
    Mistake(.briefing, "⟦---⟧\ntitle: x\npublished: 2025-03-05\n---\n", .missingKey),
    Mistake(.briefing, "\u{FEFF}⟦---⟧\ntitle: x\nsummary: y\ndraft: false\n---\n", .missingKey),
    Mistake(.briefing, "---\n⟦title⟧:\npublished: 2025-03-05\nsummary: y\n---\n", .missingKey),
    Mistake(.briefing, "---\n⟦title⟧: '  '\npublished: 2025-03-05\nsummary: y\n---\n", .missingKey),
    Mistake(.page, "⟦---⟧\n---\n", .missingKey),
    Mistake(.page, "⟦---⟧\n# only a comment\n---\n", .missingKey),
    Mistake(
      .briefing, "---\n\(briefing)corrections:\n  - ⟦date: 2025-03-06\n    text: z⟧\n---\n", .missingKey),
    Mistake(.briefing, "---\n\(briefing)⟦title⟧: z\n---\n", .duplicateKey),
    Mistake(.briefing, "---\n\(briefing)extra:\n  é: 1\n  ⟦é⟧: 2\n---\n", .duplicateKey),
    Mistake(.briefing, "---\n\(briefing)prefer: {'a *b': x, '⟦a *b⟧': y}\n---\n", .duplicateKey),
    Mistake(.briefing, "---\ntitle: ⟦[a⟧]\npublished: 2025-03-05\nsummary: y\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)authors: ⟦{a: b⟧}\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)authors: [x, ⟦''⟧]\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)authors: [x, ⟦[y⟧]]\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)draft: ⟦yes⟧\n---\n", .wrongType, "true"),
    Mistake(.briefing, "---\n\(briefing)draft: \"⟦yes⟧\"\n---\n", .wrongType, "true"),
    Mistake(.briefing, "---\n\(briefing)draft: !!str &a '⟦yes⟧'\n---\n", .wrongType, "true"),
    Mistake(.briefing, "---\n\(briefing)draft: >-\n  ⟦yes⟧\n---\n", .wrongType, "true"),
    Mistake(.briefing, "---\n\(briefing)draft: ⟦No⟧\n---\n", .wrongType, "false"),
    Mistake(.briefing, "---\n\(briefing)draft:⟦⟧\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)yardstick: ⟦icd203⟧\n---\n", .wrongType, "icd203-a", "icd203-b"),
    Mistake(.briefing, "---\n\(briefing)prefer: ⟦x⟧\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)prefer: {a: ⟦[b⟧]}\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)prefer: {⟦a⟧: }\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)events: ⟦{date: 2025⟧}\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)events: [⟦x⟧]\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)⟦[⟧]: x\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)language: ⟦english language⟧\n---\n", .wrongType),
    Mistake(.briefing, "---\n\(briefing)extra: ⟦x⟧\n---\n", .wrongType),
    Mistake(.briefing, "---\n⟦just words⟧\n---\n", .wrongType),
    Mistake(.briefing, "---\n⟦- a⟧\n---\n", .wrongType),
    Mistake(.entity, "---\nname: x\ntype: ⟦persn⟧\n---\n", .wrongType, "person"),
    Mistake(.entity, "---\n\(entity)wikidata: ⟦Q0212⟧\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)coordinates: ⟦[91, 0⟧]\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)coordinates: ⟦[50.4, 180.5⟧]\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)coordinates: ⟦[50.4⟧]\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)coordinates: ⟦[0x10, nan⟧]\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)links: {a: '⟦javascript:x⟧'}\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)aliases: [a, ⟦''⟧]\n---\n", .wrongType),
    Mistake(.entity, "---\n\(entity)aliases: ⟦{text: a⟧}\n---\n", .wrongType),
    Mistake(.source, "---\n\(source)url: ⟦ftp://a⟧\n---\n", .wrongType),
    Mistake(.source, "---\n\(source)url: ⟦unkown⟧\n---\n", .wrongType, "unknown"),
    Mistake(.source, "---\n\(source)type: ⟦newspaper⟧\n---\n", .wrongType, "article-newspaper"),
    Mistake(.source, "---\n\(source)type: ⟦“report”⟧\n---\n", .wrongType, "report"),
    Mistake(.briefing, "---\n\(briefing)draft: ⟦ture⟧\n---\n", .wrongType, "true"),
    Mistake(.briefing, "---\n\(briefing)language: ⟦english⟧\n---\n", .wrongType, "en"),
    Mistake(.briefing, "---\n\(briefing)language: ⟦Deutsch⟧\n---\n", .wrongType),
    Mistake(.page, "---\ntitle: a⟦\u{1BC9F}⟧b\n---\n", .reservedCharacter),
    Mistake(.page, "---\ntitle: Deal ⟦#⟧3 is signed\n---\n", .badYAML),
    Mistake(.page, "---\ntitle: Deal\t⟦#⟧é\n---\n", .badYAML),
    Mistake(.page, "---\ntitle: ⟦#⟧3 is signed\n---\n", .badYAML),
    Mistake(.page, "---\ntitle: The long\n  Deal ⟦#⟧3\n---\n", .badYAML),
    Mistake(.briefing, "---\n\(briefing)authors:\n  - A\n  - B ⟦#⟧1\n---\n", .badYAML),
    Mistake(.briefing, "---\n\(briefing)authors:\n  - A\n  - ⟦#⟧1\n---\n", .badYAML),
    Mistake(.briefing, "---\n\(briefing)prefer:\n  a: b ⟦#⟧1\n---\n", .badYAML),
    Mistake(.entity, "---\n\(entity)aliases:\n  - text: Pact ⟦#⟧2\n---\n", .badYAML),
    Mistake(.entity, "---\n\(entity)aliases: Pact ⟦#⟧2\n---\n", .badYAML),
    Mistake(.page, "---\ntitle: ⟦&⟧Sons open\n---\n", .badYAML),
    Mistake(.page, "---\ntitle: ⟦&⟧Sons\n---\n", .badYAML),
    Mistake(.source, "---\n\(source)url: ⟦https://a b⟧\n---\n", .wrongType),
    Mistake(.source, "---\n\(source)url: ⟦https:///a⟧\n---\n", .wrongType),
    Mistake(.source, "---\n\(source)reliability: ⟦G⟧\n---\n", .wrongType),
    Mistake(.source, "---\n\(source)reliability: ⟦b⟧\n---\n", .wrongType, "B"),
    Mistake(.source, "---\n\(source)type: ⟦article-newspapr⟧\n---\n", .wrongType, "article-newspaper"),
    Mistake(.briefing, "---\ntitle: x\npublished: ⟦2025-3-5⟧\nsummary: y\n---\n", .badDate, "2025-03-05"),
    Mistake(.source, "---\n\(source)accessed: ⟦17 January 2025⟧\n---\n", .badDate, "2025-01-17"),
    Mistake(.source, "---\n\(source)accessed: ⟦03/04/2025⟧\n---\n", .badDate, "2025-04-03", "2025-03-04"),
    Mistake(.source, "---\n\(source)accessed: ⟦January 2025⟧\n---\n", .badDate),
    Mistake(.source, "---\n\(source)published: ⟦January 2025⟧\n---\n", .badDate, "2025-01"),
    Mistake(.source, "---\n\(source)published: '⟦03/04/2025⟧'\n---\n", .badDate, "2025-04-03", "2025-03-04"),
    Mistake(.source, "---\n\(source)published: ⟦u⟧nknown\n---\n", .badDate),
    Mistake(.briefing, "---\ntitle: x\npublished: ⟦2025-02-29⟧\nsummary: y\n---\n", .badDate),
    Mistake(.briefing, "---\ntitle: x\npublished: ⟦2025-03-05T10:00⟧\nsummary: y\n---\n", .badDate),
    Mistake(.briefing, "---\ntitle: x\npublished: ⟦٢٠٢٥-٠٣-٠٥⟧\nsummary: y\n---\n", .badDate),
    Mistake(.source, "---\n\(source)accessed: ⟦2025-13-01⟧\n---\n", .badDate),
    Mistake(.page, "---\ntitle: x\nredirects: [old/path, ⟦../up⟧]\n---\n", .pathEscape),
    Mistake(.page, "---\ntitle: x\nredirects: ⟦a//b⟧\n---\n", .pathEscape),
    Mistake(
      .page, "---\ntitle: x\nredirects: ⟦a/\(String(repeating: "é", count: 128))⟧\n---\n", .wrongType),
    Mistake(.page, "---\ntitle: x\ntemplate: ⟦../../etc/x⟧\n---\n", .pathEscape),
    Mistake(.page, "---\ntitle: x\n⟦\t⟧summary: y\n---\n", .badYAML),
  ])
  func `a mistake is one finding at its place`(mistake: Mistake) {
    let marked = Marked(mistake.text)
    let file = DecodedFile(decoding: marked.bytes, .sample(mistake.kind))
    #expect(file.findings.map(\.code) == [mistake.code])
    #expect(file.findings.first?.place.range == marked.places[0])
    #expect(file.findings.first?.suggestions == mistake.suggestions)
    #expect(file.record != nil)
  }

  @Test(arguments: [
    "title: x # a comment", "title: x #", "title: x ##########", "title: x\n# a comment\nsummary: y",
    "title: x #\tnote", "title: 'Deal #3'", "title: Deal#3", "title: x\nsummary: # nothing yet",
    "title: &t x\nsummary: *t", "title: x\ndraft: false #todo", "title: &t 'x'",
  ])
  func `a comment is a comment, and an anchor that is named an anchor`(yaml: String) {
    #expect(DecodedFile(.page, "---\n\(yaml)\n---\n").findings.isEmpty)
  }

  @Test(arguments: [
    ("2025-01", "'published' takes one whole day, written YYYY-MM-DD, not '2025-01'; add what is missing"),
    (
      "January 2025",
      "'published' takes one whole day, written YYYY-MM-DD, not 'January 2025'; add what is missing"
    ),
    ("17.1.2025", "'published' takes a day, written YYYY-MM-DD, not '17.1.2025'"),
    ("soon", "'published' takes a day, written YYYY-MM-DD, not 'soon'"),
  ])
  func `a day is all of a day`(written: String, message: String) {
    let file = DecodedFile(.briefing, "---\ntitle: x\npublished: \(written)\nsummary: y\n---\n")
    #expect(file.findings.map(\.message) == [message])
  }

  @Test func `an unknown day is left out where it may be`() {
    let file = DecodedFile(.source, "---\n\(source)accessed: unknown\n---\n")
    #expect(
      file.findings.map(\.message) == [
        "'accessed' takes a day, written YYYY-MM-DD, not 'unknown'; leave the key out where the day is unknown"
      ])
  }

  @Test func `a key written twice names the first place, and a third time again`() {
    let marked = Marked("---\n⟦title⟧: x\n⟦title⟧: y\nsummary: z\n⟦title⟧: w\n⟦summary⟧: v\n---\n")
    let file = DecodedFile(decoding: marked.bytes, .sample(.page))
    #expect(file.findings.map(\.place.range) == [marked.places[1], marked.places[2], marked.places[3]])
    #expect(file.findings.map { $0.notes.first?.place.range?.lowerBound } == [4, 4, 22])
    #expect(file.page?.title == "x")
  }

  @Test func `two spellings of one accent are two keys`() {
    let file = DecodedFile(.page, "---\ntitle: x\nextra:\n  \u{E9}: a\n  e\u{301}: b\n---\n")
    #expect(file.findings.isEmpty)
  }

  @Test func `all mistakes of a file are reported at once`() {
    let file = DecodedFile(
      .briefing, "---\ntitel: x\npublished: 2025-02-30\ndraft: maybe\nauthors: {}\n---\n")
    #expect(Set(file.findings.map(\.code)) == [.unknownKey, .missingKey, .badDate, .wrongType])
    #expect(file.findings.count == 5)
  }

  @Test func `a draft needs no day and no summary`() {
    #expect(DecodedFile(.briefing, "---\ntitle: x\ndraft: true\n---\n").findings.isEmpty)
    #expect(DecodedFile(.briefing, "---\ntitle: x\ndraft: false\n---\n").findings.count == 2)
  }

  @Test func `an optional key without a value counts as not written`() {
    let file = DecodedFile(.briefing, "---\n\(briefing)updated:\nsources:\nyardstick: ''\n---\n")
    #expect(file.findings.isEmpty)
    #expect(file.briefing?.updated == nil)
  }
}
