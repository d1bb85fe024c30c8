/// Where a quotation's words stand in a source.
struct Passage: Sendable, Equatable {
  /// From its first scalar to its last, in `LocalText.form`.
  let scalars: Range<Int>
  /// Nil outside of what is counted as a paragraph.
  let paragraph: Int?
}

/// Looks a pattern up in a text. O(text × segments), whatever the text repeats.
struct PassageSearch {
  private let text: LocalText
  private let pattern: QuotedPattern

  /// A stretch of the text that holds all segments so far.
  private struct Reached {
    let start: Int
    let end: Int
  }

  init(_ pattern: QuotedPattern, in text: LocalText) {
    self.text = text
    self.pattern = pattern
  }

  /// Every passage, one for each place where the last segment ends; the shortest of those that end there.
  func passages() -> [Passage] {
    var reached: [Reached] = []
    for (index, segment) in pattern.segments.enumerated() {
      let isOpen = index + 1 == pattern.segments.count || pattern.segments[index + 1].gap != .none
      let places = places(of: segment, isBoundAtStart: index == 0 || segment.gap != .none, isOpen)
      reached =
        index == 0
        ? places.map { Reached(start: $0, end: $0 + segment.scalars.count) }
        : extended(reached, by: segment, at: places)
      if reached.isEmpty { return [] }
    }
    return reached.map { stretch in
      let place = text.form.range(of: stretch.start..<stretch.end).lowerBound
      return Passage(scalars: stretch.start..<stretch.end, paragraph: text.paragraphs.number(at: place))
    }
  }

  /// Both lists ascend. Of the stretches that end before a place the last has the fewest words between.
  private func extended(
    _ reached: [Reached], by segment: QuotedPattern.Segment, at places: [Int]
  ) -> [Reached] {
    var result: [Reached] = []
    var next = 0
    for place in places {
      while next < reached.count, reached[next].end <= place { next += 1 }
      guard next > 0 else { continue }
      let before = reached[next - 1]
      let isNear =
        switch segment.gap {
        case .none: before.end == place
        case .words(let limit): text.words(in: before.end..<place) <= limit
        }
      if isNear { result.append(Reached(start: before.start, end: place + segment.scalars.count)) }
    }
    return result
  }

  // MARK: Segments

  /// Where the segment's scalars stand, ascending: Knuth, Morris and Pratt's search.
  private func places(
    of segment: QuotedPattern.Segment, isBoundAtStart: Bool, _ isBoundAtEnd: Bool
  ) -> [Int] {
    let lead = segment.mayChangeCase ? 1 : 0
    let wanted = Array(segment.scalars.dropFirst(lead))
    let scalars = text.form.scalars
    guard !wanted.isEmpty else { return [] }
    let borders = PassageSearch.borders(of: wanted)
    var result: [Int] = []
    var matched = 0
    for offset in scalars.indices {
      while matched > 0, scalars[offset] != wanted[matched] { matched = borders[matched - 1] }
      if scalars[offset] == wanted[matched] { matched += 1 }
      guard matched == wanted.count else { continue }
      matched = borders[matched - 1]
      let start = offset + 1 - wanted.count - lead
      guard start >= 0, lead == 0 || PassageSearch.isSameLetter(scalars[start], segment.scalars[0]),
        !isBoundAtStart || text.isBoundary(start), !isBoundAtEnd || text.isBoundary(offset + 1)
      else { continue }
      result.append(start)
    }
    return result
  }

  /// For each prefix, how long the longest of its own prefixes is that it also ends with.
  private static func borders(of wanted: [UInt32]) -> [Int] {
    var borders = [Int](repeating: 0, count: wanted.count)
    var length = 0
    for offset in wanted.indices.dropFirst() {
      while length > 0, wanted[offset] != wanted[length] { length = borders[length - 1] }
      if wanted[offset] == wanted[length] { length += 1 }
      borders[offset] = length
    }
    return borders
  }

  /// In either case.
  private static func isSameLetter(_ a: UInt32, _ b: UInt32) -> Bool {
    if a == b { return true }
    guard let one = Unicode.Scalar(a), let other = Unicode.Scalar(b) else { return false }
    return one.properties.lowercaseMapping == other.properties.lowercaseMapping
  }
}
