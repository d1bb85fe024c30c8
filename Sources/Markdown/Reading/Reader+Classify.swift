import CMark
import Diagnostics

/// A citation group before it has its number.
struct CitationDraft {
  var items: [CitationItem]
  let isInText: Bool
  /// Index of the last token it uses up.
  let lastToken: Int
}

/// Which brackets are spans and citations: innermost first, so that a key belongs to the innermost group.
extension Reader {
  mutating func classify(_ list: inout TokenList) -> [CitationDraft] {
    var drafts: [CitationDraft] = []
    /// Of each bracket that is open, how many stand inside each other in it.
    var heights: [Int] = []
    for close in list.tokens.indices where list.tokens[close].partner >= 0 {
      guard list.tokens[close].kind == .close else {
        heights.append(0)
        continue
      }
      let height = heights.popLast() ?? 0
      if let outer = heights.last { heights[heights.count - 1] = max(outer, height + 1) }
      let open = list.tokens[close].partner
      if isSpan(close, list) {
        markSpan(open, close, &list)
      } else if height <= Reader.maximumCitationHeight, list.tokens[open].kind == .open,
        options.features.contains(.citations),
        !list.tokens[open].isInLink, let items = citationItems(open, close, list)
      {
        list.tokens[open].role = .citation
        list.tokens[open].number = drafts.count
        useUp(open + 1...close, &list)
        drafts.append(CitationDraft(items: items, isInText: false, lastToken: close))
      }
    }
    classifyKeysInText(&list, &drafts)
    return drafts
  }

  /// A citation holds no deeper brackets, so that its words are not read once for each bracket around them.
  private static let maximumCitationHeight = 20

  private func isSpan(_ close: Int, _ list: TokenList) -> Bool {
    guard options.features.contains(.spans), close + 1 < list.tokens.count,
      list.tokens[list.tokens[close].partner].kind == .open
    else { return false }
    let next = list.tokens[close + 1]
    return next.kind == .mark && next.node == list.tokens[close].node
      && next.lower == list.tokens[close].upper
      && isAttributes(next)
  }

  private func isAttributes(_ token: Token) -> Bool {
    token.kind == .mark && token.number < marked.table.entries.count
      && marked.table.entries[token.number].kind == .attributes
  }

  private func markSpan(_ open: Int, _ close: Int, _ list: inout TokenList) {
    list.tokens[open].role = .spanOpen
    list.tokens[close].role = .spanClose
    var next = close + 1
    while next < list.tokens.count, isAttributes(list.tokens[next]),
      list.tokens[next].node == list.tokens[next - 1].node,
      list.tokens[next].lower == list.tokens[next - 1].upper
    {
      list.tokens[next].role = .hidden
      next += 1
    }
  }

  // MARK: `[see @a, p. 3; -@b]`

  /// Nil unless every part between semicolons holds a key.
  private func citationItems(_ open: Int, _ close: Int, _ list: TokenList) -> [CitationItem]? {
    guard list.tokens[open + 1..<close].contains(where: { $0.kind == .at && $0.role == .plain }) else {
      return nil
    }
    var parts = [CitationPart()]
    for token in list.tokens[open + 1..<close] {
      if token.role == .citation || token.role == .spanOpen { return nil }
      add(token, to: &parts)
    }
    let items = parts.compactMap(\.item)
    return items.count == parts.count ? items : nil
  }

  private func add(_ token: Token, to parts: inout [CitationPart]) {
    let last = parts.count - 1
    switch token.kind {
    case .text:
      var rest = token.words[...]
      while let end = rest.firstIndex(of: UInt8(ascii: ";")) {
        parts[parts.count - 1].append(rest[..<end])
        parts.append(CitationPart())
        rest = rest[(end + 1)...]
      }
      parts[parts.count - 1].append(rest)
    case .at where parts[last].key == nil:
      parts[last].key = key(of: token)
    case .open, .close, .noteOpen, .strike:
      parts[last].append(token.words)
    case .at, .url: parts[last].append(marked.table.undo(token.words, as: .value))
    case .code: parts[last].append(marked.table.undo(token.node.literal, as: .source))
    case .softBreak, .hardBreak: parts[last].append([0x20])
    case .mark where !isNote(token):
      parts[last].append(marked.table.entries[token.number].shown)
    default: break
    }
  }

