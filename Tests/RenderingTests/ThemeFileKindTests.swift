import Testing

@testable import Rendering

struct ThemeFileKindTests {
  @Test(
    arguments: [
      ("page.mustache", "page"), ("partials/head.mustache", "partials/head"), ("assets/style.css", nil),
      (".mustache", nil), ("notes.txt", nil),
    ] as [(String, String?)])
  func `a template is called by its path`(path: String, name: String?) {
    #expect(ThemeFile.text(path, "").templateName == name)
  }
}
