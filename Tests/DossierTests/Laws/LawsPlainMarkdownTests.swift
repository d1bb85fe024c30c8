import Testing

/// The second law, seen through the whole command.
@Suite("Laws: plain Markdown is rendered as libcmark renders it")
struct LawsPlainMarkdownTests {
  /// No heading, because headings get identifiers; no construct of the dialect.
  private static let plain = """
    A paragraph with *emphasis*, **strong *nested* words**, `code < & >` and a hard\\
    break. Entities: &copy; &amp; & "quotes" -- and dashes... it's <https://example.net/?a=1&b=2>.

    - a tight list
    - with
      1. an inner
      2. one

    * a loose list

      with a second paragraph

    > A quotation
    > > in a quotation.

        indented code with <b> in it

    ```text
    fenced \\* code
    ```

    ***

    [A link](https://example.net/a "a title"), [a reference][r] and ![a picture's words](notes.txt "title").

    [r]: https://example.net/r
    """

  @Test(.enabled(if: Binary.cmark != nil, "needs the program cmark"))
  func `a page holds the reference renderer's bytes`() throws {
    let site = try TestSite(
      SampleSite.with([
        SampleSite.configuration: "title: Harbour Desk\ntypography: false\nlink-names: none\n",
        "Content/pages/plain.md": "---\ntitle: Plain\n---\n" + LawsPlainMarkdownTests.plain + "\n",
      ]))
    let text = LawsPlainMarkdownTests.plain.replacing("notes.txt", with: "/notes.txt")
    try site.write(text, to: "plain.md")
    let reference = try Command(
      program: #require(Binary.cmark), arguments: ["--to", "html", site.root + "/plain.md"], folder: site.root
    ).run()
    try #require(reference.status == 0 && reference.output.contains("<blockquote>"))
    try site.write("---\ntitle: Plain\n---\n" + text + "\n", to: "Content/pages/plain.md")
    let page = try #require(try site.publish().text("plain/index.html"))
    let expected = reference.output.replacing("src=\"/notes.txt\"", with: "src=\"../notes.txt\"")
    #expect(page.utf8.contains(expected.utf8), "\(expected)\n-- is not in --\n\(page)")
  }
}
