import CMark
import Diagnostics

/// What takes in more of the page than was meant, or was left in it by Git.
extension Structure {
  /// `<!--` without its end: libcmark makes a comment of the rest of the container.
  func isUnclosedComment(_ node: Node) -> Bool {
    let literal = node.literal
    guard let start = literal.firstIndex(where: { $0 > 0x20 }), literal[start...].starts(with: "<!--".utf8)
    else { return false }
    return CommentText.find("-->", in: literal, start + 2..<literal.count) == nil
  }

  mutating func reportUnclosedComment(_ node: Node) {
    guard !features.isEmpty else { return }
    let start = marked.sourceOffset(marked.lineStarts[node.startLine - 1] + node.startColumn - 1)
    findings.append(
      Finding(
        .unclosedBlock, "this comment is never closed, so nothing behind it is shown; write '-->' at its end",
        at: Place(body.path, start..<start + 4)))
  }

  /// Code that nothing closes, and conflicts outside code: in the tree as libcmark made it. O(blocks).
  mutating func readCode(below root: Node) {
    guard !features.isEmpty, marked.mayHoldFencedCode || !marked.conflicts.isEmpty else { return }
    var conflicts = marked.conflicts[...]
    var current = successor(of: root, below: root)
    while let node = current {
      let isContainer =
        node.kind == CMARK_NODE_BLOCK_QUOTE || node.kind == CMARK_NODE_LIST || node.kind == CMARK_NODE_ITEM
      current = successor(of: node, below: root, entering: isContainer)
      guard let last = lastLiteralLine(node, before: current) else { continue }
      while let line = conflicts.first, line + 1 <= last {
        if line + 1 < node.startLine { reportConflict(line) }
        conflicts.removeFirst()
      }
    }
    for line in conflicts { reportConflict(line) }
  }

  /// The last line of code, HTML or a comment, from 1; nil for other blocks.
  private mutating func lastLiteralLine(_ node: Node, before next: Node?) -> Int? {
    if node.kind == CMARK_NODE_HTML_BLOCK { return lastLine(ofHTML: node) }
    guard node.kind == CMARK_NODE_CODE_BLOCK else { return nil }
    guard let fence = codeFence(node) else { return max(node.startLine, node.endLine) }
    let literal = node.literal
    let end = node.startLine + literal.count { $0 == UInt8(ascii: "\n") } + 1
    if !isClosed(line: end, before: next), end > marked.lineStarts.count || Structure.holdsGap(literal) {
      reportUnclosedCode(fence)
    }
    return end - 1
  }

  /// Where the backticks or tildes stand that open a block of code, in the marked text; nil for indented code.
  private func codeFence(_ node: Node) -> Range<Int>? {
    let start = marked.lineStarts[node.startLine - 1] + node.startColumn - 1
    let line = marked.bytes[start..<max(start, marked.lineEnd(node.startLine))]
    guard let sign = line.first, sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~") else { return nil }
    let end = line.firstIndex { $0 != sign } ?? line.endIndex
    return end - start >= 3 && !isIndented(node, line) ? start..<end : nil
  }

  /// Indented code holds its own first line, and blanks stand before it.
  private func isIndented(_ node: Node, _ line: ArraySlice<UInt8>) -> Bool {
    let literal = node.literal
    return line.startIndex > 0 && marked.bytes[line.startIndex - 1] <= 0x20 && literal.starts(with: line)
      && (literal.count == line.count || literal[line.count] == UInt8(ascii: "\n"))
  }

  /// Whether the line behind the code closes it: there, in the same containers, nothing else begins.
  private func isClosed(line: Int, before next: Node?) -> Bool {
    guard line <= marked.lineStarts.count, next?.startLine != line else { return false }
    return marked.bytes.withUnsafeBufferPointer { bytes in
      let range = marked.lineStarts[line - 1]..<marked.lineEnd(line)
      let start = LinePrefix(bytes, range).contentStart
      return start < range.upperBound
        && (bytes[start] == UInt8(ascii: "`") || bytes[start] == UInt8(ascii: "~"))
    }
  }

  /// Whether a line stands behind an empty one: no code that a writer keeps short.
  private static func holdsGap(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    var (isEmpty, hadEmpty) = (true, false)
    for byte in literal {
      if byte == UInt8(ascii: "\n") {
        hadEmpty = hadEmpty || isEmpty
        isEmpty = true
      } else if byte > 0x20 {
        if hadEmpty { return true }
        isEmpty = false
      }
    }
    return false
  }

  private mutating func reportUnclosedCode(_ fence: Range<Int>) {
    let sign = String(decoding: marked.bytes[fence], as: UTF8.self)
    let start = marked.sourceOffset(fence.lowerBound)
    var finding = Finding(
      .unclosedBlock,
      "the code is never closed, so all that follows is code; write '\(sign)' on a line at its end",
      at: Place(body.path, start..<start + fence.count))
    // CommonMark allows it.
    finding.severity = .warning
    findings.append(finding)
  }

  private mutating func reportConflict(_ line: Int) {
    let range = marked.sourceOffset(marked.lineStarts[line])..<marked.sourceOffset(marked.lineEnd(line + 1))
    var finding = Finding(
      .unsupportedSyntax, "Git left a conflict here: keep one of the two texts and remove the three lines",
      at: Place(body.path, range))
    finding.severity = .error
    findings.append(finding)
  }
}
