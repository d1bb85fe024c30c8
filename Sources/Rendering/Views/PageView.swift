import Mustache

/// A page's own content before the chrome that all pages share: a template reads both as one.
final class PageView<Content: View>: MustacheParent, Sendable {
  let content: Content
  let chrome: ChromeView

  init(content: Content, chrome: ChromeView) {
    self.content = content
    self.chrome = chrome
  }

  func child(named name: String) -> Any? {
    content.child(named: name) ?? chrome.child(named: name)
  }
}

extension View {
  /// The names a template for a page of this content may use.
  static func pageDeclaration(assets: Set<String>) -> ViewDeclaration {
    var declaration = Self.declaration
    declaration.kinds.merge(ChromeView.declaration.kinds) { content, _ in content }
    declaration.kinds["assets"] = .map(assets)
    return declaration
  }
}
