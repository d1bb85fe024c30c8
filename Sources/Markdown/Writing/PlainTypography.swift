extension Markdown {
  /// A plain text (a title, a summary) with the typographic quotes, dashes and ellipses that a body in
  /// `language` (BCP 47) gets. Not escaped. O(length).
  package static func typeset(_ text: String, language: String) -> String {
    var words = text
    return words.withUTF8 { typeset($0, language: language) } ?? text
  }

  /// Nil when nothing changes.
  private static func typeset(_ words: UnsafeBufferPointer<UInt8>, language: String) -> String? {
    guard mayChange(words) else { return nil }
    var typography = Typography(language: language)
    var output: [UInt8] = []
    output.reserveCapacity(words.count + 16)
    var isChanged = false
    var start = 0
    while start < words.count {
      // Cut where the writer would escape, and put those bytes in as they are.
      let end = escaped.first(in: words, from: start, to: words.count)
      if end > start, typography.write(UnsafeBufferPointer(rebasing: words[start..<end]), into: &output) {
        isChanged = true
      }
      if end < words.count {
        output.append(words[end])
        typography.see(words[end])
      }
      start = end + 1
    }
    return isChanged ? String(decoding: output, as: UTF8.self) : nil
  }

  private static func mayChange(_ words: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = typographic.first(in: words, from: 0, to: words.count)
    while position < words.count, Typography.isAlone(words, position) {
      position = typographic.first(in: words, from: position + 1, to: words.count)
    }
    return position < words.count
  }

  private static let typographic = ByteSet(Array("\"'-.".utf8))
  private static let escaped = ByteSet(Array("&<>".utf8))
}
