import CMark

/// Writes one block's tokens: gathers the HTML of each text node and puts it in the node's place.
struct InlineWriter {
  private let writer: Writer
  private let annotations: Annotations
  private let block: Int
  private var typography: Typography
  /// The text node whose HTML is being gathered.
  private var node: Node?
  private var output: [UInt8] = []
  /// Whether the HTML differs from what libcmark would print for the node.
  private var isChanged = false
  private var mention: Int
  private var openMention: String?

  init(writer: Writer, annotations: Annotations, block: Int) {
    self.writer = writer
    self.annotations = annotations
    self.block = block
    typography = Typography(
      language: writer.options.typographyLanguage, block: annotations.textBlocks[block])
    mention = InlineWriter.firstMention(writer.rewrites.mentions, block)
  }

  private static func firstMention(_ mentions: [Rewrites.MentionMark], _ block: Int) -> Int {
    var low = 0
    var high = mentions.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[middle].block >= block { high = middle } else { low = middle + 1 }
    }
    return low
  }

  // MARK: Tokens

  mutating func write(_ token: Token) {
    switch token.kind {
    case .text, .open, .noteOpen, .close, .at, .strike, .url, .mark:
      begin(token.node)
      writeText(token)
    case .code:
      flush()
      writeCode(token.node)
      typography.see(UInt8(ascii: "x"))
    case .softBreak, .hardBreak:
      flush()
      if token.role == .hidden { token.node.remove() }
      typography.see(UInt8(ascii: "\n"))
    case .html:
      flush()
      dropComment(token.node)
    case .enter:
      flush()
      enter(token)
    case .exit:
      flush()
      // Emphasis inside a citation: its words are in the brackets.
      if token.role == .hidden { token.node.remove() }
    case .image:
      flush()
      writeImage(token)
    }
  }

  mutating func finish() {
    flush()
    precondition(openMention == nil, "a mention ends in the block it begins in")
  }

  private mutating func begin(_ node: Node) {
    guard self.node != node else { return }
    flush()
    self.node = node
  }

  /// Puts what was gathered into the text node's place.
  private mutating func flush() {
    guard let node else { return }
    if isChanged { node.replace(with: .custom(block: false, enter: output)) }
    self.node = nil
    output.removeAll(keepingCapacity: true)
    isChanged = false
  }

  private mutating func writeText(_ token: Token) {
    if token.kind != .text || token.role != .plain { isChanged = true }
    switch token.role {
    case .hidden: break
    case .spanOpen: openSpan(token.number)
    case .spanClose: closeSpan(token.number)
    case .strikeOpen: HTML.append("<del>", into: &output)
    case .strikeClose: HTML.append("</del>", into: &output)
    case .citation: writeCitation(token.number)
    case .noteReference: writeNoteReference(token.number)
    case .wikiLink: writeWikiLink(token.number)
    case .numbered: writeURL(token.number)
    default: writePlain(token)
    }
  }

  private mutating func writePlain(_ token: Token) {
    guard token.kind == .mark else {
      let words = UnsafeBufferPointer(rebasing: token.node.literal[token.lower..<token.upper])
      return writeWords(words, at: token.textOffset)
    }
    guard token.number < writer.marked.table.entries.count else { return }
    let entry = writer.marked.table.entries[token.number]
    switch entry.kind {
    case .guardian, .continuation, .inlineNote: break
    case .verbatim: typography.keepsNext = true
    case .literal: entry.value.withUnsafeBufferPointer { writeWords($0, at: token.textOffset) }
    default: entry.source.withUnsafeBufferPointer { writeWords($0, at: token.textOffset) }
    }
  }

  // MARK: Words and names

  /// Words, with the mentions that begin and end in them.
  private mutating func writeWords(_ words: UnsafeBufferPointer<UInt8>, at textOffset: Int) {
    let mentions = writer.rewrites.mentions
    guard mention < mentions.count, mentions[mention].block == block else {
      return writePlainWords(words, at: textOffset)
    }
    var words = words
    var offset = textOffset
    while mention < mentions.count, mentions[mention].block == block {
      let range = mentions[mention].textRange
      let boundary = openMention == nil ? range.lowerBound : range.upperBound
      guard boundary < offset + words.count || (openMention != nil && boundary == offset + words.count) else {
        break
      }
      let count = max(0, boundary - offset)
      writePlainWords(UnsafeBufferPointer(rebasing: words.prefix(count)), at: offset)
      words = UnsafeBufferPointer(rebasing: words.dropFirst(count))
      offset += count
      if openMention == nil { open(mentions[mention]) } else { closeMention() }
    }
    writePlainWords(words, at: offset)
  }

  private mutating func writePlainWords(_ words: UnsafeBufferPointer<UInt8>, at textOffset: Int? = nil) {
    if typography.write(words, at: textOffset, into: &output) { isChanged = true }
  }

  private mutating func writePlainWords(_ words: [UInt8]) {
    words.withUnsafeBufferPointer { writePlainWords($0) }
  }

  private mutating func open(_ mark: Rewrites.MentionMark) {
    isChanged = true
    openMention = mark.url == nil ? "span" : "a"
    HTML.append(mark.url == nil ? "<span" : "<a class=\"entity\"", into: &output)
    HTML.attribute("id", mark.id, into: &output)
    HTML.attribute("href", mark.url ?? "", into: &output)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func closeMention() {
    isChanged = true
    HTML.append("</\(openMention ?? "span")>", into: &output)
    openMention = nil
    mention += 1
  }

  // MARK: Constructs

  private mutating func openSpan(_ index: Int) {
    let marks = writer.rewrites.spans
    HTML.append("<span", into: &output)
    if marks.indices.contains(index) {
      HTML.attribute("class", marks[index].cssClass, into: &output)
      HTML.attribute("id", marks[index].id ?? "", into: &output)
      for (name, value) in marks[index].data { HTML.attribute(name, value, into: &output) }
    } else {
      let attributes = annotations.spans[index].attributes
      HTML.attribute("class", attributes.classes.joined(separator: " "), into: &output)
      HTML.attribute("id", attributes.id ?? "", into: &output)
    }
    output.append(UInt8(ascii: ">"))
  }

  private mutating func closeSpan(_ index: Int) {
    HTML.append("</span>", into: &output)
    let marks = writer.rewrites.spans
    guard marks.indices.contains(index), let chip = marks[index].chip else { return }
    HTML.append(chip.url == nil ? " <span" : " <a", into: &output)
    HTML.attribute("class", chip.cssClass, into: &output)
    HTML.attribute("href", chip.url ?? "", into: &output)
    output.append(UInt8(ascii: ">"))
    HTML.escape(chip.text, into: &output)
    HTML.append(chip.url == nil ? "</span>" : "</a>", into: &output)
  }

  private mutating func writeNoteReference(_ index: Int) {
    let note = annotations.noteReferences[index].note
    let id = writer.noteID(note)
    HTML.append("<a class=\"noteref\" role=\"doc-noteref\"", into: &output)
    if annotations.noteReferences[index].isFirst {
      HTML.attribute("id", "ref-\(id)", into: &output)
    }
    HTML.attribute("href", "#\(id)", into: &output)
    HTML.append(">\(HTML.letter(note))</a>", into: &output)
    typography.see(UInt8(ascii: "x"))
  }

  private mutating func writeWikiLink(_ index: Int) {
    let link = annotations.links[index]
    let words = Array(annotations.textBlocks[block].text[link.textRange])
    guard writer.rewrites.links.indices.contains(index), let target = writer.rewrites.links[index] else {
      return writePlainWords(words)
    }
    HTML.append("<a", into: &output)
    HTML.attribute("class", target.cssClass, into: &output)
    HTML.attribute("id", target.id ?? "", into: &output)
    HTML.attribute("href", target.url, into: &output)
    output.append(UInt8(ascii: ">"))
    if case .wiki(_, false) = link.form, let name = target.name {
      writePlainWords(Array(name.utf8))
    } else {
      writePlainWords(words)
    }
    HTML.append("</a>", into: &output)
  }

  /// A bare address shows itself, whatever it leads to.
  private mutating func writeURL(_ index: Int) {
    let link = annotations.links[index]
    let marks = writer.rewrites.links
    let target = marks.indices.contains(index) ? marks[index] : .init(url: link.target)
    if let target {
      HTML.append("<a", into: &output)
      HTML.attribute("class", target.cssClass, into: &output)
      HTML.attribute("id", target.id ?? "", into: &output)
      HTML.attribute("href", HTML.encodedURL(target.url), into: &output)
      output.append(UInt8(ascii: ">"))
    }
    HTML.escape(link.target, into: &output)
    if target != nil { HTML.append("</a>", into: &output) }
    typography.see(UInt8(ascii: "x"))
  }

  // MARK: Citations

  /// `[see 1, para. 2; 3]`, each number a link.
  private mutating func writeCitation(_ index: Int) {
    let group = annotations.citations[index]
    let marks = writer.rewrites.citations.indices.contains(index) ? writer.rewrites.citations[index] : []
    if group.isInText, let publisher = marks.first?.publisher {
      writePlainWords(Array((publisher + " ").utf8))
    }
    if group.isInText, marks.first?.number == nil {
      return writeUnknownKey(group.items[0])
    }
    HTML.append("<span class=\"cites\">[", into: &output)
    for (position, item) in group.items.enumerated() {
      if position > 0 { HTML.append("; ", into: &output) }
      write(item, marks.indices.contains(position) ? marks[position] : nil)
    }
    HTML.append("]</span>", into: &output)
    typography.see(UInt8(ascii: "x"))
  }

  /// As the author wrote it.
  private mutating func writeUnknownKey(_ item: CitationItem) {
    let braced = item.key.utf8.contains(0x20)
    let key = (item.suppressesAuthor ? "-@" : "@") + (braced ? "{\(item.key)}" : item.key)
    HTML.escape(key + (item.locator.isEmpty ? "" : " [\(item.locator)]"), into: &output)
    typography.see(UInt8(ascii: "x"))
  }

  private mutating func write(_ item: CitationItem, _ mark: Rewrites.CitationMark?) {
    if !item.prefix.isEmpty {
      HTML.escape(item.prefix, into: &output)
      output.append(0x20)
    }
    if let mark, let number = mark.number {
      HTML.append("<a class=\"cite\"", into: &output)
      HTML.attribute("href", mark.url, into: &output)
      HTML.attribute("aria-label", mark.label, into: &output)
      HTML.append(">\(number)</a>", into: &output)
    } else {
      HTML.escape("@\(item.key)", into: &output)
    }
    if !item.locator.isEmpty {
      HTML.append(", ", into: &output)
      HTML.escape(item.locator, into: &output)
    }
  }

  // MARK: Nodes

  private func writeCode(_ node: Node) {
    guard MarkTable.holdsMark(node.literal) else { return }
    node.setLiteral(writer.marked.table.undo(node.literal, as: .source))
  }

  /// Comments are never published.
  private func dropComment(_ node: Node) {
    if writer.options.dropsComments, Reader.isComment(node.literal) { node.remove() }
  }

  private func enter(_ token: Token) {
    guard token.node.kind == CMARK_NODE_LINK else { return }
    restore(token.node)
    if token.role == .dissolved {
      return token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
    }
    guard token.role == .numbered, writer.rewrites.links.indices.contains(token.number) else { return }
    guard let target = writer.rewrites.links[token.number] else {
      return token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
    }
    guard !target.cssClass.isEmpty || target.id != nil else {
      return token.node.setURL(Array(target.url.utf8))
    }
    var enter = Array("<a".utf8)
    HTML.attribute("class", target.cssClass, into: &enter)
    HTML.attribute("id", target.id ?? "", into: &enter)
    HTML.attribute("href", target.url, into: &enter)
    enter.append(UInt8(ascii: ">"))
    token.node.replaceKeepingChildren(with: .custom(block: false, enter: enter, exit: Array("</a>".utf8)))
  }

  private func restore(_ node: Node) {
    if MarkTable.holdsMark(node.url) { node.setURL(writer.marked.table.undo(node.url, as: .value)) }
    if MarkTable.holdsMark(node.title) { node.setTitle(writer.marked.table.undo(node.title, as: .value)) }
  }

  private func writeImage(_ token: Token) {
    restore(token.node)
    if token.role == .numbered, writer.rewrites.images.indices.contains(token.number) {
      guard let url = writer.rewrites.images[token.number] else {
        return token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
      }
      token.node.setURL(Array(url.utf8))
    } else if token.role == .dissolved {
      token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
    }
  }
}
