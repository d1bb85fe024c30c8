import Diagnostics

@testable import Markdown

/// What holds of every text, whatever it is: the fuzzer and the tests ask the same.
enum Laws {
  struct Contradiction: Error {
    let law: String
  }

  static func check(_ text: [UInt8]) throws(Contradiction) {
    let body = Body(path: RelativePath(literal: "text.md"), bytes: text, start: 0)
    try require(
      Marker.mark(body, features: .all).unmarked() == normalized(text), "what is marked can be unmarked")
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    let annotations = Markdown.annotations(of: body, options: options)
    try Places(annotations: annotations, count: text.count).check()
    let html = Markdown.html(of: body, options: options, rewrites: Numbering.rewrites(of: annotations))
    try require(!html.contains(0), "a page holds no NUL")
    try require(String(validating: html, as: UTF8.self) != nil, "a page is UTF-8")
    // Code shows what was typed, the reserved character too.
    let isReserved = annotations.findings.contains { $0.code == .reservedCharacter }
    try require(
      isReserved || !html.withUnsafeBufferPointer { MarkTable.holdsMark($0) }, "a page holds no mark")
    guard let nodes = Markup.nodes(of: html) else {
      throw Contradiction(law: "a page's elements nest")
    }
    // Such a block is shown as it stands.
    if !annotations.findings.contains(where: { $0.code == .tooDeep }) {
      try Numbering.check(nodes, annotations)
    }
  }

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
