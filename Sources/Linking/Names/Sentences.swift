/// The sentences of a block's text, in order: UTF-8 ranges that leave out only the white space between them.
///
/// The general rule, for every language: a sentence ends with `.`, `!`, `?`, `…` or another script's sign of that
/// kind, with the quotes, brackets and citations (U+FFFC) that close behind it, when white space follows and then
/// anything but a lower-case letter. After `。`, `！` and `？` no white space is asked for. A period after a single
/// capital (an initial), after a number that begins the sentence (a list's), or inside a number or an address ends
/// nothing. For English, `SentenceWords` adds abbreviations: `Mr.` never ends a sentence, `U.S.` and `Inc.` do when
/// a word follows with which sentences begin (*The*, *But*). Where that leaves doubt, two sentences stay one: what
/// is quoted is then too long and never cut in the middle.
///
/// - Parameter text: UTF-8; U+FFFC stands for a citation, a note's marker or a picture.
/// - Complexity: O(*n*) in the text's length.
package func sentences(in text: [UInt8]) -> [Range<Int>] { sentences(in: text.span) }

/// As `sentences(in:)` of an array.
func sentences(in text: Span<UInt8>) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start = text.skippingSpace(from: 0)
  var offset = start
  while offset < text.count {
    let byte = text[offset]
    if byte < 0x80, !isASCIITerminator(byte) {
      offset += 1
      continue
    }
    let step = text.scalar(at: offset)
    guard let kind = Terminator(step.value) else {
      offset += step.utf8Count
      continue
    }
    let stop = FullStop(at: offset, kind: kind, sentenceStart: start, in: text)
    offset = stop.end
    guard stop.endsSentence(in: text) else { continue }
    ranges.append(start..<stop.end)
    start = text.skippingSpace(from: stop.end)
    offset = start
  }
  if start < text.count { ranges.append(start..<text.trimmingSpace(to: text.count)) }
  return ranges
}

/// Whether a sentence begins at `offset`: nothing but opening quotes, brackets and constructs' stand-ins stands
/// between it and the start of one of `sentences`. What is quoted behind a comma or a colon begins one, too.
///
/// - Parameter sentences: as `sentences(in:)` gives them for `text`.
package func isSentenceStart(_ offset: Int, in text: [UInt8], sentences: [Range<Int>]) -> Bool {
  isSentenceStart(offset, in: text.span, sentences: sentences)
}

/// As `isSentenceStart(_:in:sentences:)` of an array.
func isSentenceStart(_ offset: Int, in text: Span<UInt8>, sentences: [Range<Int>]) -> Bool {
  var low = 0
  var high = sentences.count
  while low < high {
    let middle = (low + high) / 2
    if sentences[middle].lowerBound <= offset { low = middle + 1 } else { high = middle }
  }
  guard low > 0 else { return false }
  let start = sentences[low - 1].lowerBound
  var position = offset
  var isQuoted = false
  while position > start {
    let step = text.scalar(before: position)
    if step.value == 0x2C || step.value == 0x3A { return isQuoted }
    guard step.isOpening || step.isSpace else { return false }
    isQuoted = isQuoted || step.isOpening
    position -= step.utf8Count
  }
  return true
}

private func isASCIITerminator(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
}

extension Span<UInt8> {
  /// The offset of the first scalar from `offset` on that is no white space.
  func skippingSpace(from offset: Int) -> Int {
    var offset = offset
    while offset < count {
      let step = scalar(at: offset)
      guard step.isSpace else { break }
      offset += step.utf8Count
    }
    return offset
  }

  fileprivate func trimmingSpace(to end: Int) -> Int {
    var end = end
    while end > 0, scalar(before: end).isSpace { end -= scalar(before: end).utf8Count }
    return end
  }
}

extension ScalarStep {
  var isSpace: Bool { ScalarTraits(of: value).contains(.space) }

  /// Opening quotes and brackets, signs that open Spanish sentences, and a construct's stand-in.
  var isOpening: Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0xA1, 0xAB, 0xBF, 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: true
    // Closing guillemets open in German, and a right quote in Swedish.
    case 0xBB, 0x203A, 0x2019, 0x201D, 0x300C, 0x300E, 0x3010, 0xFF08, 0xFFFC: true
    default: false
    }
  }

  /// Closing quotes and brackets.
  var isClosing: Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201C, 0x201D, 0x203A, 0x300D, 0x300F, 0x3011, 0xFF09: true
    default: false
    }
  }
}
