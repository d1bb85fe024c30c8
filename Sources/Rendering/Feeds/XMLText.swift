/// Writes XML 1.0 with elements whose content is text.
struct XMLText {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".utf8)

  /// Opens an element with attributes.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    append(name, attributes)
    bytes += ">\n".utf8
  }

  mutating func close(_ name: String) { bytes += "</\(name)>\n".utf8 }

  /// An element with text in it.
  mutating func element(_ name: String, _ text: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    append(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    HTMLEscaping.append(XMLText.legal(text), to: &bytes)
    close(name)
  }

  /// An element without content.
  mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    append(name, attributes)
    bytes += "/>\n".utf8
  }

  private mutating func append(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      HTMLEscaping.append(XMLText.legal(value), to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Without the characters that no XML document may hold, not even escaped (XML 1.0, 2.2).
  static func legal(_ text: String) -> String {
    let isLegal: (Unicode.Scalar) -> Bool = { scalar in
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
      default: false
      }
    }
    guard !text.unicodeScalars.allSatisfy(isLegal) else { return text }
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where isLegal(scalar) { view.append(scalar) }
    return String(view)
  }
}
