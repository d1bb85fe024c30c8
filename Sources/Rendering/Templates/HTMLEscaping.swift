import Mustache

/// Escapes the five characters that HTML and XML give a meaning, byte by byte.
///
/// swift-mustache's own escaping compares whole graphemes: a quotation mark with a combining accent behind
/// it is another `Character`, stays as it is, and ends the attribute it was meant to stand in.
struct HTMLEscaping: MustacheContentType {
  /// The name templates' first tag selects it by.
  static let name = "HTML"

  /// A blank is marked, so that its text is escaped when it is there.
  func escapeText(_ text: String) -> String {
    guard text.utf8.first == Blank.mark else { return HTMLEscaping.escaped(text) }
    return "\0&" + text.dropFirst()
  }

  /// `text` with `&`, `<`, `>`, `"` and `'` as character references. O(length).
  static func escaped(_ text: String) -> String {
    var out: [UInt8] = []
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends `text` escaped.
  static func append(_ text: String, to out: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &out) }
  }

  /// Appends UTF-8 escaped, what needs no escaping in one piece.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var start = 0
    for position in text.indices {
      guard let reference = reference(text[position]) else { continue }
      out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<position]))
      out.append(
        contentsOf: UnsafeBufferPointer(start: reference.utf8Start, count: reference.utf8CodeUnitCount))
      start = position + 1
    }
    out.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  @inline(__always)
  private static func reference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
