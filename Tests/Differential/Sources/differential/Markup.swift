/// A small reader of the HTML that the library writes: every element is closed, every attribute quoted.
struct Markup {
  indirect enum Node {
    case text(String)
    case comment
    case element(Element)
  }

  struct Element {
    let name: String
    let attributes: [String: String]
    var children: [Node] = []

    var cssClass: String { attributes["class"] ?? "" }
  }

  private let bytes: [UInt8]
  private var position = 0

  /// Nil when the elements do not nest.
  static func nodes(of html: [UInt8]) -> [Node]? {
    var markup = Markup(bytes: html)
    return markup.read()
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func read() -> [Node]? {
    var open = [Element(name: "", attributes: [:])]
    while position < bytes.count {
      if bytes[position] != UInt8(ascii: "<") {
        open[open.count - 1].children.append(.text(text(until: UInt8(ascii: "<"))))
      } else if starts("<!--") {
        skip(past: "-->")
        open[open.count - 1].children.append(.comment)
      } else if starts("</") {
        position += 2
        let name = text(until: UInt8(ascii: ">"))
        position += 1
        guard open.count > 1, let closed = open.popLast(), closed.name == name else { return nil }
        open[open.count - 1].children.append(.element(closed))
      } else {
        let (element, isVoid) = tag()
        if isVoid { open[open.count - 1].children.append(.element(element)) } else { open.append(element) }
      }
    }
    return open.count == 1 ? open[0].children : nil
  }

  private mutating func tag() -> (Element, isVoid: Bool) {
    position += 1
    let name = word()
    var attributes: [String: String] = [:]
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") {
      if bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let key = word()
      position += 2
      attributes[key] = text(until: UInt8(ascii: "\""))
      position += 1
    }
    position += 1
    return (Element(name: name, attributes: attributes), ["br", "hr", "img"].contains(name))
  }

  private mutating func word() -> String {
    let start = position
    while position < bytes.count, !" />=".utf8.contains(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static let entities: [(String, UInt8)] = [
    ("&quot;", UInt8(ascii: "\"")), ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")),
    ("&gt;", UInt8(ascii: ">")), ("&#x27;", UInt8(ascii: "'")),
  ]

  private mutating func text(until end: UInt8) -> String {
    var output: [UInt8] = []
    while position < bytes.count, bytes[position] != end {
      if bytes[position] == UInt8(ascii: "&"),
        let (name, value) = Markup.entities.first(where: { starts($0.0) })
      {
        output.append(value)
        position += name.utf8.count
      } else {
        output.append(bytes[position])
        position += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func starts(_ text: String) -> Bool { bytes[position...].starts(with: text.utf8) }

  private mutating func skip(past text: String) {
    while position < bytes.count, !starts(text) { position += 1 }
    position = min(bytes.count, position + text.utf8.count)
  }
}
