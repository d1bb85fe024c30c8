/// Reads `{#id .class key=value key="value"}` (Pandoc's attribute groups). Linear, no look-back.
struct AttributeParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Added to every offset that is reported.
  private let base: Int
  private var position: Int
  /// The attribute that is being read begins there.
  private var attributeStart: Int
  /// The last attribute that was read as a whole; at first the opening brace.
  private var lastAttribute: Range<Int>

  /// Nil unless a whole group with at least one attribute begins at `start`; `end` is one past its `}`.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, base: Int = 0
  ) -> (attributes: Attributes, end: Int)? {
    var parser = AttributeParser(bytes: bytes, base: base, position: start)
    return parser.group()
  }

  /// Where a group that does not parse went wrong.
  struct Stop {
    /// The last attribute that is right, or the opening brace.
    let last: Range<Int>
    /// Where the one that is not begins.
    let attribute: Int
    /// The first byte that cannot stand where it does, or the end of the bytes.
    let position: Int
  }

  /// Nil where a group parses, where an opening brace is missing, and where the group is empty.
  static func stop(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Stop? {
    var parser = AttributeParser(bytes: bytes, base: 0, position: start)
    guard parser.current == UInt8(ascii: "{"), parser.group() == nil,
      parser.current != UInt8(ascii: "}") || parser.position > parser.attributeStart
    else { return nil }
    return Stop(last: parser.lastAttribute, attribute: parser.attributeStart, position: parser.position)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, base: Int, position: Int) {
    self.bytes = bytes
    self.base = base
    self.position = position
    attributeStart = position
    lastAttribute = position..<min(position + 1, bytes.count)
  }

  private mutating func group() -> (attributes: Attributes, end: Int)? {
    guard current == UInt8(ascii: "{") else { return nil }
    let start = position
    position += 1
    var attributes = Attributes(source: base + start..<base + start)
    var isEmpty = true
    while true {
      let hadBlank = skipBlanks()
      attributeStart = position
      guard let byte = current else { return nil }
      if byte == UInt8(ascii: "}") {
        // The reserved character is reported where it stands, so it stands in no group.
        guard !isEmpty, !MarkTable.holdsMark(UnsafeBufferPointer(rebasing: bytes[start..<position])) else {
          return nil
        }
        position += 1
        attributes.source = base + start..<base + position
        return (attributes, position)
      }
      guard hadBlank || isEmpty || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "#"),
        attribute(into: &attributes)
      else { return nil }
      isEmpty = false
      lastAttribute = attributeStart..<position
    }
  }

  private mutating func attribute(into attributes: inout Attributes) -> Bool {
    let start = position
    switch current {
    case UInt8(ascii: "#"):
      position += 1
      guard let id = word() else { return false }
      attributes.set(id: id, at: base + start..<base + position)
    case UInt8(ascii: "."):
      position += 1
      guard let name = word() else { return false }
      attributes.classes.append(name)
      attributes.classSources.append(base + start..<base + position)
    default:
      return pair(into: &attributes)
    }
    return true
  }

  /// `key=value`; `id=` and `class=` are long forms of `#` and `.`.
  private mutating func pair(into attributes: inout Attributes) -> Bool {
    let start = position
    guard let key = word(), current == UInt8(ascii: "=") else { return false }
    let keySource = base + start..<base + position
    position += 1
    let valueStart = position
    guard let value = value() else { return false }
    let valueSource = base + valueStart..<base + position
    switch key {
    case "id":
      attributes.set(id: value, at: valueSource)
    case "class":
      let names = value.split(separator: " ").map(String.init)
      attributes.classes += names
      attributes.classSources += names.map { _ in valueSource }
    default:
      attributes.pairs.append(.init(key: key, value: value, keySource: keySource, valueSource: valueSource))
    }
    return true
  }

  /// Letters, digits, `-`, `_`, `:`, `.` (not first) and anything beyond ASCII.
  private mutating func word() -> String? {
    let start = position
    while let byte = current, AttributeParser.isWordByte(byte) {
      // `.a.b` are two classes.
      if byte == UInt8(ascii: "."), position > start, bytes[start - 1] == UInt8(ascii: ".") { break }
      position += 1
    }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
      UInt8(ascii: "."), 0x80...:
      return true
    default: return false
    }
  }

  private mutating func value() -> String? {
    if current == UInt8(ascii: "\"") || current == UInt8(ascii: "'") { return quotedValue() }
    let start = position
    while let byte = current, !AttributeParser.endsBareValue(byte) { position += 1 }
    guard position > start else { return nil }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func endsBareValue(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "`") || byte == UInt8(ascii: "<")
  }

  /// `"…"` or `'…'`; a backslash keeps the next byte from ending it. NUL is no part of a text, so of no value.
  private mutating func quotedValue() -> String? {
    let quote = bytes[position]
    position += 1
    var value: [UInt8] = []
    while let byte = current, byte != quote {
      guard byte != 0 else { return nil }
      if byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == quote || bytes[position + 1] == UInt8(ascii: "\\")
      {
        position += 1
      }
      value.append(bytes[position])
      position += 1
    }
    guard current == quote else { return nil }
    position += 1
    return String(decoding: value, as: UTF8.self)
  }

  private mutating func skipBlanks() -> Bool {
    let start = position
    while let byte = current, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { position += 1 }
    return position > start
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }
}

extension Attributes {
  /// The last identifier of a group is its identifier.
  fileprivate mutating func set(id: String, at place: Range<Int>) {
    if idSource != nil { surplusIDSources.append(place) }
    self.id = id
    idSource = place
  }

  /// The same group read at another place of the file.
  func moved(to start: Int) -> Attributes {
    let shift = start - source.lowerBound
    guard shift != 0 else { return self }
    return placed { $0.lowerBound + shift..<$0.upperBound + shift }
  }

  /// The same group with each of its places replaced.
  func placed(_ place: (Range<Int>) -> Range<Int>) -> Attributes {
    var copy = self
    copy.source = place(source)
    copy.idSource = idSource.map(place)
    copy.surplusIDSources = surplusIDSources.map(place)
    copy.classSources = classSources.map(place)
    copy.pairs = pairs.map {
      Pair(key: $0.key, value: $0.value, keySource: place($0.keySource), valueSource: place($0.valueSource))
    }
    return copy
  }

  /// `{.a}{.b}` adds up; the first identifier stays.
  mutating func add(_ other: Attributes) {
    if id == nil {
      id = other.id
      idSource = other.idSource
    } else if let surplus = other.idSource {
      surplusIDSources.append(surplus)
    }
    surplusIDSources += other.surplusIDSources
    classes += other.classes
    classSources += other.classSources
    pairs += other.pairs
    source = source.lowerBound..<max(source.lowerBound, other.source.upperBound)
  }
}
