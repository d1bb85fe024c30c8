import Diagnostics
import Testing

@testable import Rendering

struct TemplateLinkTests {
  private func markup(_ text: String) throws -> TemplateMarkup {
    let path = try #require(RelativePath("page.mustache"))
    return TemplateMarkup(ThemeFile(path: path, bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    (#"<a href="{{root}}timeline/">"#, "timeline/", true), (#"<a href='{{ root }}x#y'>"#, "x#y", true),
    ("<a href=/x>", "/x", false), (#"<A class="{{k}}" HREF = "/x">"#, "/x", false),
    (#"<a{{#k}} class="k"{{/k}} href="/x">"#, "/x", false), (#"<img src="/x">"#, "/x", false),
    (#"<!-- <a href="/n"> --><a href="/x">"#, "/x", false),
    (#"<script>"<a href='/n'>"</script><a href="/x">"#, "/x", false),
    (#"{{! <a href="/n"> }}<a href="/x">"#, "/x", false),
    (#"<b title="<a href='/n'>"></b><a href="/x">"#, "/x", false),
  ])
  func `an address that stands in a template is read`(template: String, text: String, root: Bool) throws {
    let links = try markup(template).links
    #expect(links.map(\.text) == [text])
    #expect(links.map(\.beginsWithRoot) == [root])
  }

  @Test(arguments: [
    #"<a href="{{url}}">"#, #"<a href="{{root}}x/{{slug}}/">"#, #"<a href="{{root}}{{assets.style_css}}">"#,
    #"<a href="{{#a}}x{{/a}}">"#, "<a href>", #"<a href="">"#, #"<a href="a&amp;b">"#, "a < b href=/x", "<",
    "<a href=\"",
    "<!--", "<a href='", "<script>",
  ])
  func `what is known only with a view, and what is no address, is left`(template: String) throws {
    #expect(try markup(template).links.isEmpty)
  }

  @Test(arguments: [
    (#"<a href="/x">"#, false), (#"<img src="/x">"#, true), (#"<link rel="canonical" href="/x">"#, false),
    (#"<link href="/x" rel="Alternate StyleSheet">"#, true), (#"<video poster="/x">"#, true),
    (#"<object data="/x">"#, true), (#"<base href="https://e.org/">"#, true),
    (#"<use xlink:href="/x">"#, true),
    (#"<img srcset="/x 2x">"#, true), (#"<b style="background: url(//e.org/x)">"#, true),
    ("<style>@import 'https://e.org/x';</style>", true), (#"<a xlink:href="/x">"#, false),
  ])
  func `what browsers fetch by themselves is told from what readers follow`(template: String, isFetched: Bool)
    throws
  {
    #expect(try markup(template).links.map(\.isFetched) == [isFetched])
  }

  @Test(arguments: [
    (#"<img srcset="https://e.org/a.png 1x, {{root}}b.png 2x">"#, []),
    (#"<img srcset="https://e.org/a.png, //e.org/b.png 2x">"#, ["https://e.org/a.png", "//e.org/b.png"]),
    (#"<img srcset="{{root}}a.png 480w">"#, ["a.png"]), (#"<p data="/x">"#, []),
    (#"<b style="background: url(x.png)">"#, []),
    ("<style>a { background: url('data:x') }</style>", ["data:x"]),
    ("<style>a { background: url(https://e.org/x) } </style><a href=/y>", ["https://e.org/x", "/y"]),
    ("<style>b { background: url(//e.org/{{x}}) }", ["//e.org/{{x}}"]),
  ])
  func `lists of pictures and styles name addresses, too`(template: String, texts: [String]) throws {
    #expect(try markup(template).links.map(\.text) == texts)
  }

  @Test(arguments: [
    (#"{{#a}}<a href="/x">{{/a}}"#, true), (#"{{^a}}<a href="/x">{{/a}}"#, true),
    (#"{{#a}}{{/a}}<a href="/x">"#, false), (#"{{<a}}{{$b}}<a href="/x">{{/b}}{{/a}}"#, false),
  ])
  func `a link in a section is conditional`(template: String, isConditional: Bool) throws {
    #expect(try markup(template).links.map(\.isConditional) == [isConditional])
  }

  @Test func `every prefix of the built-in templates is read`() {
    for file in EmbeddedTheme.files where file.templateName != nil {
      for end in 0...file.bytes.count {
        _ = TemplateMarkup(ThemeFile(path: file.path, bytes: Array(file.bytes[..<end])))
      }
    }
  }
}
