import Diagnostics

@testable import Markdown

/// The constructs, and what they can stand in, as functions of their source.
enum Nesting {
  /// A construct inside a line.
  struct Inline: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// What its HTML begins and ends with.
    let open: String
    let close: String
    /// Stands at the page's end.
    var definition = ""
    var testDescription: String { name }

    /// The slices of the file that the survey reports for constructs of this kind.
    let slices: @Sendable (Annotations) -> [Range<Int>]
  }

  /// Markup around a construct, in the same line.
  struct Frame: Sendable, CustomTestStringConvertible {
    let name: String
    let before: String
    let after: String
    let open: String
    let close: String
    var testDescription: String { name }
  }

  /// A block that holds one line of inlines.
  struct Leaf: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: @Sendable (String) -> [String]
    let open: String
    let close: String
    var testDescription: String { name }
  }

  /// A block that holds blocks.
  struct Container: Sendable, CustomTestStringConvertible {
    let name: String
    let lines: @Sendable ([String]) -> [String]
    var testDescription: String { name }
  }

  static let inlines: [Inline] = [
    Inline(name: "wiki link", source: "[[abc]]", open: "abc", close: "abc") { $0.links.map(\.source) },
    Inline(
      name: "citation", source: "[see @k, p. 3; -@l]", open: "<span class=\"cites\">[see @k, p. 3",
      close: "]</span>"
    ) { $0.citations.map(\.source) },
    Inline(name: "key in the text", source: "@k [p. 3]", open: "@k [", close: "3]") {
      $0.citations.map(\.source)
    },
    Inline(
      name: "note", source: "[^n]", open: "<a class=\"noteref\"", close: "</a>",
      definition: "[^n]: é *words*"
    ) { $0.noteReferences.map(\.source) },
    Inline(name: "inline note", source: "^[é *words*]", open: "<a class=\"noteref\"", close: "</a>") {
      $0.noteReferences.map(\.source)
    },
    Inline(name: "span", source: "[é *w*]{.gap #i}", open: "<span class=\"gap\"", close: "<em>w</em></span>")
    {
      $0.spans.map(\.source)
    },
    Inline(name: "strikethrough", source: "~~é *w*~~", open: "<del>é ", close: "</del>") { _ in [] },
    Inline(
      name: "bare URL", source: "http://x.org/_a_*b*/é", open: "<a href=\"http://x.org/_a_*b*/%C3%A9\"",
      close: "/é</a>"
    ) { $0.links.map(\.source) },
    Inline(name: "link", source: "[é](/v)", open: "<a href=\"/v\"", close: "é</a>") {
      $0.links.map(\.source)
    },
    Inline(name: "picture", source: "![é](p.png)", open: "<img src=\"p.png\"", close: " />") {
      $0.images.map(\.source)
    },
    Inline(name: "code", source: "`{.x} [@k] ~~`", open: "<code>{.x} [@k]", close: "~~</code>") { _ in [] },
  ]

  static let frames: [Frame] = [
    Frame(name: "plain", before: "é ", after: " é", open: "é ", close: " é"),
    Frame(name: "emphasis", before: "*é ", after: " é*", open: "<em>é ", close: " é</em>"),
    Frame(name: "strong", before: "**", after: "**", open: "<strong>", close: "</strong>"),
    Frame(
      name: "span", before: "[é ", after: "]{.claim}", open: "<span class=\"claim\">é ", close: "</span>"),
    Frame(name: "strikethrough", before: "~~", after: "~~", open: "<del>", close: "</del>"),
    Frame(name: "link", before: "[", after: "](/u)", open: "<a href=\"/u\">", close: "</a>"),
    Frame(name: "inline note", before: "x^[é ", after: "]", open: "</b>é ", close: "</p>\n</aside>"),
  ]

  static let leaves: [Leaf] = [
    Leaf(name: "paragraph", lines: { [$0] }, open: "", close: ""),
    Leaf(name: "heading", lines: { ["## \($0) {#h}"] }, open: "<h2 id=\"h\">\n", close: "\n</h2>"),
    Leaf(
      name: "cell", lines: { ["| a |", "|---|", "| \($0) |"] }, open: "<td>\n", close: "\n</td>"),
    Leaf(
      name: "caption", lines: { ["| a |", "|---|", "", ": \($0) {#t}"] }, open: "<caption>\n",
      close: "\n</caption>"),
  ]

  static let containers: [Container] = [
    Container(name: "page") { $0 },
    Container(name: "fenced block") { ["::: context"] + $0 + [":::"] },
    Container(name: "callout") { ["> [!NOTE]"] + $0.map { $0.isEmpty ? ">" : "> \($0)" } },
    Container(name: "quotation") { $0.map { $0.isEmpty ? ">" : "> \($0)" } },
    Container(name: "item") { ["- \($0[0])"] + $0.dropFirst().map { $0.isEmpty ? "" : "  \($0)" } },
    Container(name: "numbered item") {
      ["1. \($0[0])"] + $0.dropFirst().map { $0.isEmpty ? "" : "   \($0)" }
    },
  ]

  /// Stands only directly on the page.
  static let note = Container(name: "note") {
    ["x[^outer]", "", "[^outer]:"] + $0.map { $0.isEmpty ? "" : "    \($0)" }
  }

  /// Pairs of a frame and an inline that the dialect refuses or reads as text.
  static func isRefused(_ inline: Inline, in frame: Frame) -> Bool {
    switch frame.name {
    case "link": !["span", "strikethrough", "picture", "code"].contains(inline.name)
    case "inline note": ["note", "inline note"].contains(inline.name)
    case "strikethrough": inline.name == "strikethrough"
    default: false
    }
  }
}

import Testing
