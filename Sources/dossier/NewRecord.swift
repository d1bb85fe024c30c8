import ArgumentParser
import Briefings
import Diagnostics
import Publishing

/// What every `dossier new …` takes, and how its file is made.
struct NewRecord: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(
    name: .long, help: ArgumentHelp("Its identifier (default: made from the title).", valueName: "slug"))
  var slug: String?

  func validate() throws {
    if let slug, Slug(slug) == nil {
      throw ValidationError("--slug takes small letters, digits and single hyphens, not '\(slug)'.")
    }
  }

  /// - Throws: `ExitCode(2)` where the environment names no day, its reason printed.
  func clock() throws -> Clock {
    do throws(Refusal) {
      return try Clock(site.clock, Environment())
    } catch {
      try Terminal(site.color).end(error)
    }
  }

  /// Writes the file, and prints its path.
  ///
  /// - Parameters:
  ///   - owner: whose identifier it is already.
  ///   - file: the path below the site's root, and the text, by the identifier.
  /// - Returns: what was there before, and what may be said to the author.
  /// - Throws: `ExitCode(2)` where no file is made, its reason printed.
  @discardableResult
  func make(
    _ title: String, owner: (Registry, Slug) -> ContentFile?,
    file: (Registry, Slug) -> (path: String, text: String)
  ) async throws -> (registry: Registry, terminal: Terminal) {
    let inquiry = try Inquiry(site)
    let terminal = inquiry.terminal
    guard let slug = Slug(slug ?? FrontMatterText.identifier(for: title)) else {
      try terminal.fail("no identifier can be made from '\(title)'; name one with '--slug'")
      throw ExitCode(2)
    }
    let registry = try await inquiry.ask { pipeline in try await pipeline.registry() }
    if let other = owner(registry, slug) {
      try terminal.fail("'\(other.path.string)' has this identifier; name another with '--slug'")
      throw ExitCode(2)
    }
    let (path, text) = file(registry, slug)
    do {
      try NewFile(path: path, text: text).writeNew(below: inquiry.root)
    } catch {
      try terminal.fail("cannot write '\(error.path)': \(error.reason)")
      throw ExitCode(2)
    }
    try terminal.print(SiteRoot.spelling(path, below: inquiry.root) + "\n")
    return (registry, terminal)
  }

  static func validate(title: String) throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
  }
}
