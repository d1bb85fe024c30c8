import Foundation

/// An article saved from a browser. Read from front to back and never refused: browsers save what is not well formed.
struct HTMLArticle {
  private(set) var title: String?
  private(set) var authors: [String] = []
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var language: String?
  private(set) var url: String?
  private(set) var lines: [String] = []
  /// Lines inside of elements that are not the article.
  private(set) var skipped = 0
  private var line = ""
  private var skipping: String?
  private var depth = 0
  private var shownTitle: String?

  static func isHTML(_ text: String) -> Bool {
    let head = text.prefix(1024).lowercased()
    return head.drop(while: \.isWhitespace).hasPrefix("<")
      && (head.contains("<html") || head.contains("<!doctype html") || head.contains("<head")
        || head.contains("<body"))
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        let end = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        line += String(decoding: bytes[offset..<end], as: UTF8.self)
        offset = end
        continue
      }
      offset = tag(bytes, offset)
    }
    endLine()
    if title == nil { title = shownTitle }
  }

  private mutating func endLine() {
    let text = ArticleText.trimmed(HTMLArticle.decoded(line))
    line = ""
    guard !text.isEmpty else { return }
    if skipping == nil { lines.append(text) } else { skipped += 1 }
  }

  /// - Returns: the offset behind the tag and, of a script, style or title, what it holds.
  private mutating func tag(_ bytes: [UInt8], _ start: Int) -> Int {
    if bytes[start...].starts(with: "<!--".utf8) {
      var index = start + 4
      while index + 2 < bytes.count,
        !(bytes[index] == 0x2D && bytes[index + 1] == 0x2D && bytes[index + 2] == 0x3E)
      { index += 1 }
      return min(bytes.count, index + 3)
    }
    let end = HTMLArticle.end(of: bytes, start)
    let content = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
    let next = min(bytes.count, end + 1)
    let isClosing = content.hasPrefix("/")
    let name = content.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased()
    if name.isEmpty { return next }
    if !isClosing, HTMLArticle.raw.contains(name) { return rawText(bytes, next, name, content) }
    if !HTMLArticle.inline.contains(name) { endLine() }
    skip(name, isClosing)
    if !isClosing { read(name, content) }
    return next
  }

  private static func end(of bytes: [UInt8], _ start: Int) -> Int {
    var quote: UInt8 = 0
    for index in (start + 1)..<max(start + 1, bytes.count) {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if (byte == 0x22 || byte == 0x27), bytes[index - 1] == UInt8(ascii: "=") {
        quote = byte
      }
    }
    return bytes.count
  }

  private mutating func rawText(_ bytes: [UInt8], _ start: Int, _ name: String, _ content: String) -> Int {
    let closing = Array("</\(name)".utf8)
    var index = start
    while index < bytes.count,
      !(bytes[index] == 0x3C
        && bytes[index...].prefix(closing.count).map({ $0 | 0x20 }) == closing.map { $0 | 0x20 })
    { index += 1 }
    let text = String(decoding: bytes[min(start, bytes.count)..<index], as: UTF8.self)
    if name == "title", shownTitle == nil { shownTitle = ArticleText.trimmed(HTMLArticle.decoded(text)) }
    if name == "script", content.contains("application/ld+json") { readData(text) }
    return index < bytes.count ? min(bytes.count, HTMLArticle.end(of: bytes, index) + 1) : bytes.count
  }

  private mutating func skip(_ name: String, _ isClosing: Bool) {
    // A part that is never closed ends where the article begins.
    if name == "article" || name == "main", !isClosing { skipping = nil }
    guard let current = skipping else {
      if !isClosing, HTMLArticle.parts.contains(name) { (skipping, depth) = (name, 1) }
      return
    }
    guard current == name else { return }
    depth += isClosing ? -1 : 1
    if depth == 0 { skipping = nil }
  }

  private static let raw: Set<String> = ["script", "style", "title", "noscript", "textarea"]
  private static let parts: Set<String> = [
    "nav", "header", "footer", "aside", "form", "button", "svg", "template",
  ]
  private static let inline: Set<String> = [
    "a", "b", "i", "em", "strong", "span", "u", "s", "sub", "sup", "small", "q", "cite", "abbr", "mark",
    "time", "code", "font",
  ]
}

// MARK: What the page says of itself

