import Markdown
import Testing

struct TypesettingTests {
  @Test(arguments: [
    ("it's \"so\" -- and...", "en", "it’s “so” – and…"), ("a <b> & \"c\"", "en", "a <b> & “c”"),
    ("er sagt \"ja\"", "de", "er sagt „ja“"), ("R&D's", "en", "R&D’s"), ("plain", "en", "plain"),
  ])
  func `a plain text gets the page's quotation marks and is not escaped`(
    text: String, language: String, expected: String
  ) {
    #expect(Markdown.typeset(text, language: language) == expected)
  }
}
