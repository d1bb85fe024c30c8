import Foundation

/// What both sides are reduced to before they are compared: a label for what it is, with its attributes, and what
/// is inside. Class names of our own, white space between words and the spelling of markup are gone.
struct Shape: Equatable {
  var label: String
  var children: [Shape] = []
  var isText = false

  init(_ label: String, _ children: [Shape] = []) {
    self.label = label
    self.children = children
  }

  static func text(_ words: String) -> Shape {
    var shape = Shape(words)
    shape.isText = true
    return shape
  }

  /// `name #id .class key="value"`
  static func label(
    _ name: String, id: String, classes: [String], pairs: [(key: String, value: String)]
  ) -> String {
    var label = name
    if !id.isEmpty { label += " #\(id)" }
    for each in classes where !each.isEmpty { label += " .\(each)" }
    for (key, value) in pairs { label += " \(key)=\"\(value)\"" }
    return label
  }

  /// Texts joined, runs of white space one space, none at a block's ends or beside a hard break.
  func normalized(isBlock: Bool) -> Shape {
    // Pandoc composes letters and their marks.
    var result = Shape(label.precomposedStringWithCanonicalMapping)
    for child in children {
      if child.isText, let last = result.children.last, last.isText {
        result.children[result.children.count - 1].label += child.label
      } else {
        result.children.append(
          child.isText ? child : child.normalized(isBlock: child.isInlineContainer == false))
      }
    }
    result.children = result.children.map { $0.isText ? .text(Shape.collapsed($0.label)) : $0 }
    if isBlock { result.trim() }
    for index in result.children.indices where result.children[index].label == "break" {
      if index > 0 { result.trimEnd(of: index - 1) }
      if index + 1 < result.children.count { result.trimStart(of: index + 1) }
    }
    result.children.removeAll { $0.isText && $0.label.isEmpty }
    return result
  }

  private var name: Substring { label.prefix { $0 != " " } }
  private var isInlineContainer: Bool {
    ["emph", "strong", "strike", "span", "link", "quoted"].contains(name)
  }

  private mutating func trim() {
    if !children.isEmpty { trimStart(of: 0) }
    if !children.isEmpty { trimEnd(of: children.count - 1) }
  }

  private mutating func trimStart(of index: Int) {
    if children[index].isText { children[index].label = String(children[index].label.drop { $0 == " " }) }
  }

  private mutating func trimEnd(of index: Int) {
    guard children[index].isText else { return }
    while children[index].label.hasSuffix(" ") { children[index].label.removeLast() }
  }

  private static func collapsed(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    // Pandoc composes letters and their marks.
    for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
      let isBlank = scalar == " " || scalar == "\n" || scalar == "\t"
      if isBlank, output.last == " " { continue }
      output.append(isBlank ? " " : scalar)
    }
    return String(output)
  }

  /// One line a node, children indented.
  func lines(indent: Int = 0) -> String {
    let line =
      String(repeating: "  ", count: indent) + (isText ? "\u{201C}\(label)\u{201D}".debugDescription : label)
    return ([line] + children.map { $0.lines(indent: indent + 1) }).joined(separator: "\n")
  }
}
