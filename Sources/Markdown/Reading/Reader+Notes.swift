import CMark
import Diagnostics

/// Margin notes: each body is placed once, after the block that first refers to it.
extension Reader {
  /// The note's index in `annotations.notes` for a reference; nil when it cannot be one here.
  mutating func referTo(label: some Collection<UInt8>, source: Range<Int>) -> Int? {
    guard let definition = structure.note(label) else {
      unknownNotes.append((String(decoding: label, as: UTF8.self), source))
      return nil
    }
    if let index = noteIndices[definition] { return index }
    let name = String(decoding: structure.notes[definition].label, as: UTF8.self)
    return addNote(
      label: name, structure.notes[definition].source, structure.notes[definition].item, marked: nil
    ) {
      $0.noteIndices[definition] = $1
    }
  }

  /// A label whose definition was reported where it stands is not unknown as well.
  mutating func reportUnknownNotes() {
    guard writer == nil else { return }
    for (label, source) in unknownNotes where !misplacedNotes.contains(label) {
      report(
        .unknownNote, source, "no note '\(label)' is defined; add a line '[^\(label)]: …'",
        suggestions: suggestedNotes(for: label))
    }
  }

  /// Of the first hundred notes and for short labels only, and once a label: whatever the text, its share of time.
  private mutating func suggestedNotes(for label: String) -> [String] {
    guard label.utf8.count <= 40 else { return [] }
    if let known = noteSuggestions[label] { return known }
    let defined = structure.notes.prefix(100).map { String(decoding: $0.label, as: UTF8.self) }
    let suggestions = Suggestions.nearest(to: label, among: defined)
    noteSuggestions[label] = suggestions
    return suggestions
  }

  mutating func referToInline(_ number: Int, source: Range<Int>) -> Int {
    let inline = inlineNotes[number]
    return addNote(label: nil, source, inline.paragraph, marked: inline.marked.lowerBound) { _, _ in }
  }

  private mutating func addNote(
    label: String?, _ source: Range<Int>, _ node: Node, marked: Int?,
    remember: (inout Reader, Int) -> Void
  ) -> Int {
    let index = annotations.notes.count
    annotations.notes.append(MarginNote(label: label, textBlocks: 0..<0, source: source))
    pendingNotes.append(PendingNote(index: index, node: node, marked: marked))
    remember(&self, index)
    return index
  }

  mutating func takePendingNotes() -> [PendingNote] {
    defer { pendingNotes = [] }
    return pendingNotes
  }

  /// Puts the note's body into the tree behind `sibling` and reads it.
  mutating func placeNote(_ pending: PendingNote, after sibling: Node) -> Node {
    let aside = Node.custom(block: true, enter: [])
    sibling.follow(with: aside)
    if pending.node.kind == CMARK_NODE_ITEM {
      while let child = pending.node.firstChild { aside.append(child) }
    } else {
      aside.append(pending.node)
    }
    note = pending.index
    inlineStart = pending.marked
    let start = annotations.textBlocks.count
    _ = readBlock(aside)
    annotations.notes[pending.index].textBlocks = start..<annotations.textBlocks.count
    note = nil
    inlineStart = nil
    writer?.writeNote(pending.index, aside)
    return aside
  }

  mutating func reportUnusedNotes() {
    for (index, definition) in structure.notes.enumerated() where noteIndices[index] == nil {
      let label = String(decoding: definition.label, as: UTF8.self)
      report(
        .unusedNote, definition.source,
        "nothing refers to the note '\(label)', so it is not shown; write [^\(label)] in the text or remove it"
      )
    }
  }

  // MARK: Inline notes

  /// Moves the words of each `^[…]` into a paragraph of its own; a mark stays in their place.
  ///
  /// No note stands inside a note, where the outer one wins, or inside a link.
  mutating func extractInlineNotes(_ list: TokenList) {
    var outermost: [Int] = []
    var index = 0
    while index < list.tokens.count {
      let token = list.tokens[index]
      if token.kind == .noteOpen, token.partner > index {
        if token.isInLink {
          reportMisplacedNote(place(from: token, to: list.tokens[token.partner]))
        } else {
          outermost.append(index)
        }
        index = token.partner
      }
      index += 1
    }
    var cut = NoteCut()
    // From the last to the first: what stands before a cut keeps its offsets.
    for index in outermost.reversed() {
      extract(open: list.tokens[index], close: list.tokens[list.tokens[index].partner], &cut)
    }
    cut.finish()
  }

  mutating func reportMisplacedNote(_ place: Range<Int>) {
    report(.unsupportedSyntax, place, "no note stands inside a note or a link; it is kept as text")
  }

  private mutating func extract(open: Token, close: Token, _ cut: inout NoteCut) {
    let paragraph = Node.new(CMARK_NODE_PARAGRAPH)
    let number = inlineNotes.count
    let range = open.marked + 2..<max(open.marked + 2, close.marked)
    inlineNotes.append(InlineNote(paragraph: paragraph, marked: range))
    inlineNoteEnds.append(range.upperBound + 1)
    cut.reach(close)
    cut.put(inlineNoteMark(number))
    if open.node == close.node {
      paragraph.append(textNode(open.node.literal(open.upper..<close.lower)))
    } else {
      paragraph.append(textNode(open.node.literal(open.upper..<open.node.literal.count)))
      while let next = open.node.next, next != close.node { paragraph.append(next) }
      paragraph.append(textNode(close.node.literal(0..<close.lower)))
      close.node.remove()
    }
    cut.goOn(before: open)
  }

  private func textNode(_ bytes: some Collection<UInt8>) -> Node {
    let node = Node.new(CMARK_NODE_TEXT)
    node.setLiteral(Array(bytes))
    return node
  }

  /// Numbers beyond the table's are inline notes.
  private func inlineNoteMark(_ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    Mark.append(marked.table.entries.count + number, to: &bytes)
    return bytes
  }
}

/// What becomes of a text node out of which notes are cut, from the last to the first. Each byte is copied once.
private struct NoteCut {
  private var node: Node?
  /// Where what is left of the node's own text ends.
  private var end = 0
  /// What stands behind it, the last first.
  private var pieces: [[UInt8]] = []

  /// Keeps what stands behind a note's end.
  mutating func reach(_ close: Token) {
    if node != close.node {
      finish()
      node = close.node
      end = close.node.literal.count
    }
    pieces.append(Array(close.node.literal(close.upper..<end)))
  }

  mutating func put(_ mark: [UInt8]) { pieces.append(mark) }

  mutating func goOn(before open: Token) {
    node = open.node
    end = open.lower
  }

  mutating func finish() {
    guard let node else { return }
    pieces.append(Array(node.literal(0..<end)))
    node.setLiteral(Array(pieces.reversed().joined()))
    pieces = []
    self.node = nil
  }
}
