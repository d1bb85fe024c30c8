/// What each mark of one body stands for. Marks are interned: equal source text, equal mark, so that two
/// spellings of a reference label still match.
struct MarkTable {
  enum Kind: Equatable {
    /// A backslash escape or entity of a dialect character: `value` in text and URLs, the source in code.
    case literal
    /// `{…}` that parses, or the first line of one that spans lines.
    case attributes
    /// A further line of an attribute group.
    case continuation
    /// `[[…]]`.
    case wikiLink
    /// `[^id]`.
    case noteReference
    /// Nothing in the source: keeps a label from matching a link definition.
    case guardian
    /// Nothing in the source: typography leaves the next character alone, it was escaped.
    case verbatim
    /// Nothing in the source: keeps the `[^id]:` behind it from defining a link, where no note can be defined.
    case noteInside, noteUnseparated
    /// Nothing in the source: keeps a `[!X]:` or `[@k]:` from defining a link.
    case labelDefinition
    /// A `:::` line.
    case fence
    /// An inline note that was moved out of its paragraph; `value` holds nothing.
    case inlineNote(Int)
  }

  struct Entry {
    let kind: Kind
    /// What the author typed here.
    let source: [UInt8]
    /// A literal's character; an attribute group's whole text when it spans lines.
    let value: [UInt8]
    /// Of an attribute group: its index in `groups`.
    fileprivate(set) var group: Int?
  }

  private(set) var entries: [Entry] = []
  private var numbers: [Entry: Int] = [:]
  /// Attribute groups, each with the places of the first that reads like this.
  private(set) var groups: [Attributes] = []

  mutating func reserveCapacity(_ count: Int) {
    entries.reserveCapacity(count)
    numbers.reserveCapacity(count)
  }

  /// The number of the mark for an entry. O(length).
  mutating func number(_ entry: Entry, attributes: Attributes?) -> Int {
    if let number = numbers[entry] { return number }
    numbers[entry] = entries.count
    entries.append(entry)
    if let attributes {
      entries[entries.count - 1].group = groups.count
      groups.append(attributes)
    }
    return entries.count - 1
  }

  /// How a mark is undone.
  enum Undoing {
    /// As typed: in code, HTML and autolinks.
    case source
    /// As libcmark would have unescaped it: in text, URLs, titles and info strings.
    case value
  }

  /// `bytes` without marks. O(n).
  func undo(_ bytes: UnsafeBufferPointer<UInt8>, as undoing: Undoing) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      guard bytes[position] == Mark.firstByte, let mark = Mark.read(bytes, at: position),
        mark.number < entries.count
      else {
        output.append(bytes[position])
        position += 1
        continue
      }
      let isComment = entries[mark.number].kind == .fence && output.suffix(4).elementsEqual("<!--".utf8)
      appendUndone(mark.number, as: undoing, to: &output)
      position = mark.end
      if isComment, bytes[position...].starts(with: "-->".utf8) { position += 3 }
    }
    return output
  }

  /// `bytes` with a pipe for each mark that stands for `\|`; other marks stay. O(n).
  func undoPipes(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var position = 0
    while position < bytes.count {
      if let mark = Mark.read(bytes, at: position), mark.number < entries.count,
        entries[mark.number].kind == .literal, entries[mark.number].source.elementsEqual("\\|".utf8)
      {
        output.append(UInt8(ascii: "|"))
        position = mark.end
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return output
  }

  private func appendUndone(_ number: Int, as undoing: Undoing, to output: inout [UInt8]) {
    let entry = entries[number]
    if entry.kind == .fence { MarkTable.dropCommentStart(&output) }
    output.append(contentsOf: undoing == .value ? entry.shown : entry.source)
  }

  /// A fence's mark stands in `<!--…-->`; the end is left to who reads on.
  static func dropCommentStart(_ output: inout [UInt8]) {
    if output.suffix(4).elementsEqual("<!--".utf8) { output.removeLast(4) }
  }

  /// Whether there is anything to undo: most literals hold no mark.
  static func holdsMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    while position < bytes.count {
      if bytes[position] == Mark.firstByte, Mark.isEdge(bytes, at: position) { return true }
      position += 1
    }
    return false
  }
}

extension MarkTable.Entry {
  /// What stands for it among words when it means nothing: escapes and entities undone, as CommonMark would.
  var shown: [UInt8] {
    guard kind != .literal else { return value }
    return source.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") }
      ? Tree.unescaped(source) : source
  }
}

extension MarkTable.Entry: Hashable {
  /// The value tells two groups apart whose first lines are alike.
  static func == (a: Self, b: Self) -> Bool {
    a.kind == b.kind && a.source == b.source && a.value == b.value
  }

  func hash(into hasher: inout Hasher) {
    source.withUnsafeBytes { hasher.combine(bytes: $0) }
    value.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}
