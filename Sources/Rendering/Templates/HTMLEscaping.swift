import Mustache

/// Escapes the five characters that HTML and XML give a meaning, byte by byte.
///
/// swift-mustache's own escaping compares whole graphemes: a quotation mark with a combining accent behind
/// it is another `Character`, stays as it is, and ends the attribute it was meant to stand in.
struct HTMLEscaping: MustacheContentType {
  /// The name templates' first tag selects it by.
  static let name = "HTML"

  func escapeText(_ text: String) -> String { HTMLEscaping.escaped(text) }

  /// `text` with `&`, `<`, `>`, `"` and `'` as character references. O(length); a text without any comes
  /// back as it is.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: isSpecial) else { return text }
    var out: [UInt8] = []
    out.reserveCapacity(text.utf8.count + 32)
    append(text, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// Appends `text` escaped.
  static func append(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case UInt8(ascii: "'"): out += "&#39;".utf8
      default: out.append(byte)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
