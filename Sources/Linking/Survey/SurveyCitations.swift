import Markdown

extension BodySurvey {
  /// What a span rests on: the citations inside it, else the next group before another annotated span or the
  /// end of its sentence. Groups directly after the sentence's last mark still belong to it.
  mutating func citations(of index: Int, roles: [FoundRole]) -> [Int] {
    let span = annotations.spans[index]
    let first = firstCitation(in: span.block, at: span.textRange.lowerBound)
    let next = firstCitation(in: span.block, at: span.textRange.upperBound)
    if first < next { return Array(first..<next) }
    guard next < annotations.citations.count, annotations.citations[next].block == span.block else {
      return []
    }
    return annotations.citations[next].textOffset < reach(of: index, roles: roles) ? [next] : []
  }

  /// The offset in the block's text before which a citation belongs to the span.
  private mutating func reach(of index: Int, roles: [FoundRole]) -> Int {
    let span = annotations.spans[index]
    let last = max(span.textRange.lowerBound, span.textRange.upperBound - 1)
    let sentence = excerpt(of: span.block).sentence(around: last..<span.textRange.upperBound)
    let end = pastCitations(from: sentence.upperBound, in: span.block)
    for other in index + 1..<max(index + 1, annotations.spans.count) {
      let next = annotations.spans[other]
      guard next.block == span.block, next.textRange.lowerBound < end else { break }
      if roles[other].isAnnotation, next.textRange.lowerBound >= span.textRange.upperBound {
        return next.textRange.lowerBound
      }
    }
    return end
  }

  /// Past the placeholders and spaces that begin at `offset`; a citation that is part of the next sentence ends it.
  private func pastCitations(from offset: Int, in block: Int) -> Int {
    let text = annotations.textBlocks[block].text
    var end = offset
    while end < text.count {
      if text[end] == UInt8(ascii: " ") || text[end] == UInt8(ascii: "\n") {
        end += 1
      } else if text[end...].starts(with: Excerpt.placeholder), !isInText(end, block) {
        end += Excerpt.placeholder.count
      } else {
        break
      }
    }
    return end
  }

  private func isInText(_ offset: Int, _ block: Int) -> Bool {
    let index = firstCitation(in: block, at: offset)
    guard index < annotations.citations.count else { return false }
    let citation = annotations.citations[index]
    return citation.block == block && citation.textOffset == offset && citation.isInText
  }

  /// Index of the first group at or after an offset. Groups are in the order of the page.
  private func firstCitation(in block: Int, at offset: Int) -> Int {
    annotations.citations.firstIndex(whereSorted: { citation in
      (citation.block, citation.textOffset) >= (block, offset)
    })
  }
}

extension Array {
  /// Index of the first element that satisfies a predicate which, once true, stays true; else `count`.
  /// O(log count).
  func firstIndex(whereSorted isReached: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isReached(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
