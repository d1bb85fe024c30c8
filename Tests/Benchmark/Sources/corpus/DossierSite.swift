/// The corpus in the annotation dialect: names left to be found, sources cited by key.
struct DossierSite {
  let world: World

  func write(to output: inout Output) throws {
    try output.write(
      "title: Benchmark\nbase-url: https://example.org/\nlanguage: en\n", to: "Content/site.yaml")
    for (index, entity) in world.entities.enumerated() {
      try output.write(page(of: entity), to: "Content/entities/\(index / 500)/\(entity.slug).md")
    }
    for source in world.sources {
      try output.write(page(of: source), to: "Content/sources/\(source.slug).md")
    }
  }

  func write(_ briefing: Briefing, to output: inout Output) throws {
    try output.write(
      page(of: briefing), to: "Content/briefings/\(briefing.published.year)/\(briefing.slug).md")
  }

  private func page(of entity: World.Entity) -> String {
    let alias = entity.alias.map { "aliases: [\($0)]\n" } ?? ""
    return """
      ---
      name: \(entity.name)
      type: \(entity.type)
      \(alias)summary: "\(entity.summary)"
      ---

      \(entity.body)

      """
  }

  private func page(of source: World.Source) -> String {
    """
    ---
    title: \(source.title)
    publisher: \(source.publisher)
    type: article-newspaper
    published: \(source.published.iso)
    language: en
    url: https://example.org/\(source.slug)
    accessed: \(source.published.iso)
    reliability: B
    ---

    \(source.body)

    """
  }

  private func page(of briefing: Briefing) -> String {
    let event = briefing.events[0]
    return """
      ---
      title: \(briefing.title)
      published: \(briefing.published.iso)
      summary: "\(briefing.summary)"
      authors: [Desk]
      sources: [\(briefing.sources.map { world.sources[$0].slug }.joined(separator: ", "))]
      topics: [\(briefing.entities.prefix(2).map { world.entities[$0].slug }.joined(separator: ", "))]
      events:
        - date: "\(event.date)"
          title: \(event.title)
          who: [\(world.entities[event.who].slug)]
          sources: [\(world.sources[event.source].slug)]
      ---

      \(Markup(style: .dossier, world: world).body(briefing.blocks))

      """
  }
}
