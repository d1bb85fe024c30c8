import Diagnostics
import Testing

@testable import Markdown

/// Every construct works inside every other, and is found where it was written.
@Suite("Nesting")
struct NestingTests {
  private func check(
    _ inline: Nesting.Inline, in frame: Nesting.Frame, in leaf: Nesting.Leaf,
    in containers: [Nesting.Container]
  ) {
    var lines = leaf.lines(frame.before + inline.source + frame.after)
    for container in containers { lines = container.lines(lines) }
    if !inline.definition.isEmpty { lines += ["", inline.definition] }
    let text = lines.joined(separator: "\n") + "\n"
    let page = html(text)
    let isNote = frame.name == "inline note"
    let (open, close) = isNote ? ("", "") : (leaf.open, leaf.close)
    #expect(page.contains(open + frame.open + inline.open), "\(text)\n\(page)")
    #expect(page.contains(inline.close + frame.close + close), "\(text)\n\(page)")
    if isNote { #expect(page.contains(leaf.open + "x<a class=\"noteref\""), "\(text)\n\(page)") }
    let annotations = annotations(text)
    #expect(annotations.findings == [], "\(text)")
    let bytes = Array(text.utf8)
    let slices = inline.slices(annotations).map { String(decoding: bytes[$0], as: UTF8.self) }
    if !inline.slices(annotations).isEmpty || ["strikethrough", "code"].contains(inline.name) == false {
      #expect(slices.contains(inline.source), "\(text)\n\(slices)")
    }
  }

  @Test(arguments: Nesting.inlines, Nesting.frames)
  func `a construct works in every markup, block and container, two deep`(
    _ inline: Nesting.Inline, _ frame: Nesting.Frame
  ) {
    guard !Nesting.isRefused(inline, in: frame) else { return }
    // Each container in another one each time: over all constructs every pair comes up.
    var shift = inline.source.utf8.count
    for leaf in Nesting.leaves {
      for (index, inner) in Nesting.containers.enumerated() {
        let outer = Nesting.containers[(index + shift) % Nesting.containers.count]
        check(inline, in: frame, in: leaf, in: [inner, outer])
      }
      shift += 1
    }
  }

  @Test(arguments: Nesting.inlines.filter { !["note", "inline note"].contains($0.name) }, Nesting.leaves)
  func `a construct works in a note's blocks`(_ inline: Nesting.Inline, _ leaf: Nesting.Leaf) {
    for frame in Nesting.frames where frame.name != "inline note" && !Nesting.isRefused(inline, in: frame) {
      for inner in Nesting.containers { check(inline, in: frame, in: leaf, in: [inner, Nesting.note]) }
    }
  }

  @Test(arguments: Nesting.containers, Nesting.containers + [Nesting.note])
  func `code shows what was typed in every container`(_ inner: Nesting.Container, _ outer: Nesting.Container)
  {
    let code = [
      "[[x|y]] [^n] ^[a] [b]{.x} {#i} @{k l} ~~c~~ http://x.org/_a_*b* ==d==", "", "::: {.gap}",
      "[^n]: words",
      "[!NOTE]: x", "\\[ \\. \\' & | a | b |", "+ [ ] e", ": f {#g}", ":::",
    ]
    let text = outer.lines(inner.lines(["```"] + code + ["```", "", "After `\(code[0])`."])).joined(
      separator: "\n")
    let expected = code.joined(separator: "\n").replacing("&", with: "&amp;")
    #expect(html(text).contains("<pre><code>\(expected)\n</code></pre>"), "\(text)\n\(html(text))")
    #expect(html(text).contains("<code>\(code[0])</code>"), "\(html(text))")
    #expect(annotations(text).findings == [], "\(text)")
  }

  @Test func `a note stands in a cell in a callout in a block, and a span around a link around a name`() {
    let text = """
      ::: context
      > [!TIP]
      > | a | b |
      > |---|---|
      > | x[^n] | [[NAME](/u) *is*]{.claim}^[a [[b]]] |
      >
      > : The [caption]{.gap} [@k] {#t}

      "[He said @k.[^q]]{.quote}"
      :::

      [^n]: | c |
          |---|
          | d |

      [^q]:
          - one

            ```
            [^n]: code
            ```
      """
    let found = annotations(text)
    #expect(found.findings == [])
    #expect(found.notes.map(\.label) == ["n", nil, "q"])
    #expect(found.regions.count == 2 && found.spans.count == 3 && found.anchors.map(\.id) == ["t"])
    let page = html(text)
    #expect(page.contains("<pre><code>[^n]: code\n</code></pre>"))
    #expect(
      page.contains("<span class=\"claim\"><a href=\"/u\">NAME</a> <em>is</em></span><a class=\"noteref\""))
  }
}
