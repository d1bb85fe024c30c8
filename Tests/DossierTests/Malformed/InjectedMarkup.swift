/// What no page may hold, whatever an author wrote.
enum InjectedMarkup {
  /// Elements that neither the theme nor the dialect writes.
  private static let foreign: Set<String> = [
    "applet", "audio", "base", "bgsound", "button", "embed", "font", "form", "frame", "frameset",
    "iframe", "input", "isindex", "keygen", "layer", "marquee", "math", "object", "plaintext", "select",
    "style", "template", "textarea", "video", "xml", "xss",
  ]

  /// A line for each.
  static func found(in page: [UInt8], of path: String) -> [String] {
    Markup(page).tags.filter { !$0.isClosing }.flatMap { tag -> [String] in
      var found: [String] = []
      if foreign.contains(tag.name) || !tag.name.utf8.allSatisfy(isNameByte) {
        found.append("\(path): <\(tag.name)>")
      }
      if tag.name == "script", tag["src"]?.contains("assets/") != true, tag["type"] != "application/ld+json" {
        found.append("\(path): <script>")
      }
      for (name, value) in tag.attributes {
        let isAddress = ["href", "src", "srcset", "action"].contains(name)
        if name.hasPrefix("on") || (name == "style" && !isMeasure(value)) || (isAddress && isProgram(value)) {
          found.append("\(path): <\(tag.name) \(name)=\"\(value)\">")
        }
      }
      return found
    }
  }

  /// Custom properties that hold numbers: how the timeline's strip is laid out.
  private static func isMeasure(_ style: String) -> Bool {
    style.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-:;.".utf8.contains($0)
    }
      && style.split(separator: ";").allSatisfy { $0.hasPrefix("--") }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "!")
  }

  /// A browser drops white space and control characters in front of a scheme (URL Standard, section 4.4).
  private static func isProgram(_ address: String) -> Bool {
    let scheme = address.unicodeScalars.filter { $0.value > 0x20 }.prefix { $0 != ":" }
    return ["javascript", "vbscript", "data"].contains(String(String.UnicodeScalarView(scheme)).lowercased())
      && address.contains(":")
  }
}
