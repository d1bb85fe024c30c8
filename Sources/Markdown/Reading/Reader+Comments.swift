import CMark
import Diagnostics

/// What comments say to Dossier.
extension Reader {
  /// Whether nothing but comments stands here.
  static func isComment(_ literal: UnsafeBufferPointer<UInt8>) -> Bool {
    func skipBlanks(_ position: Int) -> Int {
      literal[position...].firstIndex { $0 > 0x20 } ?? literal.count
    }
    var position = skipBlanks(0)
    var count = 0
    while literal[position...].starts(with: "<!--".utf8) {
      // Never closed, the first one takes all that follows.
      guard let close = CommentText.find("-->", in: literal, position + 2..<literal.count) else {
        return count == 0
      }
      count += 1
      position = skipBlanks(close + 3)
    }
    return count > 0 && position == literal.count
  }

  /// `<!-- dossier: allow CODE reason -->` above a block.
  mutating func noteAllowances() {
    guard writer == nil, !options.features.isEmpty else { return }
    for comment in structure.comments {
      for order in orders(
        from: comment.start, to: marked.sourceOffset(marked.lineEnd(comment.lines.upperBound)))
      {
        note(order, comment.following)
      }
    }
  }

  private func orders(from start: Int, to end: Int) -> [CommentOrder] {
    body.bytes.withUnsafeBufferPointer { CommentOrder.all(in: $0, start..<max(start, end)) }
  }

  private mutating func note(_ order: CommentOrder, _ following: ClosedRange<Int>?) {
    switch order.meaning {
    case .faulty(let place, let message, let suggestions):
      report(.badAttribute, place, message, suggestions: suggestions)
    case .allow(let code, let reason):
      let name = String(decoding: body.bytes[code], as: UTF8.self)
      guard let following else {
        return report(
          .badAttribute, code, "no block follows, so nothing is allowed; put this comment above the block")
      }
      if reason.isEmpty {
        report(.badAttribute, code, "'\(name)' is allowed without a reason; write it behind the code")
      }
      annotations.allowances.append(
        Allowance(
          code: name, reason: reason, source: order.source, codeSource: code,
          covers: source(ofLines: following)))
    }
  }

  /// Whole lines, with a caption that stands apart from its table.
  private func source(ofLines lines: ClosedRange<Int>) -> Range<Int> {
    let last = max(lines.upperBound, captionLines[lines.upperBound] ?? 0)
    let end = last < marked.lineStarts.count ? marked.lineStarts[last] : marked.bytes.count
    return source(marked.lineStarts[lines.lowerBound - 1]..<max(end, marked.lineStarts[lines.lowerBound - 1]))
  }

  /// In a line of text a comment stands above nothing.
  mutating func readInlineComment(_ token: Token) {
    guard writer == nil, token.marked >= 0 else { return }
    let place = place(of: token)
    for order in orders(from: place.lowerBound, to: place.upperBound) {
      report(
        .badAttribute, order.place,
        "inside a block a comment allows nothing; put it on a line of its own above the block")
    }
  }
}
