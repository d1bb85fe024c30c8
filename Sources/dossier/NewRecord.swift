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

  /// In bytes; a file system takes 255, its ending included.
  private static let longestIdentifier = 200

  /// - Throws: for a title without words, and for one whose identifier no file of the kind can have.
  func validate(_ title: String, as kind: ContentKind) throws {
    if title.allSatisfy(\.isWhitespace) { throw ValidationError("The title is empty.") }
    let identifier = slug ?? FrontMatterText.identifier(for: title)
    if identifier.utf8.count > NewRecord.longestIdentifier {
      throw ValidationError("The title makes a long file name; name a shorter identifier with --slug.")
    }
    // A page called 'index' is none of its own: it introduces the home page.
    guard identifier == "index" || Slug(identifier).map(kind.reserves) == true else { return }
    throw ValidationError(
      "'\(identifier)' is the address of a page of the site's own; name another with --slug.")
  }
}
