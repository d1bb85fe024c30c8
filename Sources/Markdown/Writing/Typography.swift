/// Typographic quotes, dashes and ellipses: the last pass over text, never over code or attributes.
///
/// A straight quote opens after a blank, an opening bracket, a dash or a slash, and closes behind a letter or before
/// a blank. After other punctuation and at the edge of a construct it closes what is open, else it opens.
struct Typography {
  private struct Quotes {
    let open: String
    let close: String
    let innerOpen: String
    let innerClose: String
  }

  private let quotes: Quotes?
  /// The byte before, as far as it decides: 0 at the block's start.
  private var previous: UInt8 = 0
  /// Whether a double quote of the block opened and none closed since.
  private var isDoubleOpen = false
  /// What `write` gets piece by piece; nil when it gets whole texts.
  private var block: TextBlock?
  /// Worked out when the first single quote comes that may open.
  private var singles: SingleQuotes?
  /// The same for words of their own.
  private var ownSingles: SingleQuotes?
  /// The words are an address.
  var isPaused = false
  /// The next character was escaped.
  var keepsNext = false

  /// - Parameter language: BCP 47; nil leaves text as typed.
  init(language: String?) {
    quotes = language.map {
      Typography.rows[String($0[..<($0.utf8.firstIndex(of: UInt8(ascii: "-")) ?? $0.endIndex)])]
        ?? Typography.english
    }
  }

  /// Begins a block, which `write` gets piece by piece.
  mutating func start(_ block: TextBlock) {
    self.block = block
    previous = 0
    isDoubleOpen = false
    singles = nil
    isPaused = false
    keepsNext = false
  }

  /// Lets go of the block.
  mutating func end() { block = nil }

  /// What was printed without passing through here.
  mutating func see(_ byte: UInt8) { previous = byte }

  /// A construct begins or ends: code, a link, emphasis, a span.
  mutating func seeEdge() {
    // Hyphens on both sides of it are no row.
    previous = opens ? UInt8(ascii: " ") : Typography.edge
  }

  /// Punctuation that a sentence does not hold.
  private static let edge = UInt8(ascii: "*")

