import ArgumentParser
import Briefings

/// `dossier new page TITLE`.
struct NewPage: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Make Content/pages/…md: about, method, a policy.",
    discussion: """
      The path of the new file is printed. A file that is there is never replaced.

      Examples:
        dossier new page 'How we work'
        dossier new page 'About our sources' --slug sources-we-use
      """)

  @OptionGroup var record: NewRecord

  @Argument(help: "The page's title.")
  var title: String

  func validate() throws { try record.validate(title, as: .page) }

  func run() async throws {
    try await record.make(
      title, owner: { registry, slug in registry.pages.first { $0.slug == slug }?.file },
      file: { _, slug in
        let text =
          "---\ntitle: \(FrontMatterText.scalar(title))\nsummary: \"\" # one line, for lists and searches\n---\n"
        return ("Content/pages/\(slug).md", text + "To be written.\n")
      })
  }
}
