extension Explanation {
  static let names: [Explanation] = [
    Explanation(
      .ambiguousName, "A name with several owners, left without a link.",
      because:
        "Nobody guesses which one is meant. It is an error inside `[[…]]`, and a note where entities share a name that no text uses.",
      example: "Moor left.",
      mend: "Write `[[identifier|name]]`, or choose under `prefer` in the front matter."),
    Explanation(
      .orphanEntity, "An entity that no page names.",
      because: "Its page would say nothing but what its own file says.",
      example: "Content/entities/pilot-house.md",
      mend: "Name it in a text, add the alias that texts use, or remove it."),
    Explanation(
      .aliasNeverSeen, "An alias that stands in no text.",
      because:
        "It may be misspelled. Every alias costs a little, and may one day be taken for somebody else.",
      example: "aliases: [the Line, the Company]", mend: "Correct it, or remove it."),
  ]

  static let dates: [Explanation] = [
    Explanation(
      .ambiguousSeason, "A season that crosses New Year.",
      because: "The winter of 2024 began in 2023 for some and in 2024 for others.",
      example: "date=2024-24", mend: "Write an interval of months: `2024-12/2025-02`."),
    Explanation(
      .contradictingDates, "Two tellings of one event exclude each other.",
      because: "One of them is wrong. It is a note when one of them says `status=disputed`.",
      example: "date=2025-02-07", mend: "Correct one, or mark it `status=disputed`."),
    Explanation(
      .updatedBeforePublished, "A briefing that was updated or corrected before it was published.",
      because: "One of the two days is wrong, and feeds would sort the briefing by it.",
      example: "updated: 2025-03-01", mend: "Correct one of the two days."),
    Explanation(
      .accessedBeforePublished, "A source that was read before it had appeared.",
      because: "One of the two dates is wrong: most often the year of `published`.",
      example: "accessed: 2024-03-01", mend: "Correct one of the two dates."),
    Explanation(
      .endBeforeStart, "A life, an organization, a name or a relation that ends before it begins.",
      because: "One of the two dates is wrong.",
      example: "died: 1969", mend: "Correct one of the two dates."),
  ]
}
