import Diagnostics
import Testing

@testable import Markdown

/// Rows and cells of pipe tables are found before inlines are.
@Suite("Tables")
struct TableTests {
  /// A table's cells, row by row, without their elements.
  private func cells(_ text: String) -> [[String]] {
    html(text).replacing("th>", with: "td>").split(separator: "<tr>").dropFirst().map { row in
      row.split(separator: "<td>").dropFirst().map {
        String($0.split(separator: "</td>")[0].drop { $0.isNewline }.split(separator: "\n").first ?? "")
      }
    }
  }

  @Test(arguments: [
    ("5*3", "b*c"), ("a_", "_b"), ("**a", "b**"), ("~~a", "b~~"), ("[a", "b](/u)"),
    ("<b", "c>"), ("[a](/u", "b)"), ("![a", "b]"), ("x <!-- a", "b -->"), ("*a **b", "c** d*"),
  ])
  func `nothing runs from one cell into another`(opening: String, closing: String) {
    func shown(_ cell: String) -> String {
      String(html(cell).dropFirst("<p>".count).dropLast("</p>\n".count))
    }
    let expected = [shown(opening), shown(closing)]
    #expect(cells("| \(opening) | \(closing) |\n|---|---|\n| x | y |") == [expected, ["x", "y"]])
    let rows = cells("| h | i |\n|---|---|\n| \(opening) | a |\n| \(closing) | d |\n")
    #expect(rows == [["h", "i"], [expected[0], "a"], [expected[1], "d"]])
  }

  @Test(arguments: [("`a", "b`"), ("``a", "`b``"), ("<b `a", "`>")])
  func `code ends with its row, and a pipe in it belongs to its cell`(opening: String, closing: String) {
    let rows = cells("| h | i |\n|---|---|\n| \(opening) | a |\n| \(closing) | d |\n")
    #expect(rows.map(\.count) == [2, 2, 2])
    #expect(rows.joined().allSatisfy { !$0.contains("<code>") })
    #expect(
      cells("| `a|b` ``c`|`` |\n|---|\n| `a\\|b` |") == [
        ["<code>a|b</code> <code>c`|</code>"], ["<code>a|b</code>"],
      ])
  }

  @Test func `what stands above a table in its paragraph does not run into it`() {
    #expect(
      html("lead *a\n**b**  \n    # c\n| d* | e |\n|---|---|\n").hasPrefix(
        "<p>lead *a\n<strong>b</strong><br />\n# c</p>\n<div class=\"table\">"))
    #expect(html("[foo]: /u\n| [foo] | e |\n|---|---|\n").hasPrefix("<div class=\"table\">"))
  }

  @Test func `cells use the link definitions of the whole page`() {
    let text = "> [one]: /1\n\n| [one] | [x][two] | [three] |\n|---|---|---|\n\n- [two]:\n  /2\n"
    #expect(cells(text) == [["<a href=\"/1\">one</a>", "<a href=\"/2\">x</a>", "[three]"]])
  }

  @Test(arguments: Nesting.containers)
  func `cells end with their row in every container`(container: Nesting.Container) {
    let text = container.lines(["| a* | *b |", "|---|---|", "| c* | d |", ": e* {#f}"]).joined(
      separator: "\n")
    #expect(cells(text) == [["a*", "*b"], ["c*", "d"]])
    #expect(html(text).contains("<caption>\ne*\n</caption>"))
  }

  @Test func `a long row is reported where it stands`() {
    let fault = MarkedFault("> - | a* |\n>   |---|\n>   ⟦| *b | c |⟧\n")
    #expect(fault.found(.rowTooLong) == [fault.range])
  }

  @Test func `words of cells are found at their places`() {
    let text = "| a *b | *é* c |\n|---|---|\n| a | a* \\| a |\n"
    let bytes = Array(text.utf8)
    for block in annotations(text).textBlocks {
      for piece in block.pieces where piece.utf8Count == piece.sourceCount {
        let words = block.text[piece.textOffset..<piece.textOffset + piece.utf8Count]
        #expect(words.elementsEqual(bytes[piece.sourceOffset..<piece.sourceOffset + piece.sourceCount]))
      }
    }
    #expect(annotations(text).textBlocks.map(\.source.lowerBound) == [2, 10, 30, 34])
  }
}
