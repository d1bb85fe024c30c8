/// HTML as a tree, as far as test data needs it: well-formed, every element closed or void.
struct MarkupTree: Equatable {
  var name: String
  var attributes: [String: String] = [:]
  var children: [Child] = []

  enum Child: Equatable {
    case element(MarkupTree)
    case text(String)
  }

  private static let void: Set<String> = ["hr", "br", "img", "input"]

  /// A root without a name that holds all of `html`; comments are dropped.
  static func parse(_ html: String) -> MarkupTree {
    var stack = [MarkupTree(name: "")]
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      stack[stack.count - 1].append(text: rest[..<open])
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = rest.firstRange(of: "-->").map { rest[$0.upperBound...] } ?? ""
        continue
      }
      guard let close = rest.firstIndex(of: ">") else { break }
      let tag = rest[rest.index(after: rest.startIndex)..<close]
      rest = rest[rest.index(after: close)...]
      if tag.hasPrefix("/") {
        guard stack.count > 1 else { continue }
        let closed = stack.removeLast()
        stack[stack.count - 1].children.append(.element(closed))
      } else {
        let element = MarkupTree(tag: tag)
        if void.contains(element.name) {
          stack[stack.count - 1].children.append(.element(element))
        } else {
          stack.append(element)
        }
      }
    }
    stack[stack.count - 1].append(text: rest)
    while stack.count > 1 {
      let closed = stack.removeLast()
      stack[stack.count - 1].children.append(.element(closed))
    }
    return stack[0]
  }

  init(name: String, attributes: [String: String] = [:], children: [Child] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  private init(tag: Substring) {
    let parts = tag.split(separator: " ", maxSplits: 1)
    name = String(parts.first ?? "")
    guard parts.count > 1 else { return }
    // Values stand in double quotes: what is between them alternates.
    let pieces = parts[1].split(separator: "\"", omittingEmptySubsequences: false)
    for index in stride(from: 0, to: pieces.count - 1, by: 2) {
      let key = pieces[index].filter { $0 != " " && $0 != "=" && $0 != "\n" }
      attributes[String(key)] = MarkupTree.unescaped(pieces[index + 1])
    }
  }

  private mutating func append(text: Substring) {
    guard !text.isEmpty else { return }
    children.append(.text(MarkupTree.unescaped(text)))
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&quot;", with: "\"").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
  }
}

extension MarkupTree {
  var classes: [String] { (attributes["class"] ?? "").split(separator: " ").map(String.init) }

  /// Every element replaced by what `change` makes of it, the innermost first; an empty list drops it.
  func rewritten(_ change: (MarkupTree) -> [Child]) -> MarkupTree {
    var copy = self
    copy.children = children.flatMap { child -> [Child] in
      guard case .element(let element) = child else { return [child] }
      return change(element.rewritten(change))
    }
    return copy
  }

  /// The outline that is compared: one line an element or text, indented; blanks collapsed outside `pre`.
  func outline(keeping kept: Set<String> = ["id", "href"], depth: Int = 0, isCode: Bool = false) -> String {
    let indent = String(repeating: "  ", count: depth)
    var output = ""
    var text = ""
    func flush() {
      let words = isCode ? text : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { output += "\(indent)\"\(words)\"\n" }
      text = ""
    }
    for child in children {
      switch child {
      case .text(let words): text += words
      case .element(let element):
        flush()
        let attributes = element.attributes.filter { kept.contains($0.key) }.sorted { $0.key < $1.key }
          .map { " \($0.key)=\($0.value)" }.joined()
        output += "\(indent)\(element.name)\(attributes)\n"
        output += element.outline(keeping: kept, depth: depth + 1, isCode: isCode || element.name == "pre")
      }
    }
    flush()
    return output
  }
}
