/// A value of front matter with the place it was written at.
///
/// Scalars are text and nothing else: whether `no` is a word or a refusal is for the schema to say.
struct YAMLNode: Sendable {
  indirect enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    let key: YAMLNode
    let value: YAMLNode
  }

  let content: Content
  /// UTF-8 range in the file: of a text without the quotation marks around it, of a list or map from its first
  /// byte to the end of its last value. Anchor and tag stand before it.
  let source: Range<Int>
  /// UTF-8 offset behind the value, its quotation marks included.
  let end: Int
  /// UTF-8 offset in the file of the text's first byte, when the text stands there byte for byte
  /// (plain on one line, or quoted without escapes); else nil.
  var verbatimStart: Int?
  /// Whether it is a text in no quotation marks, on the line of its key or indented below it.
  var isPlain = false
  /// Words that an author takes for a part of the text, but YAML does not.
  var lost: LostWords?
  /// How many nodes this is when written out, itself included.
  var nodeCount = 1

  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// Whether nothing but white space was written.
  var isBlank: Bool {
    guard case .scalar(let text) = content else { return false }
    return text.utf8.allSatisfy { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
  }

  /// The place of one scalar of the text, counted from 1; the whole value when the text was folded or escaped.
  func place(ofColumn column: Int) -> Range<Int> {
    guard let verbatimStart, let text else { return source }
    let scalars = text.unicodeScalars
    guard
      let index = scalars.index(scalars.startIndex, offsetBy: column - 1, limitedBy: scalars.endIndex)
    else { return source }
    let start = verbatimStart + text.utf8.distance(from: text.startIndex, to: index)
    let width = index < scalars.endIndex ? String(scalars[index]).utf8.count : 0
    return start..<start + width
  }

  /// What was written, in words: "a text", "a list", "a map".
  var words: String {
    switch content {
    case .scalar: "a text"
    case .sequence: "a list"
    case .mapping: "a map"
    }
  }
}

/// Why a text is no YAML that we read, and where.
struct YAMLProblem: Error, Equatable {
  enum Kind { case syntax, tooLarge, duplicateKey }
  let kind: Kind
  let message: String
  /// UTF-8 range in the file.
  let source: Range<Int>

  init(_ kind: Kind, _ message: String, _ source: Range<Int>) {
    self.kind = kind
    self.message = message
    self.source = source
  }
}
