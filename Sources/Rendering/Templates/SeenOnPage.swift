import Diagnostics

/// What a page shows of itself in a template, and whose fault it is if that is nothing.
struct SeenOnPage {
  /// Whether some of the template could not be walked: then nobody knows what it shows.
  var isBroken = false
  /// Whether the page's template, not the frame that it fills, shows anything.
  var hasWords = false
  /// Names of the page's own that are printed.
  var ownNames: Set<String> = []
  /// Replaced blocks that are printed.
  var blocks: Set<Place> = []

  /// Nil when what is needed is there.
  func missing(_ use: TemplateUse, _ outlines: [String: TemplateOutline]) -> Finding? {
    guard !isBroken, let message = message(use), let outline = outlines[use.template] else { return nil }
    return unprinted(by: outline, outlines) ?? .templateError(message, at: Place(outline.path, 0..<0))
  }

  private func message(_ use: TemplateUse) -> String? {
    switch use.need {
    case .nothing: nil
    case .words where hasWords || !ownNames.isEmpty: nil
    case .words: "nothing stands on this page: write what it is to show"
    case .ownName where !ownNames.isEmpty: nil
    case .ownName:
      "nothing of the page is printed: write {{\(use.declaration.own.contains("title") ? "title" : "name")}}"
        + " and what else it is to show"
    case .name(let name) where ownNames.contains(name): nil
    case .name(let name): "the page needs {{\(name)}}: write it where readers are to find it"
    }
  }

  /// The frame that leaves the page out, when it fills one: told at the frame, or at the block that a built-in frame
  /// does not have.
  private func unprinted(by outline: TemplateOutline, _ outlines: [String: TemplateOutline]) -> Finding? {
    for case .parent(let tag, let children) in outline.nodes {
      guard let frame = outlines[tag.name] else { continue }
      if let finding = unprinted(by: frame, outlines) { return finding }
      let left = children.compactMap { node in
        if case .block(let block, let inside) = node { (block, inside.count) } else { nil }
      }.filter { !blocks.contains(Place(outline.path, $0.0.range)) }
      guard let (block, _) = left.max(by: { ($0.1, $0.0.name) < ($1.1, $1.0.name) }) else { continue }
      guard frame.isBuiltIn else { return .frameWithout(block.name, at: Place(frame.path, 0..<0)) }
      // Its end has the name, too: the name alone must not be exchanged.
      return .unknownBlock(block, of: frame, at: Place(outline.path, block.range))
    }
    return nil
  }
}

extension Finding {
  fileprivate static func frameWithout(_ block: String, at place: Place) -> Finding {
    .templateError(
      "nothing of a page is printed in this frame: write {{$\(block)}}{{/\(block)}} where it goes", at: place)
  }

  fileprivate static func unknownBlock(
    _ block: TemplateTag, of frame: TemplateOutline, at place: Place
  ) -> Finding {
    .templateError(
      "nothing of the page is printed, because '\(frame.name)' has no block '\(block.name)'", at: place,
      suggestions: Suggestions.nearest(to: block.name, among: frame.nodes.blockNames.sorted()))
  }
}

extension [TemplateOutline.Node] {
  /// Of blocks in them, however deep.
  fileprivate var blockNames: Set<String> {
    var names: Set<String> = []
    for node in self {
      switch node {
      case .block(let tag, let children):
        names.insert(tag.name)
        names.formUnion(children.blockNames)
      case .section(_, let children), .parent(_, let children): names.formUnion(children.blockNames)
      case .variable, .partial, .visible: break
      }
    }
    return names
  }
}
