import Diagnostics
import Testing

@testable import Markdown

/// Each construct's HTML without any orders, and what is reported of faulty ones.
@Suite("Dialect constructs")
struct ConstructTests {
  @Test(arguments: [
    ("[[a]] [[a|b *c*]]", "<p>a b *c*</p>\n"),
    (
      "# Köln & more\n\n# Köln & more",
      "<h1 id=\"köln-more\">\nKöln &amp; more\n</h1>\n<h1 id=\"köln-more-1\">\nKöln &amp; more\n</h1>\n"
    ),
    ("## Title # ##  {#own}", "<h2 id=\"own\">\nTitle #\n</h2>\n"),
    ("## Title {#own}", "<h2 id=\"own\">\nTitle\n</h2>\n"),
    ("[a *b* c]{.claim #x}", "<p><span class=\"claim\" id=\"x\">a <em>b</em> c</span></p>\n"),
    ("[a [b]{.gap} c]{.claim}", "<p><span class=\"claim\">a <span class=\"gap\">b</span> c</span></p>\n"),
    ("[a]{.x}{#y}", "<p><span class=\"x\" id=\"y\">a</span></p>\n"),
    ("[foo]{.x}\n\n[foo]: /u", "<p><span class=\"x\">foo</span></p>\n"),
    (
      "[[foo][]]{.x} [a][foo]{.x}\n\n[foo]: /u",
      "<p><span class=\"x\"><a href=\"/u\">foo</a></span> <a href=\"/u\">a</a>{.x}</p>\n"
    ),
    ("a ```\n    :::``` b", "<p>a <code> :::</code> b</p>\n"),
    ("a ```\n    :::\n    ``` @{ } @{a{}", "<p>a <code>:::</code> @{ } @{a{}</p>\n"),
    ("::: gap\na\n:::", "<div class=\"gap\" role=\"note\">\n<p>a</p>\n</div>\n"),
    (
      "::: {.a}\n::: b\nx\n:::\ny\n:::\nz",
      "<div class=\"a\" role=\"note\">\n<div class=\"b\" role=\"note\">\n<p>x</p>\n</div>\n<p>y</p>\n</div>\n<p>z</p>\n"
    ),
    (
      "- a\n::: gap\nb\n:::", "<ul>\n<li>a</li>\n</ul>\n<div class=\"gap\" role=\"note\">\n<p>b</p>\n</div>\n"
    ),
    (
      "- a\n\n  ::: gap\n  b\n  :::\n- c",
      "<ul>\n<li>\n<p>a</p>\n<div class=\"gap\" role=\"note\">\n<p>b</p>\n</div>\n</li>\n<li>\n<p>c</p>\n</li>\n</ul>\n"
    ),
    (
      "- ::: gap\n  a\n\n  b\n  :::\n  c\n- d",
      "<ul>\n<li>\n<div class=\"gap\" role=\"note\">\n<p>a</p>\n<p>b</p>\n</div>\nc</li>\n<li>d</li>\n</ul>\n"
    ),
    ("> [!NOTE]\n> a", "<div class=\"callout note\" role=\"note\"><b>Note</b>\n<p>a</p>\n</div>\n"),
    (
      "a[^1] b[^1]\n\n[^1]: n *m*",
      "<p>a<a class=\"noteref\" role=\"doc-noteref\" id=\"ref-note-1\" href=\"#note-1\">a</a> b<a class=\"noteref\" role=\"doc-noteref\" href=\"#note-1\">a</a></p>\n<aside class=\"note\" id=\"note-1\" role=\"doc-footnote\">\n<p><b>a</b>n <em>m</em></p>\n</aside>\n"
    ),
    (
      "a[^1]\n\n[^1]: ::: gap\n    b\n    :::\n\n    c",
      "<p>a<a class=\"noteref\" role=\"doc-noteref\" id=\"ref-note-1\" href=\"#note-1\">a</a></p>\n<aside class=\"note\" id=\"note-1\" role=\"doc-footnote\">\n<p><b>a</b></p>\n<div class=\"gap\" role=\"note\">\n<p>b</p>\n</div>\n<p>c</p>\n</aside>\n"
    ),
    (
      "a[^1]\n\n[^1]: # b {#c}",
      "<p>a<a class=\"noteref\" role=\"doc-noteref\" id=\"ref-note-1\" href=\"#note-1\">a</a></p>\n<aside class=\"note\" id=\"note-1\" role=\"doc-footnote\">\n<p><b>a</b></p>\n<h1 id=\"c\">\nb\n</h1>\n</aside>\n"
    ),
    (
      "a^[n *m* k] b",
      "<p>a<a class=\"noteref\" role=\"doc-noteref\" id=\"ref-note-1\" href=\"#note-1\">a</a> b</p>\n<aside class=\"note\" id=\"note-1\" role=\"doc-footnote\">\n<p><b>a</b>n <em>m</em> k</p>\n</aside>\n"
    ),
    ("[see @a, p. *3*; @b]", "<p><span class=\"cites\">[see @a, p. 3; @b]</span></p>\n"),
    ("[see *`x`* @a, `p. 3` ![b\\[](/u)] c", "<p><span class=\"cites\">[see x @a, p. 3]</span> c</p>\n"),
    ("said @a.", "<p>said @a.</p>\n"),
    ("a@b.org and \\@name", "<p>a@b.org and @name</p>\n"),
    (
      "| a | *b* |\n|:--|--:|\n| `x|y` | c\\|d |\n| e |\n\nafter",
      "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th class=\"left\">\na\n</th>\n<th class=\"right\">\n<em>b</em>\n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td class=\"left\">\n<code>x|y</code>\n</td>\n<td class=\"right\">\nc|d\n</td>\n</tr>\n<tr>\n<td class=\"left\">\ne\n</td>\n<td class=\"right\">\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p>after</p>\n"
    ),
    (
      "lead\na | b\n--|--\n[[x|y]] | [z]{.gap}",
      "<p>lead</p>\n<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th>\na\n</th>\n<th>\nb\n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>\ny\n</td>\n<td>\n<span class=\"gap\">z</span>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n"
    ),
    (
      "| a |\n|---|\n| `x\\|y\\[` **`\\|`** |\n\n`x\\|y`",
      "<div class=\"table\">\n<table>\n<thead>\n<tr>\n<th>\na\n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>\n<code>x|y\\[</code> <strong><code>|</code></strong>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p><code>x\\|y</code></p>\n"
    ),
    (
      "| a |\n|---|\n| b |\n: The *words* [@k] {#t}\n\nafter",
      "<div class=\"table\" id=\"t\">\n<table>\n<caption>\nThe <em>words</em> <span class=\"cites\">[@k]</span>\n</caption>\n<thead>\n<tr>\n<th>\na\n</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>\nb\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n<p>after</p>\n"
    ),
    (
      "> | a |\n> |---|\n>\n> : Two\n> lines {#t}\n>\n> after",
      "<blockquote>\n<div class=\"table\" id=\"t\">\n<table>\n<caption>\nTwo\nlines\n</caption>\n<thead>\n<tr>\n<th>\na\n</th>\n</tr>\n</thead>\n</table>\n</div>\n<p>after</p>\n</blockquote>\n"
    ),
    ("a | b\n| - |", "<p>a | b\n| - |</p>\n"),
    ("a <!-- c --> b\n\n<!-- d -->", "<p>a  b</p>\n"),
    ("![a <!-- c \\[ -->b](/u)", "<p><img src=\"/u\" alt=\"a b\" /></p>\n"),
    ("~~a *b* c~~ d", "<p><del>a <em>b</em> c</del> d</p>\n"),
    ("*a ~~b* c~~ a~~ b ~~c ~~~~", "<p><em>a ~~b</em> c~~ a~~ b ~~c ~~~~</p>\n"),
    ("[a ~~b]{.gap} c~~", "<p><span class=\"gap\">a ~~b</span> c~~</p>\n"),
    (
      "see http://x.org/a_b_*c*, or (https://x.org/(y)).",
      "<p>see <a href=\"http://x.org/a_b_*c\">http://x.org/a_b_*c</a>*, or (<a href=\"https://x.org/(y)\">https://x.org/(y)</a>).</p>\n"
    ),
    (
      "**http://x.org** \u{201C}http://x.org/é\u{201D} xhttp://y.org http\\://x.org",
      "<p><strong><a href=\"http://x.org\">http://x.org</a></strong> “<a href=\"http://x.org/%C3%A9\">http://x.org/é</a>” xhttp://y.org http://x.org</p>\n"
    ),
    (
      "[http://x.org/_a_](/u) `http://x.org/_a_` <http://x.org/_a_>",
      "<p><a href=\"/u\">http://x.org/_a_</a> <code>http://x.org/_a_</code> <a href=\"http://x.org/_a_\">http://x.org/_a_</a></p>\n"
    ),
    (
      "[http://x.org/@a]{.gap}[^n] http://x.org[^n]\n\n[^n]: https://y.org/?a=b&amp;c&copy;",
      "<p><span class=\"gap\"><a href=\"http://x.org/@a\">http://x.org/@a</a></span><a class=\"noteref\" role=\"doc-noteref\" id=\"ref-note-1\" href=\"#note-1\">a</a> <a href=\"http://x.org\">http://x.org</a><a class=\"noteref\" role=\"doc-noteref\" href=\"#note-1\">a</a></p>\n<aside class=\"note\" id=\"note-1\" role=\"doc-footnote\">\n<p><b>a</b><a href=\"https://y.org/?a=b&amp;c%C2%A9\">https://y.org/?a=b&amp;c©</a></p>\n</aside>\n"
    ),
    (
      "{http://x.org/a} [http://x.org]{.gap} http://x.org/{b} c",
      "<p>{<a href=\"http://x.org/a\">http://x.org/a</a>} <span class=\"gap\"><a href=\"http://x.org\">http://x.org</a></span> <a href=\"http://x.org/\">http://x.org/</a>{b} c</p>\n"
    ),
    ("\\[x\\]{.y} [x](/u){.y}", "<p>[x]{.y} <a href=\"/u\">x</a>{.y}</p>\n"),
  ])
  func `a construct prints its markup`(text: String, expected: String) {
    #expect(html(text) == expected)
  }

