import Diagnostics
import Testing

@testable import Rendering

/// What is wrong with a template's tags is told once, where it is wrong.
struct TemplateSyntaxTests {
  private static let before = "{{<layout}}\n{{$main}}\n"
  private static let after = "\n<p>x</p>\n{{/main}}\n{{/layout}}\n"

  @Test(arguments: [
    Marked("⟦{{⟧title}"), Marked("⟦{{⟧title"), Marked("⟦{{⟧{body}}"), Marked("⟦{{⟧{body}"),
    Marked("⟦{{⟧&body}"),
    Marked("⟦{{⟧#title}x{{/title}}"), Marked("⟦{{#title}}⟧x"), Marked("⟦{{^title}}⟧x"),
    Marked("{{#title}}x⟦{{⟧/title}"), Marked("{{#title}}x⟦{{/titel}}⟧"), Marked("x⟦{{/title}}⟧"),
    Marked("⟦{{#title}}⟧{{#draft}}x{{/draft}}"), Marked("{{#draft}}⟦{{#title}}⟧x{{/draft}}"),
    Marked("{{#draft}}⟦{{#title}}⟧x{{/draft}}{{/title}}"), Marked("⟦{{#first(people)}}⟧x"),
    Marked("⟦{{a b}}⟧"), Marked("⟦{{#a b}}⟧{{/title}}"), Marked("⟦{{=<% %>=}}⟧{{#title}}"),
  ])
  func `a broken tag in a block of a frame is the only finding`(inner: Marked) {
    let text = Self.before + inner.text + Self.after
    let findings = TemplateLibrary(page: text, ["layout": "{{$main}}{{/main}}"]).findings
    #expect(findings.map(\.code) == [.templateError], "\(findings.map(\.message))")
    let start = Self.before.utf8.count
    let expected = (inner.range.lowerBound + start)..<(inner.range.upperBound + start)
    #expect(findings.first?.place.range == expected)
  }

  @Test(arguments: [
    "{{a b}}{{#title}}", "{{#draft}}{{#title}}{{/draft}}{{#people}}", "{{title}{{draft}",
  ])
  func `mistakes that have nothing to do with each other are told each`(text: String) {
    #expect(TemplateLibrary(page: text).findings.count == 2)
  }

  @Test func `the end that is to be written, and before what, is in the message`() {
    #expect(
      TemplateLibrary(page: "{{#draft}}{{#title}}x{{/draft}}").findings.map(\.message) == [
        "'title' is opened here and not closed before {{/draft}}: write {{/title}}"
      ])
  }

  @Test(arguments: [
    ([0xFF], 0), (Array("é\n".utf8) + [0xC3], 3), (Array("{{title}}".utf8) + [0xE9, 0x20], 9),
  ])
  func `a template that is no UTF-8 is told at the first byte that is none`(bytes: [UInt8], offset: Int)
    throws
  {
    let path = try #require(RelativePath("page.mustache"))
    let findings = TemplateLibrary([ThemeFile(path: path, bytes: bytes)]).findings
    #expect(findings.map(\.place.range) == [offset..<offset + 1])
  }
}
