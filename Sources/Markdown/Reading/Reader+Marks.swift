import Diagnostics

/// What each mark means where it stands: wiki links, notes, stray attributes, escapes.
extension Reader {
  mutating func readMark(_ position: Int, _ list: inout TokenList, _ words: inout Words) {
    let token = list.tokens[position]
    guard token.number < marked.table.entries.count else {
      let number = token.number - marked.table.entries.count
      guard inlineNotes.indices.contains(number) else { return }
      addNoteReference(position, &list, &words, referToInline(number, source: place(of: token)))
      return
    }
    let entry = marked.table.entries[token.number]
    switch entry.kind {
    case .literal:
      if entry.value == Entity.replacement, entry.source.first == UInt8(ascii: "&") {
        reportRepaired(token, entry)
      }
      addPiece(entry.value, token, .plain, &words)
    case .noteInside, .noteUnseparated, .labelDefinition: reportDefinition(token, entry.kind)
    case .guardian, .verbatim, .continuation, .inlineNote: break
    case .attributes: strayAttributes(position, list, entry, &words)
    case .fence: addFence(token, entry, &words)
    case .wikiLink: addWikiLink(position, entry, &list, &words)
    case .noteReference: readNoteReference(position, entry, &list, &words)
    }
  }

  /// A fence that closes nothing: its mark stands in `<!--…-->`, which stands for it as a whole.
  private func addFence(_ token: Token, _ entry: MarkTable.Entry, _ words: inout Words) {
    var whole = token
    if token.markedCount > 0, token.marked >= 4 {
      whole.marked -= 4
      whole.markedCount += 7
    }
    addShown(entry, whole, &words)
  }

  /// What means nothing here. Where escapes are undone in it, its words no longer stand in the file one by one.
  private func addShown(_ entry: MarkTable.Entry, _ token: Token, _ words: inout Words) {
    let shown = entry.shown
    addPiece(shown, token, shown == entry.source ? .plain : .opaque, &words)
  }

  func place(of token: Token) -> Range<Int> {
    token.marked < 0 ? 0..<0 : source(token.marked..<token.marked + token.markedCount)
  }

  /// From a token to the end of a later one. A token that is not found in the marked text has no length there.
  func place(from first: Token, to last: Token) -> Range<Int> {
    first.marked < 0 ? 0..<0 : source(first.marked..<max(first.marked, last.marked + last.markedCount))
  }

  /// A character reference that stands for no character; in code it is code.
  private mutating func reportRepaired(_ token: Token, _ entry: MarkTable.Entry) {
    report(
      .repairedCharacter, place(of: token),
      "'\(String(decoding: entry.source, as: UTF8.self))' is no character; U+FFFD is shown in its place, remove it"
    )
  }

  /// A label before a colon that defines nothing here; in code it is code, and nobody says anything.
  private mutating func reportDefinition(_ token: Token, _ kind: MarkTable.Kind) {
    guard writer == nil else { return }
    let start = place(of: token).lowerBound
    guard let close = Array(body.bytes[start...].prefix(1_000)).firstRange(of: Array("]:".utf8)) else {
      return
    }
    let range = start..<start + close.upperBound
    let shown = String(decoding: body.bytes[range], as: UTF8.self)
    if kind != .labelDefinition, range.count > 4 {
      let label = body.bytes[range.lowerBound + 2..<range.upperBound - 2]
      misplacedNotes.insert(String(decoding: label, as: UTF8.self))
    }
    // A note that is text is lost to its readers, and what refers to it leads nowhere: an error.
    switch kind {
    case .noteInside:
      report(
        .unsupportedSyntax, range,
        "a note is defined at the start of a line, outside quotes, lists and other notes; move it there",
        severity: .error)
    case .noteUnseparated:
      report(
        .unsupportedSyntax, range, "a note's definition needs an empty line before it", severity: .error)
    default:
      report(
        .unsupportedSyntax, range,
        "'\(shown)' would define a link; it is kept as text, remove the colon or escape the '['")
    }
  }

  private mutating func strayAttributes(
    _ position: Int, _ list: TokenList, _ entry: MarkTable.Entry, _ words: inout Words
  ) {
    let straddles = list.firstLoneOpen < position
    report(
      straddles ? .straddlingSpan : .unclosedSpan, place(of: list.tokens[position]),
      straddles
        ? "'[' and ']' of this span do not stand in the same emphasis or link; its attributes are kept as text"
        : "these attributes belong to no span, its '[' is missing; they are kept as text")
    addShown(entry, list.tokens[position], &words)
  }

  private mutating func readNoteReference(
    _ position: Int, _ entry: MarkTable.Entry, _ list: inout TokenList, _ words: inout Words
  ) {
    let token = list.tokens[position]
    if note != nil || words.linkDepth > 0 {
      reportMisplacedNote(place(of: token))
      return addPiece(entry.source, token, .plain, &words)
    }
    guard let index = referTo(label: entry.source[2..<entry.source.count - 1], source: place(of: token))
    else {
      return addPiece(entry.source, token, .plain, &words)
    }
    addNoteReference(position, &list, &words, index)
  }

  private mutating func addNoteReference(
    _ position: Int, _ list: inout TokenList, _ words: inout Words, _ note: Int
  ) {
    list.tokens[position].role = .noteReference
    list.tokens[position].number = annotations.noteReferences.count
    annotations.noteReferences.append(
      NoteReference(
        block: words.block, textOffset: words.text.count, note: note,
        isFirst: referredNotes.insert(note).inserted, source: place(of: list.tokens[position])))
    addPiece(Reader.standIn, list.tokens[position], .opaque, &words)
  }

  private mutating func addWikiLink(
    _ position: Int, _ entry: MarkTable.Entry, _ list: inout TokenList, _ words: inout Words
  ) {
    let token = list.tokens[position]
    adviseOnEmbedding(position, list)
    guard words.linkDepth == 0, let link = WikiLink(entry.source[2..<entry.source.count - 2]) else {
      report(
        .unsupportedSyntax, place(of: token),
        words.linkDepth > 0
          ? "no link stands inside a link; it is kept as text"
          : "this link names no target; it is kept as text")
      return addPiece(entry.shown, token, .opaque, &words)
    }
    list.tokens[position].role = .wikiLink
    list.tokens[position].number = annotations.links.count
    let start = words.text.count
    let shown = Array(link.shown.utf8)
    annotations.links.append(
      LinkUse(
        form: .wiki(fragment: link.fragment, hasLabel: link.label != nil), target: link.target,
        block: words.block, textRange: start..<start + shown.count, source: place(of: token)))
    words.linkDepth += 1
    addPiece(shown, token, .plain, &words)
    words.linkDepth -= 1
  }
}
