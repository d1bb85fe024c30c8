import Diagnostics
import Foundation
import Markdown

/// Our page as a shape: through the library's public door, survey first, then the page with every annotation
/// numbered by its index, so that what the survey says of it is put where the page has it.
struct OurShape {
  private let annotations: Annotations
  /// The content of each note by its identifier.
  private var notes: [String: [Shape]] = [:]

  /// Nil when the page is no well-formed markup.
  static func shape(of text: String, features: DialectFeatures) -> Shape? {
    let body = OurShape.body(text)
    let options = options(features)
    let annotations = Markdown.annotations(of: body, options: options)
    let html = Markdown.html(of: body, options: options, rewrites: rewrites(annotations))
    guard let nodes = Markup.nodes(of: html) else { return nil }
    var ours = OurShape(annotations: annotations)
    ours.gatherNotes(nodes)
    return Shape("document", ours.blocks(nodes)).normalized(isBlock: true)
  }

  /// What the library reports of a text.
  static func findings(in text: String, features: DialectFeatures) -> [Finding] {
    Markdown.annotations(of: body(text), options: options(features)).findings
  }

  private static func body(_ text: String) -> Body {
    Body(path: RelativePath(literal: "document.md"), bytes: Array(text.utf8), start: 0)
  }

  private static func options(_ features: DialectFeatures) -> MarkdownOptions {
    var options = MarkdownOptions()
    options.features = features
    options.headingIdentifiers = false
    options.checksURLs = false
    options.dropsComments = false
    options.typographyLanguage = "en"
    return options
  }

  private init(annotations: Annotations) { self.annotations = annotations }

  private static func rewrites(_ annotations: Annotations) -> Rewrites {
    var rewrites = Rewrites()
    rewrites.spans = annotations.spans.indices.map { .init(id: nil, cssClass: "span-\($0)") }
    rewrites.regions = annotations.regions.indices.map { .init(id: nil, cssClass: "region-\($0)") }
    rewrites.noteIDs = annotations.notes.indices.map { "note-\($0)" }
    rewrites.citations = annotations.citations.enumerated().map { index, group in
      group.items.map { _ in .init(number: index, url: "\(index)", label: "") }
    }
    return rewrites
  }

  // MARK: Notes

  private mutating func gatherNotes(_ nodes: [Markup.Node]) {
    for case .element(let element) in nodes {
      if element.name == "aside" {
        notes[element.attributes["id"] ?? ""] = blocks(OurShape.withoutLetter(element.children))
      } else {
        gatherNotes(element.children)
      }
    }
  }

  /// Without the letter that the page prints before a note's words.
  private static func withoutLetter(_ nodes: [Markup.Node]) -> [Markup.Node] {
    guard let first = nodes.firstIndex(where: { if case .element = $0 { true } else { false } }),
      case .element(var paragraph) = nodes[first], paragraph.name == "p"
    else { return nodes }
    var nodes = nodes
    paragraph.children.removeFirst()
    if paragraph.children.isEmpty { nodes.remove(at: first) } else { nodes[first] = .element(paragraph) }
    return nodes
  }

  // MARK: Blocks

  /// Words that stand in a block by themselves are a tight item's.
  private func blocks(_ nodes: [Markup.Node]) -> [Shape] {
    var output: [Shape] = []
    var words: [Markup.Node] = []
    func flush() {
      let plain = inlines(words)
      words = []
      if !plain.allSatisfy({ $0.isText && $0.label.allSatisfy(\.isWhitespace) }) {
        output.append(Shape("plain", plain))
      }
    }
    for node in nodes {
      switch node {
      case .element(let element) where OurShape.isBlock(element):
        flush()
        output += block(element)
      case .comment where words.allSatisfy(OurShape.isBlank):
        output.append(Shape("html"))
      default: words.append(node)
      }
    }
    flush()
    return output
  }

  private static func isBlank(_ node: Markup.Node) -> Bool {
    if case .text(let text) = node { text.allSatisfy(\.isWhitespace) } else { false }
  }

  private static func isBlock(_ element: Markup.Element) -> Bool {
    [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div", "section",
      "table", "caption", "thead", "tbody", "tr", "th", "td", "aside", "figure",
    ].contains(element.name)
  }