extension HTMLArticle {
  private mutating func read(_ name: String, _ content: String) {
    switch name {
    case "html": language = HTMLArticle.attribute("lang", of: content).flatMap { $0.isEmpty ? nil : $0 }
    case "link":
      if HTMLArticle.attribute("rel", of: content) == "canonical" {
        setURL(HTMLArticle.attribute("href", of: content))
      }
    case "meta":
      let key = HTMLArticle.attribute("property", of: content) ?? HTMLArticle.attribute("name", of: content)
      guard let key, let value = HTMLArticle.attribute("content", of: content), !value.isEmpty else { return }
      read(key.lowercased(), value: value)
    default: break
    }
  }

  private mutating func read(_ key: String, value: String) {
    switch key {
    case "og:title": title = value
    case "og:site_name": publisher = value
    case "og:url": if url == nil { setURL(value) }
    case "author": if authors.isEmpty { authors = [value] }
    case "article:published_time": published = WrittenDate.day(of: value) ?? published
    default: break
    }
  }

  private mutating func setURL(_ text: String?) {
    guard let text, text.hasPrefix("https://") || text.hasPrefix("http://"),
      text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { return }
    url = text
  }

  /// JSON-LD of an article (schema.org), alone, in a list or a graph.
  private mutating func readData(_ text: String) {
    // Deeply nested data is nobody's article.
    guard text.utf8.count < 1_000_000, text.utf8.count(where: { $0 == 0x5B || $0 == 0x7B }) < 5_000,
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8))
    else { return }
    let top = value as? [Any] ?? [value]
    let graph = top.flatMap { ($0 as? [String: Any])?["@graph"] as? [Any] ?? [$0] }
    for case let item as [String: Any] in graph {
      let types = item["@type"] as? [String] ?? [item["@type"] as? String ?? ""]
      guard types.contains(where: { $0.hasSuffix("Article") }) else { continue }
      title = item["headline"] as? String ?? title
      published = (item["datePublished"] as? String).flatMap(WrittenDate.day) ?? published
      publisher = HTMLArticle.names(item["publisher"]).first ?? publisher
      let names = HTMLArticle.names(item["author"])
      if !names.isEmpty { authors = names }
      language = item["inLanguage"] as? String ?? language
    }
  }

  private static func names(_ value: Any?) -> [String] {
    (value as? [Any] ?? [value as Any]).compactMap {
      ($0 as? [String: Any])?["name"] as? String ?? $0 as? String
    }
  }

  private static func attribute(_ name: String, of content: String) -> String? {
    let bytes = Array(content.utf8)
    let key = Array("\(name)=".utf8)
    var index = 1
    while index + key.count < bytes.count {
      if bytes[index - 1] <= 0x20,
        bytes[index..<(index + key.count)].map({ $0 | 0x20 }) == key.map({ $0 | 0x20 })
      {
        let start = index + key.count
        let isQuoted = bytes[start] == 0x22 || bytes[start] == 0x27
        let rest = bytes[(isQuoted ? start + 1 : start)...]
        let value = rest.prefix { isQuoted ? $0 != bytes[start] : $0 > 0x20 }
        return ArticleText.trimmed(decoded(String(decoding: value, as: UTF8.self)))
      }
      index += 1
    }
    return nil
  }

  /// The character references that texts hold; another stays as it is written.
  fileprivate static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      let name = rest.dropFirst().prefix(12).prefix { $0 != ";" }
      guard let end = rest.index(mark, offsetBy: name.count + 1, limitedBy: rest.endIndex),
        end < rest.endIndex, rest[end] == ";", let sign = reference(name)
      else {
        result += "&"
        rest = rest.dropFirst()
        continue
      }
      result += sign
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func reference(_ name: Substring) -> String? {
    if let sign = signs[String(name)] { return sign }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let isHex = digits.first == "x" || digits.first == "X"
    let number = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return number.flatMap { $0 >= 0x20 ? Unicode.Scalar($0) : nil }.map { String($0) }
  }

  private static let signs = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ldquo": "“", "rdquo": "”",
    "lsquo": "‘", "rsquo": "’", "ndash": "–", "mdash": "—", "hellip": "…", "eacute": "é", "aacute": "á",
    "iacute": "í",
    "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "auml": "ä", "ouml": "ö", "uuml": "ü", "szlig": "ß",
    "laquo": "«", "raquo": "»",
  ]
}
