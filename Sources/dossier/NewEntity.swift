import ArgumentParser
import Briefings
import Diagnostics
import Linking
import Publishing

/// `dossier new entity TITLE`.
struct NewEntity: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entity",
    abstract: "Make Content/entities/…md for a person, organization, place, event, agreement, work or topic.",
    discussion: """
      The path of the new file is printed. A file that is there is never replaced, and an identifier is given once,
      whatever the type.

      Examples:
        dossier new entity 'Volodymyr Zelenskiy'
        dossier new entity --type place Київ --slug kyiv
      """)

  @OptionGroup var site: SiteOptions

  @Option(
    name: .long, help: "person, organization, place, event, agreement, work or topic (default: a guess).")
  var type: EntityType?

  @Option(
    name: .long, help: ArgumentHelp("Its identifier (default: made from the title).", valueName: "slug"))
  var slug: String?

  @Argument(help: "The entity's name.")
  var title: String

  func validate() throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
    if let slug, Slug(slug) == nil {
      throw ValidationError("--slug takes small letters, digits and single hyphens, not '\(slug)'.")
    }
  }

  func run() async throws {
    let inquiry = try Inquiry(site)
    var file = EntityFile(name: title, type: type ?? EntityFile.guess(title))
    if let slug { file.slug = Slug(slug) }
    guard let path = file.path, let slug = file.slug else {
      try inquiry.terminal.fail("no identifier can be made from '\(title)'; name one with '--slug'")
      throw ExitCode(2)
    }
    let registry = try await inquiry.ask { pipeline in try await pipeline.registry() }
    if let other = registry.entities.first(where: { $0.slug == slug })?.file.path.string {
      try inquiry.terminal.fail("'\(other)' has this identifier; name another with '--slug'")
      throw ExitCode(2)
    }
    do {
      try NewFile(path: path, text: file.text()).writeNew(below: inquiry.root)
    } catch {
      try inquiry.terminal.fail("cannot write '\(error.path)': \(error.reason)")
      throw ExitCode(2)
    }
    try inquiry.terminal.print(SiteRoot.spelling(path, below: inquiry.root) + "\n")
    try warn(of: registry, inquiry.terminal)
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
