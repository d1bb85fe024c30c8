/// What can be read from an article's file: its lines, and what it says of itself.
struct Article {
  var title: String?
  var authors: [String] = []
  /// EDTF.
  var published: String?
  var publisher: String?
  var language: String?
  var url: String?
  var lines: [String] = []
  /// How many lines were taken out, by reason.
  var removed: [(reason: String, count: Int)] = []

  /// - Parameter bytes: a plain text, or HTML where it begins with a tag.
  init(_ bytes: [UInt8]) throws(ArticleError) {
    let text = try ArticleText.decoded(bytes)
    if HTMLArticle.isHTML(text) {
      let page = HTMLArticle(text)
      (title, authors, published) = (page.title, page.authors, page.published)
      (publisher, language, url) = (page.publisher, page.language, page.url)
      lines = page.lines
      if page.skipped > 0 { removed.append(("navigation and other parts of the page", page.skipped)) }
    } else {
      lines = text.split(whereSeparator: \.isNewline).map(ArticleText.trimmed).filter { !$0.isEmpty }
    }
    strip()
    guard !lines.isEmpty else { throw .noText }
    readOpening()
  }

  private mutating func strip() {
    let boilerplate = Boilerplate(lines)
    lines = boilerplate.kept
    removed += boilerplate.removed
  }

  /// What stands before the first paragraph: a title, a date, a byline. What a page says of itself comes first.
  private mutating func readOpening() {
    if title == nil { title = lines.first.flatMap { ArticleText.words($0) <= 30 ? $0 : nil } }
    let body = lines.firstIndex { ArticleText.words($0) >= 25 } ?? 0
    for line in lines.prefix(body) {
      if published == nil { published = WrittenDate.read(line) }
      if authors.isEmpty, line.lowercased().hasPrefix("by "), ArticleText.isName(String(line.dropFirst(3))) {
        authors = [String(line.dropFirst(3))]
      }
    }
    if authors.isEmpty, body > 1, ArticleText.isName(lines[body - 1]) { authors = [lines[body - 1]] }
    if language == nil { language = ArticleLanguage.of(lines) }
  }
}

/// Why no article could be read.
enum ArticleError: Error {
  case binary, utf16, notUTF8, noText

  var words: String {
    switch self {
    case .binary: "is no text: it holds bytes that no text has"
    case .utf16: "is UTF-16; save it as UTF-8"
    case .notUTF8: "is neither UTF-8 nor says which encoding it has; save it as UTF-8"
    case .noText: "holds no text"
    }
  }
}
