/// What is wrong with a group of attributes that does not parse, where, and what to write.
struct AttributeFault {
  /// Offsets in the bytes that were given.
  let range: Range<Int>
  /// One line: what is wrong; what to do.
  let advice: String
  /// Whether no `}` belongs to the group.
  var isUnclosed = false
  /// Whether what is missing may stand on the next line.
  private(set) var isOpenEnded = false
  /// The last attribute that is right, or the opening brace.
  private(set) var last = 0..<0

  /// Nil where nothing is wrong, or what is wrong is told elsewhere (the reserved character).
  ///
  /// - Parameters:
  ///   - bytes: up to the end of what may belong to the group.
  ///   - start: where its opening brace stands.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    guard let stop = AttributeParser.stop(bytes, at: start) else { return nil }
    let reading = FaultReading(bytes: bytes, open: start, stop: stop)
    self = reading.unclosedQuote ?? reading.unclosedGroup ?? reading.attribute
    isOpenEnded = reading.reachesEnd
    last = stop.last
  }

  init(_ range: Range<Int>, _ advice: String, isUnclosed: Bool = false) {
    self.range = range
    self.advice = advice
    self.isUnclosed = isUnclosed
  }

  /// The same with its places replaced.
  func placed(_ place: (Range<Int>) -> Range<Int>) -> AttributeFault {
    var copy = AttributeFault(place(range), advice, isUnclosed: isUnclosed)
    copy.isOpenEnded = isOpenEnded
    copy.last = place(last)
    return copy
  }
}

/// Goes over the bytes around the place where a group stopped.
private struct FaultReading {
  let bytes: UnsafeBufferPointer<UInt8>
  let open: Int
  let stop: AttributeParser.Stop

