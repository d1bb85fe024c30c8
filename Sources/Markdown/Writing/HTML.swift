/// HTML text as bytes.
enum HTML {
  /// Escapes as libcmark does: `"`, `&`, `<`, `>`.
  static func escape(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let end = special.first(in: bytes, from: start, to: bytes.count)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        if end < bytes.count { escape(bytes[end], into: &output) }
        start = end + 1
      }
    }
  }

  private static let special = ByteSet(Array("\"&<>".utf8))

  @inline(__always)
  static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    default: nil
    }
  }

  /// One byte, escaped.
  @inline(__always)
  static func escape(_ byte: UInt8, into output: inout [UInt8]) {
    if let entity = entity(for: byte) { append(entity, into: &output) } else { output.append(byte) }
  }

  static func append(_ text: StaticString, into output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func append(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  /// ` name="value"`, nothing for an empty value.
  static func attribute(_ name: String, _ value: String, into output: inout [UInt8]) {
    guard !value.isEmpty else { return }
    output.append(0x20)
    append(name, into: &output)
    append("=\"", into: &output)
    escape(value, into: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// What may not stand in a URL (RFC 3986) as `%XX`, like libcmark's own destinations.
  static func encodedURL(_ url: String) -> String {
    func isEncoded(_ byte: UInt8) -> Bool {
      byte <= 0x20 || byte >= 0x7F || "\"<>\\^`{|}".utf8.contains(byte)
    }
    guard url.utf8.contains(where: isEncoded) else { return url }
    let digits = Array("0123456789ABCDEF".utf8)
    var encoded: [UInt8] = []
    for byte in url.utf8 {
      if isEncoded(byte) {
        encoded += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        encoded.append(byte)
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// A note's letter: `a` … `z`, `aa` …
  static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? letter : HTML.letter(index / 26 - 1) + letter
  }
}
