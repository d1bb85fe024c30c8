extension Markdown {
  /// A plain text (a title, a summary) with the typographic quotes, dashes and ellipses that a body in
  /// `language` (BCP 47) gets. Not escaped. O(length).
  package static func typeset(_ text: String, language: String) -> String {
    guard text.utf8.contains(where: { "\"'-.".utf8.contains($0) }) else { return text }
    var typography = Typography(language: language)
    var out: [UInt8] = []
    var isChanged = false
    // Cut where the writer would escape, and put those bytes in as they are.
    for piece in pieces(of: Array(text.utf8)) {
      if piece.count == 1, let byte = piece.first, isEscaped(byte) {
        out.append(byte)
        typography.see(byte)
      } else {
        let changed = piece.withUnsafeBufferPointer { typography.write($0, into: &out) }
        isChanged = isChanged || changed
      }
    }
    return isChanged ? String(decoding: out, as: UTF8.self) : text
  }

  private static func isEscaped(_ byte: UInt8) -> Bool { "&<>".utf8.contains(byte) }

  private static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where isEscaped(byte) {
      if offset > start { pieces.append(Array(bytes[start..<offset])) }
      pieces.append([byte])
      start = offset + 1
    }
    if start < bytes.count { pieces.append(Array(bytes[start...])) }
    return pieces
  }
}
