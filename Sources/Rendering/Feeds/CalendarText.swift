/// Content lines of iCalendar (RFC 5545, 3.1): CR LF at their ends, folded at 75 octets.
struct CalendarText {
  private(set) var bytes: [UInt8] = []

  /// Octets of a line without its CR LF.
  static let lineLimit = 75

  mutating func open(_ component: String) { line("BEGIN", component) }

  mutating func close(_ component: String) { line("END", component) }

  /// A property whose value is written as it is: a date, an address, a word of the standard.
  mutating func line(_ name: String, _ value: String) { fold(name + ":" + value) }

  /// A property whose value is text (3.3.11).
  mutating func text(_ name: String, _ value: String) { fold(name + ":" + CalendarText.escaped(value)) }

  /// Several texts of one property, separated by commas.
  mutating func texts(_ name: String, _ values: [String]) {
    fold(name + ":" + values.map(CalendarText.escaped).joined(separator: ","))
  }

  /// A continuation begins with a space, which counts.
  private mutating func fold(_ line: String) {
    let line = Array(line.utf8)
    var start = 0
    var room = CalendarText.lineLimit
    while line.count - start > room {
      let end = CalendarText.cut(line, from: start, room: room)
      bytes += line[start..<end]
      bytes += "\r\n ".utf8
      start = end
      room = CalendarText.lineLimit - 1
    }
    bytes += line[start...]
    bytes += "\r\n".utf8
  }

  /// The last place for a fold: before the first byte of a character, and not between a letter and its marks, as
  /// far as there is another place.
  private static func cut(_ line: [UInt8], from start: Int, room: Int) -> Int {
    var end = start + room
    while line[end] & 0xC0 == 0x80 { end -= 1 }
    let last = end
    while end > start + room / 2, isMark(line[end...].prefix(4)) {
      end -= 1
      while line[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return end > start + room / 2 ? end : last
  }

  private static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, first >= 0x80 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.first?.properties.isGraphemeExtend ?? false
  }

  /// Backslash, semicolon, comma and line breaks escaped; other control characters, which no value may hold,
  /// are left out.
  static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: ["\\", "n"])
      case "\t": escaped.append(scalar)
      default: if scalar.value >= 0x20, !(0x7F...0x9F).contains(scalar.value) { escaped.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return String(escaped)
  }
}
