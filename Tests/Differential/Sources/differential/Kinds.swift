import Diagnostics

/// A difference that is a decision, as a rule: what Pandoc has to be asked, or how its answer has to be read, to come
/// to what is read here.
///
/// What is read here is never changed. So a kind covers what it names and nothing else in the same document, and is
/// itself checked: where its rule is not what happens here, the difference stays.
struct Kind: Sendable {
  let name: String
  /// The only reader that it is about; nil for both.
  private var reader: Reader?
  /// A text as Pandoc has to be told it; more than one where the rule leaves open which.
  private var ask: @Sendable (String, Reader) -> [String] = { text, _ in [text] }
  /// What Pandoc read as the rule would have it; the second is what was read here, for what a tree cannot tell.
  private var read: (@Sendable (Shape, Shape) -> Shape)?

  func questions(_ text: String, _ reader: Reader) -> [String] {
    self.reader ?? reader == reader ? ask(text, reader) : [text]
  }

  func answer(_ theirs: Shape, _ ours: Shape) -> Shape { read?(theirs, ours) ?? theirs }

  /// Whether it could change anything.
  func isRelevant(to text: String, _ reader: Reader) -> Bool {
    guard self.reader ?? reader == reader else { return false }
    return read != nil && !isAsked || ask(text, reader) != [text]
  }

  /// Whether there is nothing to read without another question.
  private var isAsked = false

  init(
    _ name: String, _ reader: Reader? = nil, ask: @escaping @Sendable (String) -> String,
    read: (@Sendable (Shape) -> Shape)? = nil
  ) {
    self.name = name
    self.reader = reader
    self.ask = { text, _ in [ask(text)] }
    if let read { self.read = { theirs, _ in read(theirs) } }
    isAsked = true
  }

  init(
    _ name: String, _ reader: Reader? = nil, askOneOf: @escaping @Sendable (String) -> [String],
    read: (@Sendable (Shape) -> Shape)? = nil
  ) {
    self.name = name
    self.reader = reader
    ask = { text, _ in askOneOf(text) }
    if let read { self.read = { theirs, _ in read(theirs) } }
    isAsked = true
  }

  init(_ name: String, reported: @escaping @Sendable (ReportedPlace) -> Bool) {
    self.name = name
    ask = { [Reported.escape($0, $1, where: reported)] }
  }

  init(_ name: String, _ reader: Reader? = nil, read: @escaping @Sendable (Shape, Shape) -> Shape) {
    self.name = name
    self.reader = reader
    self.read = read
  }

  /// Every kind that the documentation records, in the order in which they are applied.
  static let all: [Kind] = texts + shapes

