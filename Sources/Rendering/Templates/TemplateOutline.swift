import Briefings
import Diagnostics

/// A template as the tree of its tags: what the validator walks.
struct TemplateOutline: Sendable {
  /// How deep tags may stand in one another, partials counted. swift-mustache parses and renders by
  /// recursion, and some thousand levels overflow the stack.
  static let depthLimit = 100

  indirect enum Node: Sendable {
    case variable(TemplateTag)
    /// `{{#…}}` and `{{^…}}`
    case section(TemplateTag, [Node])
    case partial(TemplateTag)
    /// `{{<…}}` with the blocks it replaces.
    case parent(TemplateTag, [Node])
    case block(TemplateTag, [Node])
    /// Readers see something here: words, or a value that stands in no tag of HTML.
    case visible
  }

  let name: String
  /// Of the file, below the site's root.
  let path: RelativePath
  /// Whether the site has no such file.
  let isBuiltIn: Bool
  private(set) var nodes: [Node] = []
  /// Syntax errors. A template with any is neither walked nor handed to swift-mustache.
  private(set) var findings: [Finding] = []
  /// Templates that are named by tags, also where syntax errors keep them from being walked.
  let includes: Set<String>

  init(name: String, path: RelativePath, bytes: [UInt8], isBuiltIn: Bool = false) {
    self.name = name
    self.path = path
    self.isBuiltIn = isBuiltIn
    let scanner = TagScanner(bytes)
    includes = Set(scanner.tags.filter { $0.kind == .partial || $0.kind == .parent }.map(\.name))
    for mistake in scanner.mistakes {
      findings.append(.templateError(mistake.message, at: Place(path, mistake.range)))
    }
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      findings.append(
        .templateError(
          "the byte at offset \(offset) is no UTF-8; save the file as UTF-8",
          at: Place(path, offset..<offset + 1)))
    }
    var tree = TemplateTree(path)
    tree.build(scanner.tags, in: bytes)
    nodes = tree.nodes
    if !scanner.mistakes.contains(where: \.hidesStructure) { findings += tree.findings }
  }

  /// The same file with nothing to walk: what stands for a template with syntax errors.
  var withoutNodes: TemplateOutline {
    var copy = self
    copy.nodes = []
    return copy
  }
}

extension TemplateOutline.Node {
  /// Nil for what is no tag.
  var tag: TemplateTag? {
    switch self {
    case .variable(let tag), .section(let tag, _), .partial(let tag), .parent(let tag, _), .block(let tag, _):
      tag
    case .visible: nil
    }
  }
}
