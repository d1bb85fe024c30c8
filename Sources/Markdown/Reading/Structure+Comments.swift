import CMark

/// Comments, and what each of them stands above.
extension Structure {
  struct Comment {
    let node: Node
    /// From 1, in the marked text.
    let lines: ClosedRange<Int>
    /// Where it begins in the file.
    let start: Int
    /// The lines of the block that follows, from 1, nil at the end of its container.
    var following: ClosedRange<Int>?
  }

  /// Comments are never published; what they say to Dossier is kept.
  mutating func noteComment(_ node: Node) {
    guard Reader.isComment(node.literal) else { return }
    guard !isUnclosedComment(node) else { return reportUnclosedComment(node) }
    comments.append(
      Comment(
        node: node, lines: node.startLine...lastLine(ofHTML: node),
        start: marked.sourceOffset(marked.lineStarts[node.startLine - 1] + node.startColumn - 1)))
  }

  /// libcmark's own is one too few where the block ends in its own line.
  func lastLine(ofHTML node: Node) -> Int {
    let literal = node.literal
    let lineEnds = literal.count { $0 == UInt8(ascii: "\n") }
    let last = node.startLine + lineEnds - (literal.last == UInt8(ascii: "\n") ? 1 : 0)
    return min(max(node.startLine, last), marked.lineStarts.count)
  }

  // MARK: What follows

  /// Once the blocks are known: what stands above a block stands above all of it.
  mutating func findFollowing() {
    guard !comments.isEmpty else { return }
    var ends: [Int: Int] = [:]
    for note in notes { ends[note.item.startLine] = max(note.item.startLine, note.item.endLine) }
    comments.sort { $0.start < $1.start }
    // From the last to the first: comments above each other are about the same.
    var known: [Node: ClosedRange<Int>?] = [:]
    for index in comments.indices.reversed() {
      let comment = comments[index]
      let following = following(comment, known, notes: ends)
      known[comment.node] = .some(following)
      comments[index].following = following
    }
  }

  private func following(
    _ comment: Comment, _ known: [Node: ClosedRange<Int>?], notes: [Int: Int]
  ) -> ClosedRange<Int>? {
    let next = comment.node.next
    let first = comment.lines.upperBound + 1
    let start = next.flatMap(startLine) ?? (next == nil ? endLine(around: comment.node) : first)
    // Notes are taken out of the tree.
    if first < start, isOnPage(comment.node) {
      for definition in marked.noteDefinitions(in: first...start - 1) {
        if let end = notes[definition.line + 1] { return definition.line + 1...end }
      }
    }
    guard let next else { return nil }
    if let same = known[next] { return same }
    return start...max(start, endLine(of: next))
  }

  /// Whether nothing is around it but blocks between fences.
  private func isOnPage(_ node: Node) -> Bool {
    var parent = node.parent
    while let block = parent {
      guard block.kind == CMARK_NODE_DOCUMENT || block.kind == CMARK_NODE_CUSTOM_BLOCK else { return false }
      parent = block.parent
    }
    return true
  }

  /// One past the last line of what it stands in.
  private func endLine(around node: Node) -> Int {
    guard let parent = node.parent, let tag = parent.tag, parent.kind == CMARK_NODE_CUSTOM_BLOCK,
      let end = regions[tag].endLine
    else { return marked.lineStarts.count + 1 }
    return end
  }

  private func endLine(of node: Node) -> Int {
    var node = node
    while node.kind == CMARK_NODE_CUSTOM_BLOCK {
      if let tag = node.tag, let end = regions[tag].endLine { return end }
      guard let last = node.lastChild else { return node.tag.map { regions[$0].line } ?? 0 }
      node = last
    }
    return node.kind == CMARK_NODE_HTML_BLOCK ? lastLine(ofHTML: node) : node.endLine
  }
}
