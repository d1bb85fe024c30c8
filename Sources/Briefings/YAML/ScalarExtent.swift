/// Where a scalar ends in the source: the parser tells only where it begins.
struct ScalarExtent {
  /// What was written, quotation marks and `|` or `>` included.
  let whole: Range<Int>
  /// What a finding points at: without them, except where nothing is left to be seen or what stands between the
  /// quotation marks is not the text itself.
  let content: Range<Int>
  /// The text's first byte, when the text stands in the source byte for byte.
  let verbatimStart: Int?

  /// A plain scalar that begins at `start`.
  init(plain text: String, _ bytes: [UInt8], from start: Int, before end: Int) {
    let count = text.utf8.count
    if start + count <= end, bytes[start..<start + count].elementsEqual(text.utf8) {
      self.whole = start..<start + count
      self.content = whole
      self.verbatimStart = start
    } else {
      self.whole = start..<Self.endOfWords(of: text, bytes, from: start, before: end)
      self.content = whole
      self.verbatimStart = nil
    }
  }

  /// A quoted scalar whose opening quote stands at `start`.
  init(quoted text: String, _ bytes: [UInt8], from start: Int, before end: Int) {
    let quote = bytes[start]
    var offset = start + 1
    while offset < end {
      if bytes[offset] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        offset += 2
      } else if bytes[offset] != quote {
        offset += 1
      } else if quote == UInt8(ascii: "'"), offset + 1 < end, bytes[offset + 1] == quote {
        offset += 2
      } else {
        break
      }
    }
    let contentEnd = min(offset, end)
    self.whole = start..<min(contentEnd + 1, end)
    let isVerbatim = bytes[min(start + 1, contentEnd)..<contentEnd].elementsEqual(text.utf8)
    self.verbatimStart = isVerbatim ? start + 1 : nil
    let isSeen = isVerbatim && !text.utf8.allSatisfy(Self.isWhiteSpace)
    self.content = isSeen ? start + 1..<contentEnd : whole
  }

  /// A literal or folded scalar whose `|` or `>` stands at `start`.
  init(block text: String, _ bytes: [UInt8], from start: Int, before end: Int) {
    var header = start
    while header < end, bytes[header] != UInt8(ascii: "\n"), bytes[header] != UInt8(ascii: "\r") {
      header += 1
    }
    let lastWord = Self.endOfWords(of: text, bytes, from: header, before: end)
    self.whole = start..<max(lastWord, min(start + 1, end))
    guard lastWord > header else {
      self.content = whole
      self.verbatimStart = nil
      return
    }
    var firstWord = header
    while Self.isWhiteSpace(bytes[firstWord]) { firstWord += 1 }
    self.content = firstWord..<lastWord
    self.verbatimStart = bytes[firstWord..<end].starts(with: text.utf8) ? firstWord : nil
  }

  /// Folding changes white space only: the words of the text stand in the source in the same order.
  private static func endOfWords(of text: String, _ bytes: [UInt8], from start: Int, before end: Int) -> Int {
    var offset = start
    for byte in text.utf8 where !isWhiteSpace(byte) {
      while offset < end, bytes[offset] != byte { offset += 1 }
      offset = min(offset + 1, end)
    }
    return offset
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }
}
