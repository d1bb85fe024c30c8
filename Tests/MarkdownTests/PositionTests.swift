import Diagnostics
import Testing

@testable import Markdown

/// Places are right: what the survey says of a construct is where the author wrote it.
@Suite("Places in the author's file")
struct PositionTests {
  /// Every word `NAME` in plain text, by block and offset; its source range must slice `NAME` again.
  private func expectNamesInPlace(
    _ text: String, count: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let bytes = Array(text.utf8)
    let annotations = annotations(text)
    var found: [Int] = []
    for block in annotations.textBlocks {
      for piece in block.pieces where piece.kind != .opaque {
        let words = Array(block.text[piece.textOffset..<piece.textOffset + piece.utf8Count])
        var offset = 0
        while let range = words.firstRange(of: Array("NAME".utf8), from: offset) {
          offset = range.upperBound
          let start = piece.sourceOffset + range.lowerBound
          #expect(
            start + 4 <= bytes.count && Array(bytes[start..<start + 4]) == Array("NAME".utf8),
            "\(String(decoding: block.text, as: UTF8.self))", sourceLocation: sourceLocation)
          found.append(start)
        }
      }
    }
    #expect(found.count == count, sourceLocation: sourceLocation)
    #expect(Set(found).count == found.count, "each at a place of its own", sourceLocation: sourceLocation)
  }

  static let texts: [(String, Int)] = [
    ("NAME and NAME.\n", 2),
    ("a *NAME* b **NAME** `NAME` NAME\n", 3),
    ("> NAME\nNAME lazy\n> NAME\n", 3),
    ("- one NAME\n  - two NAME\n\n    three NAME\n", 3),
    ("1. > - NAME\n   >   NAME\n", 2),
    ("é NAME 😀 NAME\r\nNAME\r\n", 3),
    ("\\*NAME\\* &amp; NAME &eacute; NAME\n", 3),
    ("[x](/NAME \"NAME\") NAME [NAME](</a b>) NAME\n", 3),
    ("[l]: /NAME 'NAME'\n\nNAME [l] NAME ![NAME alt](/NAME) NAME\n", 3),
    ("[l]: /u \"t NAME\"\nNAME after a definition\n", 1),
    ("# NAME {#id}\n\nSetext NAME\n===\n\nNAME\n", 3),
    ("[NAME [NAME]{.gap} x]{.claim #NAME} NAME [@NAME, p. NAME] NAME\n", 4),
    ("Text[^1] NAME.\n\n[^1]: NAME and\n    NAME\n\n    NAME\n", 4),
    ("Text^[NAME *NAME* x] NAME.^[NAME]\n", 4),
    ("::: {.gap}\nNAME\n\n> [!NOTE]\n> NAME\n:::\n\nNAME\n", 3),
    ("<http://NAME.org> NAME http://x NAME\n", 3),
    ("NAME  \nNAME\\\nNAME\n", 3),
    ("\u{FEFF}NAME\n", 1),
    ("| NAME | b |\n|---|---|\n| c NAME | NAME |\n", 3),
    ("| NAME |\n|---|\n| NAME |\n: NAME *NAME* {#t}\n\nNAME\n", 5),
    ("> | NAME |\n> |---|\n> | NAME |\n>\n> : NAME\n> NAME\n>\n> | NAME |\n> |---|\n> | NAME |\n", 6),
    ("~~NAME http://x.org/_a_ NAME~~ NAME\n", 3),
    ("\\\"NAME\\\" NAME\\. [@k, NAME] @k [p. 3] NAME\n", 3),
    ("[a]{.claim\n#b} NAME\nNAME\n", 2),
    ("tab\tNAME &#x5B;NAME&#93; \\[NAME\\]\n", 3),
    ("`a\nb` NAME ``x`y`` NAME <b>NAME</b>\n", 3),
  ]

  @Test(arguments: texts)
  func `a word in text stands where it was written`(text: String, count: Int) {
    expectNamesInPlace(text, count: count)
  }

  /// What stands around a text must not move it. Notes are defined on the page itself.
  @Test(
    arguments: texts.filter {
      !$0.0.utf8.contains(0x0D) && !$0.0.contains("[^1]:") && !$0.0.contains("\u{FEFF}")
    })
  func `a word stands where it was written inside containers, between CRLF and after wide characters`(
    text: String, count: Int
  ) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    // Behind a callout's type no link is defined: a definition ends no paragraph.
    for container in Nesting.containers where container.name != "callout" || !text.hasPrefix("[l]:") {
      let wrapped = container.lines(lines)
      for end in ["\n", "\r\n", "\r"] {
        expectNamesInPlace(
          "é😀 \u{1F468}\u{200D}\u{1F469}\t漢字" + end + end + wrapped.joined(separator: end) + end, count: count
        )
      }
    }
    expectNamesInPlace(Nesting.note.lines(lines).joined(separator: "\n"), count: count)
  }

  @Test(arguments: texts)
  func `the front matter counts`(text: String, count: Int) {
    let matter = "---\ntitle: é NAME\n---\n"
    let plain = annotations(text)
    let bytes = Array((matter + text).utf8)
    let whole = Body(path: RelativePath(literal: "a.md"), bytes: bytes, start: matter.utf8.count)
    let moved = Markdown.annotations(of: whole, options: MarkdownOptions())
    #expect(
      moved.textBlocks.flatMap(\.pieces).map { $0.sourceOffset - matter.utf8.count }
        == plain.textBlocks.flatMap(\.pieces).map(\.sourceOffset))
  }

  @Test func `constructs slice what was written`() {
    let text = """
      > - é [[a|b]] 😀 [see @k, p. 3; -@l]
      >   and [words *x*]{.claim #c}[^n].

      [^n]: Note ^[no].

      ![alt](p.png)
      """
    let bytes = Array(text.utf8)
    let annotations = annotations(text)
    func slice(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(annotations.links.map { slice($0.source) } == ["[[a|b]]"])
    #expect(annotations.citations.map { slice($0.source) } == ["[see @k, p. 3; -@l]"])
    #expect(annotations.citations.flatMap(\.items).map { slice($0.source) } == ["@k", "@l"])
    #expect(annotations.spans.map { slice($0.source) } == ["[words *x*]{.claim #c}"])
    #expect(annotations.noteReferences.map { slice($0.source) } == ["[^n]"])
    #expect(annotations.notes.map { slice($0.source) } == ["[^n]:"])
    #expect(annotations.images.map { slice($0.source) } == ["![alt](p.png)"])
    #expect(slice(annotations.spans[0].attributes.idSource ?? 0..<0) == "#c")
  }
}
