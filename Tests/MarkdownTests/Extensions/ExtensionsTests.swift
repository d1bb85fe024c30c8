import Diagnostics
import Testing

@testable import Markdown

/// The examples of commonmark-hs for the constructs that the dialect shares with it: same structure, our own
/// elements and classes.
@Suite("Extensions")
struct ExtensionsTests {
  static let sections = [
    "alerts", "attributes", "auto_identifiers", "bracketed_spans", "fenced_divs", "footnotes", "pipe_tables",
    "smart", "strikethrough", "wikilinks_title_after_pipe",
  ]

  static let examples: [Suites.Extension] = sections.flatMap { section in
    (Suites.extensions[section] ?? []).map {
      Suites.Extension(
        name: "\(section) \($0.example)", section: section, markdown: $0.markdown, html: $0.html)
    }
  }

  /// Examples that mean something else here, with the reason.
  static let exceptions = Exceptions(of: "extensions-exceptions.tsv")

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"), arguments: examples)
  func `an example has the structure that its writers expect`(_ example: Suites.Extension) {
    let agrees = ours(example) == theirs(example)
    if Self.exceptions.reasons[example.name] != nil {
      #expect(!agrees, "no exception any more: remove its line")
    } else {
      #expect(ours(example) == theirs(example))
    }
  }

  @Test(.enabled(if: Suites.areThere, "the folder of external suites is not there"))
  func `every section has examples, and every exception is one of them`() {
    #expect(Set(Self.examples.map(\.section)) == Set(Self.sections))
    #expect(Set(Self.exceptions.reasons.keys).isSubset(of: Self.examples.map(\.name)))
    #expect(Self.exceptions.reasons.count == 12)
    #expect(Self.exceptions.reasons.values.allSatisfy { $0.count > 20 })
  }

  // MARK: Both sides in the same terms

  private func theirs(_ example: Suites.Extension) -> String {
    outline(MarkupTree.parse(example.html).rewritten(Neutral.fromCommonMarkHS), example.section)
  }

  private func ours(_ example: Suites.Extension) -> String {
    var options = MarkdownOptions()
    options.headingIdentifiers = example.section == "auto_identifiers"
    options.typographyLanguage = example.section == "smart" ? "en" : nil
    let body = body(example.markdown)
    var rewrites = Rewrites()
    rewrites.links = Markdown.annotations(of: body, options: options).links.map {
      .init(url: $0.target.replacing(" ", with: "%20"))
    }
    let html = Markdown.html(of: body, options: options, rewrites: rewrites)
    let tree = MarkupTree.parse(String(decoding: html, as: UTF8.self)).rewritten(Neutral.fromOurs)
    return outline(tree, example.section)
  }

  /// The page, then the notes wherever they stood.
  private func outline(_ tree: MarkupTree, _ section: String) -> String {
    var notes: [MarkupTree.Child] = []
    let page = tree.rewritten { element in
      guard element.name == "note" else { return [.element(element)] }
      notes.append(.element(element))
      return []
    }
    let all = MarkupTree(name: "", children: page.children + notes)
    return all.outline(keeping: section == "auto_identifiers" ? ["id"] : ["id", "href", "number", "kind"])
  }
}

/// Elements of two writers, as what they stand for.
enum Neutral {
  static func fromCommonMarkHS(_ element: MarkupTree) -> [MarkupTree.Child] {
    if element.classes == ["footnote-ref"] { return [reference(text(element))] }
    if element.classes == ["footnotes"] { return element.children }
    if element.classes == ["footnote-number"] { return [] }
    if element.classes == ["footnote-contents"] { return element.children }
    if element.classes == ["footnote"] {
      return [.element(MarkupTree(name: "note", children: element.children))]
    }
    if element.classes == ["alert-title"] { return [.text(text(element))] }
    if element.classes.first == "alert" {
      return [.element(MarkupTree(name: "callout", children: element.children))]
    }
    return [.element(element)]
  }

  static func fromOurs(_ element: MarkupTree) -> [MarkupTree.Child] {
    if element.classes == ["noteref"] {
      return [reference(text(element).unicodeScalars.first.map { String($0.value - 96) } ?? "")]
    }
    if element.classes == ["note"] {
      return [.element(MarkupTree(name: "note", children: element.children.compactMap(withoutLetter)))]
    }
    if element.classes.first == "callout" {
      let title = element.children.first.map { [MarkupTree.Child.text(text($0))] } ?? []
      return [.element(MarkupTree(name: "callout", children: title + element.children.dropFirst()))]
    }
    if element.classes == ["table"] { return element.children }
    return [.element(element)]
  }

  private static func reference(_ number: String) -> MarkupTree.Child {
    .element(MarkupTree(name: "reference", attributes: ["number": number]))
  }

  /// A note's letter stands in its first paragraph, alone when the note begins with no words.
  private static func withoutLetter(_ child: MarkupTree.Child) -> MarkupTree.Child? {
    guard case .element(var element) = child, element.name == "p",
      case .element(let first)? = element.children.first, first.name == "b"
    else { return child }
    element.children.removeFirst()
    return element.children.isEmpty ? nil : .element(element)
  }

  private static func text(_ element: MarkupTree) -> String { element.children.map(text).joined() }

  private static func text(_ child: MarkupTree.Child) -> String {
    switch child {
    case .text(let words): words
    case .element(let element): text(element)
    }
  }
}
