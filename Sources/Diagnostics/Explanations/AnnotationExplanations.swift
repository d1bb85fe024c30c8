extension Explanation {
  static let annotations: [Explanation] = [
    Explanation(
      .unclosedBlock,
      "A `:::` that nothing closes, that closes nothing, or that is written so that it opens nothing; a comment or code that nothing closes.",
      because:
        "Where the block begins or ends is then a guess, and the rest of the page might be taken for a part of it. What stands behind an open `<!--` is not shown at all; what stands behind open code is code, which is a warning.",
      example: "::: gap\nNobody counted the passengers.",
      mend:
        "End the block with a line `:::`, the comment with `-->`, the code with its own sign; or write what the message says."
    ),
    Explanation(
      .unclosedSpan, "Attributes behind a `]` that no `[` opens.",
      because: "They belong to no words, and are kept as text.",
      example: "The hull needs plates]{.claim}.",
      mend: "Write the `[`, or put a backslash before the `{`."),
    Explanation(
      .straddlingSpan, "A span whose brackets stand in different emphasis or links.",
      because: "Neither can hold the other, so the attributes are kept as text.",
      example: "*The [hull* needs plates]{.claim}.", mend: "Put both brackets into the same."),
    Explanation(
      .spanOverLink, "A span over words that are a link's label, too.",
      because: "`[words]{…}` is a span even where `[words]: …` is defined, so the link is lost.",
      example: "[The Line]{.claim} said so [@harbour-notice].",
      mend: "Write `[[words][]]{…}` for a link inside a span."),
    Explanation(
      .unknownRole, "A role that does not exist, two roles, or none on a block.",
      because: "What a role does not say is lost: an unknown one would put a claim on no register.",
      example: "[The hull needs plates]{.clam} [@harbour-notice].",
      mend: "Take the suggestion; nest two annotations for two roles."),
    Explanation(
      .unknownAttribute, "An attribute that the role does not take, or one without a role.",
      because: "It would say nothing to anyone.",
      example: "{.claim statsu=disputed}", mend: "Take the suggestion, or remove it."),
    Explanation(
      .missingAttribute, "An attribute that the role requires is absent.",
      because:
        "An event has a date, a quotation a speaker, a judgment a confidence; without it, it cannot be shown.",
      example: "[It sailed]{.event} [@harbour-notice].", mend: "Add the attribute that the message names."),
    Explanation(
      .badAttribute,
      "A value that the attribute does not take, an identifier that begins with `site-`, a second identifier, or a comment to Dossier that allows nothing.",
      because:
        "Values are closed words: the registers and filters of the site are made of them. A comment says `dossier: allow`, a code and the reason, above a block.",
      example: "{.claim status=maybe}",
      mend: "Take one of the words that the message lists, or write what it says."),
  ]
}
