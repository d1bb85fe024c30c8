import Diagnostics
import TestSupport
import Testing

@testable import Markdown

/// Marks are transparent: what is marked can be unmarked, and libcmark sees the same document.
@Suite("Transparent marks")
struct TransparentMarks {
  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `unmarking gives back all 652 examples of CommonMark`() {
    #expect(Suites.commonMark.count == 652)
    for example in Suites.commonMark {
      let bytes = Array(example.markdown.utf8)
      #expect(Laws.roundTrip(bytes) == Laws.normalized(bytes), "\(example.section) \(example.example)")
    }
  }

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `without meaning the trees of all 652 examples are plain cmark's`() {
    for example in Suites.commonMark {
      let bytes = Array(example.markdown.utf8)
      #expect(Laws.transparentXML(bytes) == Laws.plainXML(bytes), "\(example.section) \(example.example)")
    }
  }

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `unmarking gives back every naughty string, and code shows it as it is`() {
    #expect(Suites.naughtyStrings.count > 400)
    for string in Suites.naughtyStrings {
      let bytes = Array(string.utf8)
      #expect(Laws.roundTrip(bytes) == Laws.normalized(bytes), "\(string)")
      #expect(Laws.transparentXML(bytes) == Laws.plainXML(bytes), "\(string)")
      let code = "~~~~~~\n\(string)\n~~~~~~\n"
      #expect(html(code) == String(decoding: cmarkHTML(Array(code.utf8)), as: UTF8.self), "\(string)")
    }
  }

  /// Any scalar beside the characters that marks replace.
  @Test func `unmarking gives back random Unicode`() {
    var generator = Dice(seed: 4)
    var failures: [String] = []
    for _ in 0..<20_000 {
      let text = DialectDocument.randomUnicode(&generator)
      let bytes = Array(text.utf8)
      if Laws.roundTrip(bytes) != Laws.normalized(bytes) || Laws.transparentXML(bytes) != Laws.plainXML(bytes)
      {
        failures.append(text)
      }
    }
    #expect(failures.count == 0, "\(failures.prefix(5))")
  }

  @Test func `unmarking gives back 100,000 random documents`() {
    var generator = Dice(seed: 1)
    var failures: [String] = []
    for _ in 0..<100_000 {
      let text = DialectDocument.random(&generator)
      let bytes = Array(text.utf8)
      if Laws.roundTrip(bytes) != Laws.normalized(bytes) { failures.append(text) }
    }
    #expect(failures.count == 0, "\(failures.prefix(5))")
  }

  @Test func `without meaning the trees of 100,000 random documents are plain cmark's`() {
    var generator = Dice(seed: 2)
    var failures: [String] = []
    for _ in 0..<100_000 {
      let text = DialectDocument.random(&generator)
      let bytes = Array(text.utf8)
      if Laws.transparentXML(bytes) != Laws.plainXML(bytes) { failures.append(text) }
    }
    #expect(failures.count == 0, "\(failures.prefix(5))")
  }

  /// The whole dialect on, over documents of its characters: neither pass may crash or lose a byte of code.
  @Test func `code shows what was typed, whatever it holds`() {
    var generator = Dice(seed: 3)
    var failures: [String] = []
    for _ in 0..<20_000 {
      let code = DialectDocument.random(&generator)
        .replacing("`", with: "").replacing("\r", with: "").replacing("\n", with: " ")
      guard !code.allSatisfy(\.isWhitespace) else { continue }
      let text = "````\n\(code)\n````\n"
      let expected = String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self)
      if html(text) != expected { failures.append(text) }
    }
    #expect(failures.count == 0, "\(failures.prefix(5))")
  }

  @Test(arguments: ["[", "]", "{", "}", "@", "^", "|", ":", "=", "#", "~"])
  func `a dialect character comes back as typed from code, URL, title, info string and label`(
    _ character: String
  ) {
    for form in [character, "\\" + character] {
      for text in [
        "`a\(form)b`", "``` x\(form)\na\(form)b\n```", "    a\(form)b", "[t](/u\(form)v)",
        "[t](</u\(form)v>)",
        "[t](/u \"a\(form)b\")", "<http://x/\(form)>", "![a\(form)b](/u)",
        "[l\(form == "[" || form == "]" ? "" : form)m]\n\n[l\(form == "[" || form == "]" ? "" : form)m]: /u",
      ] {
        var options = MarkdownOptions.plain
        options.features = .all
        let ours = html(text, options)
        #expect(ours == String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self), "\(text)")
      }
    }
  }

  @Test func `equal labels holding braces still match`() {
    var options = MarkdownOptions.plain
    options.features = .all
    let text = "[foo {.x}] and [a\\]{.x}]\n\n[foo {.x}]: /u\n[a\\]{.x}]: /v\n"
    #expect(html(text, options) == String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self))
  }

  @Test func `a plus list beside notes stays a list`() {
    let page = html("Text[^1].\n\n+ one\n+ two\n\n[^1]: The note.\n")
    #expect(page.contains("<ul>\n<li>one</li>\n<li>two</li>\n</ul>"))
    #expect(page.contains("<aside class=\"note\""))
    #expect(page.contains("The note."))
  }

  @Test func `a note may open with a list`() {
    let page = html("Text[^1].\n\n[^1]: - one\n    - two\n")
    let aside = page.split(separator: "<aside").last.map(String.init) ?? ""
    #expect(aside.contains("<li>one</li>\n<li>two</li>"))
  }

  @Test func `a note definition in a code block is code`() {
    let text = "Text.\n\n```\n\n[^1]: x\n::: gap\n```\n\n    [^2]: y\n"
    #expect(html(text) == String(decoding: cmarkHTML(Array(text.utf8)), as: UTF8.self))
  }
}
