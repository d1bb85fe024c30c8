extension NameTable {
  /// Whether the capitals of the text from `start` to `end` are those that a name demands.
  ///
  /// - Parameter sentences: the text's sentences, found when first asked for.
  func caseAgrees(
    _ demand: CaseDemand, from start: Int, to end: Int, in text: Span<UInt8>, _ sentences: inout [Range<Int>]?
  ) -> Bool {
    switch demand.rule {
    case .any: return true
    case .exact: return disagreement(with: demand, from: start, to: end, in: text) == nil
    case .firstLetter: return firstLetterAgrees(demand, from: start, to: end, in: text)
    case .firstLetterUnlessSentence:
      if firstLetterAgrees(demand, from: start, to: end, in: text) { return true }
      return isSentenceStart(start, in: text, &sentences)
    }
  }

  /// Whether a sentence begins at `start`, which is found out once a text.
  func isSentenceStart(_ start: Int, in text: Span<UInt8>, _ sentences: inout [Range<Int>]?) -> Bool {
    let found = sentences ?? Linking.sentences(in: text)
    sentences = found
    return Linking.isSentenceStart(start, in: text, sentences: found)
  }

  private func firstLetterAgrees(_ demand: CaseDemand, from start: Int, to end: Int, in text: Span<UInt8>)
    -> Bool
  {
    if demand.firstCased < 0 { return true }
    if demand.firstCased == 0 {
      let first = text[start]
      if first < 0x80 { return (first & 0x20 == 0) == demand.isFirstUpper }
      return ScalarTraits(of: text.scalar(at: start).value).contains(.upper) == demand.isFirstUpper
    }
    guard let place = disagreement(with: demand, from: start, to: end, in: text) else { return true }
    return place > Int(demand.firstCased)
  }

  /// The offset in the name's key of the first letter whose case is not the text's, or nil.
  private func disagreement(with demand: CaseDemand, from start: Int, to end: Int, in text: Span<UInt8>)
    -> Int?
  {
    var offset = start
    var keyOffset = 0
    var isAfterSpace = false
    while offset < end, keyOffset < Int(demand.capitalsCount) {
      let step = text.scalar(at: offset)
      let traits = ScalarTraits(of: step.value)
      offset += step.utf8Count
      if traits.contains(.space) {
        if !isAfterSpace { keyOffset += 1 }
        isAfterSpace = true
        continue
      }
      isAfterSpace = false
      let folded = folding.folded(step.value)
      let utf8Count = folded.isUnchanged ? step.utf8Count : folded.range.count
      if utf8Count > 0, traits.contains(.upper) != capitals[Int(demand.capitalsStart) + keyOffset] {
        return keyOffset
      }
      keyOffset += utf8Count
    }
    return nil
  }
}
