/// Text for a field of a `.bib` file: UTF-8, with what LaTeX or BibTeX would take for a command escaped.
enum LaTeXText {
  /// Every byte that means something, inside of text and braces.
  static func escaped(_ text: String) -> String {
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 8)
    var before: UInt8 = 0
    let isBalanced = isBalanced(text)
    for byte in text.utf8 {
      switch byte {
      // BibTeX counts braces, escaped or not; Pandoc knows no other name for them.
      case UInt8(ascii: "{") where !isBalanced: escaped += "\\textbraceleft{}".utf8
      case UInt8(ascii: "}") where !isBalanced: escaped += "\\textbraceright{}".utf8
      case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "$"),
        UInt8(ascii: "#"), UInt8(ascii: "_"):
        escaped += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\\"): escaped += "\\textbackslash{}".utf8
      case UInt8(ascii: "~"): escaped += "\\textasciitilde{}".utf8
      case UInt8(ascii: "^"): escaped += "\\textasciicircum{}".utf8
      case UInt8(ascii: "<"): escaped += "\\textless{}".utf8
      case UInt8(ascii: ">"): escaped += "\\textgreater{}".utf8
      default:
        // Two of these would become one sign: a dash, a quotation mark.
        if byte == before, "-'`,".utf8.contains(byte) { escaped += "{}".utf8 }
        escaped.append(byte)
      }
      before = byte
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func isBalanced(_ text: String) -> Bool {
    var depth = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if depth < 0 { return false }
    }
    return depth == 0
  }

  /// An address, which BibLaTeX reads as it stands: only braces and backslashes are percent-encoded (RFC 3986, 2.1).
  static func address(_ url: String) -> String {
    var bytes: [UInt8] = []
    for byte in url.utf8 {
      switch byte {
      case UInt8(ascii: "{"): bytes += "%7B".utf8
      case UInt8(ascii: "}"): bytes += "%7D".utf8
      case UInt8(ascii: "\\"): bytes += "%5C".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
