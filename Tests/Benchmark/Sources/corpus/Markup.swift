/// A briefing's body as Markdown: in the annotation dialect, or with its links written out.
struct Markup {
  enum Style { case dossier, hugo }

  let style: Style
  let world: World

  func body(_ blocks: [Briefing.Block]) -> String {
    blocks.map(text).joined(separator: "\n\n")
  }

  private func text(_ block: Briefing.Block) -> String {
    switch block {
    case .heading(let level, let words): return String(repeating: "#", count: level) + " " + words
    case .paragraph(let inlines): return text(inlines)
    case .list(let items, let isOrdered): return list(items, isOrdered: isOrdered)
    case .callout(let inlines):
      return style == .dossier ? "> [!NOTE]\n> \(text(inlines))" : "> **Note**\n>\n> \(text(inlines))"
    case .table(let rows): return table(rows)
    case .code(let lines): return "```swift\n" + lines.joined(separator: "\n") + "\n```"
    case .region(let role, let blocks):
      return style == .dossier ? "::: \(role)\n\(body(blocks))\n:::" : body(blocks)
    case .notes(let notes):
      return notes.enumerated().map { "[^\($0 + 1)]: \(text($1))" }.joined(separator: "\n\n")
    }
  }

  private func list(_ items: [[Briefing.Inline]], isOrdered: Bool) -> String {
    items.enumerated().map { (isOrdered ? "\($0 + 1). " : "- ") + text($1) }.joined(separator: "\n")
  }

  private func table(_ rows: [[String]]) -> String {
    var lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
    lines.insert("|---|---|--:|", at: 1)
    return lines.joined(separator: "\n")
  }

  /// A block's text without the white space that its sentences end in.
  private func text(_ inlines: [Briefing.Inline]) -> String {
    let text = inlines.map(text).joined()
    return text.hasSuffix(" ") ? String(text.dropLast()) : text
  }

  private func text(_ inline: Briefing.Inline) -> String {
    switch (inline, style) {
    case (.words(let words), _): return words
    case (.name(_, let shown), .dossier): return shown
    case (.name(let entity, let shown), .hugo):
      return "[\(shown)](/entities/\(world.entities[entity].slug)/)"
    case (.link(let entity, let label), .dossier):
      return "[[entities/\(world.entities[entity].slug)|\(label)]]"
    case (.link(let entity, let label), .hugo):
      return "[\(label)](/entities/\(world.entities[entity].slug)/)"
    case (.citation(let source, let page), .dossier): return "[@\(world.sources[source].slug), p. \(page)]"
    case (.citation(let source, let page), .hugo):
      let cited = world.sources[source]
      return "([\(cited.publisher)](/sources/\(cited.slug)/), p. \(page))"
    case (.note(let number), _): return "[^\(number)]"
    case (.annotated(let inner, let attributes), .dossier):
      return "[\(inner.map(text).joined())]{\(attributes)}"
    case (.annotated(let inner, _), .hugo): return inner.map(text).joined()
    }
  }
}