  private func byte(_ position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range].prefix(60)), as: UTF8.self)
  }

  private func skipBlanks(_ position: Int) -> Int {
    bytes[position...].firstIndex { $0 > 0x20 } ?? bytes.count
  }

  // MARK: What does not end

  /// A quotation mark that nothing ends, or that a later one of the text does.
  var unclosedQuote: AttributeFault? {
    let attribute = stop.position == bytes.count ? stop.attribute..<bytes.count : stop.last
    guard let equals = bytes[attribute].firstIndex(of: UInt8(ascii: "=")), let quote = byte(equals + 1),
      quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      stop.position == bytes.count || bytes[attribute].contains(UInt8(ascii: "}"))
    else { return nil }
    let mark = Character(Unicode.Scalar(quote))
    return AttributeFault(
      equals + 1..<equals + 2, "the value that begins here is never closed; write a second \(mark) behind it")
  }

  private var nextBrace: UInt8? {
    bytes[stop.position...].first { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
  }

  var reachesEnd: Bool { stop.position == bytes.count || nextBrace == nil }

  /// No `}` stands before the next group or the end.
  var unclosedGroup: AttributeFault? {
    guard nextBrace != UInt8(ascii: "}") else { return nil }
    return AttributeFault(
      open..<stop.last.upperBound, "these attributes are never closed; write '}' behind the last of them",
      isUnclosed: true)
  }

  // MARK: What is no attribute

  var attribute: AttributeFault {
    guard let first = byte(stop.attribute) else { return strange }
    switch first {
    case UInt8(ascii: ","), UInt8(ascii: ";"): return separator
    case UInt8(ascii: "."), UInt8(ascii: "#"): return nameless(first)
    default: break
    }
    guard stop.position > stop.attribute else { return isBehindAttribute ? unquoted : strange }
    return byte(stop.position - 1) == UInt8(ascii: "=") ? valueless : word
  }

  private var separator: AttributeFault {
    let mark = string(stop.attribute..<stop.attribute + 1)
    return AttributeFault(
      stop.attribute..<stop.attribute + 1,
      "blanks separate attributes; write a blank in place of the '\(mark)'")
  }

  /// `#` or `.` without a name.
  private func nameless(_ mark: UInt8) -> AttributeFault {
    let start = skipBlanks(stop.position)
    let name = string(start..<wordEnd(start))
    let (kind, example) = mark == UInt8(ascii: "#") ? ("identifier", "#") : ("role", ".")
    return AttributeFault(
      stop.attribute..<stop.attribute + 1,
      name.isEmpty || start == stop.position
        ? "no \(kind) stands behind the '\(example)'; write one, or remove the '\(example)'"
        : "no blank stands behind the '\(example)' of \(kind == "role" ? "a" : "an") \(kind); write '\(example)\(name)'"
    )
  }

  /// What follows an attribute directly.
  private var isBehindAttribute: Bool {
    stop.attribute == stop.last.upperBound && stop.last.lowerBound > open
  }

  /// `k=a"b"`, `k="a"b`.
  private var unquoted: AttributeFault {
    guard let equals = bytes[stop.last].firstIndex(of: UInt8(ascii: "=")) else { return strange }
    let isQuoted = byte(equals + 1) == UInt8(ascii: "\"") || byte(equals + 1) == UInt8(ascii: "'")
    let place = stop.attribute..<stop.attribute + scalarCount(stop.attribute)
    return AttributeFault(
      place,
      isQuoted
        ? "a blank is missing before '\(string(place))'; write one between two attributes"
        : "a value with '\(string(place))' stands in quotes; write \(string(stop.last.lowerBound..<equals))=\"…\""
    )
  }

  private var strange: AttributeFault { strange(at: stop.position) }

  private func strange(at position: Int) -> AttributeFault {
    let place = position..<position + scalarCount(position)
    let shown =
      string(place).utf8.contains { $0 < 0x20 || $0 == 0x7F } ? "this character" : "'\(string(place))'"
    return AttributeFault(
      place, "\(shown) begins no attribute; write .role, #identifier or key=value, or remove it")
  }

  /// `key=` and nothing that is a value.
  private var valueless: AttributeFault {
    let key = string(stop.attribute..<stop.position - 1)
    if byte(stop.position).map({ "{<`".utf8.contains($0) }) ?? false {
      return AttributeFault(
        stop.position..<stop.position + 1,
        "a value with '\(string(stop.position..<stop.position + 1))' stands in quotes; write \(key)=\"…\"")
    }
    let start = skipBlanks(stop.position)
    let end = bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "}") } ?? bytes.count
    if start > stop.position, start < end, !bytes[start..<end].contains(UInt8(ascii: "=")),
      bytes[start] != UInt8(ascii: "."), bytes[start] != UInt8(ascii: "#")
    {
      return AttributeFault(
        stop.position..<start, "no blank stands beside a '='; write \(key)=\(string(start..<end))")
    }
    return AttributeFault(
      stop.attribute..<stop.position, "'\(key)' has no value; write one behind the '=', or remove it")
  }

  /// A word without `=`.
  private var word: AttributeFault {
    let place = stop.attribute..<stop.position
    let word = string(place)
    let next = skipBlanks(stop.position)
    if byte(next) == UInt8(ascii: "=") {
      let start = skipBlanks(next + 1)
      let value = string(
        start..<(bytes[start...].firstIndex { $0 <= 0x20 || $0 == UInt8(ascii: "}") } ?? start))
      return AttributeFault(stop.position..<start, "no blank stands beside a '='; write \(word)=\(value)")
    }
    guard bytes[place].contains(where: CitationKey.isLetterOrDigit) else {
      return strange(at: stop.attribute)
    }
    if AttributeFault.roles.contains(word) {
      return AttributeFault(place, "a role begins with a dot; write '.\(word)'")
    }
    if let colon = bytes[place].firstIndex(of: UInt8(ascii: ":")), colon > place.lowerBound,
      colon + 1 < place.upperBound
    {
      return AttributeFault(
        place,
        "a value stands behind '='; write \(string(place.lowerBound..<colon))=\(string(colon + 1..<place.upperBound))"
      )
    }
    if let value = unfinishedList {
      return AttributeFault(place, "a value with blanks stands in quotes; write \(value) \(word)\"")
    }
    return AttributeFault(
      place,
      "'\(word)' is no attribute; write '.\(word)' for a role, '#\(word)' for an identifier or '\(word)=…'")
  }

  /// `key="a,` where the last attribute was `key=a,`.
  private var unfinishedList: String? {
    guard bytes[stop.last.upperBound - 1] == UInt8(ascii: ","),
      let equals = bytes[stop.last].firstIndex(of: UInt8(ascii: "=")),
      byte(equals + 1) != UInt8(ascii: "\""), byte(equals + 1) != UInt8(ascii: "'")
    else { return nil }
    return string(stop.last.lowerBound..<equals + 1) + "\"" + string(equals + 1..<stop.last.upperBound)
  }

  private func wordEnd(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 <= 0x20 || "{}.#=\"'".utf8.contains($0) } ?? bytes.count
  }

  /// How many bytes the character there has.
  private func scalarCount(_ position: Int) -> Int {
    guard position < bytes.count else { return 0 }
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end - position
  }
}

extension AttributeFault {
  /// The words that are roles elsewhere: here only to know what a writer meant.
  static let roles: Set<String> = [
    "claim", "judgment", "assumption", "gap", "quote", "event", "key-judgments", "context",
  ]
}
