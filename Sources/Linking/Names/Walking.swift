/// Reading a text down the trie, from the place where a name may begin.
extension NameTable {
  /// Every key of the trie that the text spells from `start`, shortest first, with where it ends.
  ///
  /// Reads unchecked: each offset is below the text's end, and for nodes see `NameTrie.child`.
  func walk(from start: Int, in text: Span<UInt8>, into accepted: inout [NameScan.Accepted]) {
    // Cheaper than `removeAll(keepingCapacity:)` for the one or two that there are.
    while !accepted.isEmpty { accepted.removeLast() }
    let nodes = trie.nodes.span
    let labels = trie.labels.span
    let rootChildren = trie.rootChildren.span
    let ascii = asciiFolding.span
    let end = text.count
    var node = NameTrie.root
    var offset = start
    while offset < end {
      let lead = text[unchecked: offset]
      if lead < 0x80 {
        let byte = ascii[unchecked: Int(lead)]
        offset += 1
        let child = NameTrie.child(
          of: node, over: byte, nodes: nodes, labels: labels, rootChildren: rootChildren)
        if child == 0 {
          if byte == UInt8(ascii: " "), trie.isSpace(node) { continue }
          return
        }
        node = child
      } else {
        guard let next = wideStep(from: node, &offset, in: text, &accepted) else { return }
        if next == node { continue }
        node = next
      }
      let key = nodes[unchecked: node].key
      if key >= 0 { accepted.append(NameScan.Accepted(key: Int(key), end: offset)) }
    }
  }

  /// The node reached over the scalar at `offset`, which is no ASCII: `node` itself over one that is dropped, nil
  /// when no name goes on so. Moves `offset` behind the scalar.
  @inline(never)
  private func wideStep(
    from node: Int, _ offset: inout Int, in text: Span<UInt8>, _ accepted: inout [NameScan.Accepted]
  ) -> Int? {
    let step = text.scalar(at: offset)
    let start = offset
    offset += step.utf8Count
    let folded = folding.folded(step.value)
    if folded.isDropped {
      // An accent typed after its letter belongs to the name that ends with the letter.
      if let last = accepted.last, last.end == start, ScalarTraits(of: step.value).contains(.mark) {
        accepted[accepted.count - 1].end = offset
      }
      return node
    }
    let bytes =
      folded.isUnchanged ? text.extracting(start..<offset) : folding.bytes.span.extracting(folded.range)
    var node = node
    for position in bytes.indices {
      let byte = bytes[position]
      let child = trie.child(of: node, over: byte)
      if child != 0 {
        node = child
      } else if byte != UInt8(ascii: " ") || !trie.isSpace(node) {
        return nil
      }
    }
    return node
  }
}
