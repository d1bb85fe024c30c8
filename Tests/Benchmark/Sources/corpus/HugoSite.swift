/// The same corpus as a Hugo user would keep it: taxonomies for entities, sources and years, links written out.
struct HugoSite {
  let world: World

  func write(to output: inout Output) throws {
    try output.write("---\ntitle: Briefings\n---\n", to: "content/briefings/_index.md")
    for entity in world.entities {
      try output.write(page(of: entity), to: "content/entities/\(entity.slug)/_index.md")
    }
    for source in world.sources {
      try output.write(page(of: source), to: "content/sources/\(source.slug)/_index.md")
    }
  }

  func write(_ briefing: Briefing, to output: inout Output) throws {
    try output.write(
      page(of: briefing), to: "content/briefings/\(briefing.published.year)/\(briefing.slug).md")
  }

  private func page(of entity: World.Entity) -> String {
    """
    ---
    title: \(entity.name)
    summary: "\(entity.summary)"
    params:
      kind: \(entity.type)
    ---

    \(entity.body)

    """
  }

  private func page(of source: World.Source) -> String {
    """
    ---
    title: \(source.title)
    date: \(source.published.iso)
    params:
      publisher: \(source.publisher)
      url: https://example.org/\(source.slug)
    ---

    \(source.body)

    """
  }

  private func page(of briefing: Briefing) -> String {
    let years = Set(briefing.events.map(\.year)).sorted().map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      ---
      title: \(briefing.title)
      date: \(briefing.published.iso)
      slug: \(briefing.slug)
      summary: "\(briefing.summary)"
      entities: [\(briefing.entities.map { world.entities[$0].slug }.joined(separator: ", "))]
      sources: [\(briefing.sources.map { world.sources[$0].slug }.joined(separator: ", "))]
      years: [\(years)]
      params:
        events:
      \(briefing.events.map(entry).joined())---

      \(Markup(style: .hugo, world: world).body(briefing.blocks))

      """
  }

  private func entry(of event: Briefing.Event) -> String {
    let who = world.entities[event.who]
    return """
          - {date: "\(event.date)", year: "\(event.year)", title: \(event.title), name: \(who.name), who: \(who.slug)}

      """
  }
}
