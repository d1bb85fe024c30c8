extension NameTable {
  /// The names in a whole text, leftmost and longest first, none overlapping.
  package func matches(in text: [UInt8]) -> [NameMatch] {
    var matches: [NameMatch] = []
    findMatches(in: text, searchable: [0..<text.count], into: &matches)
    return matches
  }

  /// Adds the names in `text`, leftmost and longest first, none overlapping.
  ///
  /// What stands outside the searchable ranges still is a neighbour to the names inside.
  ///
  /// - Parameters:
  ///   - text: a block's visible text, UTF-8; U+FFFC stands for a citation, a note's marker or a picture.
  ///   - searchable: UTF-8 offsets at scalars' boundaries, ascending, not overlapping. Each match lies in one of
  ///     them whole, so ranges between which a name may run on must have been joined.
  /// - Complexity: O(*n*) in the text's length for names of bounded length, whatever their number.
  package func findMatches(in text: [UInt8], searchable: [Range<Int>], into matches: inout [NameMatch]) {
    var scan = NameScan()
    var offset = 0
    for range in searchable {
      scan.searchable = 0..<0
      sweep(offset..<range.lowerBound, of: text.span, &scan, into: &matches)
      scan.searchable = range
      sweep(range, of: text.span, &scan, into: &matches)
      offset = range.upperBound
    }
  }

  /// Tries to begin a name at every place in `range` where a word begins.
  ///
  /// Reads unchecked: each offset is below the range's end, which has been checked, and a byte has 256 values.
  private func sweep(
    _ range: Range<Int>, of text: Span<UInt8>, _ scan: inout NameScan, into matches: inout [NameMatch]
  ) {
    precondition(range.upperBound <= text.count, "a searchable range ends in its text")
    let flags = firstBytes.flags.span
    var offset = range.lowerBound
    var neighbour = scan.neighbour
    while offset < range.upperBound {
      let flag = flags[unchecked: Int(text[unchecked: offset])]
      if flag.contains(.wide) {
        offset += wideName(at: offset, in: text, &neighbour, &scan, into: &matches)
        continue
      }
      if neighbour != .word, flag.contains(.start), firstBytes.mayBegin(at: offset, in: text) {
        findName(at: offset, in: text, &scan, into: &matches)
      }
      offset += 1
      neighbour = .boundary
      if flag.contains(.word) {
        neighbour = .word
        // Nothing begins inside a word.
        while offset < range.upperBound, flags[unchecked: Int(text[unchecked: offset])].contains(.word) {
          offset += 1
        }
      }
    }
    scan.neighbour = neighbour
  }

  /// Tries to begin a name at a scalar that is no ASCII, and returns the scalar's length.
  private func wideName(
    at offset: Int, in text: Span<UInt8>, _ neighbour: inout NameScan.Neighbour, _ scan: inout NameScan,
    into matches: inout [NameMatch]
  ) -> Int {
    let step = text.scalar(at: offset)
    let traits = ScalarTraits(of: step.value)
    if neighbour != .word || traits.contains(.unspaced), traits.isDisjoint(with: [.mark, .ignorable]) {
      findName(at: offset, in: text, &scan, into: &matches)
    }
    neighbour = neighbour.followed(by: traits)
    return step.utf8Count
  }

  /// Adds the longest name that begins at `start`, if there is one.
  private func findName(
    at start: Int, in text: Span<UInt8>, _ scan: inout NameScan, into matches: inout [NameMatch]
  ) {
    let isSearchable = start >= scan.nameEnd && scan.searchable.contains(start)
    guard isSearchable || hasExclusions else { return }
    walk(from: start, in: text, into: &scan.accepted)
    guard !scan.accepted.isEmpty, isBoundary(before: start, in: text, &scan) else { return }
    if hasExclusions { noteExclusions(from: start, in: text, &scan) }
    guard isSearchable else { return }
    var index = scan.accepted.count
    while index > 0 {
      index -= 1
      let accepted = scan.accepted[index]
      guard accepted.end <= scan.searchable.upperBound, isBoundary(after: accepted.end, in: text) else {
        continue
      }
      let candidates = candidates(accepted, from: start, in: text, &scan)
      guard !candidates.isEmpty else { continue }
      matches.append(NameMatch(textRange: start..<accepted.end, candidates: candidates))
      scan.nameEnd = accepted.end
      return
    }
  }

  private func candidates(
    _ accepted: NameScan.Accepted, from start: Int, in text: Span<UInt8>, _ scan: inout NameScan
  ) -> [Int] {
    let all = aliasesByKey[accepted.key]
    guard !all.isEmpty else { return [] }
    func counts(_ alias: Int) -> Bool {
      caseAgrees(demands[alias], from: start, to: accepted.end, in: text, &scan.sentences)
        && !scan.isExcluded(start..<accepted.end, for: owners[alias])
    }
    return all.allSatisfy(counts) ? all : all.filter(counts)
  }

  private func noteExclusions(from start: Int, in text: Span<UInt8>, _ scan: inout NameScan) {
    scan.exclusions.removeAll { $0.range.upperBound <= start }
    for accepted in scan.accepted where !exclusionsByKey[accepted.key].isEmpty {
      guard isBoundary(after: accepted.end, in: text) else { continue }
      for index in exclusionsByKey[accepted.key] {
        let demand = demands[aliases.count + index]
        guard caseAgrees(demand, from: start, to: accepted.end, in: text, &scan.sentences) else { continue }
        scan.exclusions.append((start..<accepted.end, exclusions[index].owner))
      }
    }
  }
}
