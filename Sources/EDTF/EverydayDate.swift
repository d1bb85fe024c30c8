/// A date as people write it in a text, and how EDTF writes it: `17 January 2025`, `c. 1970`, `2025-Q1`.
///
/// Only what can be meant in one way has one reading; `03/04/2025` has two. Whether a reading is a date is asked
/// of the reader, as for a form of the drafts.
struct EverydayDate {
  /// What a writer has to know, without the readings.
  let reason: String
  /// Dates in EDTF, one of which was meant; none where only advice can be given.
  let readings: [String]

  /// Nil for what is no such date. O(1): no date that a person writes is longer.
  init?(_ bytes: [UInt8]) {
    guard (1...60).contains(bytes.count), let words = EverydayWords(bytes) else { return nil }
    if words.sayUnknown {
      self.init("a date that nobody knows is not written; leave it out", [])
    } else {
      self.init(words)
    }
  }

  private init(_ reason: String, _ readings: [String]) {
    self.reason = reason
    self.readings = readings
  }

  private init?(_ words: EverydayWords) {
    let found =
      words.approximate ?? words.several ?? words.span ?? words.open ?? words.partOfYear ?? words.named
      ?? words.numbered
    guard let found else { return nil }
    var readings: [String] = []
    for text in found.texts {
      // Why a reading is refused helps nobody: the writer's own string is what the error is about.
      guard let form = try? Reader.read(Array(text.utf8)), !readings.contains(form.text) else { continue }
      readings.append(form.text)
    }
    guard !readings.isEmpty else { return nil }
    self.init(found.reason, readings)
  }

  /// The one date that words mean; nil when they mean none or several.
  static func single(_ words: EverydayWords) -> String? {
    let text = words.bytes
    if let form = try? Reader.read(text) { return form.text }
    guard let date = EverydayDate(text), date.readings.count == 1 else { return nil }
    return date.readings.first
  }
}

/// The numbers, words and signs of a date that a person wrote.
struct EverydayWords {
  enum Part: Equatable {
    /// Its value, and how many digits it was written with.
    case number(Int, digits: Int)
    /// In small letters.
    case word(String)
    case sign(UInt8)
  }

  typealias Meaning = (reason: String, texts: [String])

  let parts: [Part]
  /// What they were written as.
  let bytes: [UInt8]

  /// Nil when a number is too long for any date.
  init?(_ bytes: [UInt8]) {
    var parts: [Part] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      let isDigits = bytes[start].isDigit
      offset += 1
      guard isDigits || Self.isLetter(bytes[start]) else {
        if bytes[start] != .space { parts.append(.sign(bytes[start])) }
        continue
      }
      while offset < bytes.count, isDigits ? bytes[offset].isDigit : Self.isLetter(bytes[offset]) {
        offset += 1
      }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      guard isDigits else {
        parts.append(.word(text.lowercased()))
        continue
      }
      guard text.utf8.count <= 4, let number = Int(text) else { return nil }
      parts.append(.number(number, digits: text.utf8.count))
    }
    self.init(parts, bytes)
  }

  private init(_ parts: [Part], _ bytes: [UInt8]) {
    self.parts = parts
    self.bytes = bytes
  }

  /// Beside ASCII everything: names of months in other scripts.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  var words: [String] {
    parts.compactMap { if case .word(let word) = $0 { word } else { nil } }
  }

  var numbers: [(value: Int, digits: Int)] {
    parts.compactMap { if case .number(let value, let digits) = $0 { (value, digits) } else { nil } }
  }

  /// The only number of four digits.
  var year: Int? {
    let years = numbers.filter { $0.digits == 4 }
    return years.count == 1 ? years[0].value : nil
  }

  /// What stands left and right of the only place where one of `words` stands.
  func sides(of words: Set<String>) -> (left: EverydayWords, right: EverydayWords)? {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    let pieces = text.split(separator: " ")
    guard let place = pieces.firstIndex(where: { words.contains(String($0)) }),
      let left = EverydayWords(Array(pieces[..<place].joined(separator: " ").utf8)),
      let right = EverydayWords(Array(pieces[(place + 1)...].joined(separator: " ").utf8))
    else { return nil }
    return (left, right)
  }
}

func figures(_ number: Int, _ digits: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
