import ArgumentParser

/// `dossier suggest …`: proposals, nothing written.
struct Suggest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Propose entities for names that nobody owns; write nothing.",
    subcommands: [SuggestEntities.self])
}
