/// Reads one string from left to right; the first byte that no form of EDTF can have there is the error.
///
/// Everything accepted is ASCII, so an offset before the error is also a count of characters.
struct Reader {
  let bytes: [UInt8]
  var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func read(_ bytes: [UInt8]) throws(Refusal) -> DateForm {
    var reader = Reader(bytes)
    return try reader.readForm()
  }

  private mutating func readForm() throws(Refusal) -> DateForm {
    guard let first = peek else { throw Refusal(offset: 0, message: "a date is missing") }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") { return .set(try readSet()) }
    let start = try readEnd()
    if peek == .slash { return try readInterval(from: start) }
    guard case .date(let date) = start else {
      throw Refusal(offset: 0, message: "'..' alone is no date; an open interval has a slash, as in 2004/..")
    }
    if peek == UInt8(ascii: "T") { return try readTimed(date) }
    try expectEnd()
    return .date(date)
  }

  private mutating func readTimed(_ date: CalendarDate) throws(Refusal) -> DateForm {
    let place = offset
    guard date.plainDay != nil else {
      throw Refusal(offset: place, message: "a time of day stands after a whole day without marks")
    }
    let time = try readTime()
    if peek == .slash { throw timeInInterval(at: place) }
    try expectEnd()
    return .dateTime(date, time)
  }

  private mutating func readInterval(from start: IntervalEnd) throws(Refusal) -> DateForm {
    take(.slash)
    let place = offset
    let end = try readEnd()
    if peek == .slash { throw Refusal(offset: offset, message: "an interval has one slash") }
    if peek == UInt8(ascii: "T") { throw timeInInterval(at: offset) }
    try expectEnd()
    if let first = start.date, let last = end.date {
      try expectOrder(first, last, at: place, of: "interval")
    }
    return .interval(start: start, end: end)
  }

  private mutating func readEnd() throws(Refusal) -> IntervalEnd {
    if peek == nil || peek == .slash { return .unknown }
    if takeDots() { return .open }
    return .date(try readDate())
  }

  /// An end may be given more finely than the start, or reach beyond it, never begin before it. The
  /// seasons 21 to 24 are compared as the north has them.
  func expectOrder(
    _ first: CalendarDate, _ last: CalendarDate, at place: Int, of whole: String
  ) throws(Refusal) {
    let start = first.firstDay(in: .north)
    guard last.latestBeginning < start else { return }
    let message =
      last.lastDay(in: .north) < start
      ? "the \(whole) ends before it begins"
      : "the end begins before the start; write it as finely as the start"
    throw Refusal(offset: place, message: message, kind: .endBeforeStart)
  }

  private func timeInInterval(at place: Int) -> Refusal {
    Refusal(offset: place, message: "an interval has days, not times of day")
  }
}

// What every part of the reader is made of.
extension Reader {
  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var peekedMark: Qualifier? { peek.flatMap { Qualifier(byte: $0) } }

  @discardableResult
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    offset += 1
    return true
  }

  /// `..`
  mutating func takeDots() -> Bool {
    guard bytes[offset...].starts(with: [.dot, .dot]) else { return false }
    offset += 2
    return true
  }

  /// A mark; two in a row are the draft's way to write `%`.
  mutating func takeQualifier() throws(Refusal) -> Qualifier? {
    guard let mark = peekedMark else { return nil }
    offset += 1
    guard peekedMark == nil else {
      throw Refusal(
        offset: offset, message: "uncertain and approximate together are written %", kind: .draftForm)
    }
    return mark
  }

  /// The bytes from here on that `isPart` holds for.
  mutating func takeRun(_ isPart: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    let start = offset
    while let byte = peek, isPart(byte) { offset += 1 }
    return bytes[start..<offset]
  }

  func expectEnd() throws(Refusal) {
    guard let byte = peek else { return }
    throw unexpected(byte)
  }
}
