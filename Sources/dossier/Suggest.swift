import ArgumentParser

/// `dossier suggest …`: proposals, nothing written.
struct Suggest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Propose dates for expressions of time, and entities for names that nobody owns; write nothing.",
    discussion: """
      Examples:
        dossier suggest dates Content/briefings/truce.md
        dossier suggest entities
      """,
    subcommands: [SuggestDates.self, SuggestEntities.self])
}
