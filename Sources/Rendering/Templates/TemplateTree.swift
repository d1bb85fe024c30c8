import Diagnostics

/// Puts a template's tags into one another.
struct TemplateTree {
  /// An open section, parent or block and what stands in it so far.
  private struct Level {
    let tag: TemplateTag
    var nodes: [TemplateOutline.Node] = []
    /// Whether a finding says already that its end is not there.
    var isTold = false
  }

  private let path: RelativePath
  private(set) var nodes: [TemplateOutline.Node] = []
  private(set) var findings: [Finding] = []
  private var open: [Level] = []
  /// What was closed by the end of something around it: a late end of it is no mistake of its own.
  private var cutOff: Set<String> = []

  init(_ path: RelativePath) { self.path = path }

  /// O(length × depth), and the depth is limited.
  mutating func build(_ tags: [TemplateTag], in bytes: [UInt8]) {
    var words = VisibleWords()
    var position = 0
    for tag in tags {
      if words.read(bytes[position..<tag.range.lowerBound]) { add(.visible) }
      position = tag.range.upperBound
      if !words.isInTag, tag.kind == .variable || tag.kind == .unescaped { add(.visible) }
      guard take(tag) else { return }
    }
    if words.read(bytes[position...]) { add(.visible) }
    for level in open where !level.isTold { report(level.tag, "is opened here and never closed") }
  }

  /// False where tags stand too deep in one another to go on.
  private mutating func take(_ tag: TemplateTag) -> Bool {
    switch tag.kind {
    case .comment: break
    case .variable, .unescaped: add(.variable(tag))
    case .partial: add(.partial(tag))
    case .section, .inverted, .parent, .block:
      guard open.count < TemplateOutline.depthLimit else {
        findings.append(.templateTooDeep(at: Place(path, tag.range)))
        return false
      }
      open.append(Level(tag: tag))
    case .close: close(tag)
    }
    return true
  }

  private mutating func add(_ node: TemplateOutline.Node) {
    guard let level = open.last else {
      nodes.append(node)
      return
    }
    if level.tag.kind == .parent, !node.isBlock {
      // Words there are passed over by swift-mustache, too.
      guard let tag = node.tag else { return }
      findings.append(
        .templateError("only {{$block}}s stand inside {{<\(level.tag.name)}}", at: Place(path, tag.range)))
    } else {
      open[open.count - 1].nodes.append(node)
    }
  }

  private mutating func close(_ tag: TemplateTag) {
    guard let position = open.lastIndex(where: { $0.tag.isEnded(by: tag) }) else { return reportEnd(tag) }
    while open.count > position + 1 { cutOff(before: tag) }
    guard let level = open.popLast() else { return }
    switch level.tag.kind {
    case .parent: add(.parent(level.tag, level.nodes))
    case .block: add(.block(level.tag, level.nodes))
    default: add(.section(level.tag, level.nodes))
    }
  }

  /// The innermost one has no end before `tag`, which ends something around it.
  private mutating func cutOff(before tag: TemplateTag) {
    guard let level = open.popLast() else { return }
    cutOff.insert(level.tag.name)
    if !level.isTold { report(level.tag, "is opened here and not closed before {{/\(tag.name)}}") }
  }

  /// An end of what is not open.
  private mutating func reportEnd(_ tag: TemplateTag) {
    guard !cutOff.contains(tag.name) else { return }
    let place = Place(path, tag.range)
    guard let level = open.last, !level.isTold else {
      findings.append(.templateError("'\(tag.name)' is closed here and was never opened", at: place))
      return
    }
    open[open.count - 1].isTold = true
    findings.append(
      .templateError(
        "'\(tag.name)' is closed here while '\(level.tag.name)' is open", at: place,
        notes: [Finding.Note("opened here", Place(path, level.tag.range))]))
  }

  private mutating func report(_ tag: TemplateTag, _ problem: String) {
    findings.append(
      .templateError("'\(tag.name)' \(problem): write {{/\(tag.name)}}", at: Place(path, tag.range)))
  }
}

extension TemplateTag {
  fileprivate func isEnded(by end: TemplateTag) -> Bool { name == end.name && transforms == end.transforms }
}

extension TemplateOutline.Node {
  fileprivate var isBlock: Bool {
    if case .block = self { true } else { false }
  }
}
