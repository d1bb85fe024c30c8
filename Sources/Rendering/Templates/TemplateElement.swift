/// A start tag of a template's HTML, with what of its attributes is known before anything is rendered.
struct TemplateElement {
  struct Attribute {
    /// In lower case.
    let name: String
    /// Without the quotes, in the template's bytes.
    let range: Range<Int>
    /// Nil where a tag of the template stands in it, except `{{root}}` at its beginning.
    let text: String?
    let beginsWithRoot: Bool
  }

  /// In lower case.
  let name: String
  /// `<name`.
  let range: Range<Int>
  private(set) var attributes: [Attribute] = []
  /// What stands between the tags of a script or a style sheet; empty for other elements.
  private(set) var content = 0..<0

  subscript(name: String) -> Attribute? { attributes.first { $0.name == name } }

  /// All start tags outside comments, scripts and style sheets, in order. O(length).
  ///
  /// - Parameter tags: those of the template, in order.
  static func all(in bytes: [UInt8], _ tags: [TemplateTag]) -> [TemplateElement] {
    var scanner = Scanner(bytes, tags)
    return scanner.elements()
  }
}

extension TemplateElement {
  /// Reads HTML in which each of the template's tags is one run of bytes that HTML does not have.
  private struct Scanner {
    /// In the place of a tag's bytes.
    private static let unknown: UInt8 = 0
    private static let root: UInt8 = 1

    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8], _ tags: [TemplateTag]) {
      var masked = bytes
      for tag in tags {
        let isRoot = tag.kind == .variable && tag.name == "root" && tag.transforms.isEmpty
        for offset in tag.range { masked[offset] = isRoot ? Scanner.root : Scanner.unknown }
      }
      self.bytes = masked
    }

    mutating func elements() -> [TemplateElement] {
      var elements: [TemplateElement] = []
      while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
        offset = start + 1
        if bytes[offset...].starts(with: "!--".utf8) {
          skip(past: "-->")
        } else if let name = word(), !name.isEmpty {
          var element = TemplateElement(name: name, range: start..<offset)
          readAttributes(of: &element)
          if ["script", "style"].contains(name) {
            let start = offset
            skip(past: "</\(name)")
            element.content = start..<offset
          }
          elements.append(element)
        }
      }
      return elements
    }

    private mutating func readAttributes(of element: inout TemplateElement) {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") {
        guard let name = word() else {
          offset += 1
          continue
        }
        skipBlanks()
        let hasValue = offset < bytes.count && bytes[offset] == UInt8(ascii: "=")
        if hasValue {
          offset += 1
          skipBlanks()
        }
        element.attributes.append(attribute(name, in: hasValue ? value() : offset..<offset))
      }
    }

    private func attribute(_ name: String, in range: Range<Int>) -> Attribute {
      let rest = bytes[range].drop { $0 == Scanner.root }
      // A character reference may stand for anything.
      let isKnown = !rest.contains { $0 <= Scanner.root || $0 == UInt8(ascii: "&") }
      return Attribute(
        name: name, range: range, text: isKnown ? String(decoding: rest, as: UTF8.self) : nil,
        beginsWithRoot: rest.startIndex > range.lowerBound)
    }

    /// The range of an attribute's value, which is left behind.
    private mutating func value() -> Range<Int> {
      guard offset < bytes.count else { return offset..<offset }
      let quote = bytes[offset]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let start = isQuoted ? offset + 1 : offset
      let end =
        bytes[start...].firstIndex {
          isQuoted ? $0 == quote : $0 == UInt8(ascii: ">") || Scanner.isBlank($0)
        } ?? bytes.count
      offset = isQuoted ? min(end + 1, bytes.count) : end
      return start..<end
    }

    /// Letters, digits, `-` and `:`, in lower case; nil when there are none.
    private mutating func word() -> String? {
      let word = bytes[offset...].prefix { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
          true
        default: false
        }
      }
      guard !word.isEmpty else { return nil }
      offset = word.endIndex
      return String(decoding: word, as: UTF8.self).lowercased()
    }

    private mutating func skipBlanks() {
      offset = bytes[offset...].firstIndex { !Scanner.isBlank($0) } ?? bytes.count
    }

    private mutating func skip(past end: String) {
      let end = Array(end.utf8)
      while offset < bytes.count, !bytes[offset...].starts(with: end) { offset += 1 }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
  }
}
