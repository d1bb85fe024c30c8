/// A briefing's body with its key judgments before everything else, wherever they were written.
///
/// Markup in a body is never the author's own, so that its elements can be told by their tags.
enum KeyJudgmentsFirst {
  private static let start = Array("<section class=\"key-judgments\"".utf8)
  private static let opening = Array("<section".utf8)
  private static let closing = Array("</section>".utf8)

  static func arranged(_ body: [UInt8]) -> [UInt8] {
    guard let first = position(of: start, in: body, from: 0), first > 0,
      let end = end(ofSectionAt: first, in: body)
    else { return body }
    return Array(body[first..<end]) + body[..<first] + body[end...]
  }

  private static func end(ofSectionAt start: Int, in body: [UInt8]) -> Int? {
    var (depth, offset) = (1, start + opening.count)
    while let close = position(of: closing, in: body, from: offset) {
      var inner = offset
      while let next = position(of: opening, in: body, from: inner), next < close {
        depth += 1
        inner = next + opening.count
      }
      depth -= 1
      offset = close + closing.count
      if depth == 0 { return offset }
    }
    return nil
  }

  private static func position(of text: [UInt8], in body: [UInt8], from start: Int) -> Int? {
    guard body.count >= text.count else { return nil }
    var offset = start
    while offset <= body.count - text.count {
      if body[offset] == text[0], body[offset..<(offset + text.count)].elementsEqual(text) { return offset }
      offset += 1
    }
    return nil
  }
}
