/// Identifiers of headings: the author's, else Pandoc's `auto_identifiers`.
struct HeadingIDs {
  private var used = Set<String>(minimumCapacity: 12)
  /// The last number given to a repeated identifier: a thousand equal headings cost a thousand steps.
  private var lastNumbers: [String: Int] = [:]

  mutating func reserve(_ id: String) { used.insert(id) }

  /// Markup dropped, letters, digits, `_`, `-`, `.` kept, blanks to `-`, lower case, all before the first letter
  /// stripped, `section` if nothing is left, `-1`, `-2` for repetitions.
  mutating func automatic(for text: String) -> String {
    let base = HeadingIDs.identifier(for: text)
    var id = base
    while !used.insert(id).inserted {
      let number = lastNumbers[base, default: 0] + 1
      lastNumbers[base] = number
      id = "\(base)-\(number)"
    }
    return id
  }

  static func identifier(for text: String) -> String {
    asciiIdentifier(for: text) ?? unicodeIdentifier(for: text)
  }

  /// The same for text without anything beyond ASCII; nil for any other.
  private static func asciiIdentifier(for text: String) -> String? {
    var id: [UInt8] = []
    id.reserveCapacity(text.utf8.count)
    var pendingBlank = false
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20, 0x09...0x0D: pendingBlank = true
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if pendingBlank, !id.isEmpty { id.append(UInt8(ascii: "-")) }
        pendingBlank = false
        id.append(byte | 0x20)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
        guard !id.isEmpty else { continue }
        if pendingBlank { id.append(UInt8(ascii: "-")) }
        pendingBlank = false
        id.append(byte)
      default: continue
      }
    }
    return id.isEmpty ? "section" : String(decoding: id, as: UTF8.self)
  }

  private static func unicodeIdentifier(for text: String) -> String {
    var id = ""
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = true
        continue
      }
      guard isKept(scalar) else { continue }
      if id.isEmpty, !scalar.properties.isAlphabetic {
        continue
      }
      if pendingBlank, !id.isEmpty { id += "-" }
      pendingBlank = false
      id += scalar.properties.lowercaseMapping
    }
    return id.isEmpty ? "section" : id
  }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" || scalar == "-" || scalar == "." { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
