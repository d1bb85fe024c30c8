import CMark

/// Which lists are tight, once their blocks are known.
extension Structure {
  /// An empty line between two fences is inside their block, and does not make the list around it loose (CommonMark
  /// 5.3); libcmark, which sees no block, took it for one between an item's own parts.
  func tighten(_ list: Node) {
    guard cmark_node_get_list_tight(list) == 0 else { return }
    var item = list.firstChild
    while let current = item {
      if current != list.firstChild, isEmpty(line: current.startLine - 1) { return }
      var child = current.firstChild?.next
      while let node = child {
        guard let line = startLine(of: node), !isEmpty(line: line - 1) else { return }
        child = node.next
      }
      item = current.next
    }
    cmark_node_set_list_tight(list, 1)
  }

  /// Nil for what the author did not write as a block of its own.
  func startLine(of node: Node) -> Int? {
    if node.kind == CMARK_NODE_CUSTOM_BLOCK { return node.tag.map { regions[$0].line } }
    return node.startLine > 0 ? node.startLine : nil
  }

  /// Whether a line of the marked text, from 1, holds nothing but the marks of quotations.
  private func isEmpty(line: Int) -> Bool {
    guard line > 0 else { return true }
    return marked.bytes[marked.lineStarts[line - 1]..<marked.lineEnd(line)].allSatisfy {
      $0 <= 0x20 || $0 == UInt8(ascii: ">")
    }
  }
}
