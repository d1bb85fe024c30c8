/// A sign that may end a sentence.
enum Terminator {
  case period
  /// `!`, `?`, and other scripts' full stops, which no abbreviation uses.
  case definite
  /// As `definite`, without white space behind it: `。`.
  case unspaced
  case ellipsis

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x2E: self = .period
    case 0x21, 0x3F, 0x203C, 0x203D, 0x2047...0x2049, 0x589, 0x61F, 0x6D4, 0x964, 0x965, 0x1362, 0x1367:
      self = .definite
    case 0x104A, 0x104B, 0x17D4, 0x17D5: self = .definite
    case 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: self = .unspaced
    case 0x2026: self = .ellipsis
    default: return nil
    }
  }
}

/// A run of terminators with what closes behind it: a sentence's end, perhaps.
struct FullStop {
  let start: Int
  let sentenceStart: Int
  /// Of the terminators together: `...` is an ellipsis, `?!` is definite.
  let kind: Terminator
  /// Behind the terminators.
  private let closersStart: Int
  /// Behind the quotes, brackets and citations that close, citations set off by white space included.
  let end: Int

  init(at start: Int, kind first: Terminator, sentenceStart: Int, in text: Span<UInt8>) {
    self.start = start
    self.sentenceStart = sentenceStart
    var kind = first
    var offset = start + text.scalar(at: start).utf8Count
    while offset < text.count {
      let step = text.scalar(at: offset)
      guard let next = Terminator(step.value) else { break }
      kind = kind == .period && next == .period ? .ellipsis : next == .period ? kind : next
      offset += step.utf8Count
    }
    self.kind = kind
    closersStart = offset
    while offset < text.count {
      let step = text.scalar(at: offset)
      // Chinese opens with the quote with which German closes.
      let isOpening = kind == .unspaced && step.value == 0x201C
      guard step.isClosing && !isOpening || step.value == 0xFFFC else { break }
      offset += step.utf8Count
    }
    end = Self.detachedCitationsEnd(from: offset, in: text) ?? offset
  }

  /// The end of the citations that stand behind a full stop and white space, and belong to the sentence before:
  /// nil when there are none, or when they are words of the next sentence (`@key says`).
  private static func detachedCitationsEnd(from offset: Int, in text: Span<UInt8>) -> Int? {
    var end: Int?
    var position = text.skippingSpace(from: offset)
    while position > offset, position < text.count, text.scalar(at: position).value == 0xFFFC {
      position += 3
      end = position
      position = text.skippingSpace(from: position)
    }
    guard let end else { return nil }
    if position == text.count { return end }
    let next = text.scalar(at: position)
    return position > end && !ScalarTraits(of: next.value).contains(.lower) ? end : nil
  }

  func endsSentence(in text: Span<UInt8>) -> Bool {
    if end == text.count || kind == .unspaced { return true }
    guard text.scalar(at: end).isSpace else { return false }
    let next = nextWord(in: text)
    if next < text.count {
      let step = text.scalar(at: next)
      if ScalarTraits(of: step.value).contains(.lower) || Terminator(step.value) != nil { return false }
      if step.value == 0x2C || step.value == 0x3A || step.value == 0x3B { return false }
    }
    switch kind {
    case .period: return periodEnds(next: next, in: text)
    case .ellipsis: return !isBracketed(in: text)
    case .definite, .unspaced: return !isAsked(next: next, in: text)
    }
  }

  /// Behind white space, opening quotes and dashes.
  private func nextWord(in text: Span<UInt8>) -> Int {
    var offset = text.skippingSpace(from: end)
    while offset < text.count {
      let step = text.scalar(at: offset)
      guard step.isOpening || step.isSpace || FoldingRules.isDash(step.value) else { break }
      offset += step.utf8Count
    }
    return offset
  }

  /// `[…]` is what a quotation leaves out.
  private func isBracketed(in text: Span<UInt8>) -> Bool {
    guard start > 0, closersStart < text.count else { return false }
    return text[start - 1] == UInt8(ascii: "[") && text[closersStart] == UInt8(ascii: "]")
  }

  /// Whether the sign ends a quoted question or call, whose speaker follows: *“Why?” Trump asked*.
  private func isAsked(next: Int, in text: Span<UInt8>) -> Bool {
    guard closersStart < end, text.scalar(at: closersStart).isClosing else { return false }
    var offset = next
    for _ in 0..<4 {
      let word = text.word(at: offset)
      if word.isEmpty { return false }
      if SentenceWords.said.contains(text.string(word)) { return true }
      offset = text.skippingSpace(from: word.upperBound)
    }
    return false
  }

  private func periodEnds(next: Int, in text: Span<UInt8>) -> Bool {
    let token = text.token(before: start, from: sentenceStart)
    guard !token.isEmpty, token.count <= 16 else { return true }
    let nextWord = text.word(at: next)
    let isBeforeNumber =
      nextWord.first.map { ScalarTraits(of: text.scalar(at: $0).value).contains(.digit) } ?? false
    if let isNumber = text.isNumber(token), isNumber {
      return token.lowerBound != text.skippingOpening(from: sentenceStart)
    }
    let word = text.string(token)
    if SentenceWords.neverLast.contains(word) { return false }
    if SentenceWords.beforeNumber.contains(word) { return !isBeforeNumber }
    let isInitial = text.isOneScalar(token) && !text.isApostrophe(before: token.lowerBound)
    guard isInitial || word.utf8.contains(0x2E) || SentenceWords.abbreviations.contains(word) else {
      return true
    }
    if isInitial, word == "I", text.isLowercased(beforeWordAt: token.lowerBound) { return true }
    // An initial that is also a word: the A in "J. A. Smith".
    let isNextInitial =
      text.isOneScalar(nextWord) && nextWord.upperBound < text.count && text[nextWord.upperBound] == 0x2E
    return !isNextInitial && SentenceWords.first.contains(text.string(nextWord))
  }
}

extension Span<UInt8> {
  /// The letters, digits and inner periods before `end`: `U.S` before its last period.
  fileprivate func token(before end: Int, from limit: Int) -> Range<Int> {
    var start = end
    while start > limit {
      let step = scalar(before: start)
      guard step.value == 0x2E || ScalarTraits(of: step.value).isWord else { break }
      start -= step.utf8Count
    }
    return start..<end
  }

  fileprivate func isNumber(_ token: Range<Int>) -> Bool? {
    token.isEmpty ? nil : token.allSatisfy { self[$0] >= 0x30 && self[$0] <= 0x39 }
  }

  fileprivate func skippingOpening(from offset: Int) -> Int {
    var offset = offset
    while offset < count, scalar(at: offset).isOpening { offset += scalar(at: offset).utf8Count }
    return offset
  }

  /// Whether what begins at `offset` ends a longer word: the *s* of *desk’s*.
  fileprivate func isApostrophe(before offset: Int) -> Bool {
    guard offset > 0 else { return false }
    let sign = scalar(before: offset)
    return FoldingRules.isApostrophe(sign.value) && !word(before: offset - sign.utf8Count).isEmpty
  }

  /// Whether the word before the one at `offset` is in lower case.
  fileprivate func isLowercased(beforeWordAt offset: Int) -> Bool {
    var end = offset
    while end > 0, scalar(before: end).isSpace { end -= scalar(before: end).utf8Count }
    let word = word(before: end)
    return traits(at: word.lowerBound, in: word)?.contains(.lower) ?? false
  }
}
