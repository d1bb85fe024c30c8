/// The tags and texts of a page, as far as the tests need them: a scan, no parser.
///
/// Bytes in, because a `Character` may hold a quotation mark together with a combining mark.
struct Markup {
  struct Tag {
    let name: String
    let isClosing: Bool
    /// Values with their references decoded.
    let attributes: [(name: String, value: String)]

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }
  }

  enum Piece {
    case tag(Tag)
    /// References decoded.
    case text(String)
  }

  private(set) var pieces: [Piece] = []
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while offset < bytes.count { scanPiece() }
  }

  var tags: [Tag] {
    pieces.compactMap { piece in
      if case .tag(let tag) = piece { tag } else { nil }
    }
  }

  private mutating func scanPiece() {
    let start = offset
    if starts("<!--") {
      skip(past: "-->")
    } else if starts("<!") || starts("<?") {
      skip(past: ">")
    } else if starts("<") {
      scanTag()
    } else {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "<") { offset += 1 }
      pieces.append(.text(Markup.decoded(bytes[start..<offset])))
    }
  }

  private mutating func scanTag() {
    offset += 1
    let isClosing = starts("/")
    if isClosing { offset += 1 }
    let name = word(endedBy: " \t\r\n/>").lowercased()
    var attributes: [(name: String, value: String)] = []
    while offset < bytes.count, !starts(">") {
      if " \t\r\n/".utf8.contains(bytes[offset]) {
        offset += 1
      } else {
        attributes.append(scanAttribute())
      }
    }
    offset += 1
    pieces.append(.tag(Tag(name: name, isClosing: isClosing, attributes: attributes)))
    if !isClosing, name == "script" || name == "style" { skip(past: "</\(name)>") }
  }

  private mutating func scanAttribute() -> (name: String, value: String) {
    let name = word(endedBy: " \t\r\n/>=").lowercased()
    guard starts("=") else { return (name, "") }
    offset += 1
    for quote in ["\"", "'"] where starts(quote) {
      offset += 1
      let value = word(endedBy: quote)
      offset += 1
      return (name, value)
    }
    return (name, word(endedBy: " \t\r\n>"))
  }

  private mutating func word(endedBy ends: String) -> String {
    let start = offset
    while offset < bytes.count, !ends.utf8.contains(bytes[offset]) { offset += 1 }
    return Markup.decoded(bytes[start..<offset])
  }

  private func starts(_ prefix: String) -> Bool { bytes[offset...].starts(with: prefix.utf8) }

  private mutating func skip(past end: String) {
    while offset < bytes.count, !starts(end) { offset += 1 }
    offset = min(bytes.count, offset + end.utf8.count)
  }

  /// The five named references that pages are written with, and numbers.
  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var parts = text.split(separator: "&", omittingEmptySubsequences: false)
    var decoded = String(parts.removeFirst())
    for part in parts {
      let pieces = part.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      if pieces.count == 2, let character = character(named: pieces[0]) {
        decoded += character + pieces[1]
      } else {
        decoded += "&" + part
      }
    }
    return decoded
  }

  private static func character(named name: Substring) -> String? {
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}"]
    if let character = named[String(name)] { return character }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return value.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}
