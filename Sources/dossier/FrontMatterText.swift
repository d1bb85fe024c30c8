import Linking

/// Words of an author as front matter and file names spell them.
enum FrontMatterText {
  /// Letters and digits of ASCII, accents dropped, the rest a hyphen.
  static func identifier(for name: String) -> String {
    var bytes: [UInt8] = []
    for scalar in fold(name).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      case "ł": bytes.append(UInt8(ascii: "l"))
      case "ø": bytes.append(UInt8(ascii: "o"))
      case "đ", "ð": bytes.append(UInt8(ascii: "d"))
      case "æ": bytes += "ae".utf8
      case "'", ".": continue
      default: if let last = bytes.last, last != UInt8(ascii: "-") { bytes.append(UInt8(ascii: "-")) }
      }
    }
    if bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A YAML scalar: plain where nothing in it means anything, else in double quotes (YAML 1.2, 7.3.1).
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar == " " || scalar == "." || scalar == "’"
    }
    let first = text.unicodeScalars.first
    if isPlain, first != " ", first != ".", text.unicodeScalars.last != " ",
      !words.contains(text.lowercased())
    {
      return text
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { quoted += "\\" }
      if scalar.value < 0x20 { quoted += " " } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "\""
  }

  private static let words: Set<String> = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
}