  /// Writes `words` escaped; whether anything but escaping was done.
  ///
  /// Copies run by run: most words hold nothing to replace.
  ///
  /// - Parameter textOffset: where the words stand in the block's text; nil for words of their own.
  mutating func write(
    _ words: UnsafeBufferPointer<UInt8>, at textOffset: Int? = nil, into output: inout [UInt8]
  ) -> Bool {
    var isChanged = false
    ownSingles = nil
    var run = 0
    var position = 0
    while true {
      position = Typography.special.first(in: words, from: position, to: words.count)
      guard position < words.count else { break }
      let byte = words[position]
      if Typography.isAlone(words, position) {
        position += 1
        continue
      }
      if position > run {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: words[run..<position]))
        previous = words[position - 1]
      }
      var count = 1
      if keepsNext, position == 0 {
        HTML.escape(byte, into: &output)
      } else if let replaced = replace(words, position, textOffset, &output) {
        isChanged = true
        count = replaced
      } else {
        HTML.escape(byte, into: &output)
      }
      previous = words[position + count - 1]
      position += count
      run = position
    }
    if !words.isEmpty { keepsNext = false }
    guard run < words.count else { return isChanged }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: words[run...]))
    previous = words[words.count - 1]
    return isChanged
  }

  private static let special = ByteSet(Array("\"&<>'-.".utf8))

  /// Whether it is a single hyphen or full stop, which nothing replaces.
  static func isAlone(_ words: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = words[position]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") else { return false }
    return position + 1 == words.count || words[position + 1] != byte
  }

  /// How many bytes were replaced by their typographic form.
  private mutating func replace(
    _ words: UnsafeBufferPointer<UInt8>, _ position: Int, _ textOffset: Int?, _ output: inout [UInt8]
  ) -> Int? {
    guard let quotes, !isPaused else { return nil }
    switch words[position] {
    case UInt8(ascii: "\""):
      isDoubleOpen = opens || opensInside(words, position, textOffset)
      HTML.append(isDoubleOpen ? quotes.open : quotes.close, into: &output)
    case UInt8(ascii: "'"): HTML.append(single(words, position, textOffset, quotes), into: &output)
    case UInt8(ascii: "-"): return dash(words, position, &output)
    case UInt8(ascii: "."):
      guard words[position...].prefix(3).elementsEqual("...".utf8) else { return nil }
      HTML.append("…", into: &output)
      return 3
    default: return nil
    }
    return 1
  }

  private var opens: Bool {
    switch previous {
    case 0...0x20, UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "-"),
      UInt8(ascii: "/"):
      return true
    // The last bytes of — and – (E2 80 94, E2 80 93) and of a no-break space (C2 A0).
    case 0x94, 0x93, 0xA0: return true
    default: return false
    }
  }

  /// Whether a double quote between punctuation and a word opens.
  private func opensInside(_ words: UnsafeBufferPointer<UInt8>, _ position: Int, _ textOffset: Int?) -> Bool {
    guard !isDoubleOpen, !CitationKey.isLetterOrDigit(previous) else { return false }
    let text = textOffset == nil ? nil : block?.text
    let next = textOffset.map { $0 + position + 1 } ?? position + 1
    guard next < text?.count ?? words.count else { return false }
    return (text.map { $0[next] } ?? words[next]) > 0x20
  }

  /// A single quote opens or closes when it has a partner in its block; any other is an apostrophe.
  private mutating func single(
    _ words: UnsafeBufferPointer<UInt8>, _ position: Int, _ textOffset: Int?, _ quotes: Quotes
  ) -> String {
    let isOpening = !CitationKey.isLetterOrDigit(previous)
    if textOffset == nil {
      if ownSingles == nil, isOpening { ownSingles = SingleQuotes(in: words) }
    } else if singles == nil, isOpening {
      singles = block.map { SingleQuotes(in: $0) }
    }
    switch textOffset.map({ singles?.role(at: $0 + position) }) ?? ownSingles?.role(at: position) {
    case .opening: return quotes.innerOpen
    case .closing: return quotes.innerClose
    case nil: return "’"
    }
  }

  /// `--` is an en dash, `---` an em dash; longer runs stay.
  private func dash(_ words: UnsafeBufferPointer<UInt8>, _ position: Int, _ output: inout [UInt8]) -> Int? {
    // No more than decides: a long row of hyphens is come to at each of them.
    let count = words[position...].prefix(4).prefix { $0 == UInt8(ascii: "-") }.count
    guard previous != UInt8(ascii: "-"), count == 2 || count == 3 else { return nil }
    HTML.append(count == 2 ? "–" : "—", into: &output)
    return count
  }

  /// CLDR's quotation marks.
  private static let rows: [String: Quotes] = {
    let rows: [(languages: String, quotes: Quotes)] = [
      ("de cs sk sl is et lt", Quotes(open: "„", close: "“", innerOpen: "‚", innerClose: "‘")),
      ("fr", Quotes(open: "«\u{202F}", close: "\u{202F}»", innerOpen: "“", innerClose: "”")),
      ("es it pt ca el no nb nn", Quotes(open: "«", close: "»", innerOpen: "“", innerClose: "”")),
      ("ru uk be bg", Quotes(open: "«", close: "»", innerOpen: "„", innerClose: "“")),
      ("pl ro hu hr sr", Quotes(open: "„", close: "”", innerOpen: "«", innerClose: "»")),
      ("sv fi", Quotes(open: "”", close: "”", innerOpen: "’", innerClose: "’")),
    ]
    var byLanguage: [String: Quotes] = [:]
    for row in rows {
      for language in row.languages.split(separator: " ") { byLanguage[String(language)] = row.quotes }
    }
    return byLanguage
  }()

  /// Where no row is known.
  private static let english = Quotes(open: "“", close: "”", innerOpen: "‘", innerClose: "’")
}