  private func block(_ element: Markup.Element) -> [Shape] {
    if let region = index(element.cssClass, "region-") {
      return [Shape(label("div", annotations.regions[region].attributes), blocks(element.children))]
    }
    switch element.name {
    case "p": return [Shape("para", inlines(element.children))]
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let name = "heading" + element.name.dropFirst()
      let id = element.attributes["id"] ?? ""
      return [Shape(Shape.label(name, id: id, classes: [], pairs: []), inlines(element.children))]
    case "ul": return [Shape("list", blocks(element.children))]
    case "ol": return [Shape("ordered \(element.attributes["start"] ?? "1")", blocks(element.children))]
    case "li": return [Shape("item", blocks(element.children))]
    case "blockquote": return [Shape("quote", blocks(element.children))]
    case "pre": return [code(element)]
    case "hr": return [Shape("rule")]
    case "aside": return []
    case "div" where element.cssClass == "table":
      let id = element.attributes["id"] ?? ""
      return [
        Shape(Shape.label("table", id: id, classes: [], pairs: []), blocks(element.children))
      ]
    case "caption": return [Shape("caption", inlines(element.children))]
    case "tr": return [Shape("row", blocks(element.children))]
    case "th", "td":
      let alignment = element.cssClass.isEmpty ? "default" : element.cssClass
      return [Shape("cell \(alignment)", inlines(element.children))]
    default: return blocks(element.children)
    }
  }

  private func code(_ pre: Markup.Element) -> Shape {
    guard case .element(let code)? = pre.children.first else { return Shape("code") }
    let info = code.cssClass.dropFirst("language-".count)
    var words = OurShape.words(code.children)
    if words.hasSuffix("\n") { words.removeLast() }
    let label = Shape.label("code", id: "", classes: [String(info)], pairs: [])
    return Shape(label, [.text(words)]).verbatim
  }

  // MARK: Inlines

  private func inlines(_ nodes: [Markup.Node]) -> [Shape] {
    nodes.flatMap { node in
      switch node {
      case .text(let text): return [Shape.text(text)]
      case .comment: return [Shape("html")]
      case .element(let element): return inline(element)
      }
    }
  }

  private func inline(_ element: Markup.Element) -> [Shape] {
    if let span = index(element.cssClass, "span-") {
      return [Shape(label("span", annotations.spans[span].attributes), inlines(element.children))]
    }
    switch element.name {
    case "em": return [Shape("emph", inlines(element.children))]
    case "strong": return [Shape("strong", inlines(element.children))]
    case "del", "s": return [Shape("strike", inlines(element.children))]
    case "br": return [Shape("break")]
    case "code": return [Shape("code", [.text(OurShape.words(element.children))]).verbatim]
    case "img":
      let address = Shape.address(element.attributes["src"] ?? "", title: element.attributes["title"] ?? "")
      return [Shape("image \(address) \(element.attributes["alt"] ?? "")")]
    case "a" where element.cssClass == "noteref":
      let id = String((element.attributes["href"] ?? "").dropFirst())
      return [Shape("note", notes[id] ?? [])]
    case "a":
      let address = Shape.address(element.attributes["href"] ?? "", title: element.attributes["title"] ?? "")
      return [Shape("link \(address)", inlines(element.children))]
    case "span" where element.cssClass == "cites": return [cite(element)]
    default: return [Shape(element.name, inlines(element.children))]
    }
  }

  private func cite(_ element: Markup.Element) -> Shape {
    for case .element(let link) in element.children {
      guard let index = Int(link.attributes["href"] ?? ""), annotations.citations.indices.contains(index)
      else {
        continue
      }
      let group = annotations.citations[index]
      return Shape(
        group.isInText ? "cite in text" : "cite",
        group.items.map {
          .citation(
            key: $0.key, prefix: $0.prefix, suffix: $0.locator, suppressesAuthor: $0.suppressesAuthor)
        })
    }
    return Shape("cite")
  }

  private static func words(_ nodes: [Markup.Node]) -> String {
    nodes.map { node in
      switch node {
      case .text(let text): text
      case .comment: ""
      case .element(let element): words(element.children)
      }
    }.joined()
  }

  private func index(_ cssClass: String, _ prefix: String) -> Int? {
    cssClass.hasPrefix(prefix) ? Int(cssClass.dropFirst(prefix.count)) : nil
  }

  private func label(_ name: String, _ attributes: Attributes) -> String {
    Shape.label(
      name, id: attributes.id ?? "", classes: attributes.classes,
      pairs: attributes.pairs.map { ($0.key, $0.value) })
  }
}
