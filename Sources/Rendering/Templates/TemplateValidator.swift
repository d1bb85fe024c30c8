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
  }

  private let outlines: [String: TemplateOutline]
  private(set) var findings: Set<Finding> = []
  /// Walks that were finished before, by template, scope and replacements.
  private var walked: Set<String> = []
  /// Templates and replaced blocks that are being walked: meeting one again is a cycle.
  private var active: Set<String> = []

  init(_ outlines: [String: TemplateOutline]) { self.outlines = outlines }

  /// Checks `template`, and all it includes, as it is rendered with a view of `declaration`.
  mutating func validate(_ template: String, with declaration: ViewDeclaration) {
    walk(template, scope: NameScope(declaration), replacements: [:], depth: 0, at: nil)
  }

  /// Checks that every partial named anywhere exists.
  mutating func validatePartials() {
    for outline in outlines.values { findPartials(in: outline.nodes, of: outline) }
  }

  private mutating func findPartials(in nodes: [TemplateOutline.Node], of outline: TemplateOutline) {
    for node in nodes {
      switch node {
      case .variable: break
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
    findings.insert(.unknownPartial(tag.name, at: place, known: outlines.keys.sorted()))
  }

  private mutating func walk(
    _ template: String, scope: NameScope, replacements: [String: Replacement], depth: Int, at place: Place?
  ) {
    guard let outline = outlines[template] else { return }
    guard active.insert(template).inserted else {
      findings.insert(.partialCycle(template, at: place ?? Place(outline.path)))
      return
    }
    defer { active.remove(template) }
    let blocks = replacements.map {
      "\($0.key)=\($0.value.place.path):\($0.value.place.range?.lowerBound ?? 0)"
    }
    guard walked.insert(([template, scope.key] + blocks.sorted()).joined(separator: " ")).inserted else {
      return
    }
    walk(outline.nodes, of: outline, scope, replacements, depth)
  }

  private mutating func walk(
    _ nodes: [TemplateOutline.Node], of outline: TemplateOutline, _ scope: NameScope,
    _ replacements: [String: Replacement], _ depth: Int
  ) {
    for node in nodes {
      let place = Place(outline.path, node.tag.range)
      guard depth < TemplateOutline.depthLimit else {
        findings.insert(.templateTooDeep(at: place))
        return
      }
      switch node {
      case .variable(let tag): check(tag, in: outline, scope)
      case .section(let tag, let children):
        let meaning = check(tag, in: outline, scope)
        walk(
          children, of: outline, tag.kind == .section ? scope.entering(meaning) : scope, replacements,
          depth + 1)
      case .partial(let tag):
        walk(tag.name, scope: scope, replacements: replacements, depth: depth + 1, at: place)
      case .parent(let tag, let children):
        let all = replacements.merging(blocks(in: children, of: outline)) { outer, _ in outer }
        walk(tag.name, scope: scope, replacements: all, depth: depth + 1, at: place)
      case .block(let tag, let children):
        expand(tag, children, of: outline, scope, replacements, depth)
      }
    }
  }

  private func blocks(
    in nodes: [TemplateOutline.Node], of outline: TemplateOutline
  ) -> [String: Replacement] {
    var blocks: [String: Replacement] = [:]
    for case .block(let tag, let children) in nodes {
      blocks[tag.name] = Replacement(
        nodes: children, template: outline.name, place: Place(outline.path, tag.range))
    }
    return blocks
  }

  /// A replaced block is walked where it is printed, because its names mean what they mean there.
  private mutating func expand(
    _ tag: TemplateTag, _ children: [TemplateOutline.Node], of outline: TemplateOutline, _ scope: NameScope,
    _ replacements: [String: Replacement], _ depth: Int
  ) {
    guard let replacement = replacements[tag.name], let owner = outlines[replacement.template] else {
      return walk(children, of: outline, scope, replacements, depth + 1)
    }
    let key = "$\(tag.name) \(replacement.place.path):\(replacement.place.range?.lowerBound ?? 0)"
    guard active.insert(key).inserted else {
      findings.insert(.partialCycle(tag.name, at: replacement.place))
      return
    }
    walk(replacement.nodes, of: owner, scope, replacements, depth + 1)
    active.remove(key)
  }

  @discardableResult
  private mutating func check(
    _ tag: TemplateTag, in outline: TemplateOutline, _ scope: NameScope
  ) -> NameScope.Meaning {
    let place = Place(outline.path, tag.nameRange)
    for transform in tag.transforms where !TemplateValidator.transforms.contains(transform) {
      findings.insert(.unknownName(transform, at: place, known: TemplateValidator.transforms))
    }
    let meaning = scope.meaning(of: tag.name)
    switch meaning {
    case .unknown(let name, let candidates):
      findings.insert(.unknownName(name, at: place, known: candidates))
    case .value(.html) where tag.transforms.isEmpty: break
    default:
      if tag.kind == .unescaped { findings.insert(.rawText(tag.name, at: place)) }
    }
    if tag.kind == .variable, tag.transforms.isEmpty, case .value(let kind) = meaning, !kind.isPrintable {
      findings.insert(.notPrintable(tag.name, at: place))
    }
    if tag.transforms.isEmpty { return meaning }
    return TemplateValidator.meaning(of: meaning, after: tag.transforms)
  }

  /// `first`, `last` and the like lead from a list to its items; `count` and `empty` to a plain value.
  private static func meaning(of meaning: NameScope.Meaning, after transforms: [String]) -> NameScope.Meaning
  {
    guard case .value(let kind) = meaning else { return .value(.flag) }
    let keepsItems = transforms.allSatisfy { ["first", "last", "reversed"].contains($0) }
    return .value(keepsItems ? kind : .flag)
  }

  /// swift-mustache's own.
  private static let transforms = [
    "capitalized", "count", "empty", "equalzero", "even", "first", "index", "last", "lowercased", "minusone",
    "odd", "plusone", "reversed", "sorted", "uppercased",
  ]
}
