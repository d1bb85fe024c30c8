import Diagnostics

@testable import Markdown

/// What holds of every text, whatever it is: the fuzzer and the tests ask the same.
enum Laws {
  struct Contradiction: Error {
    let law: String
  }

  static func check(_ text: [UInt8]) throws(Contradiction) {
    let body = body(text)
    try require(roundTrip(text) == normalized(text), "what is marked can be unmarked")
    try require(
      holdsReserved(text) || transparentXML(text) == plainXML(text),
      "libcmark reads marks as what they stand for")
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    let annotations = Markdown.annotations(of: body, options: options)
    try Places(annotations: annotations, count: text.count).check()
    let html = Markdown.html(of: body, options: options, rewrites: Numbering.rewrites(of: annotations))
    try require(!html.contains(0), "a page holds no NUL")
    try require(String(validating: html, as: UTF8.self) != nil, "a page is UTF-8")
    // Code shows what was typed, the reserved character too.
    try require(holdsReserved(text) || !holdsReserved(html), "a page holds no mark")
    guard let nodes = Markup.nodes(of: html) else {
      throw Contradiction(law: "a page's elements nest")
    }
    // Such a block is shown as it stands.
    if !annotations.findings.contains(where: { $0.code == .tooDeep }) {
      try Numbering.check(nodes, annotations)
    }
  }

  private static func body(_ text: [UInt8]) -> Body {
    Body(path: RelativePath(literal: "text.md"), bytes: text, start: 0)
  }

  // MARK: Marks

  static func holdsReserved(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { MarkTable.holdsMark($0) }
  }

  static func roundTrip(_ text: [UInt8]) -> [UInt8] {
    Marker.mark(body(text), features: .all).unmarked()
  }

  /// The tree as XML after marking without meaning, every mark undone.
  static func transparentXML(_ text: [UInt8]) -> String {
    let body = body(text)
    let marked = Marker.mark(body, features: [])
    let tree = Tree(parsing: marked.bytes)
    let writer = Writer(rewrites: Rewrites(), marked: marked, options: .plain)
    var reader = Reader(body: body, options: .plain, marked: marked, writer: writer)
    reader.restoresText = true
    reader.read(tree.root)
    return tree.xml()
  }

  static func plainXML(_ text: [UInt8]) -> String { Tree(parsing: normalized(text)).xml() }

  static func require(_ holds: Bool, _ law: String) throws(Contradiction) {
    guard holds else { throw Contradiction(law: law) }
  }

  /// CR and CRLF become LF and NUL becomes U+FFFD, as CommonMark 2.1 and 2.3 read them.
  static func normalized(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    for (offset, byte) in text.enumerated() {
      if byte == 0 {
        output += [0xEF, 0xBF, 0xBD]
      } else if byte != UInt8(ascii: "\r") {
        output.append(byte)
      } else if offset + 1 == text.count || text[offset + 1] != UInt8(ascii: "\n") {
        output.append(UInt8(ascii: "\n"))
      }
    }
    return output
  }
}