  @Test(arguments: [
    "b]{k=\"\\@ \\* \\& &amp; &copy; &commat; \\a\"}", "*[a*]{k=\"\\@\"}", "a {.b k=\"\\[\"}",
    "`x`{.b k=\"&lt;\\{\"}",
    "[a]( b]{k='\\\\ &#35;'}", "[x [[b\\@&amp;]]](/u)", "x\n    ::: {.a k=\"\\@\"}", "[x](/u \"]{k='\\@'}\")",
    "![a [b]{k='\\@'}](/u)",
  ])
  func `what means nothing where it stands is shown as CommonMark shows it`(text: String) {
    #expect(html(text) == String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self))
  }

  static let faults: [(String, FindingCode)] = [
    ("⟦[^x]⟧", FindingCode.unknownNote), ("a\n\n⟦[^x]:⟧ y", .unusedNote),
    ("a\n⟦[^x]:⟧ y", .unsupportedSyntax),
    ("⟦::: gap⟧\na", .unclosedBlock), ("a\n\n⟦:::⟧", .unclosedBlock), ("> ⟦[!FOO]⟧\n> a", .unknownCallout),
    ("⟦<div>⟧\n", .rawHTML), ("a ⟦<b>⟧c", .rawHTML), ("é ⟦<b\nclass=\"x>y\">⟧ d", .rawHTML),
    ("⟦<!DOCTYPE x>⟧\ny", .rawHTML), ("⟦<!-- c --> The [[nope]]⟧\nb", .rawHTML),
    ("⟦[x](javascript:alert)⟧", .unsafeLink),
    ("⟦[x](java&Tab;script:alert)⟧", .unsafeLink), ("*[a* b]⟦{.x}⟧", .straddlingSpan),
    ("> ⟦[!NOTE]⟧ a title\n> b", .unsupportedSyntax), ("> ⟦[!TIP]⟧- *a*\n> b", .unsupportedSyntax),
    ("a b]⟦{.x}⟧", .unclosedSpan), ("⟦[foo]⟧{.x}\n\n[Foo]: /u", .spanOverLink),
    ("[a][foo]⟦{.x}⟧\n\n[foo]: /u", .unsupportedSyntax), ("[a](/u)⟦{.x}⟧", .unsupportedSyntax),
    ("a `b`⟦{.x}⟧", .unsupportedSyntax), ("[[a]]⟦{.x}⟧ b", .unsupportedSyntax),
    ("é ![a](/u)⟦{#x}⟧", .unsupportedSyntax),
    ("http://x.org ⟦[[ ]]⟧", .unsupportedSyntax), ("[a ⟦[[b]]⟧](/u)", .unsupportedSyntax),
    ("⟦{.x}⟧\n# a", .unsupportedSyntax), ("> ~~~ ⟦{.x}⟧\n> a\n> ~~~", .unsupportedSyntax),
    ("- ⟦[ ]⟧ a\n- b", .unsupportedSyntax), ("1. é\n2. ⟦[x]⟧ a", .unsupportedSyntax),
    ("a ⟦==b *c*==⟧ d", .unsupportedSyntax), ("> é ⟦$x$⟧\n> b", .unsupportedSyntax),
    ("a ⟦$$\nx\n$$⟧", .unsupportedSyntax), ("a\r\n\r\né ⟦%% b %%⟧", .unsupportedSyntax),
    ("é ⟦![[a]]⟧", .unsupportedSyntax), ("Term\n⟦:⟧ words", .unsupportedSyntax),
    ("Term\n\n⟦:⟧   words", .unsupportedSyntax),
    ("# a {⟦.b⟧ #c}", .unknownAttribute), ("| a |\n|---|\n: b {#c ⟦k=\"v\"⟧}", .unknownAttribute),
    ("a ⟦\u{1BC9F}⟧ b", .reservedCharacter), ("⟦&#xFFFE;⟧", .repairedCharacter),
    ("| a |\n|---|\n⟦| b | c |⟧\n| d |", .rowTooLong),
    ("x[^a]\n\n[^a]: b\n\n⟦[^a]:⟧ c", .duplicateID),
  ]

