import ArgumentParser
import Briefings
import Diagnostics
import Linking

/// `dossier new entity TITLE`.
struct NewEntity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entity",
    abstract: "Make Content/entities/…md for a person, organization, place, event, agreement, work or topic.",
    discussion: """
      The path of the new file is printed. A file that is there is never replaced, and an identifier is given once, \
      whatever the type.

      Examples:
        dossier new entity 'Volodymyr Zelenskiy'
        dossier new entity --type place Київ --slug kyiv
      """)

  @OptionGroup var record: NewRecord

  @Option(
    name: .long, help: "person, organization, place, event, agreement, work or topic (default: a guess).")
  var type: EntityType?

  @Argument(help: "The entity's name.")
  var title: String

  func validate() throws { try record.validate(title, as: .entity) }

  func run() async throws {
    let type = type ?? EntityFile.guess(title)
    let (registry, terminal) = try await record.make(
      title, owner: { registry, slug in registry.entities.first { $0.slug == slug }?.file },
      file: { _, slug in
        var file = EntityFile(name: title, type: type)
        file.slug = slug
        return ("Content/entities/\(slug).md", file.text())
      })
    try warn(of: registry, terminal)
  }

  /// Somebody who owns the name already makes it ambiguous.
  private func warn(of registry: Registry, _ terminal: Terminal) throws {
    let name = fold(title)
    let owners = registry.entities.filter { entity in
      ([entity.name.value] + entity.aliases.map(\.text.value)).contains { fold($0) == name }
    }
    for owner in owners {
      try terminal.say(
        "'\(title)' is a name of '\(owner.file.path.string)', too: texts must say whose they mean")
    }
  }
}

extension EntityType: ExpressibleByArgument {}
