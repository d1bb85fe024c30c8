/// A page's own content before the chrome that all pages share: a template reads both as one.
struct PageView<Content: View>: Answering {
  let content: Content
  let chrome: ChromeView

  func answer(_ answers: inout Answers) {
    content.answer(&answers)
    chrome.answer(&answers)
  }

  static func blanks(_ reader: inout ShapeReader) -> BlankView {
    let content = Content.blanks(&reader)
    content.merge(ChromeView.blanks(&reader))
    return content
  }
}

extension View {
  /// The names a template for a page of this content may use.
  static func pageDeclaration(assets: Set<String>) -> ViewDeclaration {
    var declaration = Self.declaration
    declaration.own = Set(declaration.kinds.keys).union(["extra"])
    declaration.kinds.merge(ChromeView.declaration.kinds) { content, _ in content }
    declaration.kinds["assets"] = .map(assets)
    return declaration
  }
}