  @Test(arguments: faults)
  func `a fault is found at its place`(marked: String, code: FindingCode) {
    let fault = MarkedFault(marked)
    #expect(fault.found(code) == [fault.range])
  }

  /// Where a construct stands must not move what is said of it.
  @Test(arguments: faults.filter { !$0.0.contains("[^") && !$0.0.utf8.contains(0x0D) })
  func `a fault is found at its place inside containers, between CRLF and after wide characters`(
    marked: String, code: FindingCode
  ) {
    let lines = marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    // A fence in a block would pair with the block's own.
    for container in Nesting.containers where code != .unclosedBlock || container.name != "fenced block" {
      for end in ["\n", "\r\n", "\r"] {
        let fault = MarkedFault("é😀\t漢" + end + end + container.lines(lines).joined(separator: end))
        #expect(fault.found(code) == [fault.range], "\(fault.text)")
      }
    }
  }

  @Test(arguments: [
    "`&#xFFFE;` and `[^x]: y`", "```\na\n[^x]: y\n[!a]: b\n&#xFFFF;\n```", "costs $5 and $6", "US$ 5, A$",
    "a == b == c", "100%% of it", "\\$x\\$ \\==y==",
    "`- [ ]` `==x==` `$x$` `%%x%%` `![[x]]`",
    "- [x](/u) a", "- [ ](/u) a", "    $x$", "word: words", "a { b }", "[a]{.claim} {b}", "![a](/u) {b}",
    "- [a] b",
    "| a |\n|---|\n\n: caption", "a\\: b", "http://x.org/?a==b==c&d=$e$",
  ])
  func `what only looks like other syntax is left alone`(text: String) {
    let codes: [FindingCode] = [.unsupportedSyntax, .repairedCharacter]
    #expect(annotations(text).findings.filter { codes.contains($0.code) } == [])
  }

