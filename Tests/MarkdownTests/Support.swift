import CMark
import Diagnostics
import TestSupport

@testable import Markdown

/// A body that is a whole file.
func body(_ text: String) -> Body { body(Array(text.utf8)) }

func body(_ bytes: [UInt8]) -> Body {
  Body(path: RelativePath(literal: "Content/briefings/sample.md"), bytes: bytes, start: 0)
}

func html(_ text: String, _ options: MarkdownOptions = MarkdownOptions()) -> String {
  String(decoding: Markdown.html(of: body(text), options: options, rewrites: Rewrites()), as: UTF8.self)
}

func annotations(_ text: String) -> Annotations {
  Markdown.annotations(of: body(text), options: MarkdownOptions())
}

/// Plain libcmark in safe mode.
func cmarkHTML(_ bytes: [UInt8]) -> [UInt8] { Tree(parsing: bytes).html() }

/// Documents out of the characters that the dialect and CommonMark quarrel about.
struct DialectDocument {
  static let fragments = [
    "[", "]", "{", "}", "@", "^", "|", ":", "#", "=", "~", "\\", "&", "<", ">", "(", ")", "!", "*", "_", "`",
    "\"",
    "'", "-", "+", ".", ";", "/", "a", "b", "é", "😀", " ", " ", "\n", "\n", "\n\n", "  ", "    ", "\t", "1",
    "\r\n",
    "[[", "]]", "[^", "]:", "^[", ":::", "{.x}", "{#i}", "]{.x}", "{}", "&#91;", "&lbrack;", "\\[", "\\]",
    "[@k",
    "[foo]", "[foo]: /u\n", "[^1]", "[^1]: ", "> ", "- ", "+ ", "7) ", "# ", "```\n", "<!--", "-->", "](/u)",
    "http://x", "http://a_b_c*d*", "~~", "@{a_b c}", "\\\"", "\\'", "\\.", "\\-", ": ", "==", "$", "%%",
    "<http://x", "::: {.a}", "[!NOTE]", "**", "![", "{k=\"v\"}",
    "]{.a, ", "{.a k=\"", "\n::: {.a\n", "\n<!-- dossier: allow a b -->\n", "<!-- dossier: allow",
    "\n```\n\n", "\n<<<<<<< a\n", "\n=======\n", "\n>>>>>>> b\n", "](../b c)", "][b]", "##a", "#k #l",
    "\u{1F468}\u{200D}", "\u{0301}", "\u{E000}",
  ]

  /// Scalars of every plane between the fragments; the reserved one is none of them.
  static func randomUnicode(_ generator: inout Dice) -> String {
    let planes: [ClosedRange<UInt32>] = [
      1...0x7F, 0x80...0x7FF, 0x800...0xD7FF, 0xE000...0xFFFF, 0x10000...0x10FFFF,
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &generator) {
      if Bool.random(using: &generator) {
        text += fragments[Int.random(in: 0..<fragments.count, using: &generator)]
      } else {
        let plane = planes[Int.random(in: 0..<planes.count, using: &generator)]
        let scalar = Unicode.Scalar(UInt32.random(in: plane, using: &generator))
        if let scalar, scalar.value != 0x1BC9F { text.unicodeScalars.append(scalar) }
      }
    }
    return text
  }

  static func random(_ generator: inout Dice) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...24, using: &generator) {
      text += fragments[Int.random(in: 0..<fragments.count, using: &generator)]
    }
    return text
  }
}

/// A text with a fault between ⟦ and ⟧.
struct MarkedFault {
  let text: String
  let range: Range<Int>

  init(_ marked: String) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map(String.init)
    text = parts.joined()
    let start = parts[0].utf8.count
    range = start..<start + parts[1].utf8.count
  }

  /// Where findings of the code are.
  func found(_ code: FindingCode) -> [Range<Int>?] {
    annotations(text).findings.filter { $0.code == code }.map(\.place.range)
  }
}
