import ArgumentParser
import Briefings
import EDTF

/// `dossier new briefing TITLE`.
struct NewBriefing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "briefing",
    abstract: "Make Content/briefings/…md, a draft of today.",
    discussion: """
      The path of the new file is printed. A file that is there is never replaced. The briefing is a draft: it is \
      shown by 'dossier serve' and withheld from the site until its line 'draft' is gone.

      Examples:
        dossier new briefing 'Grain exports resume'
        dossier new briefing Зерно --slug grain
      """)

  @OptionGroup var record: NewRecord

  @Argument(help: "The briefing's title.")
  var title: String

  func validate() throws { try record.validate(title, as: .briefing) }

  func run() async throws {
    let clock = try record.clock()
    try await record.make(
      title, owner: { registry, slug in registry.briefings.first { $0.slug == slug }?.file },
      file: { registry, slug in
        ("Content/briefings/\(slug).md", text(published: clock.today(registry.site.timeZone)))
      })
  }

  private func text(published: CivilDay) -> String {
    """
    ---
    title: \(FrontMatterText.scalar(title))
    published: \(published.isoText)
    summary: ""       # the bottom line, in one or two sentences
    draft: true       # withheld until this line is gone
    # authors: []
    # topics: []      # identifiers of entities
    # corrections: [] # {date: \(published.isoText), kind: correction, text: What was wrong.}
    ---
    ::: key-judgments
    1. What you conclude, and how likely it is.
    :::

    ## What happened

    """
  }
}