  @Test func `an ampersand before an inline note ends no search`() {
    #expect(annotations("a&^[]").notes.count == 1)
  }

  @Test func `a link inside a citation goes with the citation's words`() {
    var rewrites = Rewrites()
    rewrites.links = [nil]
    let page = Markdown.html(
      of: body("a [see [x](y.md) @k]"), options: MarkdownOptions(), rewrites: rewrites)
    #expect(
      String(decoding: page, as: UTF8.self) == "<p>a <span class=\"cites\">[see x @k]</span></p>\n")
  }

  @Test func `a comment in a block speaks once`() {
    let text = "::: gap\n<!-- dossier: allow vague-likelihood why not -->\n\nIt may.\n:::\n"
    #expect(annotations(text).allowances.map(\.reason) == ["why not"])
  }

  @Test func `equal headings are numbered on`() {
    let ids = annotations("# a\n\n# a\n\n# a-1\n\n# a\n").headings.map(\.id)
    #expect(ids == ["a", "a-1", "a-1-1", "a-2"])
  }

  @Test func `brackets and containers beyond the limits are refused, not parsed`() {
    let brackets = annotations(String(repeating: "![[]()", count: 80_000))
    #expect(brackets.findings.map(\.code) == [.tooDeep])
    let quotes = annotations(String(repeating: ">", count: 200_000))
    #expect(quotes.findings.map(\.code) == [.tooDeep])
  }

  @Test(arguments: [
    ("\"a\" 'b' it's", "“a” ‘b’ it’s"), ("a -- b --- c", "a – b — c"), ("wait...", "wait…"),
    ("('a')", "(‘a’)"), ("'tis 'a' b's", "’tis ‘a’ b’s"), ("'[[x]]' c", "‘x’ c"),
    ("5&#39; 6&quot; \"b\"", "5' 6&quot; “b”"),
    ("k=\"v\" b)\"a\" }'a' \"x.\"Then", "k=“v” b)“a” }‘a’ “x.”Then"),
    ("*b*\"c\"*\"d\"* \"*e*\"", "<em>b</em>“c”<em>“d”</em> “<em>e</em>”"),
    ("'' 'a'' ~~5\"~~ \"a\" 'a'[b](/u)", "’’ ’a’’ <del>5”</del> “a” ‘a’<a href=\"/u\">b</a>"),
    ("\\\"a\\\" 1\\-\\-2 '~~b~~'", "&quot;a&quot; 1--2 ‘<del>b</del>’"),
  ])
  func `typography curls quotes and dashes in text only`(text: String, expected: String) {
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    #expect(html(text, options) == "<p>\(expected)</p>\n")
    #expect(
      html("`\(text)`", options).contains(
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")))
  }

  @Test(arguments: [
    ("a---*--- b*", "a—<em>— b</em>"), ("*a 'b'*'c'", "<em>a ‘b’</em>‘c’"),
    ("<http://x.org/it's--a> 'b'", "<a href=\"http://x.org/it&#x27;s--a\">http://x.org/it's--a</a> ‘b’"),
    ("<it's@x.org>", "<a href=\"mailto:it&#x27;s@x.org\">it's@x.org</a>"),
  ])
  func `typography minds markup between hyphens, and leaves addresses alone`(text: String, expected: String) {
    var options = MarkdownOptions()
    options.typographyLanguage = "en"
    #expect(html(text, options) == "<p>\(expected)</p>\n")
  }
}
