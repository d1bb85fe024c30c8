import Diagnostics

/// A template as the tree of its tags: what the validator walks, without the text between them.
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
  }

  let name: String
  /// Of the file, below the site's root.
  let path: RelativePath
  private(set) var nodes: [Node] = []
  /// Syntax errors. A template with any is neither walked nor handed to swift-mustache.
  private(set) var findings: [Finding] = []

  init(name: String, path: RelativePath, bytes: [UInt8]) {
    self.name = name
    self.path = path
    let scanner = TagScanner(bytes)
    for mistake in scanner.mistakes {
      findings.append(.templateError(mistake.message, at: Place(path, mistake.range)))
    }
    if !bytes.isEmpty, String(validating: bytes, as: UTF8.self) == nil {
      findings.append(.templateError("a template is UTF-8 text", at: Place(path)))
    }
    build(scanner.tags)
  }

  /// The same file with nothing to walk: what stands for a template with syntax errors.
  var withoutNodes: TemplateOutline {
    var copy = self
    copy.nodes = []
    return copy
  }

  /// An open section, parent or block and what stands in it so far.
  private typealias Level = (tag: TemplateTag, nodes: [Node])

  private mutating func build(_ tags: [TemplateTag]) {
    var open: [Level] = []
    for tag in tags {
      switch tag.kind {
      case .comment: break
      case .variable, .unescaped: add(.variable(tag), to: &open)
      case .partial: add(.partial(tag), to: &open)
      case .section, .inverted, .parent, .block:
        guard open.count < TemplateOutline.depthLimit else { return reportDepth(tag) }
        open.append((tag, []))
      case .close: close(tag, &open)
      }
    }
    for level in open {
      findings.append(
        .templateError(
          "'\(level.tag.name)' is opened here and never closed: write {{/\(level.tag.name)}}",
          at: Place(path, level.tag.range)))
    }
  }

  private mutating func add(_ node: Node, to open: inout [Level]) {
    if open.isEmpty {
      nodes.append(node)
    } else if open[open.count - 1].tag.kind == .parent, !node.isBlock {
      findings.append(
        .templateError(
          "only {{$block}}s stand inside {{<\(open[open.count - 1].tag.name)}}",
          at: Place(path, node.tag.range)))
    } else {
      open[open.count - 1].nodes.append(node)
    }
  }

  private mutating func close(_ tag: TemplateTag, _ open: inout [Level]) {
    guard let level = open.popLast() else {
      findings.append(
        .templateError("'\(tag.name)' is closed here and was never opened", at: Place(path, tag.range)))
      return
    }
    if level.tag.name != tag.name || level.tag.transforms != tag.transforms {
      findings.append(
        .templateError(
          "'\(tag.name)' is closed here while '\(level.tag.name)' is open", at: Place(path, tag.range),
          notes: [Finding.Note("opened here", Place(path, level.tag.range))]))
    }
    switch level.tag.kind {
    case .parent: add(.parent(level.tag, level.nodes), to: &open)
    case .block: add(.block(level.tag, level.nodes), to: &open)
    default: add(.section(level.tag, level.nodes), to: &open)
    }
  }

  private mutating func reportDepth(_ tag: TemplateTag) {
    findings.append(.templateTooDeep(at: Place(path, tag.range)))
  }
}

extension TemplateOutline.Node {
  var tag: TemplateTag {
    switch self {
    case .variable(let tag), .section(let tag, _), .partial(let tag), .parent(let tag, _), .block(let tag, _):
      tag
    }
  }

  fileprivate var isBlock: Bool {
    if case .block = self { true } else { false }
  }
}
