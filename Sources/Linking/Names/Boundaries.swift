/// Where a name may begin and end. Letters, digits and marks never adjoin; these are the signs that may, and when.
///
/// An apostrophe, hyphen or period with a letter on its other side belongs to a longer word (*O’Brien*,
/// *Ivano-Frankivsk*, *U.S.A.*, *example.org*), unless that side shows that it does not: a lower-case word
/// (*l’Ukraine*, *pro-Russian*, *Kyiv-based*), another name (*Russia-Ukraine*), an ending (*Putin’s*).
extension NameTable {
  /// Whether a name may begin at `start`, before which no letter adjoins.
  func isBoundary(before start: Int, in text: Span<UInt8>, _ scan: inout NameScan) -> Bool {
    guard start > 0 else { return true }
    let sign = text.scalar(before: start)
    let before = start - sign.utf8Count
    switch Joint(sign.value) {
    case nil: return true
    case .always: return false
    case .apostrophe: return isElision(before: before, in: text, &scan)
    case .hyphen: return isSeparateWord(before: before, in: text, scan)
    case .period: return isSeparate(periodAt: before, from: start, in: text)
    case .comma: return !isNumber(commaAt: before, in: text)
    case .ampersand: return before == 0 || !ScalarTraits(of: text.scalar(before: before).value).isWord
    }
  }

  /// Whether a name may end at `end`.
  ///
  /// - Parameter depth: how many names of one compound have been looked through; four are enough for *A-B-C-D*
  ///   and keep a long chain from being read anew for each of its parts.
  func isBoundary(after end: Int, in text: Span<UInt8>, depth: Int = 0) -> Bool {
    var offset = end
    while offset < text.count {
      let step = text.scalar(at: offset)
      let next = offset + step.utf8Count
      switch Joint(step.value) {
      case .always: return false
      case .apostrophe: return Endings.isEnding(at: next, after: offset, in: text)
      case .hyphen: return isSeparateWord(at: next, in: text, depth: depth)
      case .period: return isSeparate(periodAt: offset, after: end, in: text)
      case .comma: return !isNumber(commaAt: offset, in: text)
      case .ampersand: return next == text.count || !ScalarTraits(of: text.scalar(at: next).value).isWord
      case nil: if isSymbolOfWord(at: offset, in: text) { return false }
      }
      let traits = ScalarTraits(of: step.value)
      guard traits.contains(.ignorable) else {
        guard traits.isWord else { return true }
        return !traits.contains(.mark) && (traits.contains(.unspaced) || isUnspaced(before: end, in: text))
      }
      offset = next
    }
    return true
  }

  /// Whether a sign that belongs to the word before it stands there: *C++*, *C#*.
  private func isSymbolOfWord(at offset: Int, in text: Span<UInt8>) -> Bool {
    let byte = text[offset]
    if byte == UInt8(ascii: "#") { return true }
    return byte == UInt8(ascii: "+") && offset + 1 < text.count && text[offset + 1] == byte
  }

  /// Whether the letter before `end`, marks apart, is of a script written without spaces.
  private func isUnspaced(before end: Int, in text: Span<UInt8>) -> Bool {
    var offset = end
    while offset > 0 {
      let step = text.scalar(before: offset)
      let traits = ScalarTraits(of: step.value)
      if !traits.contains(.mark) { return traits.contains(.unspaced) }
      offset -= step.utf8Count
    }
    return false
  }

  /// Whether the comma stands between two digits: *1,000*.
  private func isNumber(commaAt offset: Int, in text: Span<UInt8>) -> Bool {
    guard offset > 0, offset + 1 < text.count else { return false }
    return ScalarTraits(of: text.scalar(before: offset).value).contains(.digit)
      && ScalarTraits(of: text.scalar(at: offset + 1).value).contains(.digit)
  }
}

/// A sign that may make one word of what stands on both its sides.
private enum Joint {
  case always, apostrophe, hyphen, period, comma, ampersand

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x2E: self = .period
    case 0x2C: self = .comma
    case 0x26: self = .ampersand
    case 0x40, 0x5F: self = .always
    case 0..<0x80 where scalar != 0x27 && scalar != 0x60 && scalar != 0x2D: return nil
    case let sign where FoldingRules.isApostrophe(sign): self = .apostrophe
    case let sign where FoldingRules.isHyphen(sign): self = .hyphen
    default: return nil
    }
  }
}
