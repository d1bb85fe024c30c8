import CMark
import Diagnostics

/// Lines that were meant to open a block and open none.
extension Structure {
  /// Reports each that stands in a paragraph: the others are code. O(nodes), where there is one at all.
  mutating func findMalformedFences(below roots: [Node]) {
    guard features.contains(.regions), !marked.malformedFences.isEmpty else { return }
    for root in roots {
      var current = successor(of: root, below: root)
      while let node = current {
        let isParagraph = node.kind == CMARK_NODE_PARAGRAPH
        if isParagraph { findMalformedFences(in: node) }
        current = successor(of: node, below: root, entering: !isParagraph && node.kind != CMARK_NODE_HEADING)
      }
    }
    malformedFences.sort()
  }

  private mutating func findMalformedFences(in paragraph: Node) {
    var lines = marked.malformedFences(in: paragraph.startLine...max(paragraph.startLine, paragraph.endLine))
    var child = lines.isEmpty ? nil : paragraph.firstChild
    var isAtLineStart = true
    while let node = child {
      child = node.next
      if isAtLineStart, node.kind == CMARK_NODE_TEXT, node.literal.starts(with: ":::".utf8) {
        while let line = lines.popFirst() {
          guard let place = place(of: node.literal, inLine: line) else { continue }
          reportMalformed(place, line)
          break
        }
      }
      isAtLineStart = node.kind == CMARK_NODE_SOFTBREAK || node.kind == CMARK_NODE_LINEBREAK
    }
  }

  /// Where the words stand in a line's own text, in the marked text.
  private func place(of words: UnsafeBufferPointer<UInt8>, inLine line: Int) -> Int? {
    marked.bytes.withUnsafeBufferPointer { bytes in
      let range = marked.lineStarts[line]..<marked.lineEnd(line + 1)
      var start = LinePrefix(bytes, range).contentStart
      let isNote = marked.noteDefinitions(in: line + 1...line + 1).isEmpty == false
      if isNote { start = min(range.upperBound, range.lowerBound + marked.noteMarker.count) }
      let rest = UnsafeBufferPointer(rebasing: bytes[start..<range.upperBound])
      return rest.starts(with: words) ? start : nil
    }
  }

  private mutating func reportMalformed(_ start: Int, _ line: Int) {
    let source = marked.sourceOffset(start)..<marked.sourceOffset(marked.lineEnd(line + 1))
    let fault = body.bytes.withUnsafeBufferPointer { FenceLine.fault($0, source) }
    malformedFences.append(line)
    findings.append(
      Finding(.unclosedBlock, "this ':::' opens no block: \(fault.advice)", at: Place(body.path, fault.range))
    )
  }

  /// Whether a fence that closes nothing was meant for a line above that opens nothing, which has been told.
  mutating func takeMalformedFence(above line: Int) -> Bool {
    guard let index = malformedFences.lastIndex(where: { $0 + 1 < line }) else { return false }
    malformedFences.remove(at: index)
    return true
  }
}

extension MarkedText {
  /// Of a range of lines, which count from 1. O(log lines).
  fileprivate func malformedFences(in lines: ClosedRange<Int>) -> ArraySlice<Int> {
    /// How many stand above a line.
    func count(above line: Int) -> Int {
      var (low, high) = (0, malformedFences.count)
      while low < high {
        let middle = (low + high) / 2
        if malformedFences[middle] + 1 < line { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return malformedFences[count(above: lines.lowerBound)..<count(above: lines.upperBound + 1)]
  }
}
