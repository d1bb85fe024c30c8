/// A quotation as a source is searched for it: stretches of words, and what may stand between them.
///
/// `…` and `[…]` leave words out, `[word]` stands for some, `[T]he` changes the case of a first letter, `[sic]`
/// stands for nothing. The stretches are literal.
struct QuotedPattern: Sendable {
  /// How many words of the source a mark of omission may stand for.
  static let omissionLimit = 60
  /// How many words of the source words in brackets may stand for.
  static let substitutionLimit = 8

  struct Segment: Sendable, Equatable {
    /// Values of scalars, without blanks at open ends.
    var scalars: [UInt32]
    /// The first letter's case is the writer's.
    var mayChangeCase = false
    /// What stands between the segment before and this one.
    var gap = Gap.none
  }

  enum Gap: Sendable, Equatable {
    /// The segment follows at once.
    case none
    /// As many words of the source at most.
    case words(Int)
  }

  private(set) var segments: [Segment] = []
  private(set) var hasOmission = false
  private(set) var hasEdit = false
  private var gap = Gap.words(0)
  private var open: [UInt32] = []
  private var mayChangeCase = false

  /// With the marks read as edits.
  init(edited scalars: [UInt32]) {
    var offset = 0
    while offset < scalars.count {
      if scalars[offset] == NormalScalars.ellipsis {
        omit()
        offset += 1
      } else if scalars[offset] == Self.opening, let end = Self.closing(scalars, from: offset) {
        take(bracket: scalars[offset + 1..<end], before: end + 1 < scalars.count ? scalars[end + 1] : nil)
        offset = end + 1
      } else {
        open.append(scalars[offset])
        offset += 1
      }
    }
    endSegment()
  }

  /// Every scalar as it is.
  init(literal scalars: [UInt32]) {
    segments = scalars.isEmpty ? [] : [Segment(scalars: scalars)]
  }

  var isEdited: Bool { hasOmission || hasEdit }

  // MARK: Brackets

  private static let opening: UInt32 = 0x5B
  private static let sic: [UInt32] = Array("sic".unicodeScalars.map(\.value))

  private static func closing(_ scalars: [UInt32], from offset: Int) -> Int? {
    scalars[(offset + 1)...].prefix { $0 != opening }.firstIndex(of: 0x5D)
  }

  private mutating func take(bracket: ArraySlice<UInt32>, before next: UInt32?) {
    if bracket.elementsEqual([NormalScalars.ellipsis]) {
      omit()
    } else if bracket.elementsEqual(Self.sic) || bracket.elementsEqual(Self.sic + [0x21]) {
      if open.last == NormalScalars.space { open.removeLast() }
      hasEdit = true
    } else if bracket.count == 1, let letter = bracket.first, let next, NormalScalars.isWord(next),
      open.last.map({ !NormalScalars.isWord($0) }) ?? true
    {
      hasEdit = true
      endSegment(isJoined: true)
      mayChangeCase = true
      open = [letter]
    } else {
      hasEdit = true
      endSegment()
      widen(by: Self.substitutionLimit)
    }
  }

  private mutating func omit() {
    hasOmission = true
    endSegment()
    widen(by: Self.omissionLimit)
  }

  private mutating func widen(by words: Int) {
    if case .words(let count) = gap { gap = .words(count + words) } else { gap = .words(words) }
  }

  /// - Parameter isJoined: the next segment follows at once.
  private mutating func endSegment(isJoined: Bool = false) {
    let isAfterGap = gap != .none
    var scalars = open[...]
    if isAfterGap { scalars = scalars.drop { $0 == NormalScalars.space } }
    while !isJoined, scalars.last == NormalScalars.space { scalars.removeLast() }
    open = []
    guard !scalars.isEmpty else { return }
    segments.append(Segment(scalars: Array(scalars), mayChangeCase: mayChangeCase, gap: gap))
    mayChangeCase = false
    gap = isJoined ? .none : .words(0)
  }
}
