import Diagnostics

/// Walks a template the way rendering would, with the kinds of the views' names in place of their values.
///
/// swift-mustache prints nothing for a name or a partial it does not find and recurses without end where a
/// partial includes itself. Here each is a finding at its tag, before anything is rendered.
struct TemplateValidator {
  /// What a `{{$block}}` is replaced with, and the file that says so.
  private struct Replacement {
    let nodes: [TemplateOutline.Node]
    let template: String
    let place: Place
    let call: TemplateCall?
    let isOwn: Bool
  }

  /// What is around the tags that are being walked.
  private struct Surroundings {
    var scope: NameScope
    var replacements: [String: Replacement] = [:]
    var depth = 0
    /// The tag that led here.
    var place: Place?
    /// The innermost tag that led here, of those in files that the site has.
    var call: TemplateCall?
    /// Whether it belongs to the page's template, not to the frame that this fills.
    var isOwn = true

    func called(by tag: TemplateTag, in outline: TemplateOutline) -> Surroundings {
      var next = self
      next.depth += 1
      next.place = Place(outline.path, tag.range)
      if !outline.isBuiltIn {
        next.call = TemplateCall(template: tag.name, place: Place(outline.path, tag.nameRange))
      }
      return next
    }
  }

  private let outlines: [String: TemplateOutline]
  private var found: Set<Finding> = []
  /// What tags in the site's files ask of built-in templates that these cannot give there.
  private var misplaced: [TemplateCall: Misplaced] = [:]
  /// Walks that were finished before, by template, scope and replacements.
  private var walked: Set<String> = []
  /// Templates and replaced blocks that are being walked: meeting one again is a cycle.
  private var active: Set<String> = []
  private var seen = SeenOnPage()

  init(_ outlines: [String: TemplateOutline]) { self.outlines = outlines }

  var findings: Set<Finding> { found.union(misplaced.map { call, problems in problems.finding(at: call) }) }

  /// Checks a template, and all it includes, as pages use it.
  mutating func validate(_ use: TemplateUse) {
    seen = SeenOnPage()
    walked = []
    walk(use.template, Surroundings(scope: NameScope(use.declaration)))
    if let finding = seen.missing(use, outlines) { found.insert(finding) }
  }

  /// Checks that every partial named anywhere exists.
  mutating func validatePartials() {
    for outline in outlines.values { findPartials(in: outline.nodes, of: outline) }
  }

  private mutating func findPartials(in nodes: [TemplateOutline.Node], of outline: TemplateOutline) {
    for node in nodes {
      switch node {
      case .variable, .visible: break
      case .partial(let tag): requirePartial(tag, in: outline)
      case .parent(let tag, let children):
        requirePartial(tag, in: outline)
        findPartials(in: children, of: outline)
      case .section(_, let children), .block(_, let children): findPartials(in: children, of: outline)
      }
    }
  }

  private mutating func requirePartial(_ tag: TemplateTag, in outline: TemplateOutline) {
    guard outlines[tag.name] == nil else { return }
    let place = Place(outline.path, tag.nameRange)
    found.insert(.unknownPartial(tag.name, at: place, known: outlines.keys.sorted()))
  }

  private mutating func walk(_ template: String, _ around: Surroundings) {
    guard let outline = outlines[template], outline.findings.isEmpty else {
      seen.isBroken = true
      return
    }
    guard active.insert(template).inserted else {
      return report(.partialCycle(template, at: around.place ?? Place(outline.path)), outline, around)
    }
    defer { active.remove(template) }
    let blocks = around.replacements.map { "\($0.key)=\($0.value.place.key)" }
    // What is built in is told where it was called.
    let call = outline.isBuiltIn ? around.call?.place.key : nil
    let key = [template, around.scope.key, around.isOwn ? "own" : "", call ?? ""] + blocks.sorted()
    guard walked.insert(key.joined(separator: " ")).inserted else { return }
    walk(outline.nodes, of: outline, around)
  }

  private mutating func walk(
    _ nodes: [TemplateOutline.Node], of outline: TemplateOutline, _ around: Surroundings
  ) {
    for node in nodes {
      guard let tag = node.tag else {
        seen.hasWords = seen.hasWords || around.isOwn
        continue
      }
      guard around.depth < TemplateOutline.depthLimit else {
        return report(.templateTooDeep(at: Place(outline.path, tag.range)), outline, around)
      }
      switch node {
      case .visible: break
      case .variable:
        check(tag, in: outline, around)
        if around.scope.isOwn(tag.name) { seen.ownNames.insert(tag.name) }
      case .section(_, let children): enter(tag, children, of: outline, around)
      case .partial: walk(tag.name, around.called(by: tag, in: outline))
      case .parent(_, let children):
        var next = around.called(by: tag, in: outline)
        next.replacements.merge(blocks(in: children, of: outline, around)) { outer, _ in outer }
        next.isOwn = false
        walk(tag.name, next)
      case .block(_, let children): expand(tag, children, of: outline, around)
      }
    }
  }

  private mutating func enter(
    _ tag: TemplateTag, _ children: [TemplateOutline.Node], of outline: TemplateOutline,
    _ around: Surroundings
  ) {
    let meaning = check(tag, in: outline, around)
    var next = around
    next.depth += 1
    if tag.kind == .section { next.scope = around.scope.entering(meaning, named: tag.name) }
    walk(children, of: outline, next)
  }

  private func blocks(
    in nodes: [TemplateOutline.Node], of outline: TemplateOutline, _ around: Surroundings
  ) -> [String: Replacement] {
    var blocks: [String: Replacement] = [:]
    for case .block(let tag, let children) in nodes {
      blocks[tag.name] = Replacement(
        nodes: children, template: outline.name, place: Place(outline.path, tag.range), call: around.call,
        isOwn: around.isOwn)
    }
    return blocks
  }

  /// A replaced block is walked where it is printed, because its names mean what they mean there.
  private mutating func expand(
    _ tag: TemplateTag, _ children: [TemplateOutline.Node], of outline: TemplateOutline,
    _ around: Surroundings
  ) {
    var next = around
    next.depth += 1
    guard let replacement = around.replacements[tag.name], let owner = outlines[replacement.template] else {
      return walk(children, of: outline, next)
    }
    seen.blocks.insert(replacement.place)
    let key = "$\(tag.name) \(replacement.place.key)"
    guard active.insert(key).inserted else {
      return report(.partialCycle(tag.name, at: replacement.place), owner, around)
    }
    next.call = replacement.call
    next.isOwn = replacement.isOwn
    walk(replacement.nodes, of: owner, next)
    active.remove(key)
  }

  @discardableResult
  private mutating func check(
    _ tag: TemplateTag, in outline: TemplateOutline, _ around: Surroundings
  ) -> NameScope.Meaning {
    let check = TagCheck(tag, at: Place(outline.path, tag.nameRange), around.scope)
    for finding in check.findings { report(finding, outline, around, asks: check.missing) }
    return check.meaning
  }

  /// Told at a tag that the site's author wrote, wherever one led here.
  private mutating func report(
    _ finding: Finding, _ outline: TemplateOutline, _ around: Surroundings, asks name: String? = nil
  ) {
    seen.isBroken = true
    guard outline.isBuiltIn, let call = around.call else {
      found.insert(finding)
      return
    }
    misplaced[call, default: Misplaced()].add(finding, asks: name)
  }
}

extension Place {
  /// Another for every other place.
  fileprivate var key: String { "\(path):\(range?.lowerBound ?? 0)" }
}