  /// What stands in a citation's brackets is shown by the citation, except a note: its reference stands behind them.
  private func useUp(_ range: ClosedRange<Int>, _ list: inout TokenList) {
    for index in range where !isNote(list.tokens[index]) { list.tokens[index].role = .hidden }
  }

  private func isNote(_ token: Token) -> Bool {
    guard token.kind == .mark else { return false }
    return token.number >= marked.table.entries.count
      || marked.table.entries[token.number].kind == .noteReference
  }

  private func key(of token: Token) -> CitationPart.Key {
    let bytes = marked.table.undo(token.words, as: .value)
    let suppresses = bytes.first == UInt8(ascii: "-")
    // A key that is not found in the marked text has no length there.
    let start = token.marked + (suppresses ? 1 : 0)
    return CitationPart.Key(
      name: CitationKey.name(bytes), suppressesAuthor: suppresses,
      source: token.marked < 0 ? 0..<0 : source(start..<max(start, token.marked + token.markedCount)))
  }

  // MARK: `@key` in the text

  private func classifyKeysInText(_ list: inout TokenList, _ drafts: inout [CitationDraft]) {
    guard options.features.contains(.citations) else { return }
    for index in list.tokens.indices where list.tokens[index].kind == .at && list.tokens[index].role == .plain
    {
      list.tokens[index].role = .citation
      list.tokens[index].number = drafts.count
      let (items, last) = itemsInText(index, list)
      if last > index { useUp(index + 1...last, &list) }
      drafts.append(CitationDraft(items: items, isInText: true, lastToken: last))
    }
  }

  /// `@key`, or `@key [p. 3; @other]`: the items, and the last token that belongs to them.
  private func itemsInText(_ index: Int, _ list: TokenList) -> ([CitationItem], last: Int) {
    var part = CitationPart()
    part.key = key(of: list.tokens[index])
    if let open = bracket(after: index, list) {
      let close = list.tokens[open].partner
      var parts = [part]
      for token in list.tokens[open + 1..<close] { add(token, to: &parts) }
      let items = parts.compactMap(\.item)
      if items.count == parts.count { return (items, close) }
    }
    return (part.item.map { [$0] } ?? [], index)
  }

  /// The `[` behind a key, at most one blank or line end away, whose bracket is nothing else.
  private func bracket(after index: Int, _ list: TokenList) -> Int? {
    var open = index + 1
    guard open < list.tokens.count else { return nil }
    let isBlank = list.tokens[open].kind == .text && list.tokens[open].words.elementsEqual([0x20])
    if isBlank || list.tokens[open].kind == .softBreak { open += 1 }
    guard open < list.tokens.count, list.tokens[open].kind == .open, list.tokens[open].role == .plain,
      list.tokens[open].partner > open, list.tokens[open].parent == list.tokens[index].parent
    else { return nil }
    let inside = list.tokens[open + 1..<list.tokens[open].partner]
    let isPlain = inside.allSatisfy { $0.role == .plain && $0.kind != .noteOpen && $0.kind != .image }
    return isPlain && !inside.isEmpty ? open : nil
  }
}

/// What stands between two semicolons of a citation.
private struct CitationPart {
  struct Key {
    let name: String
    let suppressesAuthor: Bool
    let source: Range<Int>
  }

  var key: Key?
  private var prefix: [UInt8] = []
  private var suffix: [UInt8] = []

  mutating func append(_ bytes: some Collection<UInt8>) {
    if key == nil { prefix.append(contentsOf: bytes) } else { suffix.append(contentsOf: bytes) }
  }

  var item: CitationItem? {
    guard let key else { return nil }
    let (pinpoint, suffix, shown) = Locator.parse(
      Array(suffix.drop { $0 == UInt8(ascii: ",") || $0 <= 0x20 }))
    return CitationItem(
      key: key.name, prefix: String(decoding: Locator.trimmed(prefix[...]), as: UTF8.self), locator: shown,
      pinpoint: pinpoint, suffix: suffix, suppressesAuthor: key.suppressesAuthor, source: key.source)
  }
}
