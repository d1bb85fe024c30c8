import Diagnostics

/// A difference that is a decision: how to take its cause out of a text, or its trace out of what Pandoc read.
///
/// A difference is of a kind when it is gone after the kind's change, and still there without it. So a kind
/// covers what it names and nothing else in the same document.
struct Kind: Sendable {
  let name: String
  /// The text without the cause, for both sides.
  var text: @Sendable (String, Reader) -> String = { text, _ in text }
  /// The text as Pandoc has to be told it to read what is read here, for Pandoc alone: what is read here stays as
  /// it is, and is compared.
  var peerText: @Sendable (String, Reader) -> String = { text, _ in text }
  /// What Pandoc read as it would be read here; the second is what was read here.
  var peerShape: @Sendable (Shape, Shape) -> Shape = { shape, _ in shape }
  var isAboutShapes = false

  init(_ name: String, text: @escaping @Sendable (String) -> String) {
    self.name = name
    self.text = { words, _ in text(words) }
  }

  init(_ name: String, reported: @escaping @Sendable (ReportedPlace) -> Bool) {
    self.name = name
    text = { words, reader in Reported.escape(words, reader, where: reported) }
  }

  init(_ name: String, _ reader: Reader, text: @escaping @Sendable (String) -> String) {
    self.name = name
    self.text = { words, actual in actual == reader ? text(words) : words }
  }

  init(_ name: String, _ reader: Reader, peerText: @escaping @Sendable (String) -> String) {
    self.name = name
    self.peerText = { words, actual in actual == reader ? peerText(words) : words }
  }

  init(_ name: String, peerShape: @escaping @Sendable (Shape, Shape) -> Shape) {
    self.name = name
    self.peerShape = peerShape
    isAboutShapes = true
  }

  /// Every kind that the documentation records, in the order in which they are tried.
  static let all: [Kind] = [
    Kind("stray-fence", reported: { $0.code == .unclosedBlock && $0.isAllColons }),
    Kind("unclosed-span", reported: { $0.code == .unclosedSpan }),
    Kind("straddling-span", reported: { $0.code == .straddlingSpan }),
    Kind("note-elsewhere", reported: { $0.code == .unsupportedSyntax && $0.source.starts(with: "[^".utf8) }),
    Kind("attributes-elsewhere", .commonmark, peerText: Groups.escape),
    Kind("attributes-unspaced", .commonmark, peerText: Groups.space),
    Kind("repeated-identifier", .commonmark, peerText: Groups.lastIdentifier),
    Kind("escaped-quote", .commonmark, peerText: Groups.writtenQuotes),
    Kind("fence-symbols", .commonmark, peerText: { Lines.change($0, Fences.escapeSymbols) }),
    Kind("fence-decoration", .commonmark, peerText: { Lines.change($0, Fences.undecorated) }),
    Kind("short-closing-fence", .commonmark, peerText: { Lines.change($0, Fences.three) }),
    Kind("inline-note", .commonmark, text: { $0.replacing("^[", with: "\\^[") }),
    Kind("bare-email", .commonmark, peerText: { $0.replacing("@", with: "\\@") }),
    Kind("one-column-table", .commonmark, text: Tables.escapeDelimiters),
    Kind("table-below-line", .commonmark, peerText: Tables.separate),
    Kind("pipe-in-code", .commonmark, text: Tables.withoutPipesInCode),
    Kind("lazy-pipe", .commonmark, peerText: Tables.escapeOutside),
    Kind("brace-in-address", .commonmark, text: Addresses.endBeforeBraces),
    Kind("odd-note-label", .commonmark, text: Notes.escapeOdd),
    Kind("fence-in-note", .commonmark, text: { Lines.change($0, Fences.escapeInNotes) }),
    Kind("indented-fence", .commonmark, peerText: { Lines.change($0, Fences.escapeIndented) }),
    Kind("closing-hashes", .commonmark, text: Groups.withoutClosingHashes),
    Kind("single-quote-behind-bracket", .commonmark, text: Addresses.wordBehindBrackets),
    Kind("citation-in-link", .markdown, text: Keys.escapeInLinks),
    Kind("row-without-pipe", .commonmark, peerText: Tables.addPipes),
    Kind("symbols", text: Symbols.lettered),
    Kind("crossing-strikeout", text: Tildes.escapeCrossing),
    Kind("dash-runs", .commonmark, text: Dashes.short),
    Kind("host-without-dot", .commonmark, text: Addresses.escape),
    Kind("key-after-symbol", .markdown, text: Keys.escapeAfterSymbols),
    Kind("bracket-behind-citation", .markdown, peerText: Keys.escapeBehindBrackets),
    Kind("key-with-blanks", .markdown, text: Keys.withoutBlanks),
    Kind("empty-heading", .commonmark, text: Groups.wordBeforeIdentifier),
    Kind("empty-key", .markdown, peerText: { $0.replacing("@{}", with: "\\@{}") }),
    Kind("empty-locator", .markdown, peerText: { $0.replacing("[]", with: "\\[\\]") }),
    Kind("brackets-in-span", .commonmark, peerText: Groups.escapeInnerBrackets),
    Kind(
      "abbreviations",
      peerShape: { theirs, _ in
        theirs.mappingText(Quotes.plainSpace).normalized(isBlock: true)
      }),
    Kind("heading-classes", peerShape: { theirs, _ in theirs.mappingLabels(HeadingLabels.identifierOnly) }),
    Kind("suppressed-key", peerShape: { theirs, _ in theirs.suppressingAuthors }),
    Kind("key-and-brackets", peerShape: { $0.separatingCitations(like: $1) }),
    Kind("quotation-mark-alone", peerShape: { $0.aligned(with: $1, Quotes.alone) }),
    Kind("quotation-mark-before-digit", peerShape: Quotes.beforeDigits),
    Kind("picture-words", peerShape: Quotes.pictureWords),
  ]
}
