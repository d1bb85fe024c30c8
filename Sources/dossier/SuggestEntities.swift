import ArgumentParser
import Briefings
import Diagnostics
import Linking
import Publishing

/// `dossier suggest entities [FILE…]`: capitalized names that no entity owns.
struct SuggestEntities: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "List capitalized names that no entity owns, most frequent first.",
    discussion: """
      Each is printed as the file it would be, with how often it stands in the texts and where, ready to paste. \
      To make the file there is 'dossier new entity NAME'. The type is a guess. The last word of one name only, standing \
      alone elsewhere, is proposed as its alias. Adjectives of places, as in 'Ukrainian forces', are left out.

      Examples:
        dossier suggest entities
        dossier suggest entities --limit 5 Content/briefings/truce.md
      """)

  @OptionGroup var site: SiteOptions
  @OptionGroup var quiet: QuietOption

  @Option(name: .long, help: ArgumentHelp("How many names to list.", valueName: "count"))
  var limit = 20

  @Argument(
    help: ArgumentHelp("Files to look into (default: the whole site).", valueName: "file"),
    completion: .file())
  var files: [String] = []

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number from 1 on.") }
  }

  func run() async throws {
    let inquiry = try Inquiry(site)
    let paths = try files.map { try inquiry.path(of: $0) }
    let names = try await inquiry.ask { pipeline in
      try await pipeline.unownedNames(in: paths.isEmpty ? nil : Set(paths))
    }
    let shown = names.prefix(limit)
    try inquiry.terminal.print(shown.map { entry($0, inquiry) }.joined(separator: "\n"))
    if !quiet.isSet, names.count > shown.count {
      try inquiry.terminal.say("\(names.count - shown.count) more; '--limit \(names.count)' lists them all")
    }
  }

  /// The file, its reasons as comments inside its front matter.
  private func entry(_ name: UnownedName, _ inquiry: Inquiry) -> String {
    var file = EntityFile(name: name.text, type: EntityFile.guess(name.text))
    file.surname = file.type == .person ? name.surname?.text : nil
    let count = name.uses.count
    let files = name.fileCount
    var reasons = [
      "# \(count) \(count == 1 ? "time" : "times") in \(files) \(files == 1 ? "file" : "files")"
    ]
    if let surname = name.surname {
      let times = surname.uses.count
      reasons[0] += "; '\(surname.text)' alone \(times) \(times == 1 ? "time" : "times")"
    }
    reasons += (name.uses + (name.surname?.uses ?? [])).prefix(3).map { use in
      let place = inquiry.source(use.path)?.position(at: use.source.lowerBound)
      return "# \(use.path.string):\(place?.line ?? 1):\(place?.column ?? 1): \(use.sentence)"
    }
    let path = file.path ?? "Content/entities/….md"
    return "\(path)\n" + file.text(comments: reasons)
  }
}
