import Diagnostics

@testable import Markdown

/// What libFuzzer calls with each input: no text may crash the library or make it contradict itself.
func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // The file reader refuses what is no UTF-8, so the library never sees it.
  let bytes = Array(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self).utf8)
  let body = Body(path: RelativePath(literal: "fuzz.md"), bytes: bytes, start: 0)
  checkMarks(body)
  var options = MarkdownOptions()
  options.typographyLanguage = "en"
  let annotations = Markdown.annotations(of: body, options: options)
  Places(annotations: annotations, count: bytes.count).check()
  let html = Markdown.html(of: body, options: options, rewrites: Numbering.rewrites(of: annotations))
  precondition(!html.contains(0), "a page holds no NUL")
  precondition(String(validating: html, as: UTF8.self) != nil, "a page is UTF-8")
  guard let nodes = Markup.nodes(of: html) else { preconditionFailure("the page's elements do not nest") }
  if !annotations.findings.contains(where: { $0.code == .tooDeep }) {
    Numbering.check(nodes, annotations)
  }
  return 0
}

/// What is marked can be unmarked.
private func checkMarks(_ body: Body) {
  let text = Array(String(decoding: body.bytes, as: UTF8.self).utf8)
  precondition(Marker.mark(body, features: .all).unmarked() == normalized(text), "marks are undone")
}

/// CR and CRLF become LF and NUL becomes U+FFFD, as CommonMark 2.1 and 2.3 read them; a byte order mark goes.
private func normalized(_ text: [UInt8]) -> [UInt8] {
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
