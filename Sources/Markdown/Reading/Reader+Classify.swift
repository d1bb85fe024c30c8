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
    for close in list.tokens.indices
    where list.tokens[close].kind == .close && list.tokens[close].partner >= 0 {
      let open = list.tokens[close].partner
      if isSpan(close, list) {
        markSpan(open, close, &list)
      } else if list.tokens[open].kind == .open, options.features.contains(.citations),
        !list.tokens[open].isInLink, let items = citationItems(open, close, list)
      {
        list.tokens[open].role = .citation
        list.tokens[open].number = drafts.count
        for index in open + 1...close { list.tokens[index].role = .hidden }
        drafts.append(CitationDraft(items: items, isInText: false, lastToken: close))
      }
    }
    classifyKeysInText(&list, &drafts)
    return drafts
  }

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
      let pieces = token.node.literal[token.lower..<token.upper]
        .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 { parts.append(CitationPart()) }
        parts[parts.count - 1].append(piece)
      }
    case .at where parts[last].key == nil:
      parts[last].key = CitationKey.name(token.node.literal[token.lower..<token.upper])
      if token.marked >= 0 { parts[last].source = source(token.marked..<token.marked + token.markedCount) }
    case .at, .open, .close, .noteOpen, .strike:
      parts[last].append(token.node.literal[token.lower..<token.upper])
    case .code: parts[last].append(marked.table.undo(token.node.literal, as: .source))
    case .softBreak, .hardBreak: parts[last].append([0x20])
    case .mark where token.number < marked.table.entries.count:
      let entry = marked.table.entries[token.number]
      parts[last].append(entry.kind == .literal ? entry.value : entry.source)
    default: break
    }
  }

  // MARK: `@key` in the text

  private func classifyKeysInText(_ list: inout TokenList, _ drafts: inout [CitationDraft]) {
    guard options.features.contains(.citations) else { return }
    for index in list.tokens.indices where list.tokens[index].kind == .at && list.tokens[index].role == .plain
    {
      let token = list.tokens[index]
      let key = CitationKey.name(token.node.literal[token.lower..<token.upper])
      let place = token.marked < 0 ? 0..<0 : source(token.marked..<token.marked + token.markedCount)
      list.tokens[index].role = .citation
      list.tokens[index].number = drafts.count
      let item = CitationItem(key: key, prefix: "", locator: "", suppressesAuthor: false, source: place)
      drafts.append(CitationDraft(items: [item], isInText: true, lastToken: index))
    }
  }
}

/// What stands between two semicolons of a citation.
private struct CitationPart {
  var key: String?
  var source = 0..<0
  private var prefix: [UInt8] = []
  private var suffix: [UInt8] = []

  mutating func append(_ bytes: some Collection<UInt8>) {
    if key == nil { prefix.append(contentsOf: bytes) } else { suffix.append(contentsOf: bytes) }
  }

  var item: CitationItem? {
    guard let key else { return nil }
    let suppresses =
      prefix.last == UInt8(ascii: "-") && (prefix.count == 1 || prefix[prefix.count - 2] <= 0x20)
    return CitationItem(
      key: key, prefix: CitationPart.trimmed(suppresses ? prefix.dropLast() : prefix[...]),
      locator: CitationPart.trimmed(suffix[...].drop { $0 == UInt8(ascii: ",") || $0 <= 0x20 }),
      suppressesAuthor: suppresses, source: source)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.firstIndex { $0 > 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
