import CMark

/// One step through the inlines of a paragraph, heading or cell.
struct Token {
  enum Kind: UInt8 {
    case text, open, noteOpen, close, at, strike, url, mark, code, html, softBreak, hardBreak, enter, exit,
      image
  }

  /// What the brackets, marks and keys turned out to mean.
  enum Role: UInt8 {
    /// As typed.
    case plain
    /// Used up by a construct; prints nothing.
    case hidden
    case spanOpen, spanClose
    case strikeOpen, strikeClose
    /// Stands for a whole citation group.
    case citation
    case noteReference
    case wikiLink
    /// A link or picture that has a number.
    case numbered
    /// A link that is refused: its words stay.
    case dissolved
  }

  let kind: Kind
  let node: Node
  /// Bytes of the node's literal.
  let lower: Int
  let upper: Int
  /// Ordinal of the inline container around it; 0 is the block itself.
  let parent: Int
  let isInLink: Bool
  /// Where it stands in the marked text (survey only, else -1), and how long it is there.
  var marked = -1
  var markedCount = 0
  var role = Role.plain
  /// A bracket's other half, or -1.
  var partner = -1
  /// A mark's number; later the annotation's index.
  var number = -1
  /// Where its words begin in the block's text.
  var textOffset = 0
}

extension Token {
  /// The bytes of the node's literal that it covers.
  var words: UnsafeBufferPointer<UInt8> { node.literal(lower..<upper) }
}

/// A block's inlines as tokens, and the brackets matched.
struct TokenList {
  var tokens: [Token] = []
  var hasInlineNote = false
  var hasStrike = false
  /// Brackets that no other closes yet.
  var open: [Int] = []
  /// Length of the texts.
  var utf8Count = 0
  /// The first bracket that nothing closes.
  var firstLoneOpen = Int.max
  /// Whether a character stands in it that other tools give a meaning.
  var holdsForeign = false
  /// The first token inside more emphasis and links than are allowed.
  var firstTooDeep: Int?
  /// Where the block's words end in the marked text (survey only).
  var markedEnd = 0

  /// Keeps its room.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    hasInlineNote = false
    hasStrike = false
    holdsForeign = false
    firstTooDeep = nil
    firstLoneOpen = .max
    utf8Count = 0
  }
}
