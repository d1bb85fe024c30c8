import ArgumentParser

/// `dossier new …`: a new file, its front matter filled in.
struct New: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make a new file with its front matter filled in.",
    discussion: """
      Examples:
        dossier new briefing 'A truce in the sky'
        dossier new source --from article.html
      """,
    subcommands: [NewBriefing.self, NewEntity.self, NewPage.self, NewSource.self])
}