  private static let texts: [Kind] = [
    Kind("stray-fence", .commonmark, ask: Fences.setApart, read: { $0.unwrapping(Fences.strayLabel) }),
    Kind("unclosed-span", reported: { $0.code == .unclosedSpan }),
    Kind("straddling-span", reported: { $0.code == .straddlingSpan }),
    Kind(
      "note-elsewhere", .commonmark, ask: Notes.divideLabels, read: { $0.mappingText(Notes.undivided) }),
    Kind("note-first-line", .commonmark, ask: Notes.below),
    Kind("attributes-elsewhere", .commonmark, ask: Groups.escape),
    Kind(
      "code-attributes", .commonmark, ask: Groups.letteredInInfo,
      read: { $0.mappingLabels(Groups.withBraces) }),
    Kind("heading-and-bracket", .commonmark, ask: Groups.apartFromBracket),
    Kind("attributes-unspaced", .commonmark, ask: Groups.space),
    Kind(
      "letters-in-names", .commonmark, ask: { $0.replacing("é=", with: "x-e9=") },
      read: { $0.mappingLabels { $0.replacing(" x-e9=", with: " é=") } }),
    Kind("repeated-identifier", .commonmark, ask: Groups.lastIdentifier),
    Kind(
      "escaped-quote", .commonmark, ask: Groups.letteredQuotes, read: { $0.mappingLabels(Groups.withQuotes) }),
    Kind("fence-symbols", .commonmark, ask: { Lines.change($0, Fences.escapeSymbols) }),
    Kind("fence-decoration", .commonmark, ask: { Lines.change($0, Fences.undecorated) }),
    Kind("short-closing-fence", .commonmark, ask: { Lines.change($0, Fences.three) }),
    Kind("indented-fence", .commonmark, ask: { Lines.change($0, Fences.escapeIndented) }),
    Kind("bare-email", .commonmark, ask: { $0.replacing("@", with: "\\@") }),
    Kind("one-column-table", .commonmark, ask: Tables.addEdges),
    Kind("table-below-line", .commonmark, ask: Tables.separate),
    Kind("pipe-in-code", .commonmark, ask: Tables.escapeInCode),
    Kind("table-caption", .commonmark, ask: Captions.lettered, read: { $0.captioned }),
    Kind("row-without-pipe", .commonmark, ask: Tables.addPipes),
    Kind("lazy-pipe", .commonmark, ask: Tables.escapeOutside, read: { $0.mappingLabels(Tables.restored) }),
    Kind("odd-note-label", .commonmark, ask: Notes.escapeOdd),
    Kind("note-label", .commonmark, ask: Notes.escapeBehindLabels),
    Kind("note-in-link", .commonmark, askOneOf: Notes.escapeInLinks),
    Kind("note-lazy-line", .commonmark, ask: Notes.unlazy),
    Kind(
      "colons-in-code", .commonmark, ask: Fences.lettered, read: { $0.mappingLabels(Fences.restored) }),
    Kind("closing-hashes", .commonmark, ask: Groups.withoutClosingHashes),
    Kind("citation-in-link", .markdown, ask: Keys.escapeInLinks),
    Kind(
      "link-before-note", .commonmark, ask: Notes.divide, read: { $0.mappingText(Notes.undivided) }),
    Kind("link-behind-caret", .markdown, ask: Notes.escapeCaretsOfLinks),
    Kind(
      "exclamation-mark-before-citation", .markdown, ask: Keys.divideExclamations,
      read: { $0.mappingText(Keys.undivided) }),
    Kind("rule-in-item", .commonmark, ask: Tightness.withoutLinesBelowRules),
    Kind("code-in-item", .commonmark, askOneOf: Tightness.fencingCode),
    Kind("link-before-span", .commonmark, ask: Groups.escapeReferences),
    Kind("quotation-mark-before-digit", ask: Quotes.beforeDigits),
    Kind("single-quotes-side-by-side", ask: { $0.replacing("''", with: "\u{2019}\u{2019}") }),
    Kind(
      "symbols", ask: Symbols.lettered,
      read: { $0.mappingText(Symbols.restored).mappingLabels(Symbols.restored) }),
    Kind("long-tildes", ask: Tildes.escapeLong),
    Kind("crossing-strikeout", askOneOf: Tildes.escapingCrossing),
    Kind("dash-runs", .commonmark, ask: Dashes.escapeLong),
    Kind("host-without-dot", .commonmark, ask: Addresses.bracket),
    Kind(
      "combining-mark-in-key", .markdown, ask: Keys.letteredMarks, read: { $0.mappingLabels(Keys.withMarks) }),
    Kind("escape-in-address", .commonmark, ask: Addresses.unescape),
    Kind("key-after-symbol", .markdown, ask: Keys.escapeAfterSymbols),
    Kind(
      "bracket-behind-citation", .markdown, askOneOf: Keys.dividing, read: { $0.mappingText(Keys.undivided) }),
    Kind(
      "key-with-blanks", .markdown, ask: Keys.withoutBlanks,
      read: { $0.mappingLabels(Keys.withBlanks).mappingText(Keys.withBlanks) }),
    Kind(
      "empty-heading", .commonmark, ask: Groups.wordBeforeIdentifier,
      read: { $0.mappingText(Groups.withoutWord) }),
    Kind("empty-key", .markdown, ask: { $0.replacing("@{}", with: "\\@{}") }),
    Kind("empty-locator", .markdown, ask: { $0.replacing("[]", with: "\\[\\]") }),
    Kind("brackets-in-span", .commonmark, ask: Groups.escapeInnerBrackets),
  ]

  private static let shapes: [Kind] = [
    Kind("abbreviations", .markdown, read: { $0.aligned(with: $1, Quotes.afterStop) }),
    Kind(
      "heading-classes", .commonmark,
      read: { theirs, _ in theirs.mappingLabels(HeadingLabels.identifierOnly) }),
    Kind("heading-in-note", .commonmark, read: { $0.identifyingHeadings(like: $1, isInNote: false) }),
    Kind("lists-in-list", .commonmark, read: { $0.loosened(like: $1) }),
    Kind("suppressed-key", .markdown, read: { theirs, _ in theirs.suppressingAuthors }),
    Kind("key-and-brackets", .markdown, read: { $0.separatingCitations(like: $1) }),
    Kind("quotation-mark-alone", read: { $0.aligned(with: $1, Quotes.alone) }),
    Kind("quotation-mark-behind-bracket", read: { $0.aligned(with: $1, Quotes.behindOpenBracket) }),
    Kind("quotation-marks-side-by-side", read: { $0.aligned(with: $1, Quotes.sideBySide) }),
    Kind("single-quote-behind-bracket", read: { $0.aligned(with: $1, Quotes.behindMarkup) }),
    Kind("picture-words", read: { theirs, _ in theirs.mappingLabels(Quotes.pictureWords) }),
  ]
}
