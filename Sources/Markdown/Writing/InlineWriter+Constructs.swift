import CMark

/// What each construct prints: by the site's orders, or else by its own words.
extension InlineWriter {
  // MARK: Spans, notes and links

  mutating func openSpan(_ index: Int, _ annotations: Annotations) {
    let marks = rewrites.spans
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

  mutating func closeSpan(_ index: Int) {
    HTML.append("</span>", into: &output)
    let marks = rewrites.spans
    guard marks.indices.contains(index) else { return }
    if let chip = marks[index].chip { write(chip) }
    if let row = marks[index].row {
      HTML.append("<a class=\"row\"", into: &output)
      HTML.attribute("href", row, into: &output)
      HTML.append(" aria-label=\"In the register\">§</a>", into: &output)
    }
  }

  private mutating func write(_ chip: Rewrites.Chip) {
    HTML.append(chip.url == nil ? " <span" : " <a", into: &output)
    HTML.attribute("class", chip.cssClass, into: &output)
    HTML.attribute("href", chip.url ?? "", into: &output)
    output.append(UInt8(ascii: ">"))
    HTML.escape(chip.text, into: &output)
    HTML.append(chip.url == nil ? "</span>" : "</a>", into: &output)
  }

  mutating func writeNoteReference(_ index: Int, _ annotations: Annotations) {
    let note = annotations.noteReferences[index].note
    let id = rewrites.noteID(note)
    HTML.append("<a class=\"noteref\" role=\"doc-noteref\"", into: &output)
    if annotations.noteReferences[index].isFirst {
      HTML.attribute("id", "ref-\(id)", into: &output)
    }
    HTML.attribute("href", "#\(id)", into: &output)
    HTML.append(">\(HTML.letter(note))</a>", into: &output)
    typography.seeEdge()
  }

  mutating func writeWikiLink(_ index: Int, _ annotations: Annotations) {
    let link = annotations.links[index]
    let words = Array(annotations.textBlocks[link.block].text[link.textRange])
    guard rewrites.links.indices.contains(index), let target = rewrites.links[index] else {
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
  mutating func writeURL(_ index: Int, _ annotations: Annotations) {
    let link = annotations.links[index]
    let marks = rewrites.links
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
    typography.seeEdge()
  }

  // MARK: Citations

  /// `[see 1, para. 2; 3]`, each number a link.
  mutating func writeCitation(_ index: Int, _ annotations: Annotations) {
    let group = annotations.citations[index]
    let marks = rewrites.citations.indices.contains(index) ? rewrites.citations[index] : []
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
    typography.seeEdge()
  }

  /// As the author wrote it.
  private mutating func writeUnknownKey(_ item: CitationItem) {
    let braced = item.key.utf8.contains(0x20)
    let key = (item.suppressesAuthor ? "-@" : "@") + (braced ? "{\(item.key)}" : item.key)
    HTML.escape(key + (item.locator.isEmpty ? "" : " [\(item.locator)]"), into: &output)
    typography.seeEdge()
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

  func writeCode(_ node: Node) {
    guard MarkTable.holdsMark(node.literal) else { return }
    node.setLiteral(table.undo(node.literal, as: .source))
  }

  /// Comments are never published.
  func dropComment(_ node: Node) {
    if let typed = fence(node.literal) { return node.replace(with: .custom(block: false, enter: typed)) }
    if dropsComments, Reader.isComment(node.literal) { node.remove() }
  }

  /// Colons that stand too far right for a fence are words of their paragraph.
  private func fence(_ literal: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard literal.count > 4, let mark = Mark.read(UnsafeBufferPointer(rebasing: literal[4...]), at: 0),
      table.entries.indices.contains(mark.number), table.entries[mark.number].kind == .fence
    else { return nil }
    var output: [UInt8] = []
    HTML.escape(String(decoding: table.entries[mark.number].shown, as: UTF8.self), into: &output)
    return output
  }

  func enter(_ token: Token) {
    guard token.node.kind == CMARK_NODE_LINK else { return }
    restore(token.node)
    if token.role == .dissolved {
      return token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
    }
    guard token.role == .numbered, rewrites.links.indices.contains(token.number) else { return }
    guard let target = rewrites.links[token.number] else {
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
    if MarkTable.holdsMark(node.url) { node.setURL(table.undo(node.url, as: .value)) }
    if MarkTable.holdsMark(node.title) { node.setTitle(table.undo(node.title, as: .value)) }
  }

  func writeImage(_ token: Token) {
    restore(token.node)
    if token.role == .numbered, rewrites.images.indices.contains(token.number) {
      guard let url = rewrites.images[token.number] else {
        return token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
      }
      token.node.setURL(Array(url.utf8))
    } else if token.role == .dissolved {
      token.node.replaceKeepingChildren(with: .custom(block: false, enter: []))
    }
  }
}
