/// The stretch of a source that is most like a quotation that does not stand in it.
struct NearestPassage: Sendable {
  let diff: WordDiff

  private let quoted: [Tokens.Token]
  private let text: LocalText
  private let source: [Tokens.Token]
  private let form: NormalForm

  /// Nil when nothing in the source is like it. O(words of the source + words of the quotation²).
  init?(_ quotation: QuotedWords, in text: LocalText) {
    form = quotation.form
    self.text = text
    quoted = Tokens(form).all
    source = Tokens(text.form).all
    guard quoted.count <= NearestPassage.wordLimit, let window = NearestPassage.window(of: quoted, in: source)
    else { return nil }
    diff = WordDiff(quoted, source, in: window)
  }

  /// Longer quotations are not compared word by word, which would take their length squared.
  private static let wordLimit = 1000
  private static let windowLimit = 8000

  // MARK: Where to look

  /// The stretch as long as the quotation that shares most with it, rare words before frequent ones; somewhat more on
  /// both sides.
  private static func window(of quoted: [Tokens.Token], in source: [Tokens.Token]) -> Range<Int>? {
    let words = quoted.filter { !$0.isEdit }
    guard let first = words.first, !source.isEmpty else { return nil }
    var wanted: [ArraySlice<UInt32>: Int] = [:]
    for word in words { wanted[word.bare, default: 0] += 1 }
    var frequency: [ArraySlice<UInt32>: Int] = [:]
    for word in source where wanted[word.bare] != nil { frequency[word.bare, default: 0] += 1 }
    guard !frequency.isEmpty else {
      return words.count == 1 ? alike(first, in: source).map { $0..<$0 + 1 } : nil
    }
    var sharing = Sharing(wanted: wanted, frequency: frequency)
    let length = min(source.count, words.count + words.count / 4)
    var (best, start) = (-1, 0)
    for end in source.indices {
      sharing.add(source[end].bare)
      if end >= length { sharing.remove(source[end - length].bare) }
      if sharing.weight > best { (best, start) = (sharing.weight, end - length + 1) }
    }
    let edits = quoted.count - words.count
    let room = min(windowLimit, words.count / 2 + 3 + edits * QuotedPattern.omissionLimit)
    return max(0, start - room)..<min(source.count, max(0, start) + length + room)
  }

  /// The first word that is spelled most like another one.
  private static func alike(_ word: Tokens.Token, in source: [Tokens.Token]) -> Int? {
    source.indices.first { word.distance(to: source[$0], isAtEdge: true) < 3 }
  }

  // MARK: What to tell

  /// The quotation with what to change, as `git diff --word-diff` marks it: `a [-long-]{+short+} truce`. Stretches
  /// that are the same are cut.
  var shown: String {
    var parts: [String] = []
    var same: [Int] = []
    for (position, step) in diff.steps.enumerated() {
      switch step {
      case .same(let word, _): same.append(word)
      case .changed(let words, let others):
        parts += kept(same, isFirst: position == same.count, isLast: false)
        same = []
        let removed = words.isEmpty ? "" : "[-\(shown(quoted: words))-]"
        let added = others.isEmpty ? "" : "{+\(shown(source: others))+}"
        parts.append(removed + added)
      }
    }
    return (parts + kept(same, isFirst: same.count == diff.steps.count, isLast: true)).joined(separator: " ")
  }

  /// How many words are shown beside a change.
  private static let margin = 4

  private func kept(_ words: [Int], isFirst: Bool, isLast: Bool) -> [String] {
    let (head, tail) = (isFirst ? 0 : Self.margin, isLast ? 0 : Self.margin)
    let written = words.map { shown(quoted: $0..<$0 + 1) }
    guard written.count > head + tail + 1 else { return written }
    return written.prefix(head) + ["…"] + written.suffix(tail)
  }

  /// As the source writes it.
  func shown(source words: Range<Int>) -> String {
    let range = text.form.range(
      of: source[words.lowerBound].range.lowerBound..<source[words.upperBound - 1].range.upperBound)
    return NearestPassage.oneLine(text.bytes[range])
  }

  /// As `qn1` reads it, because that is what is compared.
  private func shown(quoted words: Range<Int>) -> String {
    NormalForm.text(
      form.scalars[quoted[words.lowerBound].range.lowerBound..<quoted[words.upperBound - 1].range.upperBound])
  }

  private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// In the quotation's text, as UTF-8: the words to change first, or the word before which some are missing.
  var firstChange: Range<Int>? {
    guard let change = diff.changes.first else { return nil }
    let words =
      change.quoted.isEmpty ? change.quoted.lowerBound..<change.quoted.lowerBound + 1 : change.quoted
    guard let last = quoted[words.clamped(to: quoted.indices)].last,
      let first = quoted[words.clamped(to: quoted.indices)].first
    else { return nil }
    return form.range(of: first.range.lowerBound..<last.range.upperBound)
  }

  /// Where the passage stands in the source's text, as UTF-8.
  var place: Range<Int> {
    guard !diff.source.isEmpty else { return 0..<0 }
    return text.form.range(
      of: source[diff.source.lowerBound].range
        .lowerBound..<source[diff.source.upperBound - 1].range.upperBound)
  }

  var paragraph: Int? { text.paragraphs.number(at: place.lowerBound) }
}

/// What a moving stretch of a source shares with a quotation.
private struct Sharing {
  private let wanted: [ArraySlice<UInt32>: Int]
  private let weights: [ArraySlice<UInt32>: Int]
  private var held: [ArraySlice<UInt32>: Int] = [:]
  private(set) var weight = 0

  init(wanted: [ArraySlice<UInt32>: Int], frequency: [ArraySlice<UInt32>: Int]) {
    self.wanted = wanted
    weights = frequency.mapValues { 1 + 1000 / $0 }
  }

  mutating func add(_ word: ArraySlice<UInt32>) {
    guard let limit = wanted[word] else { return }
    held[word, default: 0] += 1
    if held[word, default: 0] <= limit { weight += weights[word, default: 0] }
  }

  mutating func remove(_ word: ArraySlice<UInt32>) {
    guard let limit = wanted[word] else { return }
    if held[word, default: 0] <= limit { weight -= weights[word, default: 0] }
    held[word, default: 0] -= 1
  }
}
