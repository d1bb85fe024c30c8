/// HTML text as bytes.
enum HTML {
  /// Escapes as libcmark does: `"`, `&`, `<`, `>`.
  static func escape(_ bytes: some Sequence<UInt8>, into output: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
      default: output.append(byte)
      }
    }
  }

  static func append(_ text: String, into output: inout [UInt8]) { output.append(contentsOf: text.utf8) }

  /// ` name="value"`, nothing for an empty value.
  static func attribute(_ name: String, _ value: String, into output: inout [UInt8]) {
    guard !value.isEmpty else { return }
    append(" \(name)=\"", into: &output)
    escape(value.utf8, into: &output)
    output.append(UInt8(ascii: "\""))
  }

  /// A note's letter: `a` … `z`, `aa` …
  static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(index % 26)))
    return index < 26 ? letter : HTML.letter(index / 26 - 1) + letter
  }
}
