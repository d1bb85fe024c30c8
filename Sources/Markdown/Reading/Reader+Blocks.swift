import CMark
import Diagnostics

/// Regions, items, code, raw HTML and comments.
extension Reader {
  // MARK: Regions

  mutating func enterRegion(_ tag: Int) {
    let open = structure.regions[tag]
    let index = annotations.regions.count
    annotations.regions.append(
      Region(
        kind: open.kind, attributes: open.attributes, parent: region, heading: heading,
        textBlocks: annotations.textBlocks.count..<annotations.textBlocks.count,
        citations: annotations.citations.count..<annotations.citations.count, source: open.source))
    reportSurplusIDs(of: open.attributes)
    openRegions.append(index)
    region = index
  }

  mutating func leaveRegion(_ node: Node) -> Node {
    guard let index = openRegions.popLast() else { return node }
    var region = annotations.regions[index]
    region.textBlocks = region.textBlocks.lowerBound..<annotations.textBlocks.count
    region.citations = region.citations.lowerBound..<annotations.citations.count
    annotations.regions[index] = region
    self.region = region.parent
    return writer?.writeRegion(index, region, node) ?? node
  }

  private func holdingRegion(_ item: Node) -> Int? {
    guard let holder = item.parent?.parent, holder.tag != nil else { return nil }
    return region
  }

  mutating func enterItem(_ item: Node) {
    guard let index = holdingRegion(item) else { return }
    let start = annotations.textBlocks.count
    annotations.regions[index].items.append(start..<start)
  }

  mutating func leaveItem(_ item: Node) {
    guard let index = holdingRegion(item), let last = annotations.regions[index].items.indices.last else {
      return
    }
    let start = annotations.regions[index].items[last].lowerBound
    annotations.regions[index].items[last] = start..<annotations.textBlocks.count
    writer?.writeItem(region: index, item: last, item)
  }

  // MARK: Code and HTML

  /// Code shows what the author typed: marks undone, and note definitions that are none.
  mutating func restoreCode(_ node: Node) {
    adviseOnInfo(node)
    if MarkTable.holdsMark(node.fenceInfo) {
      node.setFenceInfo(marked.table.undo(node.fenceInfo, as: .value))
    }
    let first = node.startLine
    let definitions = marked.noteDefinitions(in: first...max(first, node.endLine))
    guard !definitions.isEmpty || MarkTable.holdsMark(node.literal) else { return }
    var lines = node.literal.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
      Array.init)
    restore(definitions, in: &lines, firstLine: isFenced(node) ? first + 1 : first)
    node.setLiteral(undoneCode(Array(lines.joined(separator: [UInt8(ascii: "\n")]))))
  }

  /// libcmark does not say: the block's first line does.
  private func isFenced(_ node: Node) -> Bool {
    let start = marked.lineStarts[node.startLine - 1] + node.startColumn - 1
    guard start < marked.bytes.count else { return false }
    return marked.bytes[start] == UInt8(ascii: "`") || marked.bytes[start] == UInt8(ascii: "~")
  }

  private func restore(
    _ definitions: ArraySlice<MarkedText.NoteDefinition>, in lines: inout [[UInt8]], firstLine: Int
  ) {
    for definition in definitions {
      let index = definition.line + 1 - firstLine
      guard lines.indices.contains(index),
        let start = lines[index].firstIndex(of: marked.noteMarker[0]),
        lines[index][start...].starts(with: marked.noteMarker)
      else { continue }
      lines[index].replaceSubrange(start..<start + marked.noteMarker.count, with: definition.source)
    }
  }

  /// A fence's line in code is `<!--mark-->`: its comment goes with the mark.
  private func undoneCode(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !output.isEmpty || line.startIndex > 0 { output.append(UInt8(ascii: "\n")) }
      line.withUnsafeBufferPointer { output.append(contentsOf: marked.unmarked(line: $0)) }
    }
    return output
  }

  mutating func readHTML(_ node: Node) -> Node {
    if MarkTable.holdsMark(node.literal) { node.setLiteral(undoneCode(Array(node.literal))) }
    let literal = node.literal
    if Reader.isComment(literal) {
      guard options.dropsComments else { return node }
      // Comments are never published.
      let empty = Node.custom(block: true, enter: [])
      node.replace(with: empty)
      return empty
    }
    guard !options.features.isEmpty else { return node }
    let start = marked.sourceOffset(marked.lineStarts[node.startLine - 1] + node.startColumn - 1)
    let end = marked.sourceOffset(marked.lineEnd(structure.lastLine(ofHTML: node)))
    let isBehindComment = literal.drop { $0 <= 0x20 }.starts(with: "<!--".utf8)
    report(
      .rawHTML, start..<max(start, end),
      isBehindComment
        ? "a comment makes its whole line HTML, and this one holds more; put the comment on a line of its own"
        : "raw HTML is not published; write it in Markdown, or escape the '<'")
    return node
  }
}

extension [UInt8] {
  /// The first place at or after `start` where `needle` stands.
  func firstRange(of needle: [UInt8], from start: Int = 0) -> Range<Int>? {
    guard needle.count <= count - start else { return nil }
    for offset in start...count - needle.count
    where self[offset..<offset + needle.count].elementsEqual(needle) {
      return offset..<offset + needle.count
    }
    return nil
  }
}
